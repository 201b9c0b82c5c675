-- Which decision of the secretariat has led to a step: what is decided about a profile is no review of it.
alter table profile_change add column decision uuid;

update profile_change c set decision = d.id
  from moderation_decision d
 where d.authority_id = c.profile
   and (d.profile_version = c.version
     or d.profile_version < c.version and c.action in ('reinstate', 'confirm')
        and c.at between d.lifted_at - interval '5 seconds' and d.lifted_at + interval '5 seconds');

-- What one person had suspended without a decision stands as one of hers that hides it: those concerned get a statement
-- of reasons and can appeal, and it is lifted as any other.
with suspended as (
  select p.id profile, p.suspended_from, c.number, c.version, c.person_id,
         case when 'not-entitled' = any(c.reasons) then 'IMPERSONATION' else 'OTHER' end reason,
         coalesce(c.text, '–') text, gen_random_uuid() decision
    from authority_profile p
    join lateral (select * from profile_change c
                   where c.profile = p.id and c.action = 'suspend' order by c.number desc limit 1) c on true
   where p.status = 'SUSPENDED' and c.decision is null and c.person_id is not null
     and not exists (select 1 from organisation_restriction r
                      where r.organisation_id = p.id and r.kind in ('HIDDEN', 'SUSPENDED'))
), decided as (
  insert into moderation_decision
    (id, kind, reason, rule, text, subject_kind, subject, authority_id, status, decided_by, decided_at, in_force_at,
     profile_from, profile_version)
  select decision, 'HIDE', reason, case reason when 'IMPERSONATION' then 'R1' else 'R7' end, text, 'PROFILE', profile,
         profile, 'IN_FORCE', person_id, now(), now(), coalesce(suspended_from, 'CONFIRMED'), version
    from suspended
), restricted as (
  insert into organisation_restriction (decision_id, organisation_id, kind, since)
  select decision, profile, 'HIDDEN', now() from suspended
), told as (
  -- they are told as of any other, and from now on can appeal
  insert into outbox_event (type, subject, payload)
  select 'DecisionMade', decision,
         jsonb_build_object('subject', decision, 'kind', 'hide', 'origin', 'own', 'authority', profile)
    from suspended
)
update profile_change c set decision = s.decision from suspended s where c.number = s.number;

-- Of a suspension tells the decision alone: of one that stands all are told anew, and of one that is over nothing is left to
-- read.
delete from notice where kind = 'profile-suspended';
delete from mail where kind = 'profile-suspended' and status in ('QUEUED', 'DEAD');
update mail set kind = 'decision-made' where kind = 'profile-suspended';

-- What the transparency report counts as reviews.
drop index profile_change_decided;
create index profile_change_reviewed on profile_change (at)
  where action in ('confirm', 'return', 'archive') and decision is null;
