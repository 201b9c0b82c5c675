-- Who did what to whom, and why. Rows are added and never changed.
create table audit_entry (
  number bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid,
  acted_as text not null,
  action text not null,
  subject uuid not null,
  details jsonb not null default '{}'
);
create index audit_entry_subject on audit_entry (subject, number);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_is_final();
