-- The first ten suggestions that an authority was shown when it last looked.
create table authority_shown (
  asker uuid not null,
  shown uuid not null,
  place smallint not null check (place between 1 and 10),
  seen timestamptz not null,
  primary key (asker, shown)
);
create index authority_shown_shown on authority_shown (shown, seen);
create index authority_shown_seen on authority_shown (seen);

-- The requests that are expected to follow from that, as they act on the rank.
create table authority_expected (
  authority uuid primary key,
  requests double precision not null check (requests > 0)
);
