-- Which decision a signal has led to: where the second moderator does not agree it is open again, as what was reported is.
alter table content_flag add column decision uuid;
create index content_flag_decision on content_flag (decision) where decision is not null;
