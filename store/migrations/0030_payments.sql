-- The money of orders: every movement at every provider, what was decided about it, and what providers paid out.

-- An order has a row here once the hub knows a movement of its money that its own document does not state.
create table payment_ledger (
  order_id uuid primary key references orders,
  currency text not null,
  version integer not null,
  updated_at timestamptz not null default clock_timestamp()
);

create table payment_entry (
  id uuid primary key,
  order_id uuid not null references payment_ledger,
  -- Entries of one payment belong together: an authorization and what was captured, given free and paid back of it.
  payment text not null,
  provider text not null,
  method text not null,
  kind text not null check (kind in ('authorization', 'capture', 'sale', 'void', 'expiry', 'refund', 'chargeback',
                                     'chargeback-reversal')),
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  amount_minor bigint not null check (amount_minor >= 0),
  external_id text,
  at timestamptz not null,
  stated_at timestamptz,
  expires_at timestamptz,
  -- An authorization whose end was looked at.
  is_lapsed boolean not null default false,
  cause uuid,
  reason text,
  created_at timestamptz not null default clock_timestamp(),
  unique (order_id, provider, kind, external_id)
);
create index payment_entry_provider on payment_entry (provider, external_id);
create index payment_entry_pending on payment_entry (id) where status = 'pending';
create index payment_entry_lapsing on payment_entry (expires_at)
  where kind = 'authorization' and status = 'succeeded' and expires_at is not null and not is_lapsed;

create table payment_refund (
  id uuid primary key,
  order_id uuid not null references payment_ledger,
  amount_minor bigint not null check (amount_minor > 0),
  -- [{line, quantity, amountMinor}], by the line's key in the order's document.
  lines jsonb not null,
  shipping_minor bigint not null,
  adjustment_minor bigint not null,
  return_id uuid,
  reason text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index payment_refund_order on payment_refund (order_id);
create index payment_refund_return on payment_refund (return_id) where return_id is not null;

create table payment_event (
  order_id uuid not null references payment_ledger,
  version integer not null,
  type text not null,
  body jsonb not null,
  actor text not null,
  inbox_id bigint,
  at timestamptz not null default clock_timestamp(),
  primary key (order_id, version)
);

-- How the hub deals with the money at a provider; without a row it captures and authorizes nothing by itself.
create table payment_policy (
  id uuid primary key,
  provider text not null unique,
  capture text not null check (capture in ('manual', 'shipment')),
  is_reauthorizing boolean not null,
  version integer not null default 1,
  updated_at timestamptz not null default clock_timestamp()
);

-- What a provider paid out, as its file says, line by line with what the ledger has of it.
create table payout (
  id uuid primary key,
  provider text not null,
  reference text not null,
  currency text not null,
  stated_minor bigint not null,
  paid_at timestamptz not null,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (provider, reference)
);
create table payout_line (
  payout_id uuid not null references payout,
  position integer not null,
  external_id text not null,
  kind text not null,
  amount_minor bigint not null,
  fee_minor bigint not null,
  entry_id uuid references payment_entry,
  finding text not null,
  ledger_minor bigint,
  primary key (payout_id, position)
);
create index payout_line_entry on payout_line (entry_id) where entry_id is not null;

-- The kinds of notices grow with the hub; they are named in its code.
alter table notice drop constraint notice_kind_check;
