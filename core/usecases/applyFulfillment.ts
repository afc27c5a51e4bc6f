import type { PickingDocument } from '../documents/index.ts';
import { toPick } from '../fulfillment/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentRow, MessageId, ShipmentRow, StoredOrder } from '../ports/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { FulfillmentOrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { unitsOf } from './lineStock.ts';
import { locationOf } from './locationOf.ts';
import { decideWork } from './workStock.ts';

/** What a warehouse says about picking. `done` makes the fulfillment orders of that location ready for their labels. */
export function applyPicking(
  batch: Batch,
  sender: Sender,
  document: PickingDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  if (document.state !== 'done') return ok({ outcome: 'ignored', reason: `picking-${document.state}` });
  const stored = batch.orderByReference(document.orderReference);
  if (!stored || stored.order.status === 'unplaced') {
    return ok({ outcome: 'ignored', reason: 'order-of-another-system' });
  }
  const location = document.location === undefined ? undefined : locationOf(batch, sender, document.location);
  const rows = batch.works
    .of(stored.order.id)
    .filter((row) => row.state !== 'cancelled' && (location === undefined || row.location === location));
  if (rows.length === 0)
    return err(permanent('nothing-released', `order ${stored.header.number} has no work released`));
  const short = shortOf(stored, rows, document);
  if (short) return err(short);
  const toDo = rows.filter((row) => unpicked(row).length > 0);
  for (const row of toDo) {
    const picked = unpicked(row);
    pickAll(batch, row, sender.name, cause);
    if (sender.isStockSource) giveBackCounted(batch, sender, stored.order, { ...document, row, picked });
  }
  return ok(toDo.length > 0 ? APPLIED : { outcome: 'ignored', reason: 'already-picked' });
}

type Placed = Exclude<StoredOrder['order'], { readonly status: 'unplaced' }>;
type Picked = Pick<PickingDocument, 'updatedAt'> & {
  readonly row: FulfillmentRow;
  readonly picked: readonly Portion[];
};

/**
 * A system that counts the stock and says what was picked may have been heard in the other order: its count left these
 * units out already, and picking them has taken them off the shelf a second time.
 */
function giveBackCounted(batch: Batch, { name }: Sender, { lines }: Placed, { updatedAt, row, picked }: Picked): void {
  const { location } = row;
  const units = picked.flatMap(({ line, quantity }) => {
    const of = lines.get(line);
    return of ? unitsOf(of, quantity) : [];
  });
  for (const { product, quantity } of units) {
    const counted = batch.stockVersion(product, location);
    if (counted === null || counted < updatedAt) continue;
    const back = batch.shelf.move('adjust', { product, location }, quantity, `count/${name}`);
    if (!back.ok) throw new Error(`units cannot be given back: ${JSON.stringify(back.error)}`);
  }
}

/** Units of each line that nobody has picked yet. */
export const unpicked = (row: FulfillmentRow): readonly Portion[] =>
  row.lines.flatMap((part) => (toPick(part) > 0 ? [{ line: part.line, quantity: toPick(part) }] : []));

/** Confirms that all units of a fulfillment order are picked. It must be workable. */
export function pickAll(batch: Batch, row: FulfillmentRow, actor: string, cause: MessageId | null): void {
  const command = { type: 'ConfirmPick', at: batch.now, actor, lines: unpicked(row) } as const;
  const decided = decideWork(batch, row.id, command, cause);
  if (!decided.ok) throw new Error(`work that waits cannot be picked: ${JSON.stringify(decided.error)}`);
}

/** A picking that lists fewer units than were released is not passed on as if it were complete. */
function shortOf(stored: StoredOrder, rows: readonly FulfillmentRow[], document: PickingDocument): Fault | undefined {
  if (document.lines.length === 0 || stored.order.status === 'unplaced') return undefined;
  const done = new Map<string, number>();
  for (const { sku, quantity } of document.lines) done.set(sku, (done.get(sku) ?? 0) + quantity);
  for (const { line, quantity } of rows.flatMap((row) => row.lines)) {
    const sku = stored.order.lines.get(line)?.sku ?? '';
    const have = done.get(sku) ?? 0;
    if (have < quantity) {
      return permanent(
        'picked-short',
        `${sku}: ${quantity} released, ${have} picked; pick the rest, then retry`,
        '/lines',
      );
    }
    done.set(sku, have - quantity);
  }
  return undefined;
}

/** Who says that goods left, and by which message. `isReport` when it was not the hub that sent them. */
export type Departure = { readonly actor: string; readonly cause: MessageId | null; readonly isReport: boolean };

/**
 * Books units of a fulfillment order as shipped: they leave the line ledger and the shelf, and the shop is to be told.
 * `shipment.lines` are the units; the rest stays open.
 */
export function shipFulfillment(
  batch: Batch,
  id: FulfillmentOrderId,
  shipment: ShipmentRow,
  { actor, cause, isReport }: Departure,
): Result<void, Fault> {
  const row = batch.works.get(id);
  const before = row && batch.order(row.order)?.order;
  if (!row || before?.status !== 'open')
    return err(permanent('not-open', `fulfillment order ${id} cannot ship any more`));
  const { location } = row;
  const { lines } = shipment;
  const left = { type: 'Ship', at: batch.now, actor, shipment: shipment.id, lines, isReport } as const;
  const worked = decideWork(batch, id, left, cause, { reference: `shipment/${shipment.reference}` });
  if (!worked.ok) return err(permanent(worked.error.code, `${row.number}: ${JSON.stringify(worked.error)}`));
  const command = { type: 'ConfirmShipment', at: batch.now, shipment: shipment.id, location, lines } as const;
  const decided = batch.decide(row.order, command, cause);
  if (!decided.ok) throw new Error(`${row.number} ships what its order has not released: ${JSON.stringify(decided)}`);
  batch.shipments.push(shipment);
  batch.outbox.push({ topic: 'shipment.shipped', entity: shipment.id, origin: null });
  return ok(undefined);
}
