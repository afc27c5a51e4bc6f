import type { ReturnNoun } from '../../core/ports/index.ts';
import { refundJson } from '../sql/payments.ts';
import { RMA_LINE_JSON } from '../sql/returns.ts';
import { instant, type NounQuery } from './nounQuery.ts';

/** The TypeScript twin is `rmaStatus` in core/returns/rma.ts. */
const STATUS = `(
  select case
    when sum(l.quantity - l.received - l.kept - l.cancelled) > 0 then
      case when sum(l.received + l.kept) > 0 then 'partly-received' else 'authorized' end
    when sum(l.received + l.kept) = 0 then 'cancelled'
    when sum(l.received - l.restock - l.refurbish - l.scrap - l.supplier) > 0 then 'received'
    when sum(l.restock + l.refurbish + l.scrap + l.supplier + l.kept - l.resolved) > 0 then 'inspected'
    else 'resolved' end
  from rma_line l where l.rma_id = r.id)`;

/** Goods that come back, what is taken back, and what buyers have with the company. */
export const RETURN_NOUNS: Readonly<Record<ReturnNoun, NounQuery>> = {
  returns: {
    row: `jsonb_build_object('id', r.id, 'number', r.number, 'orderId', r.order_id, 'orderNumber', o.number,
      'status', ${STATUS}, 'resolution', r.resolution, 'exception', r.exception, 'note', r.note, 'location', p.code,
      'lines', (select jsonb_agg(${RMA_LINE_JSON} order by l.position) from rma_line l where l.rma_id = r.id),
      'trackingNumber', r.tracking_number, 'labelFormat', r.label_format, 'version', r.version,
      'createdBy', r.created_by, 'createdAt', ${instant('r.created_at')}, 'updatedAt', ${instant('r.updated_at')})`,
    from: 'rma r join orders o on o.id = r.order_id join location p on p.id = r.location_id',
    key: 'r.id',
    keyType: 'uuid',
    filters: { number: 'r.number', orderId: 'r.order_id', orderNumber: 'o.number', status: STATUS },
    detail: `jsonb_build_object(
      'labelBase64', encode(r.label, 'base64'),
      'refunds', (select coalesce(jsonb_agg(${refundJson('f')} order by f.created_at), '[]')
        from payment_refund f where f.return_id = r.id),
      'events', (select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'actor', e.actor,
        'at', ${instant('e.at')}, 'body', e.body) order by e.version) from rma_event e where e.rma_id = r.id))`,
  },
  'return-policies': {
    row: `jsonb_build_object('id', p.id, 'channel', p.channel, 'windowDays', p.window_days, 'conditions', p.conditions,
      'alwaysFor', p.always_for, 'feeBps', p.fee_bps, 'returnlessBelowMinor', p.returnless_below_minor,
      'version', p.version, 'updatedAt', ${instant('p.updated_at')})`,
    from: 'return_policy p',
    key: 'p.id',
    keyType: 'uuid',
    filters: { channel: 'p.channel' },
  },
  cases: {
    row: `jsonb_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'subject', c.subject, 'state', c.state,
      'priority', c.priority, 'orderId', c.order_id, 'orderNumber', o.number, 'returnId', c.rma_id, 'connection', n.name,
      'externalId', c.external_id, 'answerDueAt', ${instant('c.answer_due_at')}, 'answeredAt', ${instant('c.answered_at')},
      'solveDueAt', ${instant('c.solve_due_at')}, 'solvedAt', ${instant('c.solved_at')}, 'version', c.version,
      'createdBy', c.created_by, 'createdAt', ${instant('c.created_at')}, 'updatedAt', ${instant('c.updated_at')})`,
    from: `service_case c left join orders o on o.id = c.order_id left join connection n on n.id = c.connection_id`,
    key: 'c.id',
    keyType: 'uuid',
    filters: {
      number: 'c.number',
      state: 'c.state',
      kind: 'c.kind',
      orderId: 'c.order_id',
      externalId: 'c.external_id',
    },
    detail: `jsonb_build_object('messages', (select jsonb_agg(jsonb_build_object('id', m.id, 'direction', m.direction,
      'author', m.author, 'text', m.text, 'at', ${instant('m.at')}) order by m.at, m.id)
      from case_message m where m.case_id = c.id))`,
  },
  'store-credits': {
    row: `jsonb_build_object('id', c.id, 'code', c.code, 'orderId', c.order_id, 'orderNumber', o.number, 'returnId', c.rma_id,
      'currency', c.currency, 'amountMinor', c.amount_minor, 'usedMinor', c.used_minor,
      'leftMinor', c.amount_minor - c.used_minor, 'createdAt', ${instant('c.created_at')})`,
    from: 'store_credit c join orders o on o.id = c.order_id',
    key: 'c.id',
    keyType: 'uuid',
    filters: { code: 'c.code', orderId: 'c.order_id' },
  },
};
