-- The reference data. The files in the program are the source; these tables let other tables
-- point at a row and let queries join. A row that a newer file lacks is marked retired, never
-- deleted, where another table may point at it.
create table reference_version (
  data_set text primary key,
  version text not null,
  row_count integer not null,
  loaded_at timestamptz not null default now()
);

create table country (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  iso3 text not null unique check (iso3 ~ '^[A-Z]{3}$'),
  region_code text not null,
  part_of text references country,
  retired boolean not null default false
);

create table region (
  code text primary key,
  level smallint not null check (level between 0 and 3),
  kind text not null check (kind in ('COUNTRY', 'NUTS', 'OBLAST', 'RAION', 'DIVISION')),
  parent text references region,
  country_code text not null references country,
  name text not null,
  national_name text not null,
  in_2021 boolean not null,
  in_2024 boolean not null,
  served boolean not null,
  mountain boolean not null,
  coast boolean not null,
  retired boolean not null default false,
  check ((level = 0) = (parent is null))
);
create index region_parent on region (parent);

create table theme (
  id text primary key check (id ~ '^[a-z]+(-[a-z]+)*$'),
  ordinal smallint not null check (ordinal between 0 and 127),
  parent text references theme,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);
create table language (
  code text primary key check (code ~ '^[a-z]{2}$'),
  ordinal smallint not null,
  offered boolean not null,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);
create table cooperation_type (
  id text primary key,
  ordinal smallint not null,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);
create table territory_trait (
  id text primary key,
  ordinal smallint not null,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);
create table authority_type (
  id text primary key,
  ordinal smallint not null,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);
create table network (
  id text primary key,
  ordinal smallint not null,
  retired boolean not null default false,
  unique (ordinal) deferrable initially deferred
);

create table place (
  id bigint primary key,
  name text not null,
  name_forms text[] not null,
  country_code text not null references country,
  region_code text not null references region,
  feature_code text not null,
  population bigint check (population > 0),
  population_of text check (population_of in ('municipality', 'hromada', 'place')),
  population_year smallint,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  area_km2 double precision check (area_km2 > 0),
  degree_of_urbanisation smallint check (degree_of_urbanisation between 1 and 3),
  coastal boolean,
  traits text[] not null,
  katottg text unique check (katottg ~ '^UA[0-9]{17}$'),
  lau_code text,
  wikidata_id text,
  source text not null,
  retired boolean not null default false,
  check ((lat is null) = (lon is null)),
  check ((population is null) = (population_of is null))
);

create table hromada (
  code text primary key check (code ~ '^UA[0-9]{17}$'),
  name_uk text not null,
  name_en text not null,
  type text check (type in ('urban', 'settlement', 'rural', 'city with special status')),
  oblast_code text not null references region,
  raion_code text references region,
  centre_uk text,
  centre_former_uk text,
  population_2022 integer check (population_2022 > 0),
  area_km2 double precision check (area_km2 > 0),
  urban_share double precision,
  settlements integer,
  mountain boolean,
  sea boolean,
  km_to_eu double precision,
  occupied_before_2022 boolean,
  place_id bigint not null unique references place,
  retired boolean not null default false
);

create table lau_unit (
  gisco_id text primary key,
  country_code text not null references country,
  lau_code text not null,
  name_national text not null,
  name_latin text,
  nuts3_2016 text,
  population bigint,
  area_km2 double precision,
  degree_of_urbanisation smallint,
  coastal boolean,
  place_id bigint references place
);
create index lau_unit_place on lau_unit (place_id);

-- Twinnings that a public list knows, which nobody of the two places has confirmed.
create table place_tie (
  place_a bigint not null references place,
  place_b bigint not null references place,
  sources text not null,
  clique boolean not null,
  primary key (place_a, place_b),
  check (place_a < place_b)
);
create index place_tie_b on place_tie (place_b);

create table place_membership (
  place_id bigint not null references place,
  network text not null references network,
  since text check (since ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'),
  note text,
  source text not null,
  primary key (place_id, network)
);
