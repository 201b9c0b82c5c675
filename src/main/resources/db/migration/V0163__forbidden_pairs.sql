-- Why the secretariat has decided that two authorities are not put in touch, until it lifts that.
create table forbidden_pair (
  id uuid primary key,
  low uuid not null references organisation,
  high uuid not null references organisation,
  reason text not null check (char_length(reason) between 3 and 1000),
  forbidden_by uuid not null,
  forbidden_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  check (low < high),
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index forbidden_pair_in_force on forbidden_pair (low, high) where lifted_at is null;
create index forbidden_pair_newest on forbidden_pair (forbidden_at desc, id desc) where lifted_at is null;
