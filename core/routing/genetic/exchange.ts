import type { Tours } from './tours.ts';

const GAIN = 1e-7;

/**
 * Exchanges of blocks: `a` stops from u on against `b` stops from v on (Vidal, HGS-CVRP, 2022, moves 1 to 6). With b = 0 the block
 * goes right after node v. A change of length that even removing all penalties could not pay for is dropped before clocks are read.
 */
export class Exchange {
  readonly tours: Tours;
  readonly #walk: Int32Array;

  constructor(tours: Tours) {
    this.tours = tours;
    this.#walk = new Int32Array(tours.count + 4);
  }

  /** Penalties of a route that is prefix p, up to two stops (-1: none), suffix s, with the given load. */
  priceRoute(p: number, a: number, b: number, s: number, load: number): number {
    const { tours } = this;
    const { problem, place } = tours;
    const price = tours.loadPenalty(load);
    if (!problem.timed) return price;
    const { matrix, ready, due, service } = problem;
    const stride = problem.size + 1;
    let at = place[p] as number;
    let clock = tours.leave[p] as number;
    let warp = (tours.warpTo[p] as number) + (tours.warpFrom[s] as number);
    for (let k = 0; k < 2; k++) {
      const c = k === 0 ? a : b;
      if (c < 0) continue;
      clock += matrix[at * stride + c] as number;
      if (clock < (ready[c] as number)) clock = ready[c] as number;
      if (clock > (due[c] as number)) {
        warp += clock - (due[c] as number);
        clock = due[c] as number;
      }
      clock += service[c] as number;
      at = c;
    }
    const late = clock + (matrix[at * stride + (place[s] as number)] as number) - (tours.latest[s] as number);
    return price + tours.warpPrice * (late > 0 ? warp + late : warp);
  }

  /** Penalties of a route that is prefix p, the first `count` stops of the walk, suffix s; its load does not change. */
  priceWalk(p: number, count: number, s: number): number {
    const { tours } = this;
    const { problem, place } = tours;
    const { matrix, ready, due, service } = problem;
    const stride = problem.size + 1;
    let at = place[p] as number;
    let clock = tours.leave[p] as number;
    let warp = (tours.warpTo[p] as number) + (tours.warpFrom[s] as number);
    for (let k = 0; k < count; k++) {
      const c = this.#walk[k] as number;
      clock = Math.max(clock + (matrix[at * stride + c] as number), ready[c] as number);
      if (clock > (due[c] as number)) {
        warp += clock - (due[c] as number);
        clock = due[c] as number;
      }
      clock += service[c] as number;
      at = c;
    }
    const late = clock + (matrix[at * stride + (place[s] as number)] as number) - (tours.latest[s] as number);
    return (
      tours.loadPenalty(tours.load[tours.routeOf[p] as number] as number) + tours.warpPrice * (warp + Math.max(0, late))
    );
  }

  /** Puts the stops from node `from` to node `to` on the walk, behind the `count` that are there; answers the new count. */
  addToWalk(count: number, from: number, to: number, isReversed = false): number {
    const next = isReversed ? this.tours.pred : this.tours.succ;
    let k = count;
    for (let c = from; ; c = next[c] as number) {
      this.#walk[k++] = c;
      if (c === to) return k;
    }
  }

  /** Makes the exchange when it lowers the cost with its penalties, and says whether it did. */
  attempt(u: number, a: number, turned: boolean, v: number, b: number): boolean {
    const { tours } = this;
    const { problem, succ, pred, place, count: n } = tours;
    const { matrix } = problem;
    const stride = n + 1;
    const x1 = a === 2 ? (succ[u] as number) : u;
    const v1 = b === 2 ? (succ[v] as number) : v;
    if (x1 >= n || v1 >= n + tours.routes) return false;
    if (b > 0 && (v >= n || v1 >= n)) return false;
    const p = pred[u] as number;
    const x = succ[x1] as number;
    const q = b === 0 ? v : (pred[v] as number);
    const y = succ[v1] as number;
    if (q === u || q === x1 || q === p || p === v1 || u === v1) return false;
    const first = turned ? x1 : u;
    const last = turned ? u : x1;
    const P = place[p] as number;
    const X = place[x] as number;
    const Q = place[q] as number;
    const Y = place[y] as number;
    let delta =
      (matrix[Q * stride + first] as number) +
      (matrix[last * stride + Y] as number) -
      (matrix[P * stride + u] as number) -
      (matrix[x1 * stride + X] as number);
    if (turned) delta += (matrix[x1 * stride + u] as number) - (matrix[u * stride + x1] as number);
    delta +=
      b === 0
        ? (matrix[P * stride + X] as number) - (matrix[Q * stride + Y] as number)
        : (matrix[P * stride + v] as number) +
          (matrix[v1 * stride + X] as number) -
          (matrix[Q * stride + v] as number) -
          (matrix[v1 * stride + Y] as number);
    const ru = tours.routeOf[u] as number;
    const rv = tours.routeOf[v] as number;
    const owed = (tours.penalty[ru] as number) + (ru === rv ? 0 : (tours.penalty[rv] as number));
    if (delta - owed > -GAIN) return false;
    if (ru !== rv) {
      const { demand } = problem;
      const moved =
        (demand[u] as number) +
        (a === 2 ? (demand[x1] as number) : 0) -
        (b > 0 ? (demand[v] as number) : 0) -
        (b === 2 ? (demand[v1] as number) : 0);
      delta += this.priceRoute(p, b > 0 ? v : -1, b === 2 ? v1 : -1, x, (tours.load[ru] as number) - moved) - owed;
      if (delta > -GAIN) return false;
      delta += this.priceRoute(q, first, a === 2 ? last : -1, y, (tours.load[rv] as number) + moved);
    } else if (problem.timed) {
      delta += this.#priceWithin(p, u, x, first, last, q, b === 0 ? -1 : v, v1, y) - owed;
    }
    if (delta > -GAIN) return false;
    this.#apply(p, first, last, a, q, v, v1, b);
    tours.moves++;
    tours.refresh(ru);
    if (ru !== rv) tours.refresh(rv);
    return true;
  }

  #priceWithin(
    p: number,
    u: number,
    x: number,
    first: number,
    last: number,
    q: number,
    v: number,
    v1: number,
    y: number,
  ): number {
    const isAhead = (this.tours.position[u] as number) < (this.tours.position[q] as number);
    let count = 0;
    if (isAhead) {
      if (v >= 0) count = this.addToWalk(count, v, v1);
      count = this.addToWalk(count, x, q);
    }
    count = this.addToWalk(count, first, first);
    if (last !== first) count = this.addToWalk(count, last, last);
    if (isAhead) return this.priceWalk(p, count, y);
    count = this.addToWalk(count, y, p);
    if (v >= 0) count = this.addToWalk(count, v, v1);
    return this.priceWalk(q, count, x);
  }

  #apply(p: number, first: number, last: number, a: number, q: number, v: number, v1: number, b: number): void {
    const { tours } = this;
    tours.move(first, q);
    if (a === 2) tours.move(last, first);
    if (b > 0) tours.move(v, p);
    if (b === 2) tours.move(v1, v);
  }
}
