-- A side that has left reads messages as they were then, and is told of nothing that comes after.
alter table conversation_side add column left_revision bigint check (left_revision >= 0);
alter table conversation_side add column left_active_at timestamptz;

update conversation_side s
   set left_revision = coalesce(
         (select max(w.revision)
            from (select m.revision, coalesce(m.edited_at, m.at) at
                    from message m where m.conversation_id = s.conversation_id
                  union all
                  select v.revision, v.at
                    from message_version v join message m on m.id = v.message_id
                   where m.conversation_id = s.conversation_id) w
           where w.at <= s.left_at), 0),
       left_active_at = coalesce(
         (select m.at from message m
           where m.conversation_id = s.conversation_id and m.number = s.left_after),
         (select c.opened_at from conversation c where c.id = s.conversation_id)),
       contact_since = null,
       contact_by = null
 where s.left_at is not null;

alter table conversation_side drop constraint conversation_side_left;
alter table conversation_side add constraint conversation_side_left
  check ((left_at is null) = (left_after is null)
     and (left_at is null) = (left_revision is null)
     and (left_at is null) = (left_active_at is null));
-- who has left shows nobody her contact
alter table conversation_side add constraint conversation_side_left_contact
  check (left_at is null or contact_since is null);
