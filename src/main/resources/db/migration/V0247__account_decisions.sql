-- An account is suspended by a decision like others, which two people of the secretariat make.
alter table moderation_decision drop constraint moderation_decision_subject_kind_check;
alter table moderation_decision add constraint moderation_decision_subject_kind_check
  check (subject_kind in ('CONVERSATION', 'MESSAGE', 'ATTACHMENT', 'PROFILE', 'AUTHORITY', 'ACCOUNT'));
-- whom it concerns is the person alone
alter table moderation_decision add constraint moderation_decision_account
  check (subject_kind <> 'ACCOUNT' or authority_id is null and person_id = subject and kind = 'SUSPEND');
-- No such decision stands behind a suspension of before, which one administrator had made: it goes over into what one may
-- do alone. The password is worth nothing, and the owner sets a new one by a link to the address. What stays on record says
-- who had suspended it and when, so that somebody decides about each.
insert into account_measure (id, person_id, kind, by, at, reason)
select gen_random_uuid(), p.id, 'LOCK', coalesce(e.person_id, '00000000-0000-0000-0000-000000000000'),
       coalesce(e.at, p.suspended_at), 'Suspended by an administrator before suspensions were decisions; locked instead.'
  from person p
  left join lateral (select a.person_id, a.at from audit_entry a
                      where a.subject = p.id and a.action = 'account.suspend' order by a.number desc limit 1) e on true
 where p.suspended_at is not null;
update person set suspended_at = null, password_hash = null where suspended_at is not null;
