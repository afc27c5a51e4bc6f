import type { IdSource, StoredOrder, Transaction } from '../ports/index.ts';
import type { Instant, OrderId, ProductId } from '../shared/ids.ts';
import { allocateOrder } from './allocateOrder.ts';
import { productsOf } from './applyIncoming.ts';
import { Batch, type Loaded, NOTHING_LOADED } from './batch.ts';
import { loadSourcing } from './batchSourcing.ts';
import { availableFor } from './lineStock.ts';

/**
 * Goes on with orders that waited: lines parked for want of a product get it (`skus`, by SKU), and stock that came is
 * committed to what is open or backordered, in the order of `ids`. Answers the products of which units are left to promise.
 */
export async function releaseWaiting(
  tx: Transaction,
  ids: readonly OrderId[],
  skus: ReadonlyMap<string, ProductId>,
  newIds: IdSource,
  now: Instant,
): Promise<ReadonlySet<ProductId>> {
  const loaded = await loadWaiting(tx, ids, skus, now);
  const { orders } = loaded;
  const products = new Set<ProductId>([...skus.values(), ...orders.flatMap(productsOf)]);
  const batch = new Batch(loaded, newIds, now);
  for (const id of ids) {
    const stored = batch.order(id);
    if (stored) goOn(batch, stored, skus);
  }
  await tx.save(batch.changes());
  const lines = orders.flatMap(({ order }) => (order.status === 'unplaced' ? [] : [...order.lines.values()]));
  const bundles = new Map(lines.flatMap((line) => (line.product && line.components ? [[line.product, line]] : [])));
  const isLeft = (product: ProductId): boolean =>
    availableFor(batch.shelf, product, bundles.get(product) ?? { product }).size > 0;
  return new Set([...products].filter(isLeft));
}

/** Loads and locks orders that wait, and all that may be committed to them. */
export async function loadWaiting(
  tx: Transaction,
  ids: readonly OrderId[],
  skus: ReadonlyMap<string, ProductId>,
  now: Instant,
): Promise<Loaded> {
  const orders = await tx.ordersById(ids);
  const products = new Set<ProductId>([...skus.values(), ...orders.flatMap(productsOf)]);
  const locations = await tx.locations();
  return {
    ...NOTHING_LOADED,
    orders,
    balances: await tx.balances([...products]),
    locations,
    fulfillments: await tx.fulfillments({ orders: ids }),
    sourcing: await loadSourcing(tx, products, locations, now),
  };
}

function goOn(batch: Batch, { order }: StoredOrder, skus: ReadonlyMap<string, ProductId>): void {
  if (order.status !== 'open') return;
  for (const line of order.lines.values()) {
    const product = line.product === null ? skus.get(line.sku) : undefined;
    if (product) batch.decide(order.id, { type: 'ResolveLine', at: batch.now, line: line.id, product }, null);
  }
  allocateOrder(batch, order.id, null);
}
