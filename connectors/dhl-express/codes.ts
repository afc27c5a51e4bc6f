import type { TrackingStatus } from '../../core/documents/index.ts';
import { crossesCustoms, type Whereabouts } from '../../core/shared/customsUnion.ts';

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

/** The global product of a shipment that names none: DOMESTIC, WORLDWIDE in the EU, for goods, or for documents. */
export function defaultProduct(from: Whereabouts, to: Whereabouts, contents: 'goods' | 'documents' = 'goods'): string {
  if (from.country === to.country) return 'N';
  if (!crossesCustoms(from, to)) return 'U';
  return contents === 'documents' ? 'D' : 'P';
}
