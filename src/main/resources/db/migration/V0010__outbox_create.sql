-- What this database is: an index built from another one is thrown away.
create table database_identity (
  id uuid primary key default gen_random_uuid(),
  only_one boolean not null default true unique check (only_one)
);
insert into database_identity default values;

-- Events, stored in the transaction that made them true.
create table outbox_event (
  number bigint generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  type text not null,
  subject uuid not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  primary key (transaction, number)
);
create index outbox_event_at on outbox_event (at);

-- How far each consumer has come.
create table outbox_progress (
  consumer text primary key,
  transaction xid8 not null,
  number bigint not null
);

-- An event that a consumer failed on again and again, set aside so that those behind it go on.
create table outbox_failure (
  consumer text not null,
  transaction xid8 not null,
  number bigint not null,
  error text not null,
  at timestamptz not null default now(),
  primary key (consumer, transaction, number)
);

-- Up to where old events have been deleted.
create table outbox_trimmed (
  only_one boolean primary key default true check (only_one),
  transaction xid8 not null,
  number bigint not null
);
