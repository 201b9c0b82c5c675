-- An owner offers her place to another member, or a member asks for it because the owner is gone.
create table ownership_change (
  id uuid primary key,
  organisation_id uuid not null references organisation on delete cascade,
  kind text not null check (kind in ('OFFER', 'REQUEST')),
  -- who offers; null where somebody asks
  giver uuid,
  -- what the giver is then
  keeps text check (keeps in ('VIEWER', 'EDITOR')),
  -- who is owner then
  taker uuid not null,
  text text check (char_length(text) between 1 and 1000),
  at timestamptz not null,
  state text not null check (state in ('OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN', 'OVER')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text check (char_length(decided_why) between 1 and 1000),
  check ((kind = 'OFFER') = (giver is not null)),
  check ((kind = 'OFFER') = (keeps is not null)),
  check ((state = 'OPEN') = (decided_at is null))
);
-- an owner has one offer open in an authority, and a member one request
create unique index ownership_change_open
  on ownership_change (organisation_id, coalesce(giver, taker)) where state = 'OPEN';
create index ownership_change_requests on ownership_change (at, id)
  where state = 'OPEN' and kind = 'REQUEST';
