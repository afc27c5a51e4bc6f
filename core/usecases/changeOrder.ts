import type { OpenOrder, OrderEvent, OrderRejection } from '../order/index.ts';
import type { StoredOrder, Transaction } from '../ports/index.ts';
import type { OrderId, OrderLineId } from '../shared/ids.ts';
import { isUuid } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { productsOf } from './applyIncoming.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { loadSourcing } from './batchSourcing.ts';
import type { Environment } from './operateStock.ts';
import { checkVersion } from './version.ts';

export type OrderRefusal = { readonly code: string; readonly message: string };

/** Which order, who changes it, and the version that they saw: another one is refused. */
export type OrderTarget = { readonly id: OrderId; readonly by: string; readonly version?: number | undefined };

/** What came of a change: the order's version after it, and what happened, by the names of the events. */
export type Changed = { readonly id: OrderId; readonly version: number; readonly events: readonly string[] };

export type OpenedOrder = {
  readonly tx: Transaction;
  readonly batch: Batch;
  readonly stored: StoredOrder;
};

/**
 * Changes one order in a transaction of its own: loads and locks it with its stock and its work, lets `run` decide, and
 * saves all of it. A refusal saves nothing.
 */
export function changeOrder(
  target: OrderTarget,
  { unitOfWork, ids, now }: Environment,
  run: (opened: OpenedOrder) => Promise<Result<unknown, OrderRefusal>> | Result<unknown, OrderRefusal>,
  more: readonly OrderId[] = [],
): Promise<Result<Changed, OrderRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const orders = await tx.ordersById([target.id, ...more].filter(isUuid));
    const stored = orders.find(({ order }) => order.status !== 'unplaced' && order.id === target.id);
    if (!stored) return err({ code: 'not-found', message: `no order ${target.id}` });
    const current = checkVersion(stored.version, target.version);
    if (!current.ok) return current;
    const products = new Set(orders.flatMap(productsOf));
    const balances = await tx.balances([...products]);
    const fulfillments = await tx.fulfillments({ orders: [target.id, ...more] });
    const payments = await tx.payments([target.id, ...more]);
    const returns = await tx.returns([target.id]);
    const locations = await tx.locations();
    const sourcing = await loadSourcing(tx, products, locations, now());
    const loaded = { ...NOTHING_LOADED, orders, balances, fulfillments, locations, sourcing, payments, returns };
    const batch = new Batch(loaded, ids, now());
    batch.actor = target.by;
    const done = await run({ tx, batch, stored });
    if (!done.ok) return done;
    const changes = batch.changes();
    await tx.save(changes);
    const events = changes.orders.flatMap(({ id, events: each }) => (id === target.id ? each : []));
    return ok({
      id: target.id,
      version: batch.order(target.id)?.version ?? stored.version,
      events: events.map(typeOf),
    });
  });
}

const typeOf = ({ type }: OrderEvent): string => type;

/** The order when it is open, or why nothing can be changed in it any more. */
export function openOrder({ order, header }: StoredOrder): Result<OpenOrder, OrderRefusal> {
  if (order.status === 'open') return ok(order);
  return err({ code: 'not-open', message: `order ${header.number} is ${order.status}` });
}

/** A rejection in words, with its lines named as people know them. */
export function refusalOf(rejection: OrderRejection, { order }: StoredOrder): OrderRefusal {
  const { code, ...detail } = rejection;
  const words = Object.entries(detail).map(([name, value]) =>
    name === 'line' ? nameOf(order, value as OrderLineId) : `${name} ${JSON.stringify(value)}`,
  );
  return { code, message: [code.replaceAll('-', ' '), ...words].join(', ') };
}

function nameOf(order: StoredOrder['order'], id: OrderLineId): string {
  const line = order.status === 'unplaced' ? undefined : order.lines.get(id);
  return line ? `line ${line.externalId} (SKU ${line.sku})` : `line ${id}`;
}

/** A line by its id, or by the external id that its source gave it. */
export function lineNamed(order: OpenOrder, name: string): Result<OrderLineId, OrderRefusal> {
  if (order.lines.has(name as OrderLineId)) return ok(name as OrderLineId);
  for (const line of order.lines.values()) if (line.externalId === name) return ok(line.id);
  return err({ code: 'unknown-line', message: `there is no line ${name} in this order` });
}
