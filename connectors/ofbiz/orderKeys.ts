import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { findIn } from './find.ts';
import { SENT_BY_HUB } from './storedOrder.ts';

/** What the hub calls orders, by orderId: its own reference of those that it sent, else the orderId. */
export async function orderKeys(
  client: OfbizClient,
  orders: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, Fault>> {
  const found = await findIn(client, 'OrderHeader', 'orderId', orders, signal);
  if (!found.ok) return found;
  return ok(
    new Map(
      found.value.map(({ orderId = '', orderName, internalCode }) => [
        orderId,
        internalCode === SENT_BY_HUB && orderName !== undefined ? orderName : orderId,
      ]),
    ),
  );
}
