-- Who has been sent a mail about which message of a conversation: there is no second one before the
-- reader has read that message.
create table message_notice (
  conversation_id uuid not null references conversation on delete cascade,
  person_id uuid not null references person on delete cascade,
  number bigint not null check (number > 0),
  at timestamptz not null,
  primary key (conversation_id, person_id)
);
