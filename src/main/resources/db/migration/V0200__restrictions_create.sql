-- What an authority may not do for a time, by a decision of the secretariat; a row for each decision.
create table organisation_restriction (
  decision_id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('NO_INTRODUCTIONS', 'READ_ONLY', 'HIDDEN', 'SUSPENDED')),
  since timestamptz not null,
  -- null until it is lifted
  until timestamptz,
  check (until is null or until > since)
);
create index organisation_restriction_organisation on organisation_restriction (organisation_id);
