-- A request of one authority to be put in touch with another.
create table introduction (
  id uuid primary key,
  from_authority uuid not null references organisation,
  to_authority uuid not null references organisation,
  -- whose association reviews what the asker asks for
  country char(2) not null,
  status text not null check (status in
    ('PENDING_REVIEW', 'SENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REJECTED')),
  text text not null check (char_length(text) between 3 and 2000),
  cooperation_types text[] not null default '{}',
  themes text[] not null default '{}',
  asked_by uuid not null,
  asked_at timestamptz not null,
  reviewed boolean not null,
  review_by uuid,
  review_at timestamptz,
  review_reason text,
  review_text text,
  sent_at timestamptz,
  answer_by uuid,
  answer_at timestamptz,
  answer_reason text,
  answer_text text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  -- opened by the package above once it was accepted
  conversation_id uuid unique,
  check (from_authority <> to_authority),
  check ((review_by is null) = (review_at is null)),
  check (review_at is null or reviewed),
  check (status <> 'PENDING_REVIEW' or reviewed and review_at is null and sent_at is null),
  check (status not in ('SENT', 'ACCEPTED', 'DECLINED') or sent_at is not null),
  check ((status = 'REJECTED') = (review_reason is not null)),
  check (status <> 'REJECTED' or sent_at is null),
  check ((status in ('ACCEPTED', 'DECLINED')) = (answer_at is not null)),
  check ((answer_by is null) = (answer_at is null)),
  check ((status = 'DECLINED') = (answer_reason is not null)),
  check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (conversation_id is null or status = 'ACCEPTED')
);
-- Two authorities have at most one introduction that somebody still has to act on, whoever asked.
create unique index introduction_open on introduction
  (least(from_authority, to_authority), greatest(from_authority, to_authority))
  where status in ('PENDING_REVIEW', 'SENT');
create index introduction_from on introduction (from_authority, asked_at desc, id desc);
create index introduction_to on introduction (to_authority, sent_at desc, id desc)
  where sent_at is not null;
create index introduction_queue on introduction (country, asked_at, id)
  where status = 'PENDING_REVIEW';
