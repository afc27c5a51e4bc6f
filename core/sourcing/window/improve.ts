import { priceOf } from '../problem.ts';
import { solveExact } from '../solve/exact.ts';
import type { Prices } from './prices.ts';
import { type SourcingWindow, type WindowOrder, type WindowPlans, WindowRest } from './window.ts';

const EPSILON = 1e-7;
/** Partners that an order is tried with; those that take what it would rather have come first. */
const MOST_PARTNERS = 12;

export type Shaking = {
  readonly prices: Prices;
  /** Numbers in [0, 1); the same sequence gives the same plans. */
  readonly random: () => number;
  /** How often a few orders are taken out and put back. */
  readonly shakes: number;
  readonly isStopped?: (() => boolean) | undefined;
};

/**
 * Improves plans by local search: an order is solved again on what the others leave; or an order and one that holds what
 * it would rather have give back what they have, and are solved again with that order first. Then a few orders at a time
 * are taken out and put back in a random sequence, looking at a random share of the prices (ruin and recreate, Schrimpf
 * and others 2000). What is not cheaper is undone.
 */
export function improve(window: SourcingWindow, start: WindowPlans, shaking: Shaking): WindowPlans {
  const search = new Search(window, start, shaking.prices);
  const isStopped = shaking.isStopped ?? never;
  while (!isStopped() && search.pass(isStopped));
  for (let i = 0; i < shaking.shakes && !isStopped(); i++) search.shake(shaking.random);
  return { takes: search.takes, cost: search.cost, bound: start.bound };
}

const never = (): boolean => false;

class Search {
  readonly takes: Int32Array[];
  cost: number;
  readonly #window: SourcingWindow;
  readonly #rest: WindowRest;
  readonly #prices: Prices;

  constructor(window: SourcingWindow, { takes, cost }: WindowPlans, prices: Prices) {
    this.#window = window;
    this.#prices = prices;
    this.takes = [...takes];
    this.cost = cost;
    this.#rest = new WindowRest(window);
    window.orders.forEach((order, o) => {
      this.#rest.apply(order, this.#take(o));
    });
  }

  /** Tries every order once; true when the cost fell. */
  pass(isStopped: () => boolean): boolean {
    const before = this.cost;
    for (let o = 0; o < this.#window.orders.length && !isStopped(); o++) {
      this.#again([o]);
      for (const partner of this.#partnersOf(o)) this.#again([o, partner]);
    }
    return this.cost < before - EPSILON;
  }

  /** Takes two to five orders out and puts them back in a random sequence. */
  shake(random: () => number): void {
    const count = Math.min(this.takes.length, 2 + Math.floor(random() * 4));
    const sequence = new Set<number>();
    while (sequence.size < count) sequence.add(Math.floor(random() * this.takes.length));
    this.#again([...sequence], random() * 1.5);
  }

  /**
   * Solves orders again in this sequence on what the others leave, at a share of the prices; keeps it unless it costs
   * more.
   */
  #again(sequence: readonly number[], share = 0): void {
    const old = sequence.map((o) => this.#take(o));
    let change = 0;
    sequence.forEach((o, k) => {
      change -= priceOf(this.#order(o).problem, old[k] as Int32Array);
      this.#rest.apply(this.#order(o), old[k] as Int32Array, -1);
    });
    const fresh = sequence.map((o) => {
      const { take } = solveExact(this.#prices.added(this.#order(o), this.#rest.problemOf(this.#order(o)), share));
      change += priceOf(this.#order(o).problem, take);
      this.#rest.apply(this.#order(o), take);
      return take;
    });
    const isKept = change < (share > 0 ? EPSILON : -EPSILON);
    sequence.forEach((o, k) => {
      if (isKept) this.takes[o] = fresh[k] as Int32Array;
      else this.#swap(o, fresh[k] as Int32Array, old[k] as Int32Array);
    });
    if (isKept) this.cost += change;
  }

  #swap(o: number, from: Int32Array, to: Int32Array): void {
    this.#rest.apply(this.#order(o), from, -1);
    this.#rest.apply(this.#order(o), to);
  }

  /** Orders that use a location which this one would use if it were alone, and does not. */
  #partnersOf(o: number): readonly number[] {
    const wish = solveExact(new WindowRest(this.#window).problemOf(this.#order(o)));
    const own = this.#take(o);
    const wanted = new Set<number>();
    wish.take.forEach((units, i) => {
      if (units > (own[i] as number)) wanted.add(i % this.#window.locations);
    });
    if (wanted.size === 0) return [];
    const partners: number[] = [];
    for (let p = 0; p < this.takes.length && partners.length < MOST_PARTNERS; p++) {
      const take = this.#take(p);
      if (p !== o && take.some((units, i) => units > 0 && wanted.has(i % this.#window.locations))) partners.push(p);
    }
    return partners;
  }

  #order(o: number): WindowOrder {
    return this.#window.orders[o] as WindowOrder;
  }

  #take(o: number): Int32Array {
    return this.takes[o] as Int32Array;
  }
}
