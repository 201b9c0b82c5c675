-- Files of messages. One that is sent before its message belongs to none yet, and goes after a day.
create table message_attachment (
  id uuid primary key,
  conversation_id uuid not null references conversation on delete cascade,
  message_id uuid references message on delete cascade,
  author_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  type text not null,
  size bigint not null check (size > 0),
  content bytea not null,
  at timestamptz not null
);
-- compressed as most of these files are, trying again is in vain
alter table message_attachment alter column content set storage external;
create index message_attachment_message on message_attachment (message_id);
create index message_attachment_waiting on message_attachment (author_id, at) where message_id is null;
