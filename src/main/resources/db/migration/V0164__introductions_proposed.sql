-- An introduction that neither side has asked for: an association or the secretariat proposes it, and
-- each side answers by itself.
alter table introduction add column proposed_by uuid references organisation;
create index introduction_proposed on introduction (proposed_by, asked_at desc, id desc)
  where proposed_by is not null;

create table introduction_side (
  introduction_id uuid not null references introduction,
  authority_id uuid not null references organisation,
  accepted boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  reason text,
  text text,
  primary key (introduction_id, authority_id),
  check (accepted = (reason is null))
);

-- Of such a one there are two requests, one to each side.
alter table authority_request drop constraint authority_request_pkey;
alter table authority_request add primary key (id, receiver);
