import type { Parts } from '../../compose/parts.ts';
import { type PaymentEvent, paymentDecider } from '../../core/payment/index.ts';
import { replay } from '../../core/shared/decider.ts';
import type { OrderId } from '../../core/shared/ids.ts';

/** Orders whose payment events do not fold to the entries and refunds of their rows. */
export async function foldedPaymentDifferences({ store }: Parts): Promise<readonly unknown[]> {
  const { rows } = await store.pool.query<{ order_id: OrderId; events: PaymentEvent[] }>(
    'select order_id, json_agg(body order by version) as events from payment_event group by order_id',
  );
  const stored = await store.unitOfWork.transaction((tx) => tx.payments(rows.map((row) => row.order_id)));
  return rows.flatMap(({ order_id, events }, i) => {
    const folded = replay(paymentDecider, events);
    const kept = stored[i];
    const text = ({ entries, refunds }: typeof folded): string =>
      JSON.stringify([...entries.values(), ...refunds.values()].map((each) => Object.entries(each).sort()).sort());
    const isSame = kept && kept.version === events.length && text(kept.ledger) === text(folded);
    return isSame ? [] : [{ order_id, folded: text(folded), kept: kept && text(kept.ledger) }];
  });
}
