import type { Hierarchy } from './hierarchy.ts';
import { offsets, sharedCounts, sharedDoubles } from './roadGraph.ts';
import type { Seed } from './seeds.ts';
import { UpwardSearch } from './upwardSearch.ts';

/** What the searches back from all targets left at each vertex: target, cost and the other measure, in shared arrays. */
export interface Buckets {
  readonly targets: number;
  readonly first: Uint32Array;
  readonly target: Uint32Array;
  readonly cost: Float64Array;
  readonly beside: Float64Array;
}

/** Searches back from every target once; the buckets serve any number of sources (Knopp, Sanders, Schultes, Schulz, Wagner 2007). */
export function fillBuckets(hierarchy: Hierarchy, targets: readonly (readonly Seed[])[]): Buckets {
  const search = new UpwardSearch(hierarchy.size, hierarchy.down, hierarchy.up);
  const vertices: number[] = [];
  const entries: { target: number; cost: number; beside: number }[] = [];
  targets.forEach((seeds, target) => {
    search.begin(seeds);
    while (search.leastKey < Infinity) {
      const vertex = search.settle();
      if (vertex === -1) continue;
      vertices.push(vertex);
      entries.push({ target, cost: search.cost(vertex), beside: search.beside(vertex) });
    }
  });
  const counts = new Uint32Array(hierarchy.size);
  for (const vertex of vertices) counts[vertex] = (counts[vertex] as number) + 1;
  const first = offsets(counts);
  const next = first.slice();
  const target = sharedCounts(entries.length);
  const cost = sharedDoubles(entries.length);
  const beside = sharedDoubles(entries.length);
  vertices.forEach((vertex, k) => {
    const at = next[vertex] as number;
    next[vertex] = at + 1;
    const entry = entries[k];
    target[at] = entry?.target ?? 0;
    cost[at] = entry?.cost ?? 0;
    beside[at] = entry?.beside ?? 0;
  });
  return { targets: targets.length, first, target, cost, beside };
}

/** Rows of a matrix: the least costs, and the other measure along the same paths; Infinity where there is no path. */
export class BucketSearch {
  readonly #search: UpwardSearch;
  readonly #buckets: Buckets;

  constructor(hierarchy: Hierarchy, buckets: Buckets) {
    this.#search = new UpwardSearch(hierarchy.size, hierarchy.up, hierarchy.down);
    this.#buckets = buckets;
  }

  /** Fills the row of one source, which begins at `at` in both matrices. */
  fillRow(seeds: readonly Seed[], cost: Float64Array, beside: Float64Array, at: number): void {
    const { targets, first, target, cost: rest, beside: restBeside } = this.#buckets;
    const search = this.#search;
    cost.fill(Infinity, at, at + targets);
    beside.fill(Infinity, at, at + targets);
    search.begin(seeds);
    while (search.leastKey < Infinity) {
      const vertex = search.settle();
      if (vertex === -1) continue;
      const done = search.cost(vertex);
      const doneBeside = search.beside(vertex);
      const last = first[vertex + 1] as number;
      for (let k = first[vertex] as number; k < last; k++) {
        const cell = at + (target[k] as number);
        const sum = done + (rest[k] as number);
        if (sum >= (cost[cell] as number)) continue;
        cost[cell] = sum;
        beside[cell] = doneBeside + (restBeside[k] as number);
      }
    }
  }
}
