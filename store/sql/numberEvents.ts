/** A type as outsiders read it: `LinesReleased` of an order is `order.lines-released`, `OrderPlaced` is `order.placed`. */
const typeOf = (noun: string): string => `
  '${noun}.' || lower(regexp_replace(regexp_replace(e.type, '^(Order|Fulfillment)(?=[A-Z])', ''), '(?<=[a-z])([A-Z])', '-\\1', 'g'))`;

const ORDER = `
  jsonb_build_object('id', o.id, 'number', o.number, 'reference', o.reference, 'externalId', o.external_id,
    'channel', o.channel, 'connection', (select name from connection c where c.id = o.connection_id))`;

/** What happened by the tables that say it: one row for each due key, in any order. */
const HAPPENED = `
  select d.id as due, ${typeOf('order')} as type, 'order/' || e.order_id as entity, e.order_id as subject, e.at,
         jsonb_build_object('order', ${ORDER}, 'version', e.version, 'event', e.body::jsonb) as data
  from due d join order_event e on e.order_id = d.subject and e.version = d.version join orders o on o.id = e.order_id
  where d.source = 'order'
  union all
  select d.id, ${typeOf('fulfillment')}, 'order/' || f.order_id, f.order_id, e.at,
         jsonb_build_object('order', ${ORDER},
           'fulfillmentOrder', jsonb_build_object('id', f.id, 'number', f.number, 'location', l.code, 'state', f.state),
           'version', e.version, 'actor', e.actor, 'event', e.body::jsonb)
  from due d join fulfillment_event e on e.fulfillment_order_id = d.subject and e.version = d.version
  join fulfillment_order f on f.id = e.fulfillment_order_id join orders o on o.id = f.order_id
  join location l on l.id = f.location_id
  where d.source = 'fulfillment'
  union all
  select d.id, ${typeOf('payment')}, 'order/' || e.order_id, e.order_id, e.at,
         jsonb_build_object('order', ${ORDER}, 'version', e.version, 'actor', e.actor, 'event', e.body)
  from due d join payment_event e on e.order_id = d.subject and e.version = d.version join orders o on o.id = e.order_id
  where d.source = 'payment'
  union all
  select d.id, ${typeOf('stock')}, 'stock-work/' || e.subject_id, e.subject_id, e.at,
         jsonb_build_object('id', e.subject_id, 'version', e.version, 'actor', e.actor, 'event', e.body)
  from due d join stock_event e on e.subject_id = d.subject and e.version = d.version
  where d.source = 'transfer'
  union all
  select d.id, 'shipment.tracked', 'order/' || s.order_id, s.order_id, (d.detail ->> 'at')::timestamptz,
         jsonb_build_object('order', ${ORDER},
           'shipment', jsonb_build_object('id', s.id, 'reference', s.reference, 'carrier', s.carrier, 'status', s.status),
           'trackingNumber', p.tracking_number, 'event', d.detail)
  from due d join package p on p.id = d.subject join shipment s on s.id = p.shipment_id join orders o on o.id = s.order_id
  where d.source = 'tracking'
  union all
  select d.id, 'stock.changed', 'stock/' || p.id, p.id, b.at,
         jsonb_build_object('sku', p.sku, 'levels', b.levels)
  from (select subject, max(id) as id from due where source = 'stock' group by subject) d
  join product p on p.id = d.subject
  cross join lateral (
    select max(b.updated_at) as at, jsonb_agg(jsonb_build_object('location', l.code, 'onHand', b.on_hand, 'reserved', b.reserved,
             'allocated', b.allocated, 'available', b.on_hand - b.reserved - b.allocated) order by l.code) as levels
    from stock_balance b join location l on l.id = b.location_id where b.product_id = p.id) b`;

/** Takes keys off what is due, $1 at most, and numbers what they stand for. */
export const NUMBER_EVENTS = `
  with due as (
    delete from hub_event_due
    where id = any (array(select id from hub_event_due order by id limit $1))
    returning id, source, subject, version, detail
  )
  insert into hub_event (type, entity, subject, at, data)
  select type, entity, subject, at, data from (${HAPPENED}) happened order by due
  returning id::text, type, entity, subject`;
