import type { Noun } from '../../core/ports/index.ts';
import { FULFILLMENT_NOUNS } from './fulfillmentNouns.ts';
import { instant, type NounQuery } from './nounQuery.ts';
import { SETTING_NOUNS } from './settingNouns.ts';
import { STOCK_NOUNS } from './stockNouns.ts';

const ORDER_LINES = `(
  select jsonb_agg(jsonb_build_object(
    'id', l.id, 'externalId', l.external_id, 'sku', l.sku, 'productId', l.product_id, 'open', l.open,
    'backordered', l.backordered, 'allocated', l.allocated, 'released', l.released, 'shipped', l.shipped,
    'cancelled', l.cancelled) order by l.position)
  from order_line l where l.order_id = o.id)`;

const STATUS = `(
  select case
    when o.state = 'cancelled' then 'cancelled'
    when o.state = 'closed' then case when sum(l.shipped) > 0 then 'shipped' else 'closed' end
    when cardinality(o.holds) > 0 then 'on-hold'
    when bool_or(l.product_id is null and l.open > 0) then 'parked'
    when sum(l.shipped) > 0 then 'partially-shipped'
    when sum(l.backordered) > 0 then 'backordered'
    when sum(l.released) > 0 then 'released'
    when sum(l.allocated) > 0 then 'allocated'
    else 'received' end
  from order_line l where l.order_id = o.id and l.requires_shipping)`;

/** Every noun's query. */
export const NOUN_QUERIES: Readonly<Record<Noun, NounQuery>> = {
  ...FULFILLMENT_NOUNS,
  ...STOCK_NOUNS,
  ...SETTING_NOUNS,
  orders: {
    row: `jsonb_build_object('id', o.id, 'reference', o.reference, 'number', o.number, 'kind', o.kind,
      'channel', o.channel, 'connectionId', o.connection_id, 'externalId', o.external_id, 'state', o.state,
      'status', ${STATUS}, 'holds', o.holds, 'paymentState', o.payment_state, 'currency', o.currency,
      'grandMinor', o.grand_minor, 'placedAt', ${instant('o.placed_at')}, 'updatedAt', ${instant('o.updated_at')},
      'version', o.version)`,
    from: 'orders o',
    key: 'o.id',
    keyType: 'uuid',
    filters: {
      reference: 'o.reference',
      number: 'o.number',
      externalId: 'o.external_id',
      state: 'o.state',
      channel: 'o.channel',
      connectionId: 'o.connection_id',
    },
    detail: `jsonb_build_object('document', o.document, 'lines', ${ORDER_LINES},
      'fulfillmentOrders', (select jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number, 'state', f.state,
        'locationId', f.location_id, 'lines', f.lines) order by f.number) from fulfillment_order f where f.order_id = o.id),
      'shipments', (select jsonb_agg(jsonb_build_object('id', s.id, 'reference', s.reference, 'carrier', s.carrier,
        'status', s.status) order by s.id) from shipment s where s.order_id = o.id),
      'deliveries', (select jsonb_agg(jsonb_build_object('id', d.id, 'operation', d.operation, 'state', d.state,
        'connectionId', d.connection_id, 'receipt', d.receipt #- '{parcels}', 'fault', d.fault) order by d.id)
        from delivery d where d.subject = o.id),
      'events', (select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'at', ${instant('e.at')},
        'inboxId', e.inbox_id::text, 'body', e.body) order by e.version) from order_event e where e.order_id = o.id))`,
  },
  stock: {
    row: `jsonb_build_object('id', b.product_id || ':' || b.location_id, 'sku', p.sku, 'productId', b.product_id,
      'location', l.code, 'locationId', b.location_id, 'onHand', b.on_hand, 'reserved', b.reserved,
      'allocated', b.allocated, 'picked', b.picked, 'damaged', b.damaged, 'quality', b.quality,
      'inTransit', b.in_transit, 'available', greatest(0, b.on_hand - b.reserved - b.allocated),
      'updatedAt', ${instant('b.updated_at')})`,
    from: 'stock_balance b join product p on p.id = b.product_id join location l on l.id = b.location_id',
    key: `b.product_id || ':' || b.location_id`,
    keyType: 'text',
    filters: { sku: 'p.sku', location: 'l.code' },
    detail: `jsonb_build_object('entries', (select jsonb_agg(jsonb_build_object('kind', e.kind, 'onHand', e.on_hand,
      'reserved', e.reserved, 'allocated', e.allocated, 'picked', coalesce(e.picked, 0), 'damaged', coalesce(e.damaged, 0),
      'quality', coalesce(e.quality, 0), 'inTransit', coalesce(e.in_transit, 0), 'reason', e.reason, 'actor', e.actor,
      'unitCostMinor', e.unit_cost_minor, 'reference', e.reference, 'at', ${instant('e.at')}) order by e.id desc)
      from (select * from stock_entry e where e.product_id = b.product_id and e.location_id = b.location_id
            order by e.id desc limit 100) e))`,
  },
  products: {
    row: `jsonb_build_object('id', p.id, 'sku', p.sku, 'gtin', p.gtin, 'title', p.title, 'weightGrams', p.weight_grams,
      'isActive', p.is_active, 'updatedAt', ${instant('p.updated_at')})`,
    from: 'product p',
    key: 'p.id',
    keyType: 'uuid',
    filters: { sku: 'p.sku', gtin: 'p.gtin' },
  },
  customers: {
    row: `jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email, 'phone', c.phone, 'address', c.address,
      'updatedAt', ${instant('c.updated_at')})`,
    from: 'customer c',
    key: 'c.id',
    keyType: 'uuid',
    filters: { email: 'c.email' },
  },
  locations: {
    row: `jsonb_build_object('id', l.id, 'code', l.code, 'name', l.name, 'priority', l.priority, 'address', l.address,
      'isActive', l.is_active, 'updatedAt', ${instant('l.updated_at')})`,
    from: 'location l',
    key: 'l.id',
    keyType: 'uuid',
    filters: { code: 'l.code' },
  },
  shipments: {
    row: `jsonb_build_object('id', s.id, 'reference', s.reference, 'orderId', s.order_id, 'locationId', s.location_id,
      'carrier', s.carrier, 'service', s.service, 'status', s.status, 'lines', s.lines,
      'shippedAt', ${instant('s.shipped_at')}, 'deliveredAt', ${instant('s.delivered_at')},
      'packages', (select jsonb_agg(jsonb_build_object('id', k.id, 'trackingNumber', k.tracking_number,
        'labelFormat', k.label_format) order by k.position) from package k where k.shipment_id = s.id))`,
    from: 'shipment s',
    key: 's.id',
    keyType: 'uuid',
    filters: { reference: 's.reference', orderId: 's.order_id', status: 's.status' },
    detail: `jsonb_build_object('trackingEvents', (select jsonb_agg(jsonb_build_object('at', ${instant('t.at')},
      'code', t.code, 'status', t.status, 'description', t.description, 'place', t.place) order by t.at)
      from tracking_event t join package k on k.id = t.package_id where k.shipment_id = s.id))`,
  },
  connections: {
    row: `jsonb_build_object('id', c.id, 'name', c.name, 'connector', c.connector, 'state', c.state,
      'settings', c.settings, 'fault', c.fault, 'version', c.version, 'createdAt', ${instant('c.created_at')})`,
    from: 'connection c',
    key: 'c.id',
    keyType: 'uuid',
    where: `c.state <> 'removed'`,
    filters: { name: 'c.name', connector: 'c.connector', state: 'c.state' },
    detail: `jsonb_build_object('checkpoints', (select jsonb_agg(jsonb_build_object('capability', k.capability,
      'since', k.since, 'received', k.received, 'runEndedAt', ${instant('k.run_ended_at')}, 'fault', k.fault))
      from sync_checkpoint k where k.connection_id = c.id))`,
  },
  inbox: {
    row: `jsonb_build_object('id', m.id::text, 'connectionId', m.connection_id, 'messageId', m.message_id,
      'topic', m.topic, 'subject', m.subject, 'origin', m.origin, 'state', coalesce(w.state, 'applied'),
      'attempts', w.attempts, 'reason', w.reason, 'fault', w.fault, 'receivedAt', ${instant('m.received_at')})`,
    from: 'inbox_message m left join inbox_work w on w.id = m.id',
    key: 'm.id',
    keyType: 'bigint',
    filters: { connectionId: 'm.connection_id', topic: 'm.topic', state: `coalesce(w.state, 'applied')` },
    detail: `jsonb_build_object('body', convert_from(m.body, 'UTF8'))`,
  },
  deliveries: {
    row: `jsonb_build_object('id', d.id::text, 'connectionId', d.connection_id, 'operation', d.operation,
      'reference', d.reference, 'subject', d.subject, 'state', d.state, 'attempts', d.attempts, 'sends', d.sends,
      'fault', d.fault, 'receipt', d.receipt #- '{parcels}', 'createdAt', ${instant('d.created_at')},
      'settledAt', ${instant('d.settled_at')})`,
    from: 'delivery d',
    key: 'd.id',
    keyType: 'bigint',
    filters: { connectionId: 'd.connection_id', operation: 'd.operation', state: 'd.state', reference: 'd.reference' },
  },
  jobs: {
    row: `jsonb_build_object('id', j.id, 'kind', j.kind, 'state', j.state, 'progress', j.progress, 'note', j.note,
      'result', j.result, 'fault', j.fault, 'createdAt', ${instant('j.created_at')}, 'endedAt', ${instant('j.ended_at')})`,
    from: 'job_run j',
    key: 'j.id',
    keyType: 'uuid',
    filters: { kind: 'j.kind', state: 'j.state' },
  },
};
