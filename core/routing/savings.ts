import { type Near, nearestStops } from './neighbours.ts';
import { type Problem, travel } from './problem.ts';

const NEAR = 40;
/** Room for the position of a pair beside its saving in the 53 bits of a whole double. */
const PAIRS = 2 ** 24;
const FINEST = 2 ** 28;

/**
 * Routes by savings (Clarke and Wright, Operations Research 12(4), 1964) over pairs of near stops, so that a hundred thousand
 * stops take seconds and no matrix. Only for problems without windows.
 */
export function savingsRoutes(problem: Problem): number[][] {
  const n = problem.size;
  const near = nearestStops(problem, Math.min(n - 1, NEAR, Math.floor(PAIRS / n)));
  const heads = new Int32Array(n).fill(-1);
  const tails = new Int32Array(n).fill(-1);
  const chains = new Chains(problem);
  const order = sortedPairs(problem, near);
  for (let k = order.length - 1; k >= 0; k--) {
    const pair = (order[k] as number) % PAIRS;
    const i = Math.floor(pair / near.width);
    const j = near.stops[pair] as number;
    if (heads[i] !== -1 && tails[i] !== -1) continue;
    if (heads[j] !== -1 && tails[j] !== -1) continue;
    if (!chains.join(i, j)) continue;
    link(heads, tails, i, j);
    link(heads, tails, j, i);
  }
  return readChains(heads, tails);
}

function link(heads: Int32Array, tails: Int32Array, i: number, j: number): void {
  if (heads[i] === -1) heads[i] = j;
  else tails[i] = j;
}

/** Pairs with a saving, cheapest first; each number holds the saving above and the place in `near` below. */
function sortedPairs(problem: Problem, near: Near): Float64Array {
  const n = problem.size;
  const far = Float64Array.from({ length: n }, (_, i) => travel(problem, n, i));
  const most = 2 * far.reduce((longest, length) => Math.max(longest, length), 1);
  const packed = new Float64Array(n * near.width);
  let count = 0;
  for (let k = 0; k < packed.length; k++) {
    const i = Math.floor(k / near.width);
    const j = near.stops[k] as number;
    if (j < i && isMutual(near, i, j)) continue;
    const saving = (far[i] as number) + (far[j] as number) - (near.lengths[k] as number);
    if (saving > 0) packed[count++] = Math.floor((saving / most) * FINEST) * PAIRS + k;
  }
  return packed.subarray(0, count).sort();
}

function isMutual(near: Near, i: number, j: number): boolean {
  for (let k = j * near.width; k < (j + 1) * near.width; k++) if (near.stops[k] === i) return true;
  return false;
}

/** Which stops hang together, by union-find with path halving, and what each chain carries. */
class Chains {
  readonly #parent: Int32Array;
  readonly #load: Float64Array;
  readonly #capacity: number;

  constructor(problem: Problem) {
    this.#parent = Int32Array.from({ length: problem.size }, (_, c) => c);
    this.#load = problem.demand.slice();
    this.#capacity = problem.capacity;
  }

  join(i: number, j: number): boolean {
    const a = this.#root(i);
    const b = this.#root(j);
    const load = (this.#load[a] as number) + (this.#load[b] as number);
    if (a === b || load > this.#capacity) return false;
    this.#parent[b] = a;
    this.#load[a] = load;
    return true;
  }

  #root(c: number): number {
    const parent = this.#parent;
    let at = c;
    while ((parent[at] as number) !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  }
}

function readChains(heads: Int32Array, tails: Int32Array): number[][] {
  const seen = new Uint8Array(heads.length);
  const routes: number[][] = [];
  for (let c = 0; c < heads.length; c++) {
    if (seen[c] === 1 || (heads[c] !== -1 && tails[c] !== -1)) continue;
    const route: number[] = [];
    for (let at = c, from = -1; at !== -1; ) {
      seen[at] = 1;
      route.push(at);
      const next = (heads[at] === from ? tails[at] : heads[at]) as number;
      from = at;
      at = next;
    }
    routes.push(route);
  }
  return routes;
}
