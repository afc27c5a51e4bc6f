import type { PickingDocument } from '../documents/index.ts';
import type { FulfillmentRow, MessageId, ShipmentRow, StoredOrder } from '../ports/index.ts';
import { type Fault, permanent, retryable } from '../shared/fault.ts';
import type { FulfillmentOrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import { locationOf } from './applyStock.ts';
import type { Batch, Sender } from './batch.ts';

/** What a warehouse says about picking. `done` makes the fulfillment orders of that location ready for their labels. */
export function applyPicking(batch: Batch, sender: Sender, document: PickingDocument): Result<Applied, Fault> {
  if (document.state !== 'done') return ok({ outcome: 'ignored', reason: `picking-${document.state}` });
  const stored = batch.orderByReference(document.orderReference);
  if (!stored || stored.order.status === 'unplaced') {
    return ok({ outcome: 'ignored', reason: 'order-of-another-system' });
  }
  const location = document.location === undefined ? undefined : locationOf(batch, sender, document.location);
  const rows = batch
    .fulfillmentsOf(stored.order.id)
    .filter((row) => row.state !== 'cancelled' && (location === undefined || row.location === location));
  if (rows.length === 0)
    return err(permanent('nothing-released', `order ${stored.header.number} has no work released`));
  const short = shortOf(stored, rows, document);
  if (short) return err(short);
  const released = rows.filter((row) => row.state === 'released');
  for (const row of released) picked(batch, row);
  return ok(released.length > 0 ? APPLIED : { outcome: 'ignored', reason: 'already-picked' });
}

/** Marks a fulfillment order as picked: from here a carrier is asked for its label. */
export function picked(batch: Batch, row: FulfillmentRow): void {
  batch.saveFulfillment({ ...row, state: 'picked' });
  batch.outbox.push({ topic: 'fulfillment.picked', entity: row.id, origin: null });
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

/** Books a fulfillment order as shipped: units leave the line ledger and the shelf, and the shop is to be told. */
export function shipFulfillment(
  batch: Batch,
  id: FulfillmentOrderId,
  shipment: ShipmentRow,
  cause: MessageId | null,
): Result<void, Fault> {
  const row = batch.fulfillment(id);
  const before = row && batch.order(row.order)?.order;
  if (!row || before?.status !== 'open')
    return err(permanent('not-open', `fulfillment order ${id} cannot ship any more`));
  if (row.state === 'shipped') return ok(undefined);
  const { location, lines } = row;
  const command = { type: 'ConfirmShipment', at: batch.now, shipment: shipment.id, location, lines } as const;
  const decided = batch.decide(row.order, command, cause);
  if (!decided.ok) return err(retryable(decided.error.code, `${row.number}: ${JSON.stringify(decided.error)}`));
  for (const { line, quantity } of lines) {
    const product = before.lines.get(line)?.product;
    if (!product) throw new Error(`line ${line} ships without a product`);
    const moved = batch.shelf.move('ship', { product, location }, quantity, `shipment/${shipment.reference}`);
    if (!moved.ok) throw new Error(`shipped units are not in the ledger: ${JSON.stringify(moved.error)}`);
    batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null });
  }
  batch.saveFulfillment({ ...row, state: 'shipped' });
  batch.shipments.push(shipment);
  batch.outbox.push({ topic: 'shipment.shipped', entity: shipment.id, origin: null });
  return ok(undefined);
}
