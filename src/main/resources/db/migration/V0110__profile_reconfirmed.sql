-- When somebody last said that the profile is right: freshness counts from here, not from the
-- first confirmation.
alter table authority_profile add column reconfirmed_at timestamptz;
update authority_profile set reconfirmed_at = confirmed_at;
alter table authority_profile add check ((confirmed_at is null) = (reconfirmed_at is null));
