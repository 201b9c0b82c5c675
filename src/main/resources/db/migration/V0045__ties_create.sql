-- What stands between two authorities. One row for a kind, a pair and, where a kind has a side, that side.
create table tie (
  id uuid primary key,
  low uuid not null,
  high uuid not null,
  kind text not null check (kind in
    ('PARTNER', 'INTRODUCTION_OPEN', 'INTRODUCTION_ACCEPTED', 'BLOCKED', 'FORBIDDEN', 'DISMISSED')),
  certainty text not null check (certainty in ('KNOWN_UNCONFIRMED', 'STATED', 'CONFIRMED')),
  side uuid,
  since timestamptz not null,
  until timestamptz,
  reason text,
  check (low < high),
  check (side is null or side in (low, high)),
  -- who has asked, who has blocked and who has dismissed is what such a tie means
  check (side is not null or kind in ('PARTNER', 'INTRODUCTION_ACCEPTED', 'FORBIDDEN')),
  check (until is null or until >= since)
);
create unique index tie_in_force on tie (low, high, kind, side) nulls not distinct where until is null;
create index tie_low on tie (low) where until is null;
create index tie_high on tie (high) where until is null;

-- Requests to be put in touch that an authority has received, and when it answered.
create table authority_request (
  id uuid primary key,
  receiver uuid not null,
  received timestamptz not null,
  answered timestamptz,
  closed timestamptz,
  check (answered is null or answered >= received)
);
create index authority_request_receiver on authority_request (receiver, received);

-- How many more partners an authority says it can take on.
create table authority_capacity (
  authority uuid primary key,
  partners int not null check (partners between 0 and 1000)
);
