import type { OrderDocument } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { bookPayment } from './bookPayment.ts';
import type { OfbizClient } from './client.ts';
import { type EntityRecord, find } from './find.ts';
import { bringTo, stateOf, unknownStatus } from './orderStatus.ts';
import { create, findParties } from './parties.ts';
import { externalIdOf } from './reference.ts';
import { productsOf } from './skus.ts';
import { encodeOrder, refusedAmounts, type StoredOrder, storeOrderParams } from './storedOrder.ts';

/** How long OFBiz may still commit what it was sent: a transaction ends after 60 s by default. */
const SETTLE_MS = 60_000;

/**
 * Stores an order, approves it, and books its payment where that is wanted. It carries our reference as orderName and externalId, by which it is looked up first,
 * because neither is unique over there; one that was left behind before its approval is taken up where it stopped.
 */
export const pushOrder: Write<OfbizClient, OrderDocument, RemoteRef> = {
  encode: encodeOrder,
  send: (client, raw, { reference }, signal) => sendOrder(client, raw as StoredOrder, reference, signal),
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    async landed(client, raw, { reference }, signal) {
      const found = await ordersByReference(client, reference, signal);
      if (!found.ok) return found;
      const existing = chosen(found.value);
      return existing ? finish(client, raw as StoredOrder, { header: existing, reference }, signal) : ok(null);
    },
  },
};

async function sendOrder(
  client: OfbizClient,
  order: StoredOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const refused = refusedAmounts(order, client.settings);
  if (refused) return err(refused);
  const found = await ordersByReference(client, reference, signal);
  if (!found.ok) return found;
  const existing = chosen(found.value);
  if (existing) return finish(client, order, { header: existing, reference }, signal);
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  const products = await productsOf(client, skus, signal);
  if (!products.ok) return products;
  const parties = await findParties(client, order, reference, signal);
  if (!parties.ok) return parties;
  const ids = { products: products.value, parties: parties.value };
  const params = storeOrderParams(order, reference, ids, client.settings);
  const orderId = await create(client, 'storeOrder', params, 'orderId', signal);
  if (!orderId.ok) return orderId;
  const header = { orderId: orderId.value, statusId: 'ORDER_CREATED' };
  return finish(client, order, { header, reference }, signal);
}

/** All orders that carry our reference, oldest first. */
export async function ordersByReference(
  client: OfbizClient,
  reference: string,
  signal: AbortSignal,
): Promise<Result<readonly EntityRecord[], Fault>> {
  const where = { externalId: externalIdOf(reference) };
  const found = await find(client, { entity: 'OrderHeader', where, orderBy: 'createdStamp|orderId' }, signal);
  return found.ok ? ok(found.value.filter(({ orderName }) => orderName === reference.slice(0, 100))) : found;
}

/** The oldest that stands; else the oldest. */
function chosen(orders: readonly EntityRecord[]): EntityRecord | undefined {
  return orders.find((order) => stateOf(order) !== 'cancelled') ?? orders[0];
}

async function finish(
  client: OfbizClient,
  order: StoredOrder,
  { header, reference }: { readonly header: EntityRecord; readonly reference: string },
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const { orderId = '' } = header;
  const state = stateOf(header);
  if (state === undefined) return err(unknownStatus(header));
  if (state === 'created') {
    const approved = await bringTo(client, orderId, 'open', signal);
    if (!approved.ok) return approved;
  }
  const booked = await bookPayment(client, order, { orderId, reference }, signal);
  if (!booked.ok) return booked;
  return ok({ externalId: orderId, number: orderId });
}
