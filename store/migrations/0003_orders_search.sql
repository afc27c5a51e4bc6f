-- Where orders are searched. It follows the orders within moments and costs their writers one narrow row each, which says
-- that an order changed: triggers for each statement write it, so that no writer can forget it.
create table order_search (
  order_id uuid primary key,
  placed_at timestamptz not null,
  status text not null,
  -- Exact things to find by, each with its kind: sku:MUG-01, customer:jane@example.com, tag:gift.
  keys text[] not null,
  words tsvector not null
);
alter table order_search alter column keys set statistics 1000;
alter table order_search alter column words set statistics 1000;
create index order_search_newest on order_search (placed_at, order_id);
create index order_search_status on order_search (status, placed_at, order_id);
create index order_search_found on order_search using gin (keys, words);

-- Orders that changed since they were last written there. Without an index: it is read whole, and short.
create table order_search_due (order_id uuid not null);

create function order_search_mark() returns trigger language plpgsql as $$
begin
  insert into order_search_due (order_id) select distinct id from changed;
  return null;
end $$;
create function order_search_mark_parent() returns trigger language plpgsql as $$
begin
  insert into order_search_due (order_id) select distinct order_id from changed;
  return null;
end $$;
create trigger order_search_inserted after insert on orders
  referencing new table as changed for each statement execute function order_search_mark();
create trigger order_search_updated after update on orders
  referencing new table as changed for each statement execute function order_search_mark();
create trigger order_search_work_updated after update on fulfillment_order
  referencing new table as changed for each statement execute function order_search_mark_parent();
create trigger order_search_shipped after insert on shipment
  referencing new table as changed for each statement execute function order_search_mark_parent();
create trigger order_search_tracked after update on shipment
  referencing new table as changed for each statement execute function order_search_mark_parent();
insert into order_search_due (order_id) select id from orders;
