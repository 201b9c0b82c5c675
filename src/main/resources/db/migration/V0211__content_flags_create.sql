-- What automatic signals have found, for a person to look at; they decide nothing.
create table content_flag (
  id uuid primary key,
  kind text not null check (kind in ('PROFILE', 'MESSAGE', 'ACCOUNT')),
  -- the authority, the message or the account
  subject uuid not null,
  -- the authority whose text it is, or for which the account acts
  authority_id uuid not null references organisation,
  conversation_id uuid references conversation,
  signals text[] not null check (cardinality(signals) > 0),
  -- in which fields
  places text[] not null default '{}',
  -- a hash of what was found: the same is not flagged again once somebody has looked at it
  fingerprint bytea not null,
  found_at timestamptz not null,
  -- whether it waits by itself: what is in a submitted profile is looked at with the profile
  waits boolean not null,
  closed_at timestamptz,
  -- somebody has looked at it; a reviewer has confirmed the profile; it is not there any more
  closed_why text check (closed_why in ('DISMISSED', 'CONFIRMED', 'GONE')),
  -- null for the service
  closed_by uuid,
  note text check (char_length(note) between 1 and 1000),
  check ((closed_at is null) = (closed_why is null)),
  check ((closed_why = 'DISMISSED') = (closed_by is not null)),
  check ((kind = 'MESSAGE') = (conversation_id is not null))
);
create unique index content_flag_open on content_flag (kind, subject, authority_id)
  where closed_at is null;
create index content_flag_queue on content_flag (kind, found_at, id)
  where closed_at is null and waits;
create index content_flag_subject on content_flag (subject, found_at);
create index content_flag_found on content_flag (found_at);

-- Up to when the accounts have been looked at.
create table account_signals (
  only_one boolean primary key default true check (only_one),
  up_to timestamptz not null
);
create index membership_since on membership (since);

-- The same text to many is found by this.
create index message_same on message
  (author_id, md5(lower(regexp_replace(text, '\s+', ' ', 'g'))), at);
