-- How orders of a channel are checked when they arrive; '*' for channels without a policy of their own. `holds` says which
-- finding holds an order, and how, where it differs from the usual.
create table validation_policy (
  channel text primary key check (channel in ('*', 'online', 'marketplace', 'store', 'b2b', 'phone')),
  mode text not null check (mode in ('warn', 'hold')),
  holds jsonb not null default '{}',
  set_by text not null,
  updated_at timestamptz not null default clock_timestamp()
);
