-- How many confirmed profiles state each theme: what makes a theme rare in the score.
create table theme_rarity_snapshot (
  version bigint generated always as identity primary key,
  computed_at timestamptz not null,
  profiles int not null check (profiles >= 0)
);
create table theme_rarity (
  version bigint not null references theme_rarity_snapshot on delete cascade,
  theme text not null,
  stating int not null check (stating >= 0),
  primary key (version, theme)
);
