-- From where it was done: the network of the address; null for what the service does by itself.
alter table audit_entry add column network text;
create index audit_entry_person on audit_entry (person_id, number);
create index audit_entry_action on audit_entry (action, number);
create index audit_entry_at on audit_entry (at);

-- The entries in the order in which they were sealed. Each seal is a hash of the one before it and of the entry, so that
-- none can be changed, taken away or put between two others without all later seals being wrong.
create table audit_seal (
  position bigint primary key check (position > 0),
  entry bigint not null unique,
  hash bytea not null check (octet_length(hash) = 32),
  at timestamptz not null default now()
);
create trigger audit_seal_is_final before update or delete or truncate on audit_seal
  for each statement execute function audit_entry_is_final();
