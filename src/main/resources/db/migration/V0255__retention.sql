-- Messages and files that were removed are erased for good after a time; that they were there stays.
alter table message add column erased_at timestamptz;
alter table message add constraint message_erased
  check (erased_at is null or withheld is not null);
alter table message_attachment add column erased_at timestamptz;
alter table message_attachment add constraint message_attachment_erased
  check (erased_at is null or withheld is not null);
create index message_removed on message (id) where withheld = 'REMOVED' and erased_at is null;
-- what refers to a row that goes must be found without reading everything
create index message_quotes on message (quotes_id) where quotes_id is not null;
create index report_conversation on report (conversation_id) where conversation_id is not null;
create index moderation_decision_conversation on moderation_decision (conversation_id)
  where conversation_id is not null;
create index content_flag_conversation on content_flag (conversation_id)
  where conversation_id is not null;

-- The transparency report of a year that is over, in numbers, so that it stays as it is when what
-- was counted has gone.
create table transparency_year (
  year int primary key,
  report jsonb not null,
  at timestamptz not null
);
