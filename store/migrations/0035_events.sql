-- What happened, for systems outside that want to know. One writer numbers the events, so that whoever has read up to a
-- number has missed none before it.
create table hub_event (
  id bigint generated always as identity primary key,
  type text not null,
  entity text not null,
  subject uuid not null,
  at timestamptz not null,
  data jsonb not null,
  noted_at timestamptz not null default clock_timestamp()
);
create index hub_event_noted on hub_event (noted_at);
create index hub_event_entity on hub_event (entity, id);

-- What still has to be numbered: the keys of rows that say what happened, in the order in which each entity's came.
create table hub_event_due (
  id bigint generated always as identity primary key,
  source text not null,
  subject uuid not null,
  version integer,
  detail jsonb
);

create function hub_event_mark() returns trigger language plpgsql as $$
begin
  if tg_argv[0] = 'order' then
    insert into hub_event_due (source, subject, version) select 'order', order_id, version from changed order by order_id, version;
  elsif tg_argv[0] = 'fulfillment' then
    insert into hub_event_due (source, subject, version)
    select 'fulfillment', fulfillment_order_id, version from changed order by fulfillment_order_id, version;
  elsif tg_argv[0] = 'payment' then
    insert into hub_event_due (source, subject, version) select 'payment', order_id, version from changed order by order_id, version;
  elsif tg_argv[0] = 'transfer' then
    insert into hub_event_due (source, subject, version) select 'transfer', subject_id, version from changed order by subject_id, version;
  elsif tg_argv[0] = 'tracking' then
    insert into hub_event_due (source, subject, detail)
    select 'tracking', package_id, to_jsonb(changed) - 'package_id' from changed order by package_id, at;
  else
    insert into hub_event_due (source, subject) select distinct 'stock', product_id from changed;
  end if;
  return null;
end $$;

create trigger hub_event_order after insert on order_event
  referencing new table as changed for each statement execute function hub_event_mark('order');
create trigger hub_event_fulfillment after insert on fulfillment_event
  referencing new table as changed for each statement execute function hub_event_mark('fulfillment');
create trigger hub_event_payment after insert on payment_event
  referencing new table as changed for each statement execute function hub_event_mark('payment');
create trigger hub_event_transfer after insert on stock_event
  referencing new table as changed for each statement execute function hub_event_mark('transfer');
create trigger hub_event_tracking after insert on tracking_event
  referencing new table as changed for each statement execute function hub_event_mark('tracking');
create trigger hub_event_stock_new after insert on stock_balance
  referencing new table as changed for each statement execute function hub_event_mark('stock');
create trigger hub_event_stock after update on stock_balance
  referencing new table as changed for each statement execute function hub_event_mark('stock');
