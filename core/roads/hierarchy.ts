import { Contraction } from './contraction.ts';
import { type ArcView, offsets, sharedCounts, sharedDoubles } from './roadGraph.ts';

/** Edges of a hierarchy that lead up from each vertex: those at v are first[v] to first[v + 1] - 1. */
export interface UpView {
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly weight: Float64Array;
  readonly beside: Float64Array;
  /** The number of the edge, to unpack it. */
  readonly edge: Uint32Array;
}

/**
 * A contraction hierarchy (Geisberger, Sanders, Schultes, Delling 2008) in shared arrays. Every shortest path goes up and then down,
 * so that a search from both ends only looks upward. `up` is driven away from a vertex, `down` into it from above.
 */
export interface Hierarchy {
  readonly size: number;
  readonly up: UpView;
  readonly down: UpView;
  /** By edge: an arc of the graph where `second` is NONE, else the two edges that it stands for. */
  readonly one: Uint32Array;
  readonly second: Uint32Array;
}

export const NONE = 2 ** 32 - 1;

/** Contracts all vertices, the least important first. The order is a function of the graph alone. */
export function buildHierarchy(view: ArcView): Hierarchy {
  const contraction = new Contraction(view);
  const order = contraction.contractAll();
  const rank = new Uint32Array(view.size);
  order.forEach((vertex, k) => {
    rank[vertex] = k;
  });
  const { tail, head, one, second, count } = contraction.edges;
  const isUp = (e: number) => (rank[tail[e] as number] as number) < (rank[head[e] as number] as number);
  const share = (values: Uint32Array) => {
    const shared = sharedCounts(count);
    shared.set(values.subarray(0, count));
    return shared;
  };
  return {
    size: view.size,
    up: layout(contraction, view.size, tail, head, isUp),
    down: layout(contraction, view.size, head, tail, (e) => !isUp(e)),
    one: share(one),
    second: share(second),
  };
}

function layout(
  { edges }: Contraction,
  size: number,
  from: Uint32Array,
  to: Uint32Array,
  isOwn: (edge: number) => boolean,
): UpView {
  const counts = new Uint32Array(size);
  let total = 0;
  for (let e = 0; e < edges.count; e++) {
    if (!isOwn(e)) continue;
    const vertex = from[e] as number;
    counts[vertex] = (counts[vertex] as number) + 1;
    total += 1;
  }
  const first = offsets(counts);
  const next = first.slice();
  const end = sharedCounts(total);
  const edge = sharedCounts(total);
  const weight = sharedDoubles(total);
  const beside = sharedDoubles(total);
  for (let e = 0; e < edges.count; e++) {
    if (!isOwn(e)) continue;
    const at = next[from[e] as number] as number;
    next[from[e] as number] = at + 1;
    end[at] = to[e] as number;
    edge[at] = e;
    weight[at] = edges.weight[e] as number;
    beside[at] = edges.beside[e] as number;
  }
  return { first, end, weight, beside, edge };
}

/** The arcs of the graph for which an edge stands, in the order of driving. */
export function unpackEdge(hierarchy: Hierarchy, edge: number, arcs: number[]): void {
  const open = [edge];
  for (let e = open.pop(); e !== undefined; e = open.pop()) {
    const second = hierarchy.second[e] as number;
    const one = hierarchy.one[e] as number;
    if (second === NONE) arcs.push(one);
    else open.push(second, one);
  }
}
