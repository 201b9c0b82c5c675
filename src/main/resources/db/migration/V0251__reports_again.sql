-- Who has reported something about which nothing was done can ask once that somebody else looks at it again.
alter table report add column again_at timestamptz;
alter table report add column again_text text check (char_length(again_text) between 1 and 2000);
-- the decision that she does not agree to
alter table report add column again_decision uuid references moderation_decision on delete set null;
alter table report add constraint report_again check ((again_at is null) = (again_text is null));
create index report_again_decision on report (again_decision) where again_decision is not null;
