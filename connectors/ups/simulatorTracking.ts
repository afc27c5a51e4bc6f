/** One scan of a parcel. */
export type Scene = {
  readonly type: string;
  readonly code: string;
  readonly statusCode: string;
  readonly description: string;
  readonly atMs: number;
  readonly city?: string;
  readonly country: string;
};

type Journey = {
  readonly createdMs: number;
  readonly voidedMs: number | null;
  readonly place: { readonly city: string; readonly country: string };
  readonly nowMs: number;
  readonly stepMs: number;
};

const STEPS = [
  ['M', 'MP', '003', 'Shipper created a label, UPS has not received the package yet. '],
  ['P', 'PU', '038', 'Pickup Scan '],
  ['I', 'DP', '005', 'Departed from Facility'],
  ['I', 'OT', '021', 'Out For Delivery Today'],
  ['D', 'FS', '011', 'DELIVERED '],
] as const;

/** The scans of a parcel by now, newest first: one a step, until it is delivered or its label is void. */
export function scenesAt({ createdMs, voidedMs, place, nowMs, stepMs }: Journey): readonly Scene[] {
  const scenes: Scene[] = [];
  for (const [i, [type, code, statusCode, description]] of STEPS.entries()) {
    const atMs = createdMs + i * stepMs;
    if (atMs > nowMs || (voidedMs !== null && atMs > voidedMs)) break;
    const { country } = place;
    // A label is made at a desk: UPS names no city for it.
    scenes.push({ type, code, statusCode, description, atMs, country, ...(i > 0 ? { city: place.city } : {}) });
  }
  if (voidedMs !== null) {
    const description = 'Shipment information voided';
    scenes.push({ type: 'MV', code: 'VP', statusCode: '007', description, atMs: voidedMs, country: place.country });
  }
  return scenes.reverse();
}
