-- What the yearly transparency report counts.
create index profile_change_decided on profile_change (at)
  where action in ('confirm', 'return', 'suspend', 'reinstate');
create index introduction_reviewed on introduction (review_at) where review_at is not null;
create index place_claim_decided on place_claim (decided_at) where decided_at is not null;
create index moderation_appeal_at on moderation_appeal (at);
