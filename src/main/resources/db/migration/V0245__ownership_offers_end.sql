-- An offer of ownership that nobody answers ends by itself.
alter table ownership_change add column ends_at timestamptz;
update ownership_change set ends_at = at + interval '14 days' where kind = 'OFFER';
alter table ownership_change add constraint ownership_change_ends
  check ((kind = 'OFFER') = (ends_at is not null));
