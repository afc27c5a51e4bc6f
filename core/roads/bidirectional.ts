import { greatCircleKm } from '../shared/greatCircle.ts';
import type { ArcView, ArcViews, RoadGraph } from './roadGraph.ts';
import { type Found, type Seed, seedAt } from './seeds.ts';
import { VertexHeap } from './vertexHeap.ts';

/** What every search on a graph and metric shares: its arcs, and a bound of what a straight kilometer costs. */
export interface Terrain {
  readonly graph: RoadGraph;
  readonly views: ArcViews;
  /** No arc costs less for a kilometer of its straight line. */
  readonly leastPerKm: number;
}

/** Finds the bound on which the potentials of a search stand: the cheapest straight kilometer of any arc. */
export function surveyTerrain(graph: RoadGraph, views: ArcViews): Terrain {
  const { first, end, weight } = views.forward;
  let leastPerKm = Infinity;
  for (let tail = 0; tail < graph.size; tail++) {
    for (let a = first[tail] as number; a < (first[tail + 1] as number); a++) {
      const km = greatCircleKm(pointOf(graph, tail), pointOf(graph, end[a] as number));
      if (km > 0) leastPerKm = Math.min(leastPerKm, (weight[a] as number) / km);
    }
  }
  // A hair less, so that rounding of the sines can never make a potential inconsistent.
  return { graph, views, leastPerKm: leastPerKm === Infinity ? 0 : leastPerKm * (1 - 1e-9) };
}

/**
 * A shortest path between two places by A* from both ends with one average potential (Ikeda et al. 1994), which keeps both searches
 * consistent: the first time that the sum of the least keys reaches the best meeting, it is the shortest. Undefined when there is none.
 */
export class Bidirectional {
  readonly #terrain: Terrain;
  readonly #ahead: Frontier;
  readonly #behind: Frontier;

  constructor(terrain: Terrain) {
    this.#terrain = terrain;
    this.#ahead = new Frontier(terrain.views.forward);
    this.#behind = new Frontier(terrain.views.backward);
  }

  find(from: readonly Seed[], to: readonly Seed[]): Found | undefined {
    const [start, end] = [from[0], to[0]];
    if (start === undefined || end === undefined) return undefined;
    const potential = this.#potential(start.vertex, end.vertex);
    const ahead = this.#ahead.begin(from, potential);
    const behind = this.#behind.begin(to, (vertex) => -potential(vertex));
    let best = Infinity;
    let meeting = -1;
    const meet = (vertex: number) => {
      const cost = ahead.cost(vertex) + behind.cost(vertex);
      if (cost < best) [best, meeting] = [cost, vertex];
    };
    for (const { vertex } of [...from, ...to]) meet(vertex);
    while (ahead.leastKey + behind.leastKey < best) {
      const side = ahead.length <= behind.length ? ahead : behind;
      side.settle(meet);
    }
    if (meeting === -1) return undefined;
    return {
      cost: best,
      beside: ahead.beside(meeting) + behind.beside(meeting),
      arcs: [...ahead.arcs(meeting).reverse(), ...behind.arcs(meeting)],
      from: seedAt(from, ahead.root(meeting)),
      to: seedAt(to, behind.root(meeting)),
    };
  }

  /** Half of what is at least left to the end, less half of what at least lies behind. */
  #potential(start: number, end: number): (vertex: number) => number {
    const { graph, leastPerKm } = this.#terrain;
    const [from, to] = [pointOf(graph, start), pointOf(graph, end)];
    return (vertex) => {
      const at = pointOf(graph, vertex);
      return (leastPerKm * (greatCircleKm(at, to) - greatCircleKm(from, at))) / 2;
    };
  }
}

/** One of the two searches. */
class Frontier {
  readonly #view: ArcView;
  readonly #cost: Float64Array;
  readonly #beside: Float64Array;
  readonly #bound: Float64Array;
  readonly #by: Int32Array;
  readonly #before: Int32Array;
  readonly #heap: VertexHeap;
  #met: number[] = [];
  #potential: (vertex: number) => number = () => 0;

  constructor(view: ArcView) {
    this.#view = view;
    this.#cost = new Float64Array(view.size).fill(Infinity);
    this.#beside = new Float64Array(view.size);
    this.#bound = new Float64Array(view.size);
    this.#by = new Int32Array(view.size);
    this.#before = new Int32Array(view.size);
    this.#heap = new VertexHeap(view.size);
  }

  get leastKey(): number {
    return this.#heap.leastKey;
  }

  get length(): number {
    return this.#heap.length;
  }

  begin(seeds: readonly Seed[], potential: (vertex: number) => number): this {
    for (const vertex of this.#met) this.#cost[vertex] = Infinity;
    this.#met = [];
    this.#heap.clear();
    this.#potential = potential;
    for (const { vertex, cost, beside } of seeds) this.#reach(vertex, cost, beside, -1, -1);
    return this;
  }

  cost(vertex: number): number {
    return this.#cost[vertex] as number;
  }

  beside(vertex: number): number {
    return this.#beside[vertex] as number;
  }

  /** Settles the nearest vertex, and tells each vertex that it reaches. */
  settle(reached: (vertex: number) => void): void {
    const vertex = this.#heap.pop();
    const { first, end, weight, beside } = this.#view;
    const cost = this.#cost[vertex] as number;
    for (let e = first[vertex] as number; e < (first[vertex + 1] as number); e++) {
      const head = end[e] as number;
      const next = cost + (weight[e] as number);
      if (next >= (this.#cost[head] as number)) continue;
      this.#reach(head, next, (this.#beside[vertex] as number) + (beside[e] as number), e, vertex);
      reached(head);
    }
  }

  /** The arcs between a vertex and where the search began, from the vertex on. */
  arcs(vertex: number): number[] {
    const arcs: number[] = [];
    for (let at = vertex; this.#by[at] !== -1; at = this.#before[at] as number) {
      arcs.push(this.#view.arc[this.#by[at] as number] as number);
    }
    return arcs;
  }

  root(vertex: number): number {
    let at = vertex;
    while (this.#by[at] !== -1) at = this.#before[at] as number;
    return at;
  }

  #reach(vertex: number, cost: number, beside: number, by: number, before: number): void {
    const known = this.#cost[vertex] as number;
    if (cost >= known) return;
    if (known === Infinity) {
      this.#met.push(vertex);
      this.#bound[vertex] = this.#potential(vertex);
    }
    this.#cost[vertex] = cost;
    this.#beside[vertex] = beside;
    this.#by[vertex] = by;
    this.#before[vertex] = before;
    this.#heap.set(vertex, cost + (this.#bound[vertex] as number));
  }
}

function pointOf({ junctionOf, latitude, longitude }: RoadGraph, vertex: number) {
  const junction = junctionOf[vertex] as number;
  return { latitude: latitude[junction] as number, longitude: longitude[junction] as number };
}
