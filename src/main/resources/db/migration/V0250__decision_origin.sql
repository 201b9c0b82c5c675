-- What led to a decision: a report, an automatic signal, or a look of the secretariat's own.
alter table moderation_decision add column origin text check (origin in ('REPORT', 'SIGNAL', 'OWN'));
-- what was not confirmed has closed no report
update moderation_decision d
   set origin = case when exists (select 1 from report r where r.decision_id = d.id)
                       or d.status = 'DECLINED' and d.subject_kind <> 'AUTHORITY'
                     then 'REPORT' else 'OWN' end;
alter table moderation_decision alter column origin set not null;

-- A signal can lead to a decision, and is closed by it.
alter table content_flag drop constraint content_flag_closed_why_check;
alter table content_flag add constraint content_flag_closed_why_check
  check (closed_why in ('DISMISSED', 'CONFIRMED', 'GONE', 'DECIDED'));
alter table content_flag drop constraint content_flag_check1;
alter table content_flag add constraint content_flag_closed_by
  check ((closed_why in ('DISMISSED', 'DECIDED')) = (closed_by is not null));
