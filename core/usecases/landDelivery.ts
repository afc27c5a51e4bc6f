import { LabelReceipt, StockReceipt } from '../documents/index.ts';
import type { DeliveryOutcome, DeliveryTask, IdSource, ShipmentRow, Transaction, UnitOfWork } from '../ports/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { FulfillmentOrderId, Instant, ProductId, ShipmentId } from '../shared/ids.ts';
import { shipFulfillment } from './applyFulfillment.ts';
import { productsOf } from './applyIncoming.ts';
import { learnItem } from './applyStock.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { placesOf } from './openStock.ts';

type Landed = Extract<DeliveryOutcome, { state: 'landed' }>;

/**
 * Books a write that happened: the journal's mark and what follows from it, in one transaction. An order pushed is an
 * external reference; a label bought is a shipment, with its units off the shelf.
 */
export async function landDelivery(
  unitOfWork: UnitOfWork,
  task: DeliveryTask,
  outcome: Landed,
  ids: IdSource,
  now: Instant,
): Promise<void> {
  await unitOfWork.transaction(async (tx) => {
    if (!(await tx.isUnderWay(task.id))) return;
    const fault = task.operation === 'buyLabel' ? await bookShipment(tx, task, outcome, ids, now) : null;
    if (task.operation === 'pushStock') await learnPushedItem(tx, task, outcome, ids, now);
    await tx.settleDelivery(task, outcome);
    if (fault) await tx.settleDelivery(task, { state: 'needs-operator', fault });
  });
}

/** The receipt of a level may name the item over there; by it, levels that come from there find their product. */
async function learnPushedItem(
  tx: Transaction,
  { connection, subject }: DeliveryTask,
  { receipt }: Landed,
  ids: IdSource,
  now: Instant,
): Promise<void> {
  const { stockItem } = StockReceipt.parse(receipt);
  if (stockItem === undefined) return;
  const known = await tx.references('stock-item', [{ connection, externalId: stockItem }]);
  if (known.length > 0) return;
  const batch = new Batch(NOTHING_LOADED, ids, now);
  learnItem(batch, { id: connection }, stockItem, subject as ProductId);
  await tx.save(batch.changes());
}

/** A label for an order that was cancelled meanwhile is a fault for an operator: it was bought and will not be used. */
async function bookShipment(
  tx: Transaction,
  task: DeliveryTask,
  { receipt }: Landed,
  ids: IdSource,
  now: Instant,
): Promise<Fault | null> {
  const label = LabelReceipt.parse(receipt);
  const id = task.subject as FulfillmentOrderId;
  const [row] = await tx.fulfillments({ ids: [id] });
  if (!row) throw new Error(`fulfillment order ${id} is gone`);
  const orders = await tx.ordersById([row.order]);
  const balances = await tx.balances(orders.flatMap(productsOf));
  const places = await placesOf(tx, balances);
  const batch = new Batch({ ...NOTHING_LOADED, orders, balances, places, fulfillments: [row] }, ids, now);
  const shipment: ShipmentRow = {
    id: batch.newId<ShipmentId>(),
    reference: task.reference,
    order: row.order,
    fulfillmentOrder: id,
    location: row.location,
    carrierConnection: task.connection,
    carrier: label.carrier ?? null,
    service: label.service ?? null,
    carrierReference: label.externalId,
    lines: row.lines.flatMap((part) => {
      const quantity = part.picked - part.shipped;
      return quantity > 0 ? [{ line: part.line, quantity }] : [];
    }),
    packages: label.parcels.map((parcel) => ({
      id: batch.newId(),
      trackingNumber: parcel.trackingNumber,
      label: parcel.label ?? null,
    })),
  };
  const shipped = shipFulfillment(batch, id, shipment, { actor: 'hub', cause: null, isReport: false });
  if (!shipped.ok)
    return permanent('label-not-used', `${shipped.error.message}: void label ${label.externalId} at the carrier`);
  await tx.save(batch.changes());
  return null;
}
