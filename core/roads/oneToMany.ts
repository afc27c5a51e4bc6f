import type { ArcView } from './roadGraph.ts';
import type { Seed } from './seeds.ts';
import { VertexHeap } from './vertexHeap.ts';

/**
 * Shortest paths from one place to every vertex (Dijkstra 1959), on arrays that are used again by the next search. With the backward
 * view they are the paths to one place.
 */
export class OneToMany {
  readonly view: ArcView;
  readonly #cost: Float64Array;
  readonly #beside: Float64Array;
  /** The entry of the view by which a vertex was reached; -1 for where the search began. */
  readonly #by: Int32Array;
  readonly #before: Int32Array;
  readonly #heap: VertexHeap;
  /** The vertices that the search has met, in the order of meeting. */
  #met: number[] = [];

  constructor(view: ArcView) {
    this.view = view;
    this.#cost = new Float64Array(view.size).fill(Infinity);
    this.#beside = new Float64Array(view.size);
    this.#by = new Int32Array(view.size);
    this.#before = new Int32Array(view.size);
    this.#heap = new VertexHeap(view.size);
  }

  /** The cost of the shortest path to a vertex; Infinity while none was found. */
  cost(vertex: number): number {
    return this.#cost[vertex] as number;
  }

  /** The other measure along that path. */
  beside(vertex: number): number {
    return this.#beside[vertex] as number;
  }

  /** The vertex before another on its shortest path; -1 where the search began. */
  before(vertex: number): number {
    return this.#by[vertex] === -1 ? -1 : (this.#before[vertex] as number);
  }

  /** The arc by which a vertex was reached; -1 where the search began. */
  arcTo(vertex: number): number {
    const entry = this.#by[vertex] as number;
    return entry === -1 ? -1 : (this.view.arc[entry] as number);
  }

  /** Every vertex that the last search met. */
  get met(): readonly number[] {
    return this.#met;
  }

  /** Searches from the seeds until `wanted` are all settled, or as far as `limit`. */
  run(seeds: readonly Seed[], wanted?: ReadonlySet<number>, limit = Infinity): void {
    this.#clear();
    for (const { vertex, cost, beside } of seeds) this.#reach(vertex, cost, beside, -1, -1);
    let left = wanted?.size ?? Infinity;
    while (left > 0 && this.#heap.leastKey <= limit) {
      const vertex = this.#heap.pop();
      if (vertex === -1) break;
      if (wanted?.has(vertex) === true) left -= 1;
      this.#settle(vertex);
    }
  }

  /** The arcs from where the search began to a vertex, in the order in which the view goes. */
  arcsTo(vertex: number): number[] {
    const arcs: number[] = [];
    for (let at = vertex; this.#by[at] !== -1; at = this.#before[at] as number) arcs.push(this.arcTo(at));
    return arcs.reverse();
  }

  /** Where the path to a vertex began. */
  rootOf(vertex: number): number {
    let at = vertex;
    while (this.#by[at] !== -1) at = this.#before[at] as number;
    return at;
  }

  #settle(vertex: number): void {
    const { first, end, weight, beside } = this.view;
    const cost = this.#cost[vertex] as number;
    const other = this.#beside[vertex] as number;
    const last = first[vertex + 1] as number;
    for (let e = first[vertex] as number; e < last; e++) {
      const next = cost + (weight[e] as number);
      const head = end[e] as number;
      if (next < (this.#cost[head] as number)) this.#reach(head, next, other + (beside[e] as number), e, vertex);
    }
  }

  #reach(vertex: number, cost: number, beside: number, by: number, before: number): void {
    const known = this.#cost[vertex] as number;
    if (cost >= known) return;
    if (known === Infinity) this.#met.push(vertex);
    this.#cost[vertex] = cost;
    this.#beside[vertex] = beside;
    this.#by[vertex] = by;
    this.#before[vertex] = before;
    this.#heap.set(vertex, cost);
  }

  #clear(): void {
    for (const vertex of this.#met) this.#cost[vertex] = Infinity;
    this.#met = [];
    this.#heap.clear();
  }
}
