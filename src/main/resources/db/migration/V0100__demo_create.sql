-- That the demonstration data have been loaded, and what their people still have to write.
create table demo_data (
  only_one boolean primary key default true check (only_one),
  loaded_at timestamptz not null default now()
);

create table demo_message (
  introduction uuid not null,
  number integer not null,
  person uuid not null references person on delete cascade,
  authority uuid not null references organisation on delete cascade,
  text text not null,
  primary key (introduction, number)
);
