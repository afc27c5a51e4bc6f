-- What items cost, for the check of orders. A price is of one unit, in whole units of its currency.
create table price_list (
  sku text not null,
  currency text not null,
  unit_price numeric(25, 10) not null check (unit_price >= 0),
  -- How far the price of an order may be off, in hundredths of a percent.
  tolerance_bps integer not null default 0 check (tolerance_bps between 0 and 10000),
  updated_at timestamptz not null default now(),
  primary key (sku, currency)
);
