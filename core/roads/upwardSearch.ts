import type { UpView } from './hierarchy.ts';
import type { Seed } from './seeds.ts';
import { VertexHeap } from './vertexHeap.ts';

/** One half of a search in a hierarchy: from some vertices upward only. */
export class UpwardSearch {
  readonly #size: number;
  readonly #view: UpView;
  /** The edges against which a label is checked: what comes from above at less shows that it is on no shortest path. */
  readonly #above: UpView;
  readonly #cost: Float64Array;
  readonly #beside: Float64Array;
  readonly #by: Int32Array;
  readonly #before: Int32Array;
  readonly #heap: VertexHeap;
  #met: number[] = [];

  constructor(size: number, view: UpView, above: UpView) {
    this.#size = size;
    this.#view = view;
    this.#above = above;
    this.#cost = new Float64Array(this.#size).fill(Infinity);
    this.#beside = new Float64Array(this.#size);
    this.#by = new Int32Array(this.#size);
    this.#before = new Int32Array(this.#size);
    this.#heap = new VertexHeap(this.#size);
  }

  begin(seeds: readonly Seed[]): void {
    for (const vertex of this.#met) this.#cost[vertex] = Infinity;
    this.#met = [];
    this.#heap.clear();
    for (const { vertex, cost, beside } of seeds) this.#reach(vertex, cost, beside, -1, -1);
  }

  get leastKey(): number {
    return this.#heap.leastKey;
  }

  cost(vertex: number): number {
    return this.#cost[vertex] as number;
  }

  beside(vertex: number): number {
    return this.#beside[vertex] as number;
  }

  /**
   * Takes the nearest vertex and looks upward from it; answers it, or -1 when it was stalled: reached from above at less, so that no
   * shortest path comes this way (stall on demand, Geisberger et al. 2008).
   */
  settle(): number {
    const vertex = this.#heap.pop();
    const cost = this.#cost[vertex] as number;
    if (this.#isStalled(vertex, cost)) return -1;
    const { first, end, weight, beside } = this.#view;
    const other = this.#beside[vertex] as number;
    const last = first[vertex + 1] as number;
    for (let e = first[vertex] as number; e < last; e++) {
      const next = cost + (weight[e] as number);
      const head = end[e] as number;
      if (next < (this.#cost[head] as number)) this.#reach(head, next, other + (beside[e] as number), e, vertex);
    }
    return vertex;
  }

  /** The edges of the hierarchy between a vertex and where the search began, from the vertex on. */
  edges(vertex: number): number[] {
    const edges: number[] = [];
    for (let at = vertex; this.#by[at] !== -1; at = this.#before[at] as number) {
      edges.push(this.#view.edge[this.#by[at] as number] as number);
    }
    return edges;
  }

  root(vertex: number): number {
    let at = vertex;
    while (this.#by[at] !== -1) at = this.#before[at] as number;
    return at;
  }

  #isStalled(vertex: number, cost: number): boolean {
    const { first, end, weight } = this.#above;
    const last = first[vertex + 1] as number;
    for (let e = first[vertex] as number; e < last; e++) {
      if ((this.#cost[end[e] as number] as number) + (weight[e] as number) < cost) return true;
    }
    return false;
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
}
