import { type IdSource, PLAN_AHEAD_MS, type Transaction } from '../ports/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';
import type { WindowEffort } from '../sourcing/index.ts';
import { sourceOrderNow, sourceTogether } from './allocateOrder.ts';
import { Batch } from './batch.ts';
import { loadWaiting } from './releaseWaiting.ts';

/** Orders that one transaction takes at most. */
const MOST_ORDERS = 500;

/**
 * Sources the orders of every channel in which one that waits is about to be due: together for the least cost of all, in
 * groups of one priority as large as their rules say; one that does not get all it asks for then by itself, with
 * fallbacks and backorder. Answers how many orders wait no longer. The orders' own rows say who waits: whoever dies before
 * the commit has taken nothing.
 */
export async function planWindow(tx: Transaction, ids: IdSource, now: Instant, effort: WindowEffort): Promise<number> {
  const by = instantOf(epochMs(now) + PLAN_AHEAD_MS);
  const waiting = await tx.ordersToPlan(by, MOST_ORDERS);
  if (waiting.length === 0) return 0;
  const batch = new Batch(await loadWaiting(tx, waiting, new Map(), now), ids, now);
  const still = waiting.filter((id) => isWaiting(batch, id));
  for (const equals of byPriority(batch, still)) {
    for (const group of groupsOf(batch, equals)) sourceTogether(batch, group, effort);
    for (const id of equals) sourceRest(batch, id);
  }
  await tx.save(batch.changes());
  return still.length;
}

/** An order that the plan has not made whole is sourced by itself; one without anything to source waits no longer. */
function sourceRest(batch: Batch, id: OrderId): void {
  if (isWaiting(batch, id)) sourceOrderNow(batch, id, null);
  if (isWaiting(batch, id)) batch.decide(id, { type: 'AwaitSourcing', at: batch.now, sourceBy: null }, null);
}

/** Orders of one priority each, the most important first: no saving takes units from an order that comes before. */
function byPriority(batch: Batch, ids: readonly OrderId[]): readonly (readonly OrderId[])[] {
  const levels = Map.groupBy(ids, (id) => {
    const order = batch.order(id)?.order;
    return order?.status === 'open' ? order.marks.priority : 0;
  });
  return [...levels].toSorted(([a], [b]) => b - a).map(([, equals]) => equals);
}

function isWaiting(batch: Batch, id: OrderId): boolean {
  const order = batch.order(id)?.order;
  return order?.status === 'open' && order.marks.sourceBy !== null;
}

/** Orders in groups no larger than the windows of their rules. */
function groupsOf(batch: Batch, turn: readonly OrderId[]): readonly (readonly OrderId[])[] {
  const groups = new Map<number, OrderId[]>();
  for (const id of turn) {
    const header = batch.order(id)?.header;
    const size = header && batch.sourcing.windowOf(header)?.orders;
    if (size !== undefined) groups.set(size, [...(groups.get(size) ?? []), id]);
  }
  return [...groups].flatMap(([size, all]) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size)),
  );
}
