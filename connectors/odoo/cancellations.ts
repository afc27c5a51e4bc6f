import type { OrderDocument } from '../../core/documents/index.ts';
import { type Fault, retryable } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import type { OdooClient } from './client.ts';
import { SALE_STATES } from './codes.ts';
import { cancelOrders } from './confirm.ts';
import { ordersByReference } from './orders.ts';

/** An order whose writing was in doubt may still appear: time for as long as Odoo may commit it. */
const LOOK_AGAIN_MS = 10_000;

/** Cancels the sale orders that carry our reference. An absolute state: doing it again changes nothing. */
export const cancelOrder: Write<OdooClient, OrderDocument, RemoteRef> = {
  encode: ({ number }) => ok({ number }),
  send: (client, _raw, { reference }, signal) => sendCancellation(client, reference, signal),
  duplicates: { mode: 'idempotent' },
};

async function sendCancellation(
  client: OdooClient,
  reference: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const found = await ordersByReference(client, reference, signal);
  if (!found.ok) return found;
  const [oldest] = found.value;
  if (!oldest) {
    const message = `there is no sale order with the reference ${reference} in Odoo, so there is nothing to cancel`;
    return err(retryable('order-not-there', message, LOOK_AGAIN_MS));
  }
  const open = found.value.filter(({ state }) => SALE_STATES.get(state) !== 'cancelled');
  if (open.length > 0) {
    const cancelled = await cancelOrders(
      client,
      open.map(({ id }) => id),
      signal,
    );
    if (!cancelled.ok) return cancelled;
  }
  return ok({ externalId: String(oldest.id), number: oldest.name });
}
