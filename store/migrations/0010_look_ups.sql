-- How often in a row a write in doubt could not be looked up, and what a person found out about one instead.
alter table delivery
  add column look_ups smallint not null default 0,
  add column operator_receipt jsonb;
