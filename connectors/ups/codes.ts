import type { TrackingStatus } from '../../core/documents/index.ts';

/** Activity types of the Tracking API. One that is not here is `unrecognised`. */
const TRACKING: Readonly<Record<string, TrackingStatus>> = {
  M: 'created',
  P: 'picked-up',
  I: 'in-transit',
  W: 'in-transit',
  O: 'out-for-delivery',
  D: 'delivered',
  DO: 'in-transit',
  DD: 'in-transit',
  X: 'exception',
  RS: 'returned',
  MV: 'cancelled',
};

/** What an activity means. */
export function trackingStatus(type: string | undefined): TrackingStatus {
  return TRACKING[type?.trim().toUpperCase() ?? ''] ?? 'unrecognised';
}

/** Names of the services, by their code in the Rating API. */
const SERVICES: Readonly<Record<string, string>> = {
  '01': 'UPS Next Day Air',
  '02': 'UPS 2nd Day Air',
  '03': 'UPS Ground',
  '07': 'UPS Worldwide Express',
  '08': 'UPS Worldwide Expedited',
  '11': 'UPS Standard',
  '12': 'UPS 3 Day Select',
  '13': 'UPS Next Day Air Saver',
  '14': 'UPS Next Day Air Early',
  '54': 'UPS Worldwide Express Plus',
  '59': 'UPS 2nd Day Air A.M.',
  '65': 'UPS Worldwide Saver',
};

/** A service's name for people. */
export function serviceTitle(code: string): string {
  return SERVICES[code] ?? `UPS service ${code}`;
}
