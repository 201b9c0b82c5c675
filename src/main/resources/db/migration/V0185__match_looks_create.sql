-- Which matches of an authority one of its people has seen in the list, so that the overview can say
-- how many are new.
create table match_look (
  authority_id uuid not null references organisation on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- the newest first, a limited number
  seen uuid[] not null,
  at timestamptz not null,
  primary key (authority_id, person_id)
);
