-- What somebody has reported to the secretariat.
create table report (
  id uuid primary key,
  kind text not null check (kind in ('CONVERSATION', 'MESSAGE')),
  subject uuid not null,
  conversation_id uuid not null references conversation,
  -- what a reported message said when it was reported
  excerpt text,
  reason text not null,
  text text check (char_length(text) between 1 and 2000),
  reporter_id uuid not null,
  reported_for uuid not null references organisation,
  at timestamptz not null
);
-- a person reports a thing once
create unique index report_once on report (subject, reporter_id);
create index report_at on report (at desc, id desc);
