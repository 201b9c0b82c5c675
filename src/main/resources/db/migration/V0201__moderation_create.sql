-- What the secretariat has decided about a thing or an authority, and what came of it.
create table moderation_decision (
  id uuid primary key,
  kind text not null check (kind in
    ('NO_ACTION', 'RETURN', 'HIDE', 'REMOVE', 'WARN', 'RESTRICT', 'SUSPEND')),
  -- what a restriction takes away
  scope text check (scope in ('NO_INTRODUCTIONS', 'READ_ONLY')),
  reason text not null,
  -- the section of the moderation rules that it rests on
  rule text,
  text text not null check (char_length(text) between 1 and 4000),
  subject_kind text not null check (subject_kind in
    ('CONVERSATION', 'MESSAGE', 'ATTACHMENT', 'PROFILE', 'AUTHORITY')),
  subject uuid not null,
  conversation_id uuid references conversation,
  -- whom it concerns: those who act for the authority, and who has written what was reported
  authority_id uuid references organisation,
  person_id uuid,
  status text not null check (status in
    ('PROPOSED', 'DECLINED', 'IN_FORCE', 'EXPIRED', 'LIFTED', 'OVERTURNED')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- for how many days from its coming into force; null where it has no term
  term_days int check (term_days between 1 and 730),
  term_until timestamptz,
  -- the second pair of eyes, where it takes one, and what it has said
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirm_text text,
  -- when it came into force
  in_force_at timestamptz,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_text text,
  -- where the profile stood, and its version after, where the decision has moved it
  profile_from text,
  profile_version bigint,
  check ((kind = 'RESTRICT') = (scope is not null)),
  check (kind = 'NO_ACTION' or rule is not null),
  check (kind <> 'RESTRICT' or term_days is not null),
  check (term_days is null or kind in ('HIDE', 'RESTRICT', 'SUSPEND')),
  check (term_until is null or term_days is not null),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (kind <> 'SUSPEND' or status = 'PROPOSED' or confirmed_by is not null),
  -- two pairs of eyes
  check (confirmed_by is null or confirmed_by <> decided_by),
  check (status in ('PROPOSED', 'DECLINED') or in_force_at is not null),
  check ((status in ('EXPIRED', 'LIFTED', 'OVERTURNED')) = (lifted_at is not null))
);
-- one decision of a kind at a time about one thing
create unique index moderation_decision_once on moderation_decision (subject, kind)
  where status in ('PROPOSED', 'IN_FORCE') and kind in ('HIDE', 'REMOVE', 'RESTRICT', 'SUSPEND');
create index moderation_decision_newest on moderation_decision (decided_at desc, id desc);
create index moderation_decision_authority on moderation_decision (authority_id);
create index moderation_decision_person on moderation_decision (person_id);
create index moderation_decision_term on moderation_decision (term_until)
  where status = 'IN_FORCE' and term_until is not null;

-- An appeal of whom a decision concerns: one for each decision.
create table moderation_appeal (
  id uuid primary key,
  decision_id uuid not null unique references moderation_decision,
  text text not null check (char_length(text) between 1 and 4000),
  by uuid not null,
  at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('UPHELD', 'OVERTURNED')),
  answer text check (char_length(answer) between 1 and 4000),
  check ((decided_at is null) = (outcome is null)
     and (decided_at is null) = (decided_by is null)
     and (decided_at is null) = (answer is null))
);
create index moderation_appeal_by on moderation_appeal (by);
create index moderation_appeal_open on moderation_appeal (at, id) where decided_at is null;
