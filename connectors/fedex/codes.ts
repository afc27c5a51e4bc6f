import type { TrackingStatus } from '../../core/documents/index.ts';

/**
 * Status codes of the Track API (FedEx's developer guide, "Tracking Status Codes", and AE, which its answers hold). A
 * parcel that waits for its recipient at a FedEx location is still under way; one that goes back is an exception until it
 * has arrived. Codes that tell no place and no state (wishes of the recipient, return links, vehicles) are left out.
 */
const STATUSES: ReadonlyMap<string, TrackingStatus> = new Map(
  (
    [
      ['labelled', 'OC OX EP AP'],
      ['accepted', 'PU PX'],
      ['in-transit', 'AA AC AE AF AO AR AX CC CP DP EA EO FD HL HP IT IX LO OF OW PF PL PM SF TR'],
      ['out-for-delivery', 'AD ED OD'],
      ['delivered', 'DL'],
      ['exception', 'CD DD DE DY PD RS SE'],
      ['cancelled', 'CA'],
    ] as const
  ).flatMap(([status, codes]) => codes.split(' ').map((code) => [code, status] as const)),
);

/** Exceptions of a delivery (DE) that mean "customer not available or business closed". */
const NOBODY_THERE: ReadonlySet<string> = new Set(['7', '15']);

export type Scan = {
  readonly eventType?: string;
  readonly derivedStatusCode?: string;
  readonly exceptionCode?: string;
};

/** What a scan means: by its own code, else by the status that FedEx derives from it; `unrecognised` for any other. */
export function trackingStatus({ eventType = '', derivedStatusCode = '', exceptionCode = '' }: Scan): TrackingStatus {
  const code = eventType.trim().toUpperCase();
  if (code === 'DE' && NOBODY_THERE.has(exceptionCode.trim().replace(/^0+/, ''))) return 'failed-attempt';
  return STATUSES.get(code) ?? STATUSES.get(derivedStatusCode.trim().toUpperCase()) ?? 'unrecognised';
}

const DAYS = [
  'ONE',
  'TWO',
  'THREE',
  'FOUR',
  'FIVE',
  'SIX',
  'SEVEN',
  'EIGHT',
  'NINE',
  'TEN',
  'ELEVEN',
  'TWELVE',
  'THIRTEEN',
  'FOURTEEN',
  'FIFTEEN',
  'SIXTEEN',
  'SEVENTEEN',
  'EIGHTEEN',
  'NINETEEN',
  'TWENTY',
];

/** FedEx writes days in transit as words: FOUR_DAYS. Nothing for what it does not know. */
export function transitDaysOf(word: string | undefined): number | undefined {
  const days = DAYS.indexOf(word?.replace(/_DAYS?$/, '') ?? '') + 1;
  return days > 0 ? days : undefined;
}

/** Services of the Ground network, which has limits of its own. */
export const isGround = (service: string): boolean => /^(FEDEX_GROUND|GROUND_HOME_DELIVERY|SMART_POST)$/.test(service);
