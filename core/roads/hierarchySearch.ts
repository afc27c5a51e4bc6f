import { type Hierarchy, unpackEdge } from './hierarchy.ts';
import { type Found, type Seed, seedAt } from './seeds.ts';
import { UpwardSearch } from './upwardSearch.ts';

/** Shortest paths in a hierarchy. */
export class HierarchySearch {
  readonly #hierarchy: Hierarchy;
  readonly #ahead: UpwardSearch;
  readonly #behind: UpwardSearch;

  constructor(hierarchy: Hierarchy) {
    const { size, up, down } = hierarchy;
    this.#hierarchy = hierarchy;
    this.#ahead = new UpwardSearch(size, up, down);
    this.#behind = new UpwardSearch(size, down, up);
  }

  /** The vertex at which a shortest path is highest, with its cost; -1 and Infinity when there is no path. */
  meet(from: readonly Seed[], to: readonly Seed[]): { readonly cost: number; readonly vertex: number } {
    const ahead = this.#ahead;
    const behind = this.#behind;
    ahead.begin(from);
    behind.begin(to);
    let cost = Infinity;
    let meeting = -1;
    for (;;) {
      const isAhead = ahead.leastKey <= behind.leastKey;
      const side = isAhead ? ahead : behind;
      if (side.leastKey >= cost || side.leastKey === Infinity) return { cost, vertex: meeting };
      const vertex = side.settle();
      if (vertex === -1) continue;
      const sum = ahead.cost(vertex) + behind.cost(vertex);
      if (sum < cost) {
        cost = sum;
        meeting = vertex;
      }
    }
  }

  /** A shortest path with its arcs; undefined when there is none. */
  find(from: readonly Seed[], to: readonly Seed[]): Found | undefined {
    const { cost, vertex } = this.meet(from, to);
    if (vertex === -1) return undefined;
    const arcs: number[] = [];
    for (const edge of this.#ahead.edges(vertex).reverse()) unpackEdge(this.#hierarchy, edge, arcs);
    for (const edge of this.#behind.edges(vertex)) unpackEdge(this.#hierarchy, edge, arcs);
    return {
      cost,
      beside: this.#ahead.beside(vertex) + this.#behind.beside(vertex),
      arcs,
      from: seedAt(from, this.#ahead.root(vertex)),
      to: seedAt(to, this.#behind.root(vertex)),
    };
  }
}
