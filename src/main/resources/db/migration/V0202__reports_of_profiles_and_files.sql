-- Profiles and files are reported, too; and a report is open until a decision closes it.
alter table report drop constraint report_kind_check;
alter table report add constraint report_kind_check
  check (kind in ('CONVERSATION', 'MESSAGE', 'ATTACHMENT', 'PROFILE'));
alter table report alter column conversation_id drop not null;
alter table report add constraint report_conversation
  check ((kind = 'PROFILE') = (conversation_id is null));
-- for whom the reporter acts, if for anybody
alter table report alter column reported_for drop not null;
-- whose it is: the organisation for which it was written, and by whom; of a conversation neither
alter table report add column authority_id uuid references organisation;
alter table report add column author_id uuid;
update report r set authority_id = m.organisation_id, author_id = m.author_id
  from message m where r.kind = 'MESSAGE' and m.id = r.subject;
alter table report add constraint report_authority
  check (kind = 'CONVERSATION' or authority_id is not null);
alter table report add column decision_id uuid references moderation_decision;
-- what was decided may be reported again
drop index report_once;
create unique index report_once on report (subject, reporter_id) where decision_id is null;
create index report_open on report (at, id) where decision_id is null;
create index report_decision on report (decision_id) where decision_id is not null;
create index report_subject on report (subject);
