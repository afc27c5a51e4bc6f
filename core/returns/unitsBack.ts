import { expected, type RmaLine } from './rma.ts';

/**
 * Units of an order line that are back, by whoever said so, and how many of them its source has told of: by its refunds
 * and by its returns, which often speak of the same units.
 */
export type UnitsBack = { readonly returned: number; readonly byRefund: number; readonly byReturn: number };
export const NONE_BACK: UnitsBack = { returned: 0, byRefund: 0, byReturn: 0 };

/**
 * The source of an order says that units are on the shelf again. What it says of units that are back already is no news;
 * `moved` is how many came back by this statement, never more than left.
 */
export function statedBack(
  back: UnitsBack,
  by: 'byRefund' | 'byReturn',
  quantity: number,
  shipped: number,
): { readonly back: UnitsBack; readonly moved: number } {
  const told = { ...back, [by]: back[by] + quantity };
  const stated = Math.max(told.byRefund, told.byReturn);
  const moved = Math.max(0, Math.min(stated, shipped) - back.returned);
  return { back: { ...told, returned: back.returned + moved }, moved };
}

/** Goods that somebody has in his hands; refused when more would be back than left. */
export function receivedBack(back: UnitsBack, quantity: number, shipped: number): UnitsBack | undefined {
  return back.returned + quantity > shipped ? undefined : { ...back, returned: back.returned + quantity };
}

/** Units of a line that a new return may claim: they left, are not back, and no other return waits for or gave them away. */
export function claimable(shipped: number, back: UnitsBack, claims: readonly RmaLine[]): number {
  const waiting = claims.reduce((sum, line) => sum + expected(line) + line.kept, 0);
  return Math.max(0, shipped - back.returned - waiting);
}
