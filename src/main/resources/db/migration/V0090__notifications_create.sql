-- Mails to be sent, and for a while those that were. No token of a link stands here.
create table mail (
  id uuid primary key,
  recipient text not null,
  language char(2) not null,
  kind text not null,
  facts jsonb not null default '{}',
  link_path text,
  link_kind text,
  link_subject uuid,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'SENT', 'DEAD')),
  attempts integer not null default 0,
  next_attempt timestamptz not null,
  -- the same at each attempt, so that a mail sent twice is seen to be one
  message_id text not null unique,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((link_kind is null) = (link_subject is null)),
  check ((status = 'SENT') = (sent_at is not null))
);
create index mail_due on mail (next_attempt) where status = 'QUEUED';
create index mail_sent on mail (sent_at) where status = 'SENT';
