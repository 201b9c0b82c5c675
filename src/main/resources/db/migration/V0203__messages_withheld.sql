-- Messages and files that nobody is shown, by a decision of the secretariat.
alter table message add column withheld text check (withheld in ('HIDDEN', 'REMOVED'));
-- when that was last decided, as the conversation counts, so that an open page asks for it anew
alter table message add column withheld_revision bigint;
create index message_withheld on message (conversation_id, withheld_revision)
  where withheld_revision is not null;
alter table message_attachment add column withheld text check (withheld in ('HIDDEN', 'REMOVED'));
