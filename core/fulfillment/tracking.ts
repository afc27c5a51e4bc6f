import type { TrackingStatus } from '../documents/index.ts';

/** Of scans of one parcel at the same instant the one that is farthest on its way counts: carriers round to minutes. */
export const PROGRESS: readonly TrackingStatus[] = [
  'labelled',
  'accepted',
  'in-transit',
  'exception',
  'out-for-delivery',
  'failed-attempt',
  'delivered',
  'returned-to-sender',
  'cancelled',
];

/**
 * A shipment of several parcels is where the first of these is that any of its parcels has reached: what needs
 * attention goes first, then the parcel that is least far. It is delivered when all are.
 */
export const LEAST_ADVANCED: readonly TrackingStatus[] = [
  'exception',
  'failed-attempt',
  'labelled',
  'accepted',
  'in-transit',
  'out-for-delivery',
  'returned-to-sender',
  'cancelled',
  'delivered',
];

/** Where a parcel stays: nobody asks the carrier about it any more. */
export const FINAL_STATUSES: readonly TrackingStatus[] = ['delivered', 'returned-to-sender', 'cancelled'];
