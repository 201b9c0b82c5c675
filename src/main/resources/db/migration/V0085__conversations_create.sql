-- What two authorities write to each other once an introduction is accepted.
create table conversation (
  id uuid primary key,
  introduction_id uuid not null unique references introduction,
  opened_at timestamptz not null,
  -- of the newest message; raised in the transaction of each message, so that numbers have no gap
  -- and become visible in their order
  last_number bigint not null default 0 check (last_number >= 0),
  active_at timestamptz not null
);

create table conversation_side (
  conversation_id uuid not null references conversation on delete cascade,
  authority_id uuid not null references organisation,
  primary key (conversation_id, authority_id)
);
create index conversation_side_authority on conversation_side (authority_id);

create table message (
  id uuid primary key,
  conversation_id uuid not null,
  number bigint not null check (number > 0),
  -- for whom the author wrote
  authority_id uuid not null,
  author_id uuid not null,
  text text not null check (char_length(text) between 1 and 10000),
  at timestamptz not null,
  -- what the client calls it, so that sending it again adds nothing
  client_key text check (char_length(client_key) between 1 and 100),
  unique (conversation_id, number),
  unique (author_id, client_key),
  foreign key (conversation_id, authority_id) references conversation_side
);

-- Up to where somebody has read; nobody has read anything who is not in it.
create table conversation_read (
  conversation_id uuid not null references conversation on delete cascade,
  person_id uuid not null,
  up_to bigint not null check (up_to >= 0),
  at timestamptz not null,
  primary key (conversation_id, person_id)
);
