import type { PaymentNoun } from '../../core/ports/index.ts';
import { ENTRY_JSON } from '../sql/payments.ts';
import { instant, type NounQuery } from './nounQuery.ts';

/** The money of orders, and what providers pay out. */
export const PAYMENT_NOUNS: Readonly<Record<PaymentNoun, NounQuery>> = {
  payments: {
    row: `${ENTRY_JSON} || jsonb_build_object('orderId', e.order_id, 'orderNumber', o.number, 'orderReference', o.reference,
      'currency', l.currency, 'createdAt', ${instant('e.created_at')})`,
    from: 'payment_entry e join payment_ledger l on l.order_id = e.order_id join orders o on o.id = e.order_id',
    key: 'e.id',
    keyType: 'uuid',
    filters: {
      orderId: 'e.order_id',
      provider: 'e.provider',
      kind: 'e.kind',
      status: 'e.status',
      externalId: 'e.external_id',
    },
    detail: `jsonb_build_object('events', (select jsonb_agg(jsonb_build_object('version', v.version, 'type', v.type,
      'actor', v.actor, 'inboxId', v.inbox_id::text, 'at', ${instant('v.at')}, 'body', v.body) order by v.version)
      from payment_event v where v.order_id = e.order_id and v.body -> 'entry' ->> 'id' = e.id::text))`,
  },
  'payment-policies': {
    row: `jsonb_build_object('id', p.id, 'provider', p.provider, 'capture', p.capture,
      'isReauthorizing', p.is_reauthorizing, 'version', p.version, 'updatedAt', ${instant('p.updated_at')})`,
    from: 'payment_policy p',
    key: 'p.id',
    keyType: 'uuid',
    filters: { provider: 'p.provider' },
  },
  payouts: {
    row: `jsonb_build_object('id', p.id, 'provider', p.provider, 'reference', p.reference, 'currency', p.currency,
      'statedMinor', p.stated_minor, 'summedMinor', n.summed, 'differenceMinor', p.stated_minor - n.summed,
      'feeMinor', n.fees, 'lines', n.lines, 'open', n.open, 'paidAt', ${instant('p.paid_at')},
      'createdBy', p.created_by, 'createdAt', ${instant('p.created_at')})`,
    from: `payout p cross join lateral (
      select coalesce(sum(y.amount_minor - y.fee_minor), 0)::bigint as summed, coalesce(sum(y.fee_minor), 0)::bigint as fees,
             count(*) as lines, count(*) filter (where y.finding not in ('matched', 'no-movement')) as open
      from payout_line y where y.payout_id = p.id) n`,
    key: 'p.id',
    keyType: 'uuid',
    filters: { provider: 'p.provider', reference: 'p.reference' },
    detail: `jsonb_build_object(
      'payoutLines', (select coalesce(jsonb_agg(jsonb_build_object('externalId', y.external_id, 'kind', y.kind,
        'amountMinor', y.amount_minor, 'feeMinor', y.fee_minor, 'finding', y.finding, 'ledgerMinor', y.ledger_minor,
        'entryId', y.entry_id, 'orderNumber', o.number) order by y.position), '[]')
        from payout_line y left join payment_entry e on e.id = y.entry_id left join orders o on o.id = e.order_id
        where y.payout_id = p.id),
      'awaited', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'externalId', e.external_id, 'kind', e.kind,
        'amountMinor', e.amount_minor, 'at', ${instant('e.at')}) order by e.at), '[]')
        from (select * from payment_entry e
              where e.provider = p.provider and e.status = 'succeeded' and e.at < p.paid_at
                and e.kind in ('capture', 'sale', 'refund', 'chargeback', 'chargeback-reversal')
                and not exists (select from payout_line y where y.entry_id = e.id)
              order by e.at limit 500) e))`,
  },
};
