import type { SourcingProblem } from '../problem.ts';

/**
 * Orders that share stock and capacity, in the order in which they came. Stock is by product and location
 * (`stock[p * L + l]`); what `orderRoom` and `unitRoom` say is left of each location's day.
 */
export type SourcingWindow = {
  readonly locations: number;
  readonly stock: Int32Array;
  /** Orders that a location may still be given, Infinity without a limit. */
  readonly orderRoom: Float64Array;
  readonly unitRoom: Float64Array;
  readonly orders: readonly WindowOrder[];
};

/**
 * One order of a window: its problem as it would be alone, and the product of each good. Where its `stock` is 0 the
 * location may not give the good; how much there really is depends on the other orders.
 */
export type WindowOrder = { readonly problem: SourcingProblem; readonly products: Int32Array };

/** Plans for every order of a window. `bound` is a cost that no plans for it can go below. */
export type WindowPlans = {
  readonly takes: readonly Int32Array[];
  readonly cost: number;
  readonly bound: number;
};

/** What is left of a window while orders take from it. */
export class WindowRest {
  readonly #window: SourcingWindow;
  readonly stock: Int32Array;
  readonly orderRoom: Float64Array;
  readonly unitRoom: Float64Array;

  constructor(window: SourcingWindow) {
    this.#window = window;
    this.stock = window.stock.slice();
    this.orderRoom = window.orderRoom.slice();
    this.unitRoom = window.unitRoom.slice();
  }

  /** The problem of an order on what is left. */
  problemOf({ problem, products }: WindowOrder): SourcingProblem {
    const { locations: L } = this.#window;
    const stock = new Int32Array(problem.stock.length);
    for (let i = 0; i < stock.length; i++) {
      if ((problem.stock[i] as number) > 0) stock[i] = this.stock[cell(products, i, L)] as number;
    }
    const openCost = problem.openCost.slice();
    for (let l = 0; l < L; l++) if ((this.orderRoom[l] as number) < 1) openCost[l] = Number.POSITIVE_INFINITY;
    return { ...problem, stock, openCost, room: this.unitRoom };
  }

  /** Takes what a plan takes, or with -1 gives it back. */
  apply({ products }: WindowOrder, take: Int32Array, sign: 1 | -1 = 1): void {
    const { locations: L } = this.#window;
    const used = new Uint8Array(L);
    for (let i = 0; i < take.length; i++) {
      const units = (take[i] as number) * sign;
      if (units === 0) continue;
      const at = cell(products, i, L);
      this.stock[at] = (this.stock[at] as number) - units;
      this.unitRoom[i % L] = (this.unitRoom[i % L] as number) - units;
      used[i % L] = 1;
    }
    for (let l = 0; l < L; l++) if (used[l] === 1) this.orderRoom[l] = (this.orderRoom[l] as number) - sign;
  }

  /** Whether nothing was taken that is not there. */
  get isKept(): boolean {
    const isLeft = (left: number): boolean => left >= 0;
    return this.stock.every(isLeft) && this.orderRoom.every(isLeft) && this.unitRoom.every(isLeft);
  }
}

/** Where in the stock of a window the i-th entry of an order's plan lies. */
export const cell = (products: Int32Array, i: number, L: number): number =>
  (products[Math.floor(i / L)] as number) * L + (i % L);
