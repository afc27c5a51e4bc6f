import type { OrderDocument } from '../../core/documents/index.ts';
import { type Fault, retryable } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import type { OfbizClient } from './client.ts';
import { bringTo, stateOf } from './orderStatus.ts';
import { ordersByReference } from './orders.ts';

/** An order whose storing was in doubt may still appear: time for as long as OFBiz may commit it. */
const LOOK_AGAIN_MS = 10_000;

/** Cancels the orders that carry our reference. An absolute state: doing it again changes nothing. */
export const cancelOrder: Write<OfbizClient, OrderDocument, RemoteRef> = {
  encode: ({ number }) => ok({ number }),
  send: (client, _raw, { reference }, signal) => sendCancellation(client, reference, signal),
  duplicates: { mode: 'idempotent' },
};

async function sendCancellation(
  client: OfbizClient,
  reference: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const found = await ordersByReference(client, reference, signal);
  if (!found.ok) return found;
  const oldest = found.value[0]?.['orderId'];
  if (oldest === undefined) {
    const message = `there is no order with the reference ${reference} in OFBiz, so there is nothing to cancel`;
    return err(retryable('order-not-there', message, LOOK_AGAIN_MS));
  }
  for (const header of found.value) {
    if (stateOf(header) === 'cancelled') continue;
    const cancelled = await bringTo(client, header['orderId'] ?? '', 'cancelled', signal);
    if (!cancelled.ok) return cancelled;
  }
  return ok({ externalId: oldest, number: oldest });
}
