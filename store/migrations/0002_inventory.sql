-- Inventory in full. What an ordinary order never has is null or in tables of its own, so that its path stays as it was.

-- A unit that lies at a location is in exactly one of on_hand, picked, damaged and quality; in_transit is on its way there.
alter table stock_balance
  add column picked integer not null default 0 check (picked >= 0),
  add column damaged integer not null default 0 check (damaged >= 0),
  add column quality integer not null default 0 check (quality >= 0),
  add column in_transit integer not null default 0 check (in_transit >= 0),
  add column is_placed boolean not null default false;

alter table stock_entry
  add column picked integer,
  add column damaged integer,
  add column quality integer,
  add column in_transit integer,
  add column bin_id uuid,
  add column lot_id uuid,
  add column reason text,
  add column actor text,
  add column unit_cost_minor bigint;

-- Units of a transfer or a count, as events; the tables below are what they fold to.
create table stock_event (
  subject_id uuid not null,
  version integer not null,
  type text not null,
  body jsonb not null,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (subject_id, version)
);

create table stock_transfer (
  id uuid primary key,
  from_location_id uuid not null references location,
  to_location_id uuid not null references location check (to_location_id <> from_location_id),
  expected_on date,
  note text,
  version integer not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create table stock_transfer_line (
  transfer_id uuid not null references stock_transfer,
  product_id uuid not null,
  quantity integer not null check (quantity > 0),
  sent integer not null default 0,
  received integer not null default 0 check (received >= 0),
  damaged integer not null default 0 check (damaged >= 0),
  lost integer not null default 0 check (lost >= 0),
  cancelled integer not null default 0 check (cancelled >= 0),
  primary key (transfer_id, product_id),
  check (sent >= received + damaged + lost),
  check (quantity >= sent + cancelled)
);
create index stock_transfer_line_under_way on stock_transfer_line (product_id) where sent > received + damaged + lost;

create table stock_count (
  id uuid primary key,
  location_id uuid not null references location,
  kind text not null check (kind in ('full', 'cycle')),
  status text not null check (status in ('open', 'approved', 'cancelled')),
  note text,
  version integer not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create table stock_count_line (
  count_id uuid not null references stock_count,
  product_id uuid not null,
  bin_id uuid,
  lot_id uuid,
  snapshot integer not null,
  counted integer check (counted >= 0),
  book integer,
  counted_at timestamptz,
  counted_by text,
  unique nulls not distinct (count_id, product_id, bin_id, lot_id),
  check ((counted is null) = (book is null))
);

create table bin (
  id uuid primary key,
  location_id uuid not null references location,
  code text not null,
  zone text,
  -- The position on a walk through the location.
  walk integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  unique (location_id, code)
);

-- A lot, or a single serial number: a lot of at most one unit.
create table lot (
  id uuid primary key,
  product_id uuid not null references product,
  code text not null,
  is_serial boolean not null default false,
  expires_on date,
  created_at timestamptz not null default clock_timestamp(),
  unique (product_id, code)
);
create index lot_expiry on lot (expires_on) where expires_on is not null;

-- On-hand units of a lot in a bin; what no row speaks of lies at the location unplaced.
create table stock_place (
  product_id uuid not null,
  location_id uuid not null,
  bin_id uuid,
  lot_id uuid,
  quantity integer not null check (quantity >= 0),
  unique nulls not distinct (product_id, location_id, bin_id, lot_id),
  check (bin_id is not null or lot_id is not null)
);
create index stock_place_bin on stock_place (bin_id) where quantity > 0;

-- Units in which a product is handled: one is numerator / denominator base units.
create table product_unit (
  product_id uuid not null references product,
  code text not null,
  numerator integer not null check (numerator > 0),
  denominator integer not null default 1 check (denominator > 0),
  primary key (product_id, code)
);

alter table product add column is_bundle boolean not null default false;
create table bundle_component (
  bundle_id uuid not null references product,
  component_id uuid not null references product check (component_id <> bundle_id),
  quantity integer not null check (quantity > 0),
  primary key (bundle_id, component_id)
);
create index bundle_component_component on bundle_component (component_id);
-- What a line of a bundle is made of, as it was when the line was placed.
alter table order_line add column components jsonb;

-- What is to come, and when: purchases that the hub holds no order of, production, returns on their way.
create table incoming_supply (
  id uuid primary key,
  product_id uuid not null references product,
  location_id uuid not null references location,
  quantity integer not null check (quantity > 0),
  received integer not null default 0 check (received >= 0),
  due_on date not null,
  reference text not null,
  unit_cost_minor bigint check (unit_cost_minor >= 0),
  is_cancelled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  check (received <= quantity)
);
create index incoming_supply_open on incoming_supply (product_id) where received < quantity and not is_cancelled;

-- How a product is sold beyond its stock; without a row, not at all.
create table selling_policy (
  product_id uuid primary key references product,
  selling text not null check (selling in ('stock', 'backorder', 'preorder')),
  unit_limit integer check (unit_limit >= 0),
  lead_days integer check (lead_days >= 0),
  available_on date,
  updated_at timestamptz not null default clock_timestamp(),
  check ((selling = 'preorder') = (available_on is not null))
);

create table safety_stock (
  product_id uuid not null references product,
  location_id uuid not null references location,
  quantity integer not null check (quantity >= 0),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (product_id, location_id)
);

-- What a channel is not shown: for one product, or for all that have no row of their own.
create table channel_policy (
  id uuid primary key,
  connection_id uuid not null references connection,
  product_id uuid references product,
  buffer integer not null default 0 check (buffer >= 0),
  -- Set where the buffer is computed from lag and sales; `buffer` is then the least.
  oversell_probability double precision check (oversell_probability > 0 and oversell_probability < 1),
  cap integer check (cap >= 0),
  updated_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (connection_id, product_id)
);

-- Buffers as they were computed last.
create table channel_buffer (
  connection_id uuid not null references connection,
  product_id uuid not null references product,
  units integer not null check (units >= 0),
  sales_per_hour double precision not null,
  lag_seconds double precision not null,
  computed_at timestamptz not null default clock_timestamp(),
  primary key (connection_id, product_id)
);

-- The level that a channel has by what landed there last, so that only what changed is sent.
create table stock_publication (
  connection_id uuid not null references connection,
  reference text not null,
  product_id uuid not null,
  -- Null from the moment a level is sent until it is known to have landed.
  quantity integer,
  sent integer not null,
  -- The ledger as it was then: an order of the channel itself after it has changed the level over there too.
  ledger_id bigint not null,
  -- When the stock first changed after the publication before.
  changed_at timestamptz,
  lag_seconds double precision,
  published_at timestamptz,
  primary key (connection_id, reference)
);
create index stock_publication_product on stock_publication (product_id);
