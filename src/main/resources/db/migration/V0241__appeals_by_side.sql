-- One appeal against a decision for each side that it concerns: who has written what it is about, and the authority.
alter table moderation_appeal add column side text check (side in ('AUTHOR', 'AUTHORITY'));
update moderation_appeal a set side = case when a.by = d.person_id then 'AUTHOR' else 'AUTHORITY' end
  from moderation_decision d where d.id = a.decision_id;
alter table moderation_appeal alter column side set not null;
alter table moderation_appeal drop constraint moderation_appeal_decision_id_key;
alter table moderation_appeal add constraint moderation_appeal_once unique (decision_id, side);
