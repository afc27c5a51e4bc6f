-- What people do to orders. An ordinary incoming order writes none of these columns: they have constant defaults.
alter table orders
  add column priority smallint not null default 0,
  add column promised_at timestamptz,
  add column tags text[] not null default '{}',
  add column validated_at timestamptz,
  -- What the source stated last, once the order was changed here; null while `document` is the source's own.
  add column source_document json,
  -- Which orders this one was split from, split into, merged into or merged from.
  add column links jsonb;

-- Units of a purchase or production order that came in.
alter table order_line add column received integer not null default 0 check (received >= 0);

create table order_attachment (
  id uuid primary key,
  order_id uuid not null references orders,
  name text not null,
  content_type text not null,
  content bytea not null check (octet_length(content) <= 5242880),
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index order_attachment_order on order_attachment (order_id);
