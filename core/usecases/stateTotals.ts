import { closingOf, explainThere, type TotalsThere } from '../order/index.ts';
import type { StoredOrder, Transaction } from '../ports/index.ts';
import type { ConnectionId, Instant, OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { changeOrder, type OrderRefusal, type OrderTarget } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';

/** What a destination says that an order comes to, and a rounding line that stands there beside it. */
export type StatedThere = TotalsThere & { readonly levelledMinor?: number | undefined };

/** Explains and closes what an order comes to at a destination; a difference that stays open raises a notice. */
export async function bookTotals(
  tx: Transaction,
  { header, order }: StoredOrder,
  { connection, totals }: { readonly connection: ConnectionId; readonly totals: StatedThere },
  batch: Batch,
): Promise<void> {
  if (order.status === 'unplaced') return;
  const { levelledMinor = 0, ...there } = totals;
  const explained = explainThere(header.document, there);
  const closing = closingOf(explained, levelledMinor, await tx.toleranceOf(connection));
  const { currency } = header.document;
  const { causes, oursMinor } = explained;
  const row = { ...there, ...{ order: order.id, connection, levelledMinor, oursMinor, currency, causes, closing } };
  await tx.saveDestinationTotal({ ...row, statedAt: batch.now });
  if (closing !== 'open') return;
  const detail = { order: header.number, differenceMinor: explained.differenceMinor, currency, causes };
  batch.notices.push({ kind: 'total-differs', subject: `order/${header.reference}/${connection}`, detail });
}

/** Books what a write that landed says of the order's total over there. */
export async function learnTotals(
  tx: Transaction,
  {
    order,
    connection,
    totals,
  }: { readonly order: OrderId; readonly connection: ConnectionId; readonly totals: StatedThere },
  ids: Environment['ids'],
  now: Instant,
): Promise<void> {
  const orders = await tx.ordersById([order]);
  const batch = new Batch({ ...NOTHING_LOADED, orders }, ids, now);
  for (const stored of orders) await bookTotals(tx, stored, { connection, totals }, batch);
  await tx.save(batch.changes());
}

/** Books what a destination says of an order's total, by its word or a person's. */
export async function stateTotals(
  target: OrderTarget,
  { connection: name, ...totals }: StatedThere & { readonly connection: string },
  environment: Environment,
): Promise<Result<void, OrderRefusal>> {
  const done = await changeOrder(target, environment, async ({ tx, batch, stored }) => {
    const connection = await tx.connectionNamed(name);
    if (!connection) return err({ code: 'unknown-connection', message: `there is no connection ${name}` });
    await bookTotals(tx, stored, { connection, totals }, batch);
    return ok(undefined);
  });
  return done.ok ? ok(undefined) : done;
}

/** Closes a difference that no policy closes, by a person's word. */
export async function closeDifference(
  target: OrderTarget,
  { connection: name, note }: { readonly connection: string; readonly note: string },
  environment: Environment,
): Promise<Result<void, OrderRefusal>> {
  const done = await changeOrder(target, environment, async ({ tx }) => {
    const connection = await tx.connectionNamed(name);
    if (!connection) return err({ code: 'unknown-connection', message: `there is no connection ${name}` });
    if (await tx.closeDifference(target.id, connection, target.by, note)) return ok(undefined);
    return err({ code: 'nothing-open', message: `no difference of the order at ${name} is open` });
  });
  return done.ok ? ok(undefined) : done;
}
