import { type LotItem, lotCost } from './lot.ts';

/** What a supplier or a shelf allows. */
export type OrderRules = {
  readonly minimum?: number;
  /** Units per pack; only whole packs can be ordered. */
  readonly pack?: number;
  /** Periods that a unit keeps: what is not used by then is lost, so no lot may last longer. */
  readonly shelfLife?: number;
};

export type OrderableLot = {
  readonly quantity: number;
  readonly cost: number;
  /** Why the quantity is not the economic one, in the order the rules were applied. */
  readonly reasons: readonly ('minimum' | 'pack' | 'shelf-life')[];
  /** The minimum or a single pack lasts longer than a unit keeps: some of it will be thrown away. */
  readonly isSpoiling: boolean;
};

/** The cheapest quantity that can really be ordered, next to the economic one. */
export function orderableLot(item: LotItem, economic: number, rules: OrderRules): OrderableLot {
  const reasons: ('minimum' | 'pack' | 'shelf-life')[] = [];
  const pack = rules.pack ?? 0;
  const keeps = rules.shelfLife === undefined ? Number.POSITIVE_INFINITY : item.demand * rules.shelfLife;
  let quantity = economic;
  if (quantity > keeps) {
    quantity = keeps;
    reasons.push('shelf-life');
  }
  if (quantity < (rules.minimum ?? 0)) {
    quantity = rules.minimum ?? 0;
    reasons.push('minimum');
  }
  const whole = pack > 0 ? wholePacks(item, quantity, pack, rules.minimum ?? 0, keeps) : quantity;
  if (whole !== quantity && pack > 1) reasons.push('pack');
  return { quantity: whole, cost: lotCost(item, whole), reasons, isSpoiling: whole > keeps * (1 + 1e-9) };
}

/** The cheaper of the next lower and the next higher number of packs, within the minimum and what keeps. */
function wholePacks(item: LotItem, quantity: number, pack: number, minimum: number, keeps: number): number {
  const least = Math.max(1, Math.ceil(minimum / pack - 1e-9));
  const low = Math.max(least, Math.floor(quantity / pack + 1e-9));
  const high = Math.max(least, Math.ceil(quantity / pack - 1e-9));
  if (high * pack > keeps) return low * pack;
  return lotCost(item, high * pack) < lotCost(item, low * pack) ? high * pack : low * pack;
}
