-- What counts for an authority, where it has chosen that itself. The row stays when it goes back to the defaults (chosen
-- is null then), so that a version is never given out twice.
create table authority_weights (
  authority uuid primary key references authority_profile on delete cascade,
  version bigint not null,
  chosen jsonb check (jsonb_typeof(chosen) = 'object'),
  changed_by uuid not null,
  changed_at timestamptz not null
);
create index authority_weights_changed_by on authority_weights (changed_by);
