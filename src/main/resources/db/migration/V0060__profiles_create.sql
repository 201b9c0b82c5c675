create table authority_profile (
  id uuid primary key references organisation,
  version bigint not null default 1,
  status text not null check (status in
    ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED', 'PAUSED', 'SUSPENDED', 'ARCHIVED')),
  suspended_from text check (suspended_from in ('CONFIRMED', 'PAUSED')),
  tier text not null check (tier in ('LOCAL', 'COUNTY', 'REGION', 'GROUPING')),
  country char(2) not null references country,
  place_id bigint not null references place,
  katottg text,
  regions text[] not null default '{}',
  lat double precision,
  lon double precision,
  demo boolean not null default false,
  started_by uuid references person on delete set null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  confirmed_at timestamptz,
  reconfirm_due timestamptz,
  reminded_at timestamptz,
  -- what its members write
  type text not null,
  official_name text not null,
  name_forms text[] not null default '{}',
  military_administration boolean not null default false,
  population int check (population >= 0),
  population_year int,
  population_source text,
  area_km2 double precision check (area_km2 > 0),
  degurba int check (degurba between 1 and 3),
  traits text[] not null default '{}',
  website text,
  cooperation_types text[] not null default '{}',
  languages text[] not null default '{}',
  memberships text[] not null default '{}',
  wish_countries text[] not null default '{}',
  wish_regions text[] not null default '{}',
  wish_traits text[] not null default '{}',
  wish_min_population int check (wish_min_population >= 0),
  wish_max_population int check (wish_max_population >= 0),
  wish_max_km int check (wish_max_km > 0),
  wish_ukrainian boolean not null default false,
  wish_musts text[] not null default '{}',
  capacity int check (capacity >= 0),
  visibility text not null check (visibility in ('PUBLIC', 'MEMBERS')),
  position_hidden boolean not null default false,
  contact_hidden boolean not null default false,
  check ((lat is null) = (lon is null)),
  check ((status = 'SUSPENDED') = (suspended_from is not null)),
  check (status not in ('CONFIRMED', 'PAUSED', 'SUSPENDED')
         or confirmed_at is not null and reconfirm_due is not null)
);
-- One living authority for a place in each tier; a place may be the seat of several groupings.
create unique index authority_profile_place on authority_profile (place_id, tier)
  where status <> 'ARCHIVED' and tier <> 'GROUPING';
create index authority_profile_queue on authority_profile (status, submitted_at, id);
create index authority_profile_country on authority_profile (country, id);
create index authority_profile_started on authority_profile (started_by);
create index authority_profile_due on authority_profile (reconfirm_due) where status = 'CONFIRMED';

create table profile_theme (
  profile uuid not null references authority_profile on delete cascade,
  kind text not null check (kind in ('NEED', 'OFFER', 'INTEREST')),
  number int not null,
  theme text not null references theme,
  note text,
  primary key (profile, kind, number),
  unique (profile, kind, theme)
);

create table profile_text (
  profile uuid not null references authority_profile on delete cascade,
  kind text not null check (kind in ('SUMMARY', 'IDEA')),
  language text not null,
  number int not null,
  text text not null,
  primary key (profile, number)
);
create unique index profile_text_summary on profile_text (profile, language) where kind = 'SUMMARY';

create table profile_twinning (
  profile uuid not null references authority_profile on delete cascade,
  number int not null,
  place_id bigint references place,
  name text not null,
  since int,
  primary key (profile, number)
);
create index profile_twinning_place on profile_twinning (place_id);

-- Kept apart, so that no query of a list reads it by mistake.
create table profile_contact (
  profile uuid primary key references authority_profile on delete cascade,
  mailbox text,
  name text,
  phone text
);

-- Every step and every change, never rewritten.
create table profile_change (
  number bigint generated always as identity primary key,
  profile uuid not null references authority_profile on delete cascade,
  version bigint not null,
  at timestamptz not null,
  person_id uuid,
  acted_as text not null,
  action text not null,
  from_status text,
  to_status text not null,
  reasons text[] not null default '{}',
  text text,
  fields jsonb not null default '{}'
);
create index profile_change_profile on profile_change (profile, number);

-- A call back, a letter: what somebody did to find out whether the applicant may act for the authority.
create table entitlement_note (
  id uuid primary key,
  profile uuid not null references authority_profile on delete cascade,
  person_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('CALL_BACK', 'LETTER', 'OTHER')),
  text text not null
);
create index entitlement_note_profile on entitlement_note (profile, at);

-- Somebody says that she, too, or she instead, acts for an authority that is there already.
create table place_claim (
  id uuid primary key,
  profile uuid not null references authority_profile on delete cascade,
  claimant uuid not null references person on delete cascade,
  kind text not null check (kind in ('JOIN', 'DISPUTE')),
  message text not null,
  at timestamptz not null,
  state text not null check (state in ('OPEN', 'GRANTED', 'REFUSED')),
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  check ((state = 'OPEN') = (decided_at is null))
);
create unique index place_claim_open on place_claim (profile, claimant) where state = 'OPEN';
create index place_claim_queue on place_claim (state, at, id);
