-- Who works on what waits in the moderation queue, so that two people do not do the same.
create table queue_claim (
  kind text not null,
  subject uuid not null,
  person_id uuid not null references person on delete cascade,
  claimed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (kind, subject),
  check (expires_at > claimed_at)
);
create index queue_claim_person on queue_claim (person_id);
create index queue_claim_expires on queue_claim (expires_at);

-- What somebody wants to see of the queue again and again, under a name.
create table queue_view (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  name text not null check (char_length(name) between 1 and 60),
  kinds text[] not null default '{}',
  country char(2),
  claimed text not null check (claimed in ('ALL', 'MINE', 'FREE')),
  flagged boolean not null
);
create unique index queue_view_name on queue_view (person_id, lower(name));
