-- The kinds of mail that a person does not want; whoever has no row is sent all of them.
create table unwanted_notice (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('INTRODUCTIONS', 'MESSAGES', 'PROFILES')),
  since timestamptz not null,
  primary key (person_id, kind)
);
