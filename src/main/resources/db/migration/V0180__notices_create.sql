-- What people are told on the pages: one row for each reader and event. Every mail that tells of
-- something here is made in the transaction of its row.
create table notice (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- which notice it is: its text is the subject of the mail of the same name
  kind text not null,
  -- as which kind of mail it is chosen; null for one that nobody can switch off
  chosen_as text check (chosen_as in ('INTRODUCTIONS', 'MESSAGES', 'PROFILES')),
  subject uuid not null,
  -- tells the events about one subject apart: of the event, or of the message
  number bigint not null,
  facts jsonb not null default '{}',
  link_path text,
  at timestamptz not null,
  read_at timestamptz,
  -- whether it is still to go out with a digest
  waiting boolean not null default false,
  -- an event that comes again adds nothing
  unique (person_id, kind, subject, number)
);
create index notice_newest on notice (person_id, id desc);
create index notice_unread on notice (person_id, link_path) where read_at is null;
create index notice_waiting on notice (person_id, at) where waiting;
create index notice_at on notice (at);

-- of what a mail tells; it is asked again before it is written whether that may still be told
alter table mail add column notices uuid[] not null default '{}';
-- dropped: by an administrator, or because nothing of what it tells may be told any more
alter table mail drop constraint mail_status_check;
alter table mail add constraint mail_status_check
  check (status in ('QUEUED', 'SENT', 'DEAD', 'DROPPED'));
create index mail_dead on mail (next_attempt desc, id desc) where status = 'DEAD';
