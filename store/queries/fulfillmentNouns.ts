import type { Noun } from '../../core/ports/index.ts';
import { instant, type NounQuery } from './nounQuery.ts';

type FulfillmentNoun = Extract<Noun, 'fulfillment-orders' | 'pick-lists' | 'boxes' | 'manifests' | 'notices'>;

const WORK_LINES = `(
  select jsonb_agg(part || jsonb_build_object('sku', l.sku) order by l.position)
  from jsonb_array_elements(f.lines) part join order_line l on l.id = (part ->> 'line')::uuid)`;

/** The work of locations, and the lists that it is picked by. */
export const FULFILLMENT_NOUNS: Readonly<Record<FulfillmentNoun, NounQuery>> = {
  'fulfillment-orders': {
    row: `jsonb_build_object('id', f.id, 'number', f.number, 'orderId', f.order_id, 'orderNumber', o.number,
      'location', l.code, 'locationId', f.location_id, 'method', f.method, 'state', f.state, 'lines', ${WORK_LINES},
      'version', f.version, 'createdAt', ${instant('f.created_at')}, 'updatedAt', ${instant('f.updated_at')})`,
    from: 'fulfillment_order f join orders o on o.id = f.order_id join location l on l.id = f.location_id',
    key: 'f.id',
    keyType: 'uuid',
    filters: {
      number: 'f.number',
      state: 'f.state',
      method: 'f.method',
      location: 'l.code',
      orderId: 'f.order_id',
      orderNumber: 'o.number',
    },
    detail: `jsonb_build_object('events', (select coalesce(jsonb_agg(jsonb_build_object('version', e.version,
      'type', e.type, 'actor', e.actor, 'at', ${instant('e.at')}, 'inboxId', e.inbox_id::text, 'body', e.body)
      order by e.version), '[]') from fulfillment_event e where e.fulfillment_order_id = f.id),
      'packages', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'shipmentId', k.shipment_id, 'box', k.box_code,
        'weightGrams', k.weight_grams, 'lengthMm', k.length_mm, 'widthMm', k.width_mm, 'heightMm', k.height_mm,
        'trackingNumber', k.tracking_number, 'labelFormat', k.label_format, 'lines', k.lines,
        'documents', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'format', d.format)
                      order by d.created_at), '[]') from package_document d where d.package_id = k.id))
        order by k.created_at, k.position), '[]') from package k where k.fulfillment_order_id = f.id))`,
  },
  'pick-lists': {
    row: `jsonb_build_object('id', p.id, 'number', p.number, 'location', l.code, 'locationId', p.location_id,
      'strategy', p.strategy, 'zone', p.zone, 'wave', p.wave, 'state', p.state, 'version', p.version,
      'createdBy', p.created_by, 'createdAt', ${instant('p.created_at')}, 'updatedAt', ${instant('p.updated_at')})`,
    from: 'pick_list p join location l on l.id = p.location_id',
    key: 'p.id',
    keyType: 'uuid',
    filters: { number: 'p.number', state: 'p.state', location: 'l.code', wave: 'p.wave', zone: 'p.zone' },
    detail: `jsonb_build_object('picks', (select jsonb_agg(jsonb_build_object('id', k.id,
      'fulfillmentOrder', f.number, 'fulfillmentOrderId', f.id, 'line', k.order_line_id, 'sku', k.sku,
      'title', coalesce(d.title, ''), 'bin', b.code, 'zone', b.zone, 'lot', t.code,
      'quantity', k.quantity, 'picked', k.picked,
      'short', k.short, 'left', greatest(0, least(k.quantity - k.picked - k.short,
        (w.part ->> 'quantity')::integer - (w.part ->> 'picked')::integer))) order by k.position)
      from pick k join fulfillment_order f on f.id = k.fulfillment_order_id left join product d on d.sku = k.sku
      left join bin b on b.id = k.bin_id left join lot t on t.id = k.lot_id
      left join lateral (select part from jsonb_array_elements(f.lines) part
                         where part ->> 'line' = k.order_line_id::text) w on true
      where k.pick_list_id = p.id))`,
  },
  boxes: {
    row: `jsonb_build_object('id', b.id, 'code', b.code, 'lengthMm', b.length_mm, 'widthMm', b.width_mm,
      'heightMm', b.height_mm, 'maxGrams', b.max_grams, 'tareGrams', b.tare_grams, 'costMinor', b.cost_minor,
      'isActive', b.is_active, 'version', b.version, 'updatedAt', ${instant('b.updated_at')})`,
    from: 'box b',
    key: 'b.id',
    keyType: 'uuid',
    filters: { code: 'b.code' },
  },
  manifests: {
    row: `jsonb_build_object('id', m.id, 'number', m.number, 'location', l.code, 'carrier', m.carrier,
      'shipments', m.shipments, 'packages', m.packages, 'weightGrams', m.weight_grams, 'createdBy', m.created_by,
      'createdAt', ${instant('m.created_at')})`,
    from: 'manifest m join location l on l.id = m.location_id',
    key: 'm.id',
    keyType: 'uuid',
    filters: { number: 'm.number', location: 'l.code', carrier: 'm.carrier' },
    detail: `jsonb_build_object('parcels', (select coalesce(jsonb_agg(jsonb_build_object('shipment', s.reference,
      'trackingNumber', k.tracking_number, 'weightGrams', k.weight_grams) order by s.reference, k.position), '[]')
      from shipment s left join package k on k.shipment_id = s.id where s.manifest_id = m.id))`,
  },
  notices: {
    row: `jsonb_build_object('id', n.id::text, 'kind', n.kind, 'subject', n.subject, 'detail', n.detail,
      'state', case when n.settled_at is null then 'open' else 'settled' end, 'raisedAt', ${instant('n.raised_at')},
      'settledAt', ${instant('n.settled_at')}, 'settledBy', n.settled_by)`,
    from: 'notice n',
    key: 'n.id',
    keyType: 'bigint',
    filters: {
      kind: 'n.kind',
      subject: 'n.subject',
      state: `case when n.settled_at is null then 'open' else 'settled' end`,
    },
  },
};
