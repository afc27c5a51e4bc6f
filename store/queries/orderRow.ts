import { ENTRY_JSON, refundJson } from '../sql/payments.ts';
import { instant } from './nounQuery.ts';

/** How an order is shown: its row in a list, and all that belongs to it. `o` is the order's row. */

const WORK_STATUS = `coalesce((
  select (array['released', 'picking', 'picked', 'packed'])[
    min(case f.state when 'released' then 1 when 'picking' then 2 when 'picked' then 3 else 4 end)]
  from fulfillment_order f where f.order_id = o.id and f.state not in ('shipped', 'cancelled')), 'released')`;

const SHIPPED_STATUS = `(
  select case
    when bool_and(s.status = 'delivered') then
      case when o.payment_state in ('paid', 'partially-refunded', 'refunded') then 'closed' else 'delivered' end
    when bool_or(s.status in ('picked-up', 'in-transit', 'out-for-delivery', 'exception', 'delivered')) then 'in-transit'
    else 'shipped' end
  from shipment s where s.order_id = o.id and s.status <> 'cancelled')`;

/** The TypeScript twin is `statusOf` in core/order/status.ts. */
export const STATUS = `(
  select case
    when o.state = 'cancelled' then 'cancelled'
    when o.state = 'closed' then case when o.kind = 'sales' and sum(l.shipped) > 0 then ${SHIPPED_STATUS} else 'closed' end
    when cardinality(o.holds) > 0 then 'on-hold'
    when o.kind <> 'sales' then case when sum(l.received) > 0 then 'partially-received' else 'awaiting-receipt' end
    when bool_or(l.product_id is null and l.open > 0) then 'parked'
    when sum(l.shipped) > 0 and sum(l.open + l.backordered + l.allocated + l.released) > 0 then 'partially-shipped'
    when sum(l.backordered) > 0 then 'backordered'
    when sum(l.open) > 0 then case
      when sum(l.allocated + l.released) > 0 then 'sourced'
      when o.payment_state in ('authorized', 'paid') then 'authorized'
      when o.validated_at is not null then 'validated'
      else 'received' end
    when sum(l.allocated) > 0 then 'allocated'
    when sum(l.released) > 0 then ${WORK_STATUS}
    else 'received' end
  from order_line l where l.order_id = o.id and (l.requires_shipping or o.kind <> 'sales'))`;

export const ORDER_ROW = `jsonb_build_object('id', o.id, 'reference', o.reference, 'number', o.number, 'kind', o.kind,
  'channel', o.channel, 'connectionId', o.connection_id, 'externalId', o.external_id, 'state', o.state,
  'status', ${STATUS}, 'holds', o.holds, 'paymentState', o.payment_state, 'currency', o.currency,
  'grandMinor', o.grand_minor, 'priority', o.priority, 'promisedAt', ${instant('o.promised_at')},
  'shipBy', ${instant('o.ship_by')}, 'sourceBy', ${instant('o.source_by')}, 'tags', o.tags,
  'placedAt', ${instant('o.placed_at')}, 'updatedAt', ${instant('o.updated_at')}, 'version', o.version)`;

const LINES = `(
  select jsonb_agg(jsonb_build_object(
    'id', l.id, 'externalId', l.external_id, 'sku', l.sku, 'productId', l.product_id, 'open', l.open,
    'backordered', l.backordered, 'allocated', l.allocated, 'released', l.released, 'shipped', l.shipped,
    'cancelled', l.cancelled, 'received', l.received) order by l.position)
  from order_line l where l.order_id = o.id)`;

export const ORDER_DETAIL = `jsonb_build_object('document', o.document, 'sourceDocument', o.source_document,
  'links', coalesce(o.links, '{}'), 'validatedAt', ${instant('o.validated_at')},
  'findings', (select e.body -> 'findings' from order_event e
    where e.order_id = o.id and e.type = 'OrderValidated' order by e.version desc limit 1), 'lines', ${LINES},
  'attachments', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
    'contentType', a.content_type, 'bytes', octet_length(a.content), 'at', ${instant('a.created_at')}) order by a.id), '[]')
    from order_attachment a where a.order_id = o.id and a.removed_at is null),
  'fulfillmentOrders', (select jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number, 'state', f.state,
    'locationId', f.location_id, 'lines', f.lines) order by f.number) from fulfillment_order f where f.order_id = o.id),
  'shipments', (select jsonb_agg(jsonb_build_object('id', s.id, 'reference', s.reference, 'carrier', s.carrier,
    'status', s.status) order by s.id) from shipment s where s.order_id = o.id),
  'payments', (select coalesce(jsonb_agg(${ENTRY_JSON} order by e.created_at, e.id), '[]')
    from payment_entry e where e.order_id = o.id),
  'refunds', (select coalesce(jsonb_agg(${refundJson('r')} order by r.created_at, r.id), '[]')
    from payment_refund r where r.order_id = o.id),
  'destinationTotals', (select coalesce(jsonb_agg(jsonb_build_object('connection', n.name, 'grandMinor', t.grand_minor,
    'linesMinor', t.lines_minor, 'shippingMinor', t.shipping_minor, 'taxMinor', t.tax_minor,
    'levelledMinor', t.levelled_minor, 'oursMinor', t.ours_minor, 'causes', t.causes, 'closing', t.closing,
    'closedBy', t.closed_by, 'note', t.note, 'statedAt', ${instant('t.stated_at')}) order by n.name), '[]')
    from destination_total t join connection n on n.id = t.connection_id where t.order_id = o.id),
  'deliveries', (select jsonb_agg(jsonb_build_object('id', d.id, 'operation', d.operation, 'state', d.state,
    'connectionId', d.connection_id, 'receipt', d.receipt #- '{parcels}', 'fault', d.fault) order by d.id)
    from delivery d where d.subject = o.id),
  'events', (select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'at', ${instant('e.at')},
    'by', coalesce(e.body ->> 'by', 'hub'), 'inboxId', e.inbox_id::text, 'body', e.body) order by e.version)
    from order_event e where e.order_id = o.id))`;
