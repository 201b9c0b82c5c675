-- Which version of the terms, the privacy notice and the rules somebody has accepted, and when.
create table consent (
  person_id uuid not null references person on delete cascade,
  document text not null check (document in ('TERMS', 'PRIVACY', 'RULES')),
  version integer not null check (version >= 1),
  -- the day from which that version applies
  version_date date not null,
  given_at timestamptz not null,
  primary key (person_id, document, version)
);

-- What somebody accepts who asks for an account, until there is one: "TERMS 1,PRIVACY 1,RULES 1".
alter table sign_up add column accepted text;
