-- The sides of a conversation are organisations: authorities, an association, the secretariat; and
-- there may be several of them.
alter table conversation alter column introduction_id drop not null;
alter table conversation add column subject text check (char_length(subject) between 1 and 200);
alter table conversation add column opened_for uuid references organisation;
alter table conversation add constraint conversation_origin
  check (introduction_id is not null or subject is not null and opened_for is not null);
create index conversation_opened_for on conversation (opened_for, opened_at);

alter table conversation_side rename column authority_id to organisation_id;
alter index conversation_side_authority rename to conversation_side_organisation;
alter table message rename column authority_id to organisation_id;

alter table conversation_side add column kind text not null default 'AUTHORITY'
  check (kind in ('AUTHORITY', 'ASSOCIATION', 'SECRETARIAT'));
alter table conversation_side alter column kind drop default;
-- a side that has left reads what was written before, and no more
alter table conversation_side add column left_at timestamptz;
alter table conversation_side add column left_after bigint check (left_after >= 0);
alter table conversation_side add constraint conversation_side_left
  check ((left_at is null) = (left_after is null));
-- since when the others see the contact that the side's profile names
alter table conversation_side add column contact_since timestamptz;
alter table conversation_side add column contact_by uuid;
alter table conversation_side add constraint conversation_side_contact
  check ((contact_since is null) = (contact_by is null));

-- for which side somebody has read
alter table conversation_read add column organisation_id uuid;
update conversation_read r set organisation_id =
  (select s.organisation_id from conversation_side s join membership m
       on m.organisation_id = s.organisation_id and m.person_id = r.person_id
    where s.conversation_id = r.conversation_id order by s.organisation_id limit 1);

-- Who wants no mails and notices about a conversation.
create table conversation_mute (
  conversation_id uuid not null references conversation on delete cascade,
  person_id uuid not null references person on delete cascade,
  at timestamptz not null,
  primary key (conversation_id, person_id)
);
