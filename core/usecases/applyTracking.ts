import type { TrackingDocument } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import { ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';

/**
 * What a carrier tells of a parcel by itself, as if it had been asked. Carriers tell of every parcel of an account, also
 * of those that others sent: these are none of the hub's.
 */
export function applyTracking(batch: Batch, sender: Sender, document: TrackingDocument): Result<Applied, Fault> {
  const parcels = batch.parcels.filter(
    ({ carrier, trackingNumber }) => carrier === sender.id && trackingNumber === document.trackingNumber,
  );
  for (const { shipment, parcel } of parcels) batch.tracked.push({ shipment, parcel, document });
  return ok(parcels.length > 0 ? APPLIED : { outcome: 'ignored', reason: 'parcel-not-known' });
}
