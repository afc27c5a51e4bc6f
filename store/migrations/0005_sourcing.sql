-- Sourcing rules: each version as it was added, and which one holds for a channel ('*': for all that have none).
create table sourcing_rules (
  id uuid primary key,
  name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  version integer not null check (version > 0),
  method text not null,
  document jsonb not null,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (name, version)
);

create table sourcing_activation (
  channel text primary key check (channel in ('*', 'online', 'marketplace', 'store', 'b2b', 'phone')),
  rules_id uuid not null references sourcing_rules,
  activated_by text not null,
  activated_at timestamptz not null default clock_timestamp()
);

-- What was sourced to a location on one of its local days; kept only while active rules look at it.
create table sourcing_load (
  location_id uuid not null,
  day date not null,
  orders integer not null default 0 check (orders >= 0),
  units integer not null default 0 check (units >= 0),
  primary key (location_id, day)
);

-- What rules ask about products. A product without a row is ordinary goods.
create table product_handling (
  product_id uuid primary key,
  is_hazardous boolean not null,
  temperature text not null check (temperature in ('ambient', 'chilled', 'frozen')),
  updated_at timestamptz not null default clock_timestamp()
);
