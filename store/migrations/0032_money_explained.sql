-- What orders come to at the systems that they were told to, and how each difference was closed.

create table destination_total (
  order_id uuid not null references orders,
  connection_id uuid not null references connection,
  -- As the destination had it, before a rounding line of the hub's own making.
  grand_minor bigint not null,
  lines_minor bigint,
  shipping_minor bigint,
  tax_minor bigint,
  levelled_minor bigint not null,
  ours_minor bigint not null,
  currency text not null,
  -- [{cause, minor}], which sum to the destination's total less ours.
  causes jsonb not null,
  closing text not null check (closing in ('equal', 'rounding-line', 'accepted', 'operator', 'open')),
  closed_by text,
  note text,
  stated_at timestamptz not null,
  primary key (order_id, connection_id)
);
create index destination_total_day on destination_total (stated_at);
create index destination_total_open on destination_total (connection_id) where closing = 'open';

-- How differences at a destination are closed without a person; without a row, only a rounding line closes one.
create table closing_policy (
  connection_id uuid primary key references connection,
  tolerance_minor bigint not null check (tolerance_minor >= 0),
  updated_at timestamptz not null default clock_timestamp()
);
