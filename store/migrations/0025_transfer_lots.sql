-- Which lots a transfer has sent, and how many of their units were received.
create table stock_transfer_lot (
  transfer_id uuid not null references stock_transfer,
  product_id uuid not null,
  lot_id uuid not null references lot,
  sent integer not null check (sent >= 0),
  received integer not null default 0 check (received >= 0),
  primary key (transfer_id, product_id, lot_id)
);
