-- By what the offers of carriers are compared; the newest version is in force.
create table shipping_rules (
  version integer primary key generated always as identity,
  body jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by text not null
);

-- Who carries what leaves a location: the first carrier there is, the best offer, or one connection.
alter table location_fulfillment
  add column carrier text not null default 'first' check (carrier in ('first', 'best', 'fixed')),
  add column carrier_connection_id uuid references connection,
  -- What its declarations to customs have in common: Incoterm, reason, tax ids of the exporter.
  add column customs jsonb,
  add check ((carrier = 'fixed') = (carrier_connection_id is not null));

-- A label whose carrier is chosen by offers, by the label's reference: one choice for each, so one label.
create table carrier_choice (
  reference text primary key,
  fulfillment_order_id uuid not null,
  order_id uuid not null,
  state text not null default 'wanted' check (state in ('wanted', 'chosen')),
  rounds smallint not null default 0,
  not_before timestamptz not null default '-infinity',
  connection_id uuid references connection,
  service text,
  -- What was offered, what was missing, and how the best was chosen.
  explanation jsonb,
  created_at timestamptz not null default clock_timestamp(),
  decided_at timestamptz,
  check ((state = 'chosen') = (connection_id is not null))
);
create index carrier_choice_wanted on carrier_choice (not_before) where state = 'wanted';
create index carrier_choice_work on carrier_choice (fulfillment_order_id);
