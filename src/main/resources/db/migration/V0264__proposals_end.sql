-- A proposal to suspend ends without a second moderator where nobody is left to suspend.
alter table moderation_decision drop constraint moderation_decision_check6;
alter table moderation_decision add constraint moderation_decision_two
  check (kind <> 'SUSPEND' or status in ('PROPOSED', 'DECLINED') or confirmed_by is not null);
