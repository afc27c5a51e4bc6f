import { LabelReceipt } from '../documents/index.ts';
import type {
  DeliveryTask,
  FulfillmentRow,
  IdSource,
  PackageRow,
  Transaction,
  WaitingPackage,
} from '../ports/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { Instant } from '../shared/ids.ts';
import { shipFulfillment } from './applyFulfillment.ts';
import type { Batch } from './batch.ts';
import { openWorks } from './openWork.ts';
import { shipmentOf, unitsLeaving } from './shipmentOf.ts';

/**
 * Books a label that was bought: what it is for has left. A label for an order that was cancelled meanwhile is a fault
 * for an operator, because it was paid and will not be used.
 */
export async function bookLabel(
  tx: Transaction,
  task: DeliveryTask,
  receipt: unknown,
  ids: IdSource,
  now: Instant,
): Promise<Fault | null> {
  const label = LabelReceipt.parse(receipt);
  const [found] = await tx.worksNamed([task.subject]);
  if (!found) throw new Error(`fulfillment order ${task.subject} is gone`);
  const batch = await openWorks(tx, [found.order], ids, now);
  const row = batch.works.get(found.id);
  if (!row) throw new Error(`fulfillment order ${task.subject} is gone`);
  // The request named those without a label, in this order; what was packed since comes behind them.
  const waiting = (await tx.waitingPackages(row.id)).filter(({ trackingNumber }) => trackingNumber === null);
  const packages = waiting.slice(0, label.parcels.length);
  if (packages.length === waiting.length) attachLabels(batch, row);
  const shipment = shipmentOf(batch, row, unitsLeaving(row, packages), {
    reference: task.reference,
    origin: 'hub',
    isDelivered: false,
    carrierConnection: task.connection,
    carrier: label.carrier ?? null,
    service: label.service ?? null,
    carrierReference: label.externalId,
    packages: label.parcels.map((parcel, i) => ({
      ...packageOf(parcel, packages[i], batch),
      ...(i === 0 ? papersOf(label) : {}),
    })),
  });
  const shipped = shipFulfillment(batch, row.id, shipment, { actor: 'hub', cause: null, isReport: false });
  if (!shipped.ok)
    return permanent('label-not-used', `${shipped.error.message}: void label ${label.externalId} at the carrier`);
  await tx.save(batch.changes());
  return null;
}

function attachLabels(batch: Batch, row: FulfillmentRow): void {
  if (row.state === 'packed') batch.works.decide(row.id, { type: 'AttachLabels', at: batch.now, actor: 'hub' }, null);
}

const CUSTOMS_PAPERS: ReadonlySet<string> = new Set([
  'commercial-invoice',
  'customs-declaration',
  'certificate-of-origin',
]);

function papersOf({ documents = [] }: LabelReceipt): Pick<PackageRow, 'papers'> {
  if (documents.length === 0) return {};
  return {
    papers: documents.map(({ kind, format, base64 }) => ({
      kind: CUSTOMS_PAPERS.has(kind) ? 'customs' : 'other',
      format,
      base64,
    })),
  };
}

function packageOf(
  { trackingNumber, label }: LabelReceipt['parcels'][number],
  waiting: WaitingPackage | undefined,
  batch: Batch,
): PackageRow {
  return { id: waiting?.id ?? batch.newId(), trackingNumber, label: label ?? null };
}
