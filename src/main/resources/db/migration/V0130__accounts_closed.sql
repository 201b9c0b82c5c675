-- Of a closed account the row stays, without name and address: what the person has written names it.
alter table person add column closed_at timestamptz;
