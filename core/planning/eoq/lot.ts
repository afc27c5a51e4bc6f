/** What one item's lot size is decided from. All amounts are in one currency, all rates in one period (a year). */
export type LotItem = {
  /** Units per period. */
  readonly demand: number;
  /** Cost of one order or set-up, whatever its size. */
  readonly orderCost: number;
  /** Cost of holding one unit for one period. */
  readonly holdingCost: number;
};

export type Lot = {
  readonly quantity: number;
  /** Ordering and holding cost per period. */
  readonly cost: number;
};

/** Q* = √(2DS/H) (Harris 1913). Zero demand or a free order gives 0. Throws RangeError on a negative or missing cost. */
export function economicLot(item: LotItem): Lot {
  check(item);
  const quantity = Math.sqrt((2 * item.demand * item.orderCost) / item.holdingCost);
  return { quantity, cost: lotCost(item, quantity) };
}

/** D S / Q + H Q / 2; Infinity for no quantity while there is demand and an order costs something. */
export function lotCost({ demand, orderCost, holdingCost }: LotItem, quantity: number): number {
  const ordering = demand * orderCost === 0 ? 0 : (demand * orderCost) / quantity;
  return ordering + (holdingCost * quantity) / 2;
}

/** Q* for many items at once, on flat arrays of equal length. */
export function economicLots(demand: Float64Array, orderCost: Float64Array, holdingCost: Float64Array): Float64Array {
  const lots = new Float64Array(demand.length);
  for (let i = 0; i < lots.length; i++) {
    const d = demand[i] as number;
    lots[i] = d > 0 ? Math.sqrt((2 * d * (orderCost[i] as number)) / (holdingCost[i] as number)) : 0;
  }
  return lots;
}

/**
 * The economic lot when units come in at a finite rate while they are used (Taft 1918): √(2DS / (H (1 − D/P))). The rate
 * must be above the demand, else RangeError.
 */
export function productionLot(item: LotItem, productionRate: number): Lot & { readonly highestStock: number } {
  check(item);
  if (!(productionRate > item.demand)) throw new RangeError('the production rate must be above the demand');
  const share = 1 - item.demand / productionRate;
  const lot = economicLot({ ...item, holdingCost: item.holdingCost * share });
  return { ...lot, highestStock: lot.quantity * share };
}

/**
 * The economic lot when customers wait, at `backorderCost` per unit and period (Hadley & Whitin 1963, section 2-5):
 * Q* = √(2DS/H) √((H+B)/B), of which Q* H/(H+B) is owed when the next lot comes in.
 */
export function backorderLot(item: LotItem, backorderCost: number): Lot & { readonly highestBackorder: number } {
  check(item);
  if (!(backorderCost > 0)) throw new RangeError('a backorder must cost something');
  const share = backorderCost / (item.holdingCost + backorderCost);
  const lot = economicLot({ ...item, holdingCost: item.holdingCost * share });
  return { ...lot, highestBackorder: lot.quantity * (1 - share) };
}

function check({ demand, orderCost, holdingCost }: LotItem): void {
  if (!(demand >= 0 && orderCost >= 0 && holdingCost > 0)) {
    throw new RangeError(
      `demand ${demand}, order cost ${orderCost} may not be negative, holding cost ${holdingCost} is above 0`,
    );
  }
}
