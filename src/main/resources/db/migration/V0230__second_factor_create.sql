-- The second factor of a sign-in: what a person's program for codes shares with the service.
create table second_factor (
  person_id uuid primary key references person on delete cascade,
  -- encrypted with a key that goes back to the signing key, which is not in the database
  secret bytea not null,
  created_at timestamptz not null,
  -- null until the person has shown by a code that her program has it
  confirmed_at timestamptz,
  -- number of the half minute whose code was taken last: a code is good once
  last_step bigint not null default 0
);

-- Codes for whoever has lost the program; each is good once.
create table recovery_code (
  hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_person on recovery_code (person_id);
