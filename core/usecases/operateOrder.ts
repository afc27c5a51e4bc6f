import { isEnded } from '../fulfillment/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { pickAll, unpicked } from './applyFulfillment.ts';
import { productsOf } from './applyIncoming.ts';
import { cancelOrder } from './applyOrder.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import type { Environment } from './operateStock.ts';

export type OrderRefusal = { readonly code: string; readonly message: string };

/** Cancels what of an order has not shipped, on an operator's word. `version` guards against what they did not see. */
export function cancelById(
  id: OrderId,
  reason: string,
  version: number | undefined,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<void, OrderRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const [stored] = await tx.ordersById([id]);
    if (!stored) return err({ code: 'not-found', message: `no order ${id}` });
    if (version !== undefined && stored.version !== version) {
      return err({
        code: 'version-mismatch',
        message: `the order is at version ${stored.version}; look again, then decide`,
      });
    }
    const balances = await tx.balances(productsOf(stored));
    const fulfillments = await tx.fulfillments({ orders: [id] });
    const batch = new Batch({ ...NOTHING_LOADED, orders: [stored], balances, fulfillments }, ids, now());
    const cancelled = cancelOrder(batch, id, reason, null, null);
    if (!cancelled.ok) return err({ code: cancelled.error.code, message: cancelled.error.message });
    await tx.save(batch.changes());
    return ok(undefined);
  });
}

/** Confirms by hand that the work of an order is picked, where no warehouse system says so. */
export function confirmPicked(
  id: OrderId,
  actor: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<void, OrderRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const fulfillments = await tx.fulfillments({ orders: [id] });
    const released = fulfillments.filter((row) => !isEnded(row) && unpicked(row).length > 0);
    if (released.length === 0) return err({ code: 'nothing-released', message: `order ${id} has no work released` });
    const batch = new Batch({ ...NOTHING_LOADED, fulfillments }, ids, now());
    for (const row of released) pickAll(batch, row, actor, null);
    await tx.save(batch.changes());
    return ok(undefined);
  });
}
