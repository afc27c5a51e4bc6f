-- The work of a location on an order, unit by unit, and the lists by which it is picked.

alter table fulfillment_order drop constraint fulfillment_order_state_check;
alter table fulfillment_order add constraint fulfillment_order_state_check
  check (state in ('released', 'picking', 'picked', 'packed', 'labelled', 'ready', 'shipped', 'cancelled'));
alter table fulfillment_order
  add column method text not null default 'ship' check (method in ('ship', 'collect', 'drop-ship')),
  -- Names of the scans that were booked: a scan sent again counts once.
  add column scans text[] not null default '{}';
create index fulfillment_order_open on fulfillment_order (location_id, id) where state not in ('shipped', 'cancelled');

update fulfillment_order f
set lines = coalesce((
  select jsonb_agg(part || jsonb_build_object(
    'quantity', case when f.state = 'cancelled' then 0 else n end,
    'picked', case when f.state in ('picked', 'labelled', 'shipped') then n else 0 end,
    'packed', case when f.state in ('labelled', 'shipped') then n else 0 end,
    'shipped', case when f.state = 'shipped' then n else 0 end,
    'short', 0,
    'withdrawn', case when f.state = 'cancelled' then n else 0 end))
  from jsonb_array_elements(f.lines) part, lateral (select (part ->> 'quantity')::integer) as q (n)), '[]');

-- History of a fulfillment order after its release, which is the LinesReleased of its order; so versions start at 2.
create table fulfillment_event (
  fulfillment_order_id uuid not null,
  version integer not null,
  type text not null,
  actor text not null,
  body json not null,
  inbox_id bigint,
  at timestamptz not null default clock_timestamp(),
  primary key (fulfillment_order_id, version)
);

-- Where a location keeps a product. Bins without a walking order of their own are walked by their names.
create table pick_place (
  product_id uuid not null,
  location_id uuid not null,
  bin text not null,
  zone text,
  updated_at timestamptz not null default now(),
  primary key (product_id, location_id)
);

create sequence pick_list_number;
create table pick_list (
  id uuid primary key,
  number text not null unique default 'PL' || nextval('pick_list_number'),
  location_id uuid not null references location,
  strategy text not null check (strategy in ('batch', 'wave', 'zone')),
  zone text,
  -- The name of what goes out together.
  wave text,
  state text not null default 'open' check (state in ('open', 'done')),
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index pick_list_open on pick_list (location_id) where state = 'open';

create table pick (
  id uuid primary key,
  pick_list_id uuid not null references pick_list,
  position integer not null,
  fulfillment_order_id uuid not null references fulfillment_order,
  order_line_id uuid not null,
  sku text not null,
  bin text,
  zone text,
  quantity integer not null check (quantity > 0),
  picked integer not null default 0 check (picked >= 0),
  short integer not null default 0 check (short >= 0),
  unique (pick_list_id, position),
  check (picked + short <= quantity)
);
create index pick_fulfillment_order on pick (fulfillment_order_id);

-- How a location works: whether it packs before it labels, whether it is a store, or a supplier that is sent its orders.
create table location_fulfillment (
  location_id uuid primary key references location,
  kind text not null default 'warehouse' check (kind in ('warehouse', 'store', 'supplier')),
  is_shipping boolean not null default true,
  is_packing boolean not null default false,
  supplier_connection_id uuid references connection,
  -- Days that goods wait at the counter.
  collect_days integer not null default 7 check (collect_days between 1 and 365),
  updated_at timestamptz not null default now(),
  check (supplier_connection_id is null or kind = 'supplier')
);

-- The box catalogue: inner sizes in millimetres, weights in grams, cost in minor units.
create table box (
  id uuid primary key,
  code text not null unique,
  length_mm integer not null check (length_mm > 0),
  width_mm integer not null check (width_mm > 0),
  height_mm integer not null check (height_mm > 0),
  max_grams integer not null check (max_grams > 0),
  tare_grams integer not null check (tare_grams >= 0),
  cost_minor integer not null check (cost_minor >= 0),
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table product_size (
  product_id uuid primary key,
  length_mm integer not null check (length_mm > 0),
  width_mm integer not null check (width_mm > 0),
  height_mm integer not null check (height_mm > 0),
  turning text not null default 'any' check (turning in ('any', 'upright', 'fixed')),
  updated_at timestamptz not null default now()
);

-- A package is there from the packing table on; a shipment takes it when it leaves.
alter table package
  alter column shipment_id drop not null,
  add column fulfillment_order_id uuid references fulfillment_order,
  add column box_code text,
  add column length_mm integer,
  add column width_mm integer,
  add column height_mm integer,
  -- [{line, quantity}]; null for a package of which only the carrier knows.
  add column lines jsonb,
  add column created_at timestamptz not null default clock_timestamp();
create index package_fulfillment_order on package (fulfillment_order_id) where fulfillment_order_id is not null;

create table package_document (
  id uuid primary key,
  package_id uuid not null references package,
  kind text not null check (kind in ('packing-slip', 'customs', 'dangerous-goods', 'other')),
  format text not null check (format in ('PDF', 'PNG', 'ZPL')),
  bytes bytea not null,
  created_by text not null,
  created_at timestamptz not null default now()
);
create index package_document_package on package_document (package_id);

create sequence manifest_number;
create table manifest (
  id uuid primary key,
  number text not null unique default 'M' || nextval('manifest_number'),
  location_id uuid not null references location,
  carrier text not null,
  shipments integer not null,
  packages integer not null,
  weight_grams bigint not null,
  created_by text not null,
  created_at timestamptz not null default now()
);

-- A fulfillment order may leave in parts; a shipment made in the shop may be of no fulfillment order at all.
alter table shipment drop constraint shipment_fulfillment_order_id_key;
alter table shipment alter column fulfillment_order_id drop not null;
alter table shipment
  add column origin text not null default 'hub' check (origin in ('hub', 'report')),
  add column manifest_id uuid references manifest,
  add column predicted_at timestamptz,
  add column late_since timestamptz;
alter table shipment alter column status set default 'labelled';
update shipment set status = case status when 'created' then 'labelled' when 'picked-up' then 'accepted'
                                         when 'returned' then 'returned-to-sender' else status end;
update tracking_event set status = case status when 'created' then 'labelled' when 'picked-up' then 'accepted'
                                               when 'returned' then 'returned-to-sender' else status end;
create index shipment_fulfillment_order on shipment (fulfillment_order_id);
create index shipment_unmanifested on shipment (location_id, carrier) where manifest_id is null and origin = 'hub';

-- What somebody should look at: one open notice of a kind for each subject.
create table notice (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('late-delivery', 'unrecognised-tracking', 'not-collected', 'shipment-mismatch')),
  subject text not null,
  detail jsonb not null default '{}',
  raised_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  settled_by text
);
create unique index notice_open on notice (kind, subject) where settled_at is null;

-- Links for buyers: 128 random bits each, of which only the hash is kept.
create table tracking_link (
  hash bytea primary key,
  shipment_id uuid not null references shipment,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index tracking_link_shipment on tracking_link (shipment_id);
create index shipment_usual on shipment (carrier, location_id, delivered_at) where delivered_at is not null;
create index shipment_awaited on shipment (id) where delivered_at is null and late_since is null;
