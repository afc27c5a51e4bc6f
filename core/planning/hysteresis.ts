import { type AbcResult, type AbcThresholds, USUAL_THRESHOLDS } from './abc.ts';

/** One item whose class is another than last time. */
export type ClassChange = { readonly item: number; readonly from: number; readonly to: number };

const NEW = 255;

/**
 * Keeps an item in its last class while it is less than `band` (a share of the whole) beyond the threshold that parts
 * the two, so that items at the edge do not flip each month. `previous` holds class codes, 255 for an item that is new.
 * Gives the settled codes and what changed; new items are not changes.
 */
export function settleClasses(
  current: AbcResult,
  values: Float64Array,
  previous: Uint8Array,
  band: number,
  thresholds: AbcThresholds = USUAL_THRESHOLDS,
): { readonly codes: Uint8Array; readonly changes: readonly ClassChange[] } {
  const codes = Uint8Array.from(current.codes);
  const changes: ClassChange[] = [];
  for (const item of current.order) {
    const from = previous[item] ?? NEW;
    const to = codes[item] as number;
    if (from === NEW || from === to) continue;
    const isValued = (values[item] as number) > 0;
    if (isValued && isNearEdge(current.before[item] as number, from, to, band, thresholds)) codes[item] = from;
    else changes.push({ item, from, to });
  }
  return { codes, changes };
}

/** Whether the share is within the band of the one threshold between neighbouring classes; a jump over B never is. */
function isNearEdge(share: number, from: number, to: number, band: number, thresholds: AbcThresholds): boolean {
  if (Math.abs(from - to) !== 1) return false;
  const edge = Math.min(from, to) === 0 ? thresholds.a : thresholds.b;
  return Math.abs(share - edge) <= band;
}
