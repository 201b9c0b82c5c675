-- The link by which somebody who cannot sign in reads a statement of reasons is made when its mail is written: what stands here leads
-- to the page for who can.
update mail m
   set link_path = '/decisions/' || n.subject
  from notice n
 where m.link_path like '/statements/%' and n.id = any (m.notices);
update mail set link_path = '/decisions' where link_path like '/statements/%';
update notice set link_path = '/decisions/' || subject where link_path like '/statements/%';

-- What has led to a decision is a fact of its mail since V0250: one that is not sent yet would show the name of the fact instead.
update mail
   set facts = facts || '{"origin": ""}'
 where kind = 'decision-made' and status <> 'SENT' and not facts ? 'origin';
update notice set facts = facts || '{"origin": ""}' where kind = 'decision-made' and not facts ? 'origin';
