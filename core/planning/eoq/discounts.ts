/** From `from` units on, a unit costs `unitCost`. Breaks rise from 0 or 1. */
export type PriceBreak = { readonly from: number; readonly unitCost: number };

export type DiscountItem = {
  readonly demand: number;
  readonly orderCost: number;
  /** Holding cost per period as a share of the unit's cost. */
  readonly holdingRate: number;
  readonly breaks: readonly PriceBreak[];
};

export type DiscountLot = {
  readonly quantity: number;
  /** Purchase, ordering and holding cost per period. */
  readonly cost: number;
  /** Index of the break whose price is paid for the last unit. */
  readonly tier: number;
};

/**
 * The best lot when the price of the reached break holds for all units: the economic lot of each price, moved into its
 * break's range, and the cheapest of them (Hadley & Whitin 1963, section 2-11).
 */
export function allUnitsLot(item: DiscountItem): DiscountLot {
  check(item);
  const candidates = item.breaks.flatMap(({ from, unitCost }, tier) => {
    const next = item.breaks[tier + 1]?.from ?? Number.POSITIVE_INFINITY;
    const free = Math.sqrt((2 * item.demand * item.orderCost) / (item.holdingRate * unitCost));
    return free >= next ? [] : [Math.max(free, from)];
  });
  return cheapest(item, candidates, allUnitsCost);
}

/**
 * The best lot when each price holds only for the units beyond its break. In each range the fixed part of the purchase
 * joins the order cost (Hadley & Whitin 1963, section 2-12); only a lot inside its own range can be best.
 */
export function incrementalLot(item: DiscountItem): DiscountLot {
  check(item);
  const candidates = item.breaks.flatMap(({ from, unitCost }, tier) => {
    const next = item.breaks[tier + 1]?.from ?? Number.POSITIVE_INFINITY;
    const fixed = item.orderCost + purchase(item.breaks, from) - unitCost * from;
    const lot = Math.sqrt((2 * item.demand * fixed) / (item.holdingRate * unitCost));
    return lot >= from && lot <= next ? [lot] : [];
  });
  return cheapest(item, candidates, incrementalCost);
}

/** Cost per period of a quantity when the reached price holds for all units. */
export function allUnitsCost(item: DiscountItem, quantity: number): number {
  const { unitCost } = tierOf(item.breaks, quantity);
  return costAt(item, quantity, unitCost);
}

/** Cost per period of a quantity when each price holds beyond its break only. */
export function incrementalCost(item: DiscountItem, quantity: number): number {
  return costAt(item, quantity, purchase(item.breaks, quantity) / quantity);
}

function costAt({ demand, orderCost, holdingRate }: DiscountItem, quantity: number, unitCost: number): number {
  return demand * unitCost + (demand * orderCost) / quantity + (holdingRate * unitCost * quantity) / 2;
}

/** What `quantity` units cost together under incremental breaks. */
function purchase(breaks: readonly PriceBreak[], quantity: number): number {
  return breaks.reduce((sum, { from, unitCost }, tier) => {
    const until = Math.min(quantity, breaks[tier + 1]?.from ?? Number.POSITIVE_INFINITY);
    const start = tier === 0 ? 0 : from;
    return until > start ? sum + (until - start) * unitCost : sum;
  }, 0);
}

function tierOf(breaks: readonly PriceBreak[], quantity: number): { readonly unitCost: number; readonly tier: number } {
  let tier = 0;
  breaks.forEach(({ from }, index) => {
    if (quantity >= from) tier = index;
  });
  return { tier, unitCost: breaks[tier]?.unitCost ?? Number.NaN };
}

function cheapest(
  item: DiscountItem,
  quantities: readonly number[],
  costOf: (item: DiscountItem, quantity: number) => number,
): DiscountLot {
  const lots = quantities.map((quantity) => ({
    quantity,
    cost: costOf(item, quantity),
    tier: tierOf(item.breaks, quantity).tier,
  }));
  return lots.reduce((best, lot) => (lot.cost < best.cost ? lot : best));
}

function check({ demand, orderCost, holdingRate, breaks }: DiscountItem): void {
  if (!(demand > 0 && orderCost > 0 && holdingRate > 0))
    throw new RangeError('demand, order cost and rate are above 0');
  const rises = breaks.every(({ from, unitCost }, i) => {
    const before = breaks[i - 1];
    return unitCost > 0 && (before === undefined ? from <= 1 : from > before.from && unitCost <= before.unitCost);
  });
  if (breaks.length === 0 || !rises) throw new RangeError('price breaks start at 0 or 1 and rise while prices fall');
}
