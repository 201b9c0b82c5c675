-- The organisations whose names fill a notice, by the name of the fact: their names are asked for
-- when it is shown, as they are then, in the reader's language, and only where she still sees them.
alter table notice add column named jsonb not null default '{}';
update notice n set named = jsonb_build_object('from', i.from_authority, 'to', i.to_authority)
  from introduction i where n.kind like 'introduction-%' and i.id = n.subject;
update notice n set named = jsonb_build_object('from', m.organisation_id)
  from message m where n.kind = 'message-arrived' and m.conversation_id = n.subject and m.number = n.number;
update notice n set named = jsonb_build_object('name', n.subject)
 where n.kind like 'profile-%' or n.kind = 'reconfirmation-due';
update notice n set named = jsonb_build_object('name', c.profile)
  from place_claim c where n.kind like 'claim-%' and c.id = n.subject;
