-- One row for each authority, each association that is the national information point of a
-- country, and the secretariat. The id is the public one.
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('AUTHORITY', 'ASSOCIATION', 'SECRETARIAT')),
  country_code char(2) check (country_code ~ '^[A-Z]{2}$'),
  name text not null check (name <> ''),
  website text,
  created_at timestamptz not null default now(),
  -- the secretariat alone is of no country
  check ((kind = 'SECRETARIAT') = (country_code is null))
);
create unique index organisation_one_association on organisation (country_code)
  where kind = 'ASSOCIATION';
create unique index organisation_one_secretariat on organisation (kind)
  where kind = 'SECRETARIAT';
create index organisation_country on organisation (kind, country_code);
