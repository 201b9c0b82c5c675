-- Whoever takes the file of what is kept about her is given the entries that name her, too.
create index audit_entry_named_person on audit_entry ((details ->> 'person')) where details ->> 'person' is not null;
create index audit_entry_named_taker on audit_entry ((details ->> 'taker')) where details ->> 'taker' is not null;
create index audit_entry_named_claimant on audit_entry ((details ->> 'claimant')) where details ->> 'claimant' is not null;
