-- What a message answers to, and what it said before its author changed it.
alter table message add column quotes_id uuid references message;
alter table message add column edited_at timestamptz;

create table message_version (
  message_id uuid not null references message on delete cascade,
  revision bigint not null,
  text text not null,
  -- from when to when it said so
  at timestamptz not null,
  until timestamptz not null,
  primary key (message_id, revision)
);
