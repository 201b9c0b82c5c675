-- The text as it is searched: in small letters, without marks above and below them, ß as ss.
alter table message add column folded text generated always as
  (replace(lower(regexp_replace(normalize(text, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss')) stored;
