-- How well the two fitted when it was asked for: numbers and reasons as data, in no language.
alter table introduction add column match jsonb;
