import type { Parts } from '../../compose/parts.ts';
import type { PaymentState } from '../../core/documents/index.ts';
import { statusOf } from '../../core/order/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { STATUS } from '../../store/queries/orderRow.ts';

type Facts = {
  readonly id: OrderId;
  readonly shown: string;
  readonly payment: PaymentState;
  readonly works: readonly string[];
  readonly shipments: readonly string[];
};

/** Orders whose status in SQL is not the one that the domain derives, and how often each status was seen. */
export async function comparedStatuses({ store }: Parts): Promise<{
  readonly differences: readonly unknown[];
  readonly seen: ReadonlyMap<string, number>;
}> {
  const { rows } = await store.pool.query<Facts>(`
    select o.id, ${STATUS} as shown, o.payment_state as payment,
           array(select f.state from fulfillment_order f where f.order_id = o.id and f.state not in ('shipped', 'cancelled')) as works,
           array(select s.status from shipment s where s.order_id = o.id) as shipments
    from orders o`);
  const stored = await store.unitOfWork.transaction((tx) => tx.ordersById(rows.map(({ id }) => id)));
  const orders = new Map(stored.map(({ order }) => [order.status === 'unplaced' ? '' : order.id, order]));
  const seen = new Map<string, number>();
  const differences = rows.flatMap(({ id, shown, payment, works, shipments }) => {
    seen.set(shown, (seen.get(shown) ?? 0) + 1);
    const order = orders.get(id);
    const derived = order && statusOf(order, { paymentState: payment, works, shipments });
    return derived === shown ? [] : [{ id, shown, derived }];
  });
  return { differences, seen };
}
