import type { SourcingPlan, SourcingProblem } from '../problem.ts';
import { cell, type SourcingWindow, type WindowOrder, WindowRest } from './window.ts';

/** Prices, never below 0, of what the orders of a window share: units of stock, orders and units of a location's day. */
export class Prices {
  readonly #window: SourcingWindow;
  readonly #stock: Float64Array;
  readonly #orders: Float64Array;
  readonly #units: Float64Array;

  constructor(window: SourcingWindow) {
    this.#window = window;
    this.#stock = new Float64Array(window.stock.length);
    this.#orders = new Float64Array(window.locations);
    this.#units = new Float64Array(window.locations);
  }

  /** An order alone on the whole window, paying the prices. What it could never get alone it still cannot get. */
  priced(order: WindowOrder): SourcingProblem {
    return this.added(order, new WindowRest(this.#window).problemOf(order));
  }

  /** A problem of an order with the prices, or a share of them, added to its costs. */
  added({ products }: WindowOrder, problem: SourcingProblem, share = 1): SourcingProblem {
    const { locations: L } = this.#window;
    const unitCost = problem.unitCost.slice();
    for (let i = 0; i < unitCost.length; i++) {
      const price = (this.#stock[cell(products, i, L)] as number) + (this.#units[i % L] as number);
      unitCost[i] = (unitCost[i] as number) + share * price;
    }
    const openCost = problem.openCost.slice();
    for (let l = 0; l < L; l++) openCost[l] = (openCost[l] as number) + share * (this.#orders[l] as number);
    return { ...problem, unitCost, openCost };
  }

  /** The Lagrangian bound: what the orders cost at least at these prices, less what all that is shared is worth. */
  dualOf(costs: readonly number[]): number {
    const { stock, orderRoom, unitRoom } = this.#window;
    let dual = 0;
    for (const cost of costs) dual += cost;
    return dual - worth(this.#stock, stock) - worth(this.#orders, orderRoom) - worth(this.#units, unitRoom);
  }

  /** Moves prices against what the plans take beyond what there is; false when they take exactly what prices are for. */
  follow(
    window: SourcingWindow,
    plans: readonly SourcingPlan[],
    { step, gap }: { readonly step: number; readonly gap: number },
  ): boolean {
    const rest = new WindowRest(window);
    window.orders.forEach((order, o) => {
      rest.apply(order, (plans[o] as SourcingPlan).take);
    });
    const parts = [
      [this.#stock, rest.stock],
      [this.#orders, rest.orderRoom],
      [this.#units, rest.unitRoom],
    ] as const;
    let norm = 0;
    for (const [prices, left] of parts) norm += violation(prices, left);
    if (norm === 0) return false;
    for (const [prices, left] of parts) move(prices, left, (step * Math.max(gap, 1)) / norm);
    return true;
  }
}

function worth(prices: Float64Array, amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < prices.length; i++) if (prices[i] !== 0) sum += (prices[i] as number) * (amounts[i] as number);
  return sum;
}

/** The squared length of the subgradient: a free thing of which some is left does not count. */
function violation(prices: Float64Array, left: ArrayLike<number>): number {
  let norm = 0;
  for (let i = 0; i < prices.length; i++) {
    const over = left[i] as number;
    if (over < 0 || ((prices[i] as number) > 0 && over !== Number.POSITIVE_INFINITY)) norm += over * over;
  }
  return norm;
}

function move(prices: Float64Array, left: ArrayLike<number>, step: number): void {
  for (let i = 0; i < prices.length; i++) {
    const over = left[i] as number;
    if (over === Number.POSITIVE_INFINITY) continue;
    prices[i] = Math.max(0, (prices[i] as number) - step * over);
  }
}
