import { economicLot, type LotItem, lotCost } from './lot.ts';

/** An item and what one unit takes of the shared resource: money in stock, shelf metres, cubic metres. */
export type SharedItem = LotItem & { readonly usage: number };

export type SharedLots = {
  readonly quantities: Float64Array;
  readonly cost: number;
  /** What one more unit of the resource would save per period; 0 while it is not scarce. */
  readonly shadowPrice: number;
  readonly used: number;
};

/**
 * Lots of several items whose usage at full lots, Σ uᵢ Qᵢ, may not pass `limit`: Qᵢ = √(2DᵢSᵢ / (Hᵢ + 2λuᵢ)) with the
 * multiplier λ that meets the limit (Hadley & Whitin 1963, section 2-8), found by bisection. Throws RangeError when the
 * limit is not above 0.
 */
export function sharedLots(items: readonly SharedItem[], limit: number): SharedLots {
  if (!(limit > 0)) throw new RangeError(`the limit is above 0: ${limit}`);
  let multiplier = 0;
  if (usageAt(items, 0) > limit) {
    let high = 1;
    while (usageAt(items, high) > limit) high *= 2;
    let low = 0;
    for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
      multiplier = (low + high) / 2;
      if (usageAt(items, multiplier) > limit) low = multiplier;
      else high = multiplier;
    }
    multiplier = high;
  }
  const quantities = Float64Array.from(items, (item) => quantityAt(item, multiplier));
  const cost = items.reduce((sum, item, i) => sum + lotCost(item, quantities[i] ?? 0), 0);
  return { quantities, cost, shadowPrice: multiplier, used: usageAt(items, multiplier) };
}

function quantityAt(item: SharedItem, multiplier: number): number {
  return economicLot({ ...item, holdingCost: item.holdingCost + 2 * multiplier * item.usage }).quantity;
}

function usageAt(items: readonly SharedItem[], multiplier: number): number {
  return items.reduce((sum, item) => sum + item.usage * quantityAt(item, multiplier), 0);
}
