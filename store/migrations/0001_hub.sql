-- The hub's schema. Hot tables are narrow and carry few indexes and no foreign keys: each costs every write, and a
-- foreign key to one connection or product makes all writers queue for its row. What they point to is never deleted, and
-- is written before them or with them in one transaction.

create table connection (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  connector text not null,
  state text not null default 'active' check (state in ('active', 'paused', 'needs-auth', 'removed')),
  settings jsonb not null default '{}',
  secrets bytea,
  key_version integer not null default 1,
  fault jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table api_key (
  id uuid primary key,
  name text not null,
  prefix text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
create index audit_entry_subject on audit_entry (subject, id);

create table location (
  id uuid primary key,
  code text not null unique,
  name text not null,
  priority integer not null default 100,
  address jsonb not null default '{}',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table product (
  id uuid primary key,
  sku text not null unique,
  gtin text,
  title text not null,
  weight_grams integer,
  is_active boolean not null default true,
  source_version timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table customer (
  id uuid primary key,
  name text,
  email text,
  phone text,
  address jsonb not null default '{}',
  source_version timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index customer_email on customer (lower(email));

-- Which record over there is which record here.
create table external_reference (
  connection_id uuid not null references connection,
  entity text not null,
  external_id text not null,
  internal_id uuid not null,
  primary key (connection_id, entity, external_id)
);
create index external_reference_internal on external_reference (internal_id, entity);

-- What arrived, as it arrived; never changed. A message with no row in inbox_work has been applied.
create table inbox_message (
  id bigint generated always as identity primary key,
  connection_id uuid not null,
  message_id text not null,
  topic text not null,
  subject text not null,
  correlation text,
  origin text not null,
  body bytea not null,
  received_at timestamptz not null default clock_timestamp(),
  unique (connection_id, message_id)
);
-- A body stays in its row up to 8 kB, uncompressed: compressing or moving it out costs more than the disk is worth.
alter table inbox_message set (toast_tuple_target = 8160);

-- What is still to do, or ended otherwise than applied: one narrow row per message, gone when it is applied.
create table inbox_work (
  id bigint primary key,
  partition smallint not null,
  lane smallint not null default 0,
  state text not null default 'received' check (state in ('received', 'ignored', 'parked', 'dead')),
  attempts smallint not null default 0,
  not_before timestamptz,
  reason text,
  fault jsonb,
  settled_at timestamptz,
  check (state not in ('parked', 'dead') or fault is not null),
  check (state <> 'ignored' or reason is not null)
);
create index inbox_work_waiting on inbox_work (partition, lane, id) where state = 'received';
create index inbox_work_settled on inbox_work (state, id) where state <> 'received';

create table sync_checkpoint (
  connection_id uuid not null references connection,
  capability text not null,
  since text,
  cursor text,
  run_started_at timestamptz,
  run_ended_at timestamptz,
  received bigint not null default 0,
  fault jsonb,
  updated_at timestamptz not null default now(),
  primary key (connection_id, capability)
);

create table orders (
  id uuid primary key,
  -- referenceOf(connection name, external id): the order's key for every other system.
  reference text not null unique,
  number text not null,
  kind text not null,
  channel text not null,
  connection_id uuid not null,
  external_id text not null,
  source_version timestamptz not null,
  state text not null check (state in ('open', 'cancelled', 'closed')),
  holds text[] not null default '{}',
  payment_state text not null,
  currency text not null,
  grand_minor bigint not null,
  placed_at timestamptz not null,
  -- json and not jsonb: written often, read whole; parsing it into jsonb costs more than the rest of the row.
  document json not null,
  version integer not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
alter table orders set (toast_tuple_target = 8160);
create index orders_number on orders (number);

create table order_line (
  id uuid primary key,
  order_id uuid not null,
  position integer not null,
  external_id text not null,
  sku text not null,
  product_id uuid,
  requires_shipping boolean not null,
  open integer not null check (open >= 0),
  backordered integer not null check (backordered >= 0),
  allocated integer not null check (allocated >= 0),
  released integer not null check (released >= 0),
  shipped integer not null check (shipped >= 0),
  cancelled integer not null check (cancelled >= 0)
);
create index order_line_order on order_line (order_id);
create index order_line_parked on order_line (sku) where product_id is null;
create index order_line_backordered on order_line (product_id) where backordered > 0;

-- History: what happened to an order, in its order. The rows above are what these fold to.
create table order_event (
  order_id uuid not null,
  version integer not null,
  type text not null,
  body json not null,
  inbox_id bigint,
  at timestamptz not null default clock_timestamp(),
  primary key (order_id, version)
);

-- Units of a line committed to a location and not yet shipped.
create table allocation (
  order_line_id uuid not null,
  location_id uuid not null,
  quantity integer not null check (quantity > 0),
  primary key (order_line_id, location_id)
);

create table stock_balance (
  product_id uuid not null,
  location_id uuid not null,
  on_hand integer not null default 0,
  reserved integer not null default 0 check (reserved >= 0),
  allocated integer not null default 0 check (allocated >= 0),
  source_version timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (product_id, location_id)
) with (fillfactor = 60);

create table stock_entry (
  id bigint generated always as identity primary key,
  product_id uuid not null,
  location_id uuid not null,
  kind text not null,
  on_hand integer not null,
  reserved integer not null,
  allocated integer not null,
  reference text not null,
  at timestamptz not null default clock_timestamp()
);
create index stock_entry_balance on stock_entry (product_id, location_id, id);

create table reservation (
  id uuid primary key,
  product_id uuid not null references product,
  location_id uuid not null references location,
  quantity integer not null check (quantity > 0),
  holder text not null,
  state text not null default 'held' check (state in ('held', 'released', 'expired', 'used')),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index reservation_expiry on reservation (expires_at) where state = 'held';

create table fulfillment_order (
  id uuid primary key,
  number text not null unique,
  order_id uuid not null,
  location_id uuid not null,
  state text not null check (state in ('released', 'picked', 'labelled', 'shipped', 'cancelled')),
  lines jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index fulfillment_order_order on fulfillment_order (order_id);

create table shipment (
  id uuid primary key,
  reference text not null unique,
  order_id uuid not null references orders,
  fulfillment_order_id uuid not null unique references fulfillment_order,
  location_id uuid not null references location,
  carrier_connection_id uuid references connection,
  carrier text,
  service text,
  carrier_reference text,
  lines jsonb not null,
  status text not null default 'created',
  shipped_at timestamptz not null default now(),
  delivered_at timestamptz,
  track_after timestamptz,
  updated_at timestamptz not null default now()
);
create index shipment_order on shipment (order_id);
create index shipment_tracking on shipment (track_after) where track_after is not null;

create table package (
  id uuid primary key,
  shipment_id uuid not null references shipment,
  position integer not null,
  tracking_number text,
  weight_grams integer,
  label_format text,
  label bytea,
  unique (shipment_id, position)
);
create index package_tracking on package (tracking_number);

create table tracking_event (
  package_id uuid not null references package,
  at timestamptz not null,
  code text not null,
  status text not null,
  description text,
  place text,
  primary key (package_id, at, code)
);

-- Refunds and returns as their source stated them.
create table after_sale (
  id uuid primary key,
  kind text not null check (kind in ('refund', 'return')),
  connection_id uuid not null references connection,
  external_id text not null,
  order_id uuid references orders,
  document jsonb not null,
  created_at timestamptz not null default now(),
  unique (connection_id, kind, external_id)
);
create index after_sale_order on after_sale (order_id);

-- Facts that somebody may have to be told. The relay turns each into deliveries and removes it.
create table outbox_message (
  id bigint generated always as identity primary key,
  topic text not null,
  entity uuid not null,
  origin uuid,
  body jsonb,
  occurred_at timestamptz not null default clock_timestamp()
);

-- The journal of writes to other systems.
create table delivery (
  id bigint generated always as identity primary key,
  connection_id uuid not null references connection,
  operation text not null,
  reference text not null,
  entity text not null,
  subject uuid not null,
  state text not null default 'prepared'
    check (state in ('prepared', 'sent', 'in-doubt', 'landed', 'refused', 'superseded', 'needs-operator')),
  attempts smallint not null default 0,
  sends smallint not null default 0,
  wanted integer not null default 1,
  not_before timestamptz not null default '-infinity',
  first_sent_at timestamptz,
  leased_until timestamptz,
  request jsonb,
  receipt jsonb,
  fault jsonb,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  unique (connection_id, operation, reference),
  check (state <> 'refused' or fault is not null)
);
create index delivery_due on delivery (connection_id, not_before, id) where state in ('prepared', 'sent', 'in-doubt');
create index delivery_entity on delivery (connection_id, entity, id) where state in ('prepared', 'sent', 'in-doubt');
create index delivery_subject on delivery (subject);
create index delivery_attention on delivery (state, id) where state in ('refused', 'needs-operator');

create table rate_bucket (
  connection_id uuid primary key references connection,
  tokens double precision not null,
  refilled_at timestamptz not null,
  blocked_until timestamptz not null default '-infinity'
);

create table idempotency_record (
  key text not null,
  scope text not null,
  fingerprint bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);

create table job_run (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null default '{}',
  progress real not null default 0,
  note text,
  result jsonb,
  fault jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  cancel_requested boolean not null default false
);
