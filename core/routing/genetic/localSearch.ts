import type { Near } from '../neighbours.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { Exchange } from './exchange.ts';
import { SwapStar } from './swapStar.ts';
import { joinHeads, swapTails, turnBetween } from './tails.ts';
import { Tours } from './tours.ts';

const GAIN = 1e-7;

/**
 * The granular local search of HGS-CVRP (Vidal, C&OR 140, 2022): moves beside near stops until none improves, then SWAP* between
 * routes with overlapping sectors. Capacity and windows may be broken at the given prices.
 */
export class LocalSearch {
  readonly tours: Tours;
  readonly #near: Near;
  readonly #random: Random;
  readonly #exchange: Exchange;
  readonly #swapStar: SwapStar;
  readonly #order: Int32Array;
  readonly #tested: Int32Array;

  constructor(problem: Problem, routes: number, near: Near, random: Random) {
    this.tours = new Tours(problem, routes);
    this.#near = near;
    this.#random = random;
    this.#exchange = new Exchange(this.tours);
    this.#swapStar = new SwapStar(this.#exchange);
    this.#order = Int32Array.from({ length: problem.size }, (_, c) => c);
    this.#tested = new Int32Array(problem.size);
  }

  /** Improves the routes until no move does, at these prices of a unit of load above capacity and of a unit of warp. */
  improve(routes: readonly (readonly number[])[], loadPrice: number, warpPrice: number): number[][] {
    const { tours } = this;
    tours.loadPrice = loadPrice;
    tours.warpPrice = warpPrice;
    tours.assign(routes);
    this.#shuffle();
    this.#tested.fill(-1);
    this.#swapStar.reset();
    for (let round = 0, again = true; again; round++) {
      again = this.#sweep(round) || round === 0;
      if (!again) again = this.#swapStar.improve();
    }
    return tours.list();
  }

  #sweep(round: number): boolean {
    const { tours } = this;
    let improved = false;
    for (const u of this.#order) {
      const since = this.#tested[u] as number;
      this.#tested[u] = tours.moves;
      const end = (u + 1) * this.#near.width;
      for (let k = u * this.#near.width; k < end; k++) {
        const v = this.#near.stops[k] as number;
        const newest = Math.max(
          tours.changed[tours.routeOf[u] as number] as number,
          tours.changed[tours.routeOf[v] as number] as number,
        );
        if (round > 0 && newest <= since) continue;
        if (this.#improveBeside(u, v)) improved = true;
      }
      if (round > 0 && this.#improveApart(u)) improved = true;
    }
    return improved;
  }

  /**
   * Tries all moves of u beside v. Their changes of length are sums over twelve arcs, read here once; a move is looked at closer
   * only when its length and the removal of all penalties could pay. Long for that reason: this is the inner loop.
   */
  #improveBeside(u: number, v: number): boolean {
    const { tours } = this;
    const exchange = this.#exchange;
    const { succ, pred, place, arc, penalty, count: n, problem } = tours;
    const { matrix } = problem;
    const stride = n + 1;
    const ru = tours.routeOf[u] as number;
    const rv = tours.routeOf[v] as number;
    const owed = (penalty[ru] as number) + (ru === rv ? 0 : (penalty[rv] as number)) - GAIN;
    const p = pred[u] as number;
    const q = pred[v] as number;
    const x = succ[u] as number;
    const y = succ[v] as number;
    const X = place[x] as number;
    const Y = place[y] as number;
    const XX = x < n ? (place[succ[x] as number] as number) : n;
    const YY = y < n ? (place[succ[y] as number] as number) : n;
    const rowP = (place[p] as number) * stride;
    const rowQ = (place[q] as number) * stride;
    const rowU = u * stride;
    const rowV = v * stride;
    const rowX = X * stride;
    const vy = arc[v] as number;
    const pu = arc[p] as number;
    const ux = arc[u] as number;
    const xx = x < n ? (arc[x] as number) : 0;
    const vu = matrix[rowV + u] as number;
    const uy = matrix[rowU + Y] as number;
    const vx = matrix[rowV + X] as number;
    const xy = matrix[rowX + Y] as number;
    if (vu + uy - vy - pu - ux + (matrix[rowP + X] as number) < owed && exchange.attempt(u, 1, false, v, 0))
      return true;
    const pairOut = (matrix[rowP + XX] as number) - vy - pu - xx;
    if (vu + xy + pairOut < owed && exchange.attempt(u, 2, false, v, 0)) return true;
    const inverted = (matrix[rowX + u] as number) - ux;
    if (vx + uy + pairOut + inverted < owed && exchange.attempt(u, 2, true, v, 0)) return true;
    const into = (matrix[rowP + v] as number) + (matrix[rowQ + u] as number) - pu - (arc[q] as number);
    if (u < v && vx + uy + into - ux - vy < owed && exchange.attempt(u, 1, false, v, 1)) return true;
    if ((matrix[rowV + XX] as number) + xy + into - xx - vy < owed && exchange.attempt(u, 2, false, v, 1)) return true;
    const pairs = (matrix[Y * stride + XX] as number) + (matrix[rowX + YY] as number) - xx;
    if (u < v && y < n && pairs + into - (arc[y] as number) < owed && exchange.attempt(u, 2, false, v, 2)) return true;
    const cross = (matrix[rowU + v] as number) + xy - ux - vy;
    if (ru === rv) return (problem.timed || cross < owed) && turnBetween(exchange, u, v);
    if (!problem.timed && cross < owed && joinHeads(exchange, u, v)) return true;
    if (uy + vx - ux - vy < owed && swapTails(exchange, u, v)) return true;
    return q >= n && this.#improveAtDepot(u, q);
  }

  #improveAtDepot(u: number, depot: number): boolean {
    const exchange = this.#exchange;
    const { tours } = this;
    if (tours.routeOf[u] === tours.routeOf[depot]) return false;
    return (
      exchange.attempt(u, 1, false, depot, 0) ||
      exchange.attempt(u, 2, false, depot, 0) ||
      exchange.attempt(u, 2, true, depot, 0) ||
      (!tours.problem.timed && joinHeads(exchange, u, depot)) ||
      swapTails(exchange, u, depot)
    );
  }

  /** Tries a route of its own for what begins at u. */
  #improveApart(u: number): boolean {
    const { tours } = this;
    const empty = tours.size.indexOf(0);
    return empty >= 0 && this.#improveAtDepot(u, tours.count + empty);
  }

  #shuffle(): void {
    const order = this.#order;
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(this.#random() * (i + 1));
      const kept = order[i] as number;
      order[i] = order[j] as number;
      order[j] = kept;
    }
  }
}
