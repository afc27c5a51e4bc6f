-- Returns, and what buyers are given for them; complaints and other cases.

create sequence rma_number;
create table rma (
  id uuid primary key,
  number text not null unique,
  order_id uuid not null references orders,
  resolution text not null check (resolution in ('refund', 'exchange', 'store-credit')),
  -- What of the policy was passed over.
  exception text,
  note text,
  -- Where the goods are to come to.
  location_id uuid not null references location,
  version integer not null,
  -- The label that the buyer sends them with.
  label_wanted_at timestamptz,
  carrier_connection_id uuid references connection,
  carrier_reference text,
  tracking_number text,
  label_format text,
  label bytea,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index rma_order on rma (order_id);

create table rma_line (
  rma_id uuid not null references rma,
  order_line_id uuid not null references order_line,
  position integer not null,
  sku text not null,
  reason text not null,
  condition text not null,
  quantity integer not null check (quantity > 0),
  received integer not null default 0 check (received >= 0),
  kept integer not null default 0 check (kept >= 0),
  cancelled integer not null default 0 check (cancelled >= 0),
  restock integer not null default 0 check (restock >= 0),
  refurbish integer not null default 0 check (refurbish >= 0),
  scrap integer not null default 0 check (scrap >= 0),
  supplier integer not null default 0 check (supplier >= 0),
  resolved integer not null default 0 check (resolved >= 0),
  primary key (rma_id, order_line_id),
  check (received + kept + cancelled <= quantity),
  check (restock + refurbish + scrap + supplier <= received),
  check (resolved <= restock + refurbish + scrap + supplier + kept)
);
create index rma_line_order_line on rma_line (order_line_id);

create table rma_event (
  rma_id uuid not null references rma,
  version integer not null,
  type text not null,
  body jsonb not null,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (rma_id, version)
);

-- Units of order lines that are back, by whoever said so, and how many of them the order's source has told of.
create table order_line_return (
  order_line_id uuid primary key references order_line,
  order_id uuid not null references orders,
  returned integer not null check (returned >= 0),
  by_refund integer not null check (by_refund >= 0),
  by_return integer not null check (by_return >= 0)
);
create index order_line_return_order on order_line_return (order_id);

create table return_policy (
  id uuid primary key,
  -- Null for all channels without a policy of their own.
  channel text,
  window_days integer not null check (window_days >= 0),
  conditions text[] not null,
  always_for text[] not null,
  fee_bps integer not null check (fee_bps between 0 and 10000),
  returnless_below_minor bigint check (returnless_below_minor >= 0),
  version integer not null default 1,
  updated_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (channel)
);

-- Money that a buyer has with the company, to pay other orders with.
create sequence store_credit_number;
create table store_credit (
  id uuid primary key,
  code text not null unique,
  order_id uuid not null references orders,
  rma_id uuid not null references rma,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  used_minor bigint not null default 0 check (used_minor between 0 and amount_minor),
  created_at timestamptz not null default clock_timestamp()
);
create index store_credit_order on store_credit (order_id);

-- Complaints and questions of buyers.
create sequence case_number;
create table service_case (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('complaint', 'question', 'claim')),
  subject text not null,
  state text not null check (state in ('open', 'waiting', 'solved', 'closed')),
  priority text not null check (priority in ('low', 'normal', 'high')),
  order_id uuid references orders,
  rma_id uuid references rma,
  -- The case of another system, such as a CRM, that this one is.
  connection_id uuid references connection,
  external_id text,
  answer_due_at timestamptz not null,
  answered_at timestamptz,
  solve_due_at timestamptz not null,
  solved_at timestamptz,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null default clock_timestamp(),
  unique (connection_id, external_id),
  check ((connection_id is null) = (external_id is null))
);
create index service_case_order on service_case (order_id);
create index service_case_due on service_case (least(answer_due_at, solve_due_at)) where solved_at is null;

create table case_message (
  id uuid primary key,
  case_id uuid not null references service_case,
  direction text not null check (direction in ('in', 'out', 'note')),
  author text not null,
  text text not null,
  at timestamptz not null
);
create index case_message_case on case_message (case_id);
