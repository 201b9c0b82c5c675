-- What those whom a decision concerns have corrected of what it hides, and what was answered.
create table moderation_correction (
  id uuid primary key,
  decision_id uuid not null references moderation_decision on delete cascade,
  -- what the message says now, as it was sent; null for a profile
  content text,
  note text check (char_length(note) between 1 and 4000),
  by uuid not null,
  at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('RESTORED', 'KEPT')),
  answer text check (char_length(answer) between 1 and 4000),
  check ((decided_at is null) = (outcome is null)
     and (decided_at is null) = (decided_by is null)
     and (decided_at is null) = (answer is null))
);
-- one at a time
create unique index moderation_correction_open on moderation_correction (decision_id)
  where decided_at is null;
create index moderation_correction_decision on moderation_correction (decision_id, at);
create index moderation_correction_by on moderation_correction (by);

-- The decision that hid what a message said before it was corrected: its readers are not shown that again.
alter table message_version add column withheld_by uuid;
create index message_version_withheld on message_version (withheld_by) where withheld_by is not null;
