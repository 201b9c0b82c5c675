-- What an administrator has done to somebody's account for its safety, and why: the text of it is here and not in the
-- audit log, from which nothing can be taken away.
create table account_measure (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('LOCK', 'FACTOR_RESET')),
  by uuid not null,
  at timestamptz not null,
  reason text not null check (char_length(reason) between 1 and 1000)
);
create index account_measure_person on account_measure (person_id);
create index account_measure_by on account_measure (by);
create index account_measure_at on account_measure (at);
