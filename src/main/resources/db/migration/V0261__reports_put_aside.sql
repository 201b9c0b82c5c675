-- What is decided about a person and what she reports: her reports are put aside for a term.
alter table moderation_decision drop constraint moderation_decision_subject_kind_check;
alter table moderation_decision add constraint moderation_decision_subject_kind_check
  check (subject_kind in
    ('CONVERSATION', 'MESSAGE', 'ATTACHMENT', 'PROFILE', 'AUTHORITY', 'ACCOUNT', 'REPORTER'));
alter table moderation_decision drop constraint moderation_decision_scope_check;
alter table moderation_decision add constraint moderation_decision_scope_check
  check (scope in ('NO_INTRODUCTIONS', 'READ_ONLY', 'NO_REPORTS'));
-- whom it concerns is the person alone
alter table moderation_decision add constraint moderation_decision_reporter
  check (subject_kind <> 'REPORTER' or authority_id is null and person_id = subject);
alter table moderation_decision add constraint moderation_decision_no_reports
  check (scope is distinct from 'NO_REPORTS' or subject_kind = 'REPORTER' and term_days <= 92);
create index report_reporter on report (reporter_id);
