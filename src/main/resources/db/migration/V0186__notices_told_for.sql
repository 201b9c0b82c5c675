-- As whose a notice was told: its reader sees it while she acts for that organisation; null where it
-- concerns herself.
alter table notice add column told_for uuid references organisation on delete cascade;

-- A digest is taken with its notices: nothing else guards it.
drop table digest;
