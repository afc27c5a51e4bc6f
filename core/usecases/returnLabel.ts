import { LabelReceipt } from '../documents/index.ts';
import type { DeliveryTask, Transaction } from '../ports/index.ts';
import { expected } from '../returns/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { OrderRefusal } from './changeOrder.ts';
import { changeReturn, type ReturnState, type ReturnTarget } from './operateReturns.ts';
import type { Environment } from './operateStock.ts';

/** Asks the carrier for a label that the buyer sends goods back with; once for each return. */
export function wantReturnLabel(
  target: ReturnTarget,
  environment: Environment,
): Promise<Result<ReturnState, OrderRefusal>> {
  return changeReturn(target, environment, async ({ tx, batch }, { id, number, rma }) => {
    if ([...rma.lines.values()].every((line) => expected(line) === 0)) {
      return err({ code: 'nothing-expected', message: `return ${number} waits for no goods` });
    }
    if (await tx.wantReturnLabel(id)) {
      batch.outbox.push({ topic: 'return.label-wanted', entity: id, origin: null, body: { number } });
    }
    return ok(undefined);
  });
}

/** The entity of deliveries that are about a return. */
export const returnEntity = (id: string): string => `return/${id}`;

/** Keeps a label that was bought for a return. */
export async function bookReturnLabel(tx: Transaction, task: DeliveryTask, receipt: unknown): Promise<void> {
  const { externalId, parcels } = LabelReceipt.parse(receipt);
  const [parcel] = parcels;
  await tx.keepReturnLabel(task.subject, {
    carrier: task.connection,
    carrierReference: externalId,
    trackingNumber: parcel?.trackingNumber ?? null,
    format: parcel?.label?.format ?? null,
    base64: parcel?.label?.base64 ?? null,
  });
}
