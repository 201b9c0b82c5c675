-- Which introductions somebody has to let through: set by the secretariat, one row.
create table review_rules (
  one boolean primary key default true check (one),
  version bigint not null check (version > 0),
  every boolean not null,
  countries text[] not null,
  first boolean not null,
  flagged boolean not null,
  more_open_than int check (more_open_than between 0 and 1000),
  -- by language, for the signal of words
  words jsonb not null,
  changed_at timestamptz,
  changed_by uuid
);

-- Which of them was why.
alter table introduction add column review_reasons text[] not null default '{}';
