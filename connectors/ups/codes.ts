import type { TrackingStatus } from '../../core/documents/index.ts';

/**
 * Scans whose type says too little, by type and code. UPS files under D (delivery) what reached any door: the
 * recipient's, an access point's, or the sender's own when a parcel comes back (UA). Codes as seen in answers of the
 * Tracking API.
 */
const SCANS: Readonly<Record<string, TrackingStatus>> = {
  'D/UA': 'returned-to-sender',
  'D/2Q': 'in-transit',
  'D/ZP': 'in-transit',
  'D/2W': 'delivered',
  'D/9E': 'delivered',
  'D/DL': 'delivered',
  'D/F4': 'delivered',
  'D/FS': 'delivered',
  'D/KB': 'delivered',
  'D/KD': 'delivered',
  'D/KE': 'delivered',
  'D/KM': 'delivered',
  'I/OT': 'out-for-delivery',
};

/** Package status codes of the Tracking API. A parcel on its way back is an exception until it has arrived there. */
const STATUS_CODES: ReadonlyMap<string, TrackingStatus> = new Map(
  (
    [
      ['labelled', '003 045'],
      ['accepted', '038'],
      ['in-transit', '005 010 012 014 017 018 019 020 025 027 028 039 040 041 042 044 054 056 057 063'],
      ['out-for-delivery', '006 021'],
      ['delivered', '011 026'],
      [
        'exception',
        '013 016 029 030 032 033 035 036 037 046 047 048 049 050 051 052 053 055 058 059 060 061 062 064 065 066 068 069',
      ],
      ['returned-to-sender', '034 067'],
      ['cancelled', '007'],
    ] as const
  ).flatMap(([status, codes]) => codes.split(' ').map((code) => [code, status] as const)),
);

/** Activity types of the Tracking and Track Alert APIs whose meaning does not depend on the scan. */
const TYPES: Readonly<Record<string, TrackingStatus>> = {
  M: 'labelled',
  P: 'accepted',
  I: 'in-transit',
  U: 'in-transit',
  W: 'in-transit',
  DO: 'in-transit',
  DD: 'in-transit',
  O: 'out-for-delivery',
  X: 'exception',
  RS: 'returned-to-sender',
  MV: 'cancelled',
};

export type Scan = {
  readonly type?: string;
  readonly code?: string;
  readonly statusCode?: string;
  readonly description?: string;
};

/** What a scan means; `unrecognised` for what is in no table, and for a delivery that does not say to whom. */
export function trackingStatus({ type = '', code = '', statusCode = '', description = '' }: Scan): TrackingStatus {
  const kind = type.trim().toUpperCase();
  const known =
    SCANS[`${kind}/${code.trim().toUpperCase()}`] ?? STATUS_CODES.get(statusCode.trim()) ?? TYPES[kind] ?? null;
  if (known) return known;
  return kind === 'D' && description.trim().toUpperCase() === 'DELIVERED' ? 'delivered' : 'unrecognised';
}

/** Errors of Label Recovery that say that no usable shipment carries the reference. Any other leaves the question open. */
export const RECOVERY_NONE: ReadonlySet<string> = new Set([
  // No shipment under this reference and account.
  '9801031',
  // There was one, and it is void.
  '9801040',
]);

/** Names of the services, by their code in the Shipping API. */
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
  '17': 'UPS Worldwide Economy DDU',
  '54': 'UPS Worldwide Express Plus',
  '59': 'UPS 2nd Day Air A.M.',
  '65': 'UPS Worldwide Saver',
  '70': 'UPS Access Point Economy',
  '71': 'UPS Worldwide Express Freight Midday',
  '72': 'UPS Worldwide Economy DDP',
  '74': 'UPS Express 12:00',
  '75': 'UPS Heavy Goods',
  '96': 'UPS Worldwide Express Freight',
};

/** A service's name for people. */
export function serviceTitle(code: string): string {
  return SERVICES[code] ?? `UPS service ${code}`;
}

const GROUND: ReadonlySet<string> = new Set(['US', 'PR']);

/** The service of a shipment that names none, where the connection sets none: Ground inside the US, else Standard. */
export function defaultService(from: string, to: string): string {
  return GROUND.has(from) && GROUND.has(to) ? '03' : '11';
}
