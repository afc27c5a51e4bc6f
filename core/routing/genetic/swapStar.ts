import type { Exchange } from './exchange.ts';
import { type Tours, turnOf } from './tours.ts';

const GAIN = 1e-7;
const PLACES = 3;

/**
 * SWAP* (Vidal, 2022): exchanges two stops of two routes whose sectors overlap, each going to the best place of the other route
 * and not to where the other one stood. The three cheapest places of each stop in each route are kept until the route changes.
 */
export class SwapStar {
  readonly #exchange: Exchange;
  readonly #tours: Tours;
  readonly #after: Int32Array;
  readonly #cost: Float64Array;
  readonly #age: Int32Array;
  readonly #tested: Int32Array;
  #least = 0;
  #where = 0;

  constructor(exchange: Exchange) {
    const { count, routes } = exchange.tours;
    this.#exchange = exchange;
    this.#tours = exchange.tours;
    this.#after = new Int32Array(count * routes * PLACES);
    this.#cost = new Float64Array(count * routes * PLACES);
    this.#age = new Int32Array(count * routes);
    this.#tested = new Int32Array(routes);
  }

  /** Forgets what was kept, when the tours hold other routes. */
  reset(): void {
    this.#age.fill(-1);
    this.#tested.fill(-1);
  }

  /** Tries every pair of routes of which one changed since its last turn; answers whether anything got cheaper. */
  improve(): boolean {
    const tours = this.#tours;
    let improved = false;
    for (let r = 0; r < tours.routes; r++) {
      const since = this.#tested[r] as number;
      this.#tested[r] = tours.moves;
      if ((tours.size[r] as number) === 0) continue;
      for (let other = r + 1; other < tours.routes; other++) {
        const newest = Math.max(tours.changed[r] as number, tours.changed[other] as number);
        if ((tours.size[other] as number) === 0 || newest <= since) continue;
        if (overlap(tours, r, other)) while (this.#improvePair(r, other)) improved = true;
      }
    }
    return improved;
  }

  #improvePair(ru: number, rv: number): boolean {
    const tours = this.#tours;
    const { succ, count: n, problem, removal } = tours;
    const { demand } = problem;
    const owed = (tours.penalty[ru] as number) + (tours.penalty[rv] as number);
    const loadU = tours.load[ru] as number;
    const loadV = tours.load[rv] as number;
    let best = -GAIN;
    let move: readonly [number, number, number, number] | undefined;
    for (let u = succ[n + ru] as number; u < n; u = succ[u] as number) {
      const gainU = removal[u] as number;
      for (let v = succ[n + rv] as number; v < n; v = succ[v] as number) {
        const shift = (demand[v] as number) - (demand[u] as number);
        const loads = tours.loadPenalty(loadU + shift) + tours.loadPenalty(loadV - shift) - owed;
        const base = gainU + (removal[v] as number) + loads;
        if (base >= best) continue;
        this.#insertion(u, rv, v);
        const afterU = this.#where;
        let delta = base + this.#least;
        if (delta >= best) continue;
        this.#insertion(v, ru, u);
        const afterV = this.#where;
        delta += this.#least;
        if (delta >= best) continue;
        if (problem.timed) delta += this.#warp(ru, u, v, afterV) + this.#warp(rv, v, u, afterU);
        if (delta >= best) continue;
        best = delta;
        move = [u, afterU, v, afterV];
      }
    }
    if (move === undefined) return false;
    this.#apply(move, ru, rv);
    return true;
  }

  #apply([u, afterU, v, afterV]: readonly [number, number, number, number], ru: number, rv: number): void {
    const tours = this.#tours;
    const beforeU = tours.pred[u] as number;
    const beforeV = tours.pred[v] as number;
    tours.move(u, afterU === v ? beforeV : afterU);
    tours.move(v, afterV === u ? beforeU : afterV);
    tours.moves++;
    tours.refresh(ru);
    tours.refresh(rv);
  }

  /** Finds the cheapest place of stop c in route r without its stop `gone`; a place after `gone` means in its stead. */
  #insertion(c: number, r: number, gone: number): void {
    const tours = this.#tours;
    const slot = r * tours.count + c;
    if ((this.#age[slot] as number) !== (tours.changed[r] as number)) this.#fill(c, r, slot);
    const before = tours.pred[gone] as number;
    this.#least = this.#between(before, c, tours.succ[gone] as number);
    this.#where = gone;
    for (let k = slot * PLACES; k < (slot + 1) * PLACES; k++) {
      const after = this.#after[k] as number;
      if (after < 0) return;
      if (after === gone || after === before) continue;
      if ((this.#cost[k] as number) < this.#least) {
        this.#least = this.#cost[k] as number;
        this.#where = after;
      }
      return;
    }
  }

  #fill(c: number, r: number, slot: number): void {
    const tours = this.#tours;
    const { succ, count: n } = tours;
    this.#age[slot] = tours.changed[r] as number;
    const from = slot * PLACES;
    this.#after.fill(-1, from, from + PLACES);
    this.#cost.fill(Infinity, from, from + PLACES);
    let at = n + r;
    do {
      const next = succ[at] as number;
      const cost = this.#between(at, c, next);
      let k = from + PLACES - 1;
      if (cost < (this.#cost[k] as number)) {
        for (; k > from && (this.#cost[k - 1] as number) > cost; k--) {
          this.#cost[k] = this.#cost[k - 1] as number;
          this.#after[k] = this.#after[k - 1] as number;
        }
        this.#cost[k] = cost;
        this.#after[k] = at;
      }
      at = next;
    } while (at < n);
  }

  #between(p: number, c: number, s: number): number {
    const { place, count, problem } = this.#tours;
    const { matrix } = problem;
    const stride = count + 1;
    const from = place[p] as number;
    const to = place[s] as number;
    return (
      (matrix[from * stride + c] as number) +
      (matrix[c * stride + to] as number) -
      (matrix[from * stride + to] as number)
    );
  }

  /** Price of the warp of route r when stop `gone` leaves it and stop c comes after node `after`. */
  #warp(r: number, gone: number, c: number, after: number): number {
    const tours = this.#tours;
    const { succ, pred, count: n, position } = tours;
    const where = after === gone ? (pred[gone] as number) : after;
    const isLater = (position[where] as number) >= (position[gone] as number);
    const p = isLater ? (pred[gone] as number) : where;
    const s = isLater ? (succ[where] as number) : (succ[gone] as number);
    let count = 0;
    for (let at = p; at !== s; at = succ[at] as number) {
      if (at !== p && at !== gone && at < n) count = this.#exchange.addToWalk(count, at, at);
      if (at === where) count = this.#exchange.addToWalk(count, c, c);
    }
    return this.#exchange.priceWalk(p, count, s) - tours.loadPenalty(tours.load[r] as number);
  }
}

function overlap(tours: Tours, a: number, b: number): boolean {
  const ahead = turnOf((tours.sectorFrom[b] as number) - (tours.sectorFrom[a] as number));
  const behind = turnOf((tours.sectorFrom[a] as number) - (tours.sectorFrom[b] as number));
  return ahead <= (tours.sectorWidth[a] as number) || behind <= (tours.sectorWidth[b] as number);
}
