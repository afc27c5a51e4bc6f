import type { Noun } from '../../core/ports/index.ts';
import { FULFILLMENT_NOUNS } from './fulfillmentNouns.ts';
import { instant, type NounQuery } from './nounQuery.ts';
import { ORDER_DETAIL, ORDER_ROW } from './orderRow.ts';
import { PAYMENT_NOUNS } from './paymentNouns.ts';
import { RETURN_NOUNS } from './returnNouns.ts';
import { SETTING_NOUNS } from './settingNouns.ts';
import { STOCK_NOUNS } from './stockNouns.ts';

/** Every noun's query. */
export const NOUN_QUERIES: Readonly<Record<Noun, NounQuery>> = {
  ...FULFILLMENT_NOUNS,
  ...STOCK_NOUNS,
  ...SETTING_NOUNS,
  ...PAYMENT_NOUNS,
  ...RETURN_NOUNS,
  orders: {
    row: ORDER_ROW,
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
    detail: ORDER_DETAIL,
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
      'hsCode', p.hs_code, 'originCountry', p.origin_country, 'isActive', p.is_active, 'updatedAt', ${instant('p.updated_at')})`,
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
      'fulfillmentOrderId', s.fulfillment_order_id, 'origin', s.origin, 'manifestId', s.manifest_id,
      'carrier', s.carrier, 'service', s.service, 'status', s.status, 'lines', s.lines,
      'predictedAt', ${instant('s.predicted_at')}, 'lateSince', ${instant('s.late_since')},
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
      'fault', d.fault, 'receipt', d.receipt #- '{parcels}' #- '{documents}' #- '{papers}', 'createdAt', ${instant('d.created_at')},
      'settledAt', ${instant('d.settled_at')})`,
    from: 'delivery d',
    key: 'd.id',
    keyType: 'bigint',
    filters: { connectionId: 'd.connection_id', operation: 'd.operation', state: 'd.state', reference: 'd.reference' },
  },
  jobs: {
    row: `jsonb_build_object('id', j.id, 'kind', j.kind, 'state', j.state, 'progress', j.progress, 'note', j.note,
      'summary', j.result, 'fault', j.fault, 'createdBy', j.created_by, 'createdAt', ${instant('j.created_at')},
      'startedAt', ${instant('j.started_at')}, 'endedAt', ${instant('j.ended_at')})`,
    from: 'job_run j',
    key: 'j.id',
    keyType: 'uuid',
    filters: { kind: 'j.kind', state: 'j.state' },
    detail: `jsonb_build_object('options', j.input, 'attempts', j.attempts, 'cancelRequested', j.cancel_requested)`,
  },
};
