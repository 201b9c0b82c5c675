-- Counts what is written in a conversation, messages and changes of messages alike, so that an open
-- page can ask for what it has not got yet.
alter table conversation add column revision bigint not null default 0;
update conversation set revision = last_number;
alter table conversation add constraint conversation_revision check (revision >= last_number);

alter table message add column revision bigint;
update message set revision = number;
alter table message alter column revision set not null;
alter table message add constraint message_revision check (revision >= number);
create index message_revision on message (conversation_id, revision);
