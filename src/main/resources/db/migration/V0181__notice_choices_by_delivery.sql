-- How the mails of a kind come; whoever has no row is sent each at once. Takes the place of the kinds
-- that were not wanted at all.
create table notice_choice (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('INTRODUCTIONS', 'MESSAGES', 'PROFILES')),
  delivery text not null check (delivery in ('DAILY', 'WEEKLY', 'OFF')),
  since timestamptz not null,
  primary key (person_id, kind)
);
insert into notice_choice (person_id, kind, delivery, since)
  select person_id, kind, 'OFF', since from unwanted_notice;
drop table unwanted_notice;

-- When each person was last sent a digest; locked while one is put together.
create table digest (
  person_id uuid primary key references person on delete cascade,
  last_at timestamptz
);
