import type { Shipment } from './simulatorWorld.ts';

const STEPS = [
  ['OC', 'Shipment information sent to FedEx', 'OC', 'Label created'],
  ['PU', 'Picked up', 'PU', 'Picked up'],
  ['DP', 'Departed FedEx location', 'IT', 'In transit'],
  ['OD', 'On FedEx vehicle for delivery', 'IT', 'Out for delivery'],
  ['DL', 'Delivered', 'DL', 'Delivered'],
] as const;

/** The scans of a parcel by now, newest first: one a step, until it is delivered or its shipment is cancelled. */
export function scansAt({ createdMs, cancelledMs, place }: Shipment, nowMs: number, stepMs: number) {
  const scans = STEPS.map(([eventType, eventDescription, derivedStatusCode, derivedStatus], i) => ({
    // Tracking tells whole seconds, with the offset of the place.
    date: new Date(createdMs + i * stepMs).toISOString().replace(/\.\d+Z$/, '+00:00'),
    eventType,
    eventDescription,
    exceptionCode: '',
    exceptionDescription: '',
    // A label is made at a desk: FedEx names no city for it.
    scanLocation: i === 0 ? { countryCode: place.countryCode } : place,
    derivedStatusCode,
    derivedStatus,
    at: createdMs + i * stepMs,
  })).filter(({ at }) => at <= Math.min(nowMs, cancelledMs ?? nowMs));
  const last = scans.at(-1);
  if (cancelledMs !== null && last) {
    const [eventType, eventDescription] = ['CA', 'Shipment cancelled by sender'];
    const date = new Date(cancelledMs).toISOString().replace(/\.\d+Z$/, '+00:00');
    const cancelled = { eventType, eventDescription, derivedStatusCode: 'CA', derivedStatus: 'Cancelled' };
    scans.push({ ...last, ...cancelled, date, at: cancelledMs } as never);
  }
  return scans.map(({ at: _, ...scan }) => scan).reverse();
}
