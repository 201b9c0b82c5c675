-- What a reported message had said before, and the names of its files: it may be changed meanwhile.
alter table report add column earlier text[] not null default '{}';
alter table report add column files text[] not null default '{}';
