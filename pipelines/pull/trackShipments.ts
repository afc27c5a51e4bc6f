import type { TrackedParcel, Tracking } from '../../core/ports/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { PullContext } from './runPull.ts';

export type TrackContext = Pick<PullContext, 'connections' | 'clientFor' | 'signal'> & {
  readonly tracking: Tracking;
  readonly onFault: (fault: Fault, about: Readonly<Record<string, unknown>>) => void;
};

const BATCH = 50;
const LEASE_MS = 60_000;

/** Asks the carriers about shipments on their way whose turn has come, until there are none. Answers how many. */
export async function trackShipments(context: TrackContext): Promise<number> {
  let tracked = 0;
  while (!context.signal.aborted) {
    const parcels = await context.tracking.due(BATCH, LEASE_MS);
    if (parcels.length === 0) return tracked;
    for (const parcel of parcels) await trackOne(parcel, context);
    tracked += parcels.length;
  }
  return tracked;
}

async function trackOne({ shipment, carrier, packages }: TrackedParcel, context: TrackContext): Promise<void> {
  const connection = context.connections.byId(carrier);
  const track = connection?.connector.capabilities.track;
  if (connection?.state !== 'active' || !track) return;
  const client = context.clientFor(connection);
  for (const { id, trackingNumber } of packages) {
    const answer = await track.ask(client, { trackingNumber }, context.signal);
    if (answer.ok) await context.tracking.save(shipment, id, answer.value);
    else if (context.signal.aborted) return;
    else context.onFault(answer.error, { shipment, trackingNumber });
  }
}
