-- People who have an account: each has shown that the address is theirs.
create table person (
  id uuid primary key,
  email text not null check (email <> ''),
  name text not null check (name <> ''),
  -- null until the person has set one by the link in a mail
  password_hash text,
  language char(2) not null,
  created_at timestamptz not null,
  suspended_at timestamptz
);
create unique index person_email on person (lower(email));

-- Somebody has asked for an account and not yet shown that the address is theirs. Each request
-- has its own link, so that nobody's password is confirmed by the link that another request sent.
create table sign_up (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  language char(2) not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_up_email on sign_up (lower(email), created_at);
create index sign_up_expires on sign_up (expires_at);

-- A session is one sign-in and all the refresh tokens that came of it.
create table session (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  last_seen timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  -- the first half of the address, to tell the owner from where
  network text not null,
  -- the browser or program, as it calls itself
  client text not null,
  check ((ended_at is null) = (ended_why is null))
);
create index session_person on session (person_id, created_at);

create table refresh_token (
  hash bytea primary key,
  session_id uuid not null references session on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);

-- What a link in a mail carries; the link itself is kept nowhere.
create table link_token (
  hash bytea primary key,
  kind text not null check (kind in ('CONFIRM_EMAIL', 'RESET_PASSWORD', 'INVITATION')),
  subject uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index link_token_subject on link_token (kind, subject);
create index link_token_expires on link_token (expires_at);

-- Sign-ins that failed, by a hash of whom and from where.
create table sign_in_failure (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);
create index sign_in_failure_last on sign_in_failure (last_at);

-- Networks from which a person has signed in before, or opened a link of a mail.
create table known_network (
  person_id uuid not null references person on delete cascade,
  network text not null,
  last_at timestamptz not null,
  primary key (person_id, network)
);

create table membership (
  organisation_id uuid not null references organisation on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('VIEWER', 'EDITOR', 'OWNER')),
  since timestamptz not null,
  primary key (organisation_id, person_id)
);
create index membership_person on membership (person_id);

-- An officer belongs to one association: the key is the person alone.
create table association_officer (
  person_id uuid primary key references person on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  since timestamptz not null
);
create index association_officer_organisation on association_officer (organisation_id);

create table platform_role (
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('MODERATOR', 'ADMINISTRATOR')),
  since timestamptz not null,
  primary key (person_id, role)
);

create table invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation on delete cascade,
  email text not null,
  role text not null check (role in ('VIEWER', 'EDITOR', 'OWNER')),
  language char(2) not null,
  invited_by uuid references person on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz,
  closed_why text check (closed_why in ('ACCEPTED', 'WITHDRAWN', 'EXPIRED')),
  check ((closed_at is null) = (closed_why is null))
);
create unique index invitation_open on invitation (organisation_id, lower(email))
  where closed_at is null;
create index invitation_email on invitation (lower(email)) where closed_at is null;
