-- What is unread of something, for when it is over.
create index notice_unread_of on notice (subject) where read_at is null;
