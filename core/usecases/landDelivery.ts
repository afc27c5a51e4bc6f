import { OrderReceipt, StockReceipt } from '../documents/index.ts';
import type { DeliveryOutcome, DeliveryTask, IdSource, Transaction, UnitOfWork } from '../ports/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { Instant, OrderId, ProductId } from '../shared/ids.ts';
import { learnItem } from './applyStock.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { bookLabel } from './bookLabel.ts';
import { bookReturnLabel, returnEntity } from './returnLabel.ts';
import { learnTotals } from './stateTotals.ts';

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
    const fault = task.operation === 'buyLabel' ? await landLabel(tx, task, outcome, ids, now) : null;
    if (task.operation === 'pushOrder') await learnPushedTotal(tx, task, outcome, ids, now);
    if (task.operation === 'pushStock') await learnPushedItem(tx, task, outcome, ids, now);
    await tx.settleDelivery(task, outcome);
    if (fault) await tx.settleDelivery(task, { state: 'needs-operator', fault });
  });
}

/** A label of goods that go out is a shipment; one of goods that come back waits with their return. */
async function landLabel(
  tx: Transaction,
  task: DeliveryTask,
  { receipt }: Landed,
  ids: IdSource,
  now: Instant,
): Promise<Fault | null> {
  if (task.entity !== returnEntity(task.subject)) return bookLabel(tx, task, receipt, ids, now);
  await bookReturnLabel(tx, task, receipt);
  return null;
}

/** The receipt of an order may say what it came to over there. */
async function learnPushedTotal(
  tx: Transaction,
  { connection, subject, entity }: DeliveryTask,
  { receipt }: Landed,
  ids: IdSource,
  now: Instant,
): Promise<void> {
  const read = OrderReceipt.safeParse(receipt);
  const total = read.success ? read.data.total : undefined;
  if (!total || entity !== `order/${subject}`) return;
  await learnTotals(tx, { order: subject as OrderId, connection, totals: total }, ids, now);
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
