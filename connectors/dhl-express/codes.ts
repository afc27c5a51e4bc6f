import type { TrackingStatus } from '../../core/documents/index.ts';

/**
 * Checkpoints by the reference data of MyDHL API 3.1.1 (`trackingEventCode`). CS (closed shipment), IR (incorrect
 * route), NA (not arrived), SI (inspection) and TT (trace terminated) are not here: their words do not say where the
 * parcel is.
 */
const CHECKPOINTS: ReadonlyMap<string, TrackingStatus> = new Map(
  (
    [
      ['labelled', 'DUMMY_PU'],
      ['accepted', 'PU SA'],
      ['in-transit', 'AD AF AR BL BN BR CC CI CR CU DF DI ES FD HI HN HO IA IC LV PL PY RR RW SC SM TP TR UV'],
      ['out-for-delivery', 'WC'],
      ['failed-attempt', 'CA ND NH RD'],
      ['delivered', 'OK DD'],
      ['exception', 'BA CD CM DM DP DS HP MC MD MS OH PD SS ST TD TI UD'],
      ['returned-to-sender', 'RT'],
    ] as const
  ).flatMap(([status, codes]) => codes.split(' ').map((code) => [code, status] as const)),
);

/** What a checkpoint means; `unrecognised` for one that is in no table. */
export function trackingStatus(code: string): TrackingStatus {
  return CHECKPOINTS.get(code.trim().toUpperCase()) ?? 'unrecognised';
}

/** The customs territory of the EU by its member states; parts of them that are outside of it are not told apart. */
const EU: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Whether goods between two countries are declared to customs. */
export function crossesCustoms(from: string, to: string): boolean {
  return from !== to && !(EU.has(from) && EU.has(to));
}

/** The global product of a shipment that names none: DOMESTIC, WORLDWIDE inside the EU, or WORLDWIDE with customs. */
export function defaultProduct(from: string, to: string): string {
  if (from === to) return 'N';
  return crossesCustoms(from, to) ? 'P' : 'U';
}
