import type { InventoryNoun } from '../../core/ports/index.ts';
import { instant, type NounQuery } from './nounQuery.ts';

const TRANSFER_LINES = `(
  select jsonb_agg(jsonb_build_object('sku', p.sku, 'quantity', l.quantity, 'sent', l.sent, 'received', l.received,
    'damaged', l.damaged, 'lost', l.lost, 'cancelled', l.cancelled,
    'inTransit', l.sent - l.received - l.damaged - l.lost) order by p.sku)
  from stock_transfer_line l join product p on p.id = l.product_id where l.transfer_id = t.id)`;

const TRANSFER_STATUS = `(
  select case when sum(sent) = 0 then case when sum(quantity - cancelled) > 0 then 'draft' else 'cancelled' end
              when sum(quantity - sent - cancelled) > 0 then 'partly-sent'
              when sum(sent - received - damaged - lost) > 0 then 'in-transit' else 'received' end
  from stock_transfer_line l where l.transfer_id = t.id)`;

const events = (subject: string): string => `(
  select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'actor', e.actor, 'at', ${instant('e.at')},
    'body', e.body) order by e.version) from stock_event e where e.subject_id = ${subject})`;

/** How the nouns of inventory are read. */
export const STOCK_NOUNS: Readonly<Record<InventoryNoun, NounQuery>> = {
  transfers: {
    row: `jsonb_build_object('id', t.id, 'from', f.code, 'to', d.code, 'status', ${TRANSFER_STATUS},
      'expectedOn', t.expected_on, 'note', t.note, 'lines', ${TRANSFER_LINES}, 'version', t.version,
      'createdAt', ${instant('t.created_at')}, 'updatedAt', ${instant('t.updated_at')})`,
    from: `stock_transfer t join location f on f.id = t.from_location_id join location d on d.id = t.to_location_id`,
    key: 't.id',
    keyType: 'uuid',
    filters: { from: 'f.code', to: 'd.code', status: TRANSFER_STATUS },
    detail: `jsonb_build_object('events', ${events('t.id')})`,
  },
  counts: {
    row: `jsonb_build_object('id', c.id, 'location', l.code, 'kind', c.kind, 'status', c.status, 'note', c.note,
      'version', c.version, 'createdAt', ${instant('c.created_at')}, 'updatedAt', ${instant('c.updated_at')},
      'lines', (select count(*) from stock_count_line n where n.count_id = c.id),
      'counted', (select count(counted) from stock_count_line n where n.count_id = c.id),
      'variances', (select count(*) from stock_count_line n where n.count_id = c.id and n.counted <> n.book))`,
    from: 'stock_count c join location l on l.id = c.location_id',
    key: 'c.id',
    keyType: 'uuid',
    filters: { location: 'l.code', kind: 'c.kind', status: 'c.status' },
    detail: `jsonb_build_object('countLines', (
        select jsonb_agg(jsonb_build_object('sku', p.sku, 'bin', b.code, 'lot', o.code, 'snapshot', n.snapshot,
          'counted', n.counted, 'book', n.book, 'variance', n.counted - n.book, 'countedAt', ${instant('n.counted_at')},
          'countedBy', n.counted_by) order by p.sku, b.walk, b.code, o.code)
        from stock_count_line n join product p on p.id = n.product_id left join bin b on b.id = n.bin_id
        left join lot o on o.id = n.lot_id where n.count_id = c.id),
      'events', ${events('c.id')})`,
  },
  reservations: {
    row: `jsonb_build_object('id', r.id, 'sku', p.sku, 'location', l.code, 'quantity', r.quantity, 'holder', r.holder,
      'state', r.state, 'expiresAt', ${instant('r.expires_at')}, 'createdAt', ${instant('r.created_at')})`,
    from: 'reservation r join product p on p.id = r.product_id join location l on l.id = r.location_id',
    key: 'r.id',
    keyType: 'uuid',
    filters: { sku: 'p.sku', holder: 'r.holder', state: 'r.state' },
  },
};
