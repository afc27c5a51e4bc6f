import type { FulfillmentRejection } from '../fulfillment/index.ts';
import type { Place } from '../inventory/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentRow } from '../ports/index.ts';
import { ok, type Result } from '../shared/result.ts';
import { allocateOrder } from './allocateOrder.ts';
import type { Batch } from './batch.ts';
import { unitsOf } from './lineStock.ts';
import { placeStill } from './workStock.ts';

/** `place` is where the units should have been, when somebody knows. */
type Missing = Portion & { readonly place?: Place | null };
export type Shortage = { readonly lines: readonly Missing[]; readonly reason: string; readonly actor: string };

/**
 * Units that a picker did not find. They leave the work and the stock of that location, for what was not found cannot be
 * promised again, and go back to their order: another location sends them, or they are backordered.
 */
export function shortPick(
  batch: Batch,
  row: FulfillmentRow,
  { lines: missing, reason, actor }: Shortage,
): Result<void, FulfillmentRejection> {
  const order = batch.order(row.order)?.order;
  if (order?.status !== 'open') throw new Error(`${row.number} is in work, but its order is ${order?.status}`);
  const lines = missing.map(({ line, quantity }) => ({ line, quantity }));
  const short = batch.works.decide(row.id, { type: 'PickShort', at: batch.now, actor, lines, reason }, null);
  if (!short.ok) return short;
  const { id: fulfillmentOrder, location } = row;
  const command = { type: 'RecallUnits', at: batch.now, fulfillmentOrder, location, lines, reason } as const;
  const recalled = batch.decide(order.id, command, null);
  if (!recalled.ok) throw new Error(`${row.number} holds what was not released: ${JSON.stringify(recalled.error)}`);
  for (const { line, quantity, place = null } of missing) {
    const short = order.lines.get(line);
    const from = short && placeStill(batch, short, location, place, quantity);
    for (const units of short ? unitsOf(short, quantity) : []) {
      const { product } = units;
      takeOffShelf(batch, { product, location }, units.quantity, `short/${row.number} ${reason}`, from);
      batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null });
    }
  }
  allocateOrder(batch, order.id, null, location);
  return ok(undefined);
}

function takeOffShelf(
  batch: Batch,
  key: Parameters<Batch['shelf']['balance']>[0],
  quantity: number,
  reference: string,
  place: Place | undefined,
): void {
  const freed = batch.shelf.move('deallocate', key, quantity, reference);
  if (!freed.ok) throw new Error(`allocated stock is not in the ledger: ${JSON.stringify(freed.error)}`);
  const lost = Math.min(quantity, batch.shelf.balance(key).onHand);
  if (lost <= 0) return;
  const taken = batch.shelf.move('adjust', key, -lost, reference, place && lost === quantity ? { place } : undefined);
  if (!taken.ok) throw new Error(`a shortage is refused: ${JSON.stringify(taken.error)}`);
}
