import type { TrackingDocument } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { ConnectionId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Incoming } from './applyIncoming.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';

/** The parcels that messages of carriers are about. */
export function parcelsIn(
  incoming: readonly Incoming[],
): readonly { readonly carrier: ConnectionId; readonly trackingNumber: string }[] {
  return incoming.flatMap(({ sender, records }) =>
    records.flatMap(({ name, document }) =>
      name === 'tracking' ? [{ carrier: sender.id, trackingNumber: document.trackingNumber }] : [],
    ),
  );
}

/**
 * What a carrier tells by itself about a parcel: the same events as those that it is asked for, so that which of the two
 * comes first changes nothing. A carrier's account may tell of parcels that others gave it; these are left alone.
 */
export function applyTracking(batch: Batch, sender: Sender, document: TrackingDocument): Result<Applied, Fault> {
  const parcels = batch.parcels.filter(
    ({ carrier, trackingNumber }) => carrier === sender.id && trackingNumber === document.trackingNumber,
  );
  if (parcels.length === 0) return ok({ outcome: 'ignored', reason: 'no-parcel-of-ours' });
  for (const parcel of parcels) batch.trackings.push({ parcel, document });
  return ok(APPLIED);
}
