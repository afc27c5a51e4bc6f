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
