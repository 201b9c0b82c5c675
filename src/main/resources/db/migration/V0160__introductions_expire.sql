-- An introduction that nobody answers is reminded of and then expires; one that the secretariat ends
-- is ended.
alter table introduction drop constraint introduction_status_check;
alter table introduction
  add constraint introduction_status_check check (status in
    ('PENDING_REVIEW', 'SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REJECTED', 'EXPIRED', 'ENDED')),
  -- until when the other side is asked to answer
  add column answer_until timestamptz,
  -- how often the other side has been reminded
  add column reminders smallint not null default 0 check (reminders between 0 and 2),
  add column review_reminded_at timestamptz,
  -- when it expired or was ended
  add column closed_at timestamptz,
  add check ((status in ('EXPIRED', 'ENDED')) = (closed_at is not null)),
  add check (status <> 'EXPIRED' or sent_at is not null);
update introduction
   set answer_until = greatest(sent_at + interval '45 days', now() + interval '14 days')
 where sent_at is not null;
alter table introduction
  add check ((sent_at is null) = (answer_until is null));
create index introduction_waits on introduction (answer_until) where status = 'SENT';

-- A request that nobody answered in time counts against the answer rate and waits no more.
alter table authority_request
  add column expired timestamptz,
  add check (expired is null or answered is null);
