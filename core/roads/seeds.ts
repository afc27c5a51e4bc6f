/**
 * Where a search begins or ends: a vertex, and what it costs to get from the place to it (or from it to the place), in the metric of
 * the search and in the other measure. `arc` is the arc that is driven in part, from or up to `fraction` of it; -1 at a junction itself.
 */
export interface Seed {
  readonly vertex: number;
  readonly cost: number;
  readonly beside: number;
  readonly arc: number;
}

/** A shortest path: its arcs in the order of driving, between the seeds that it uses. */
export interface Found {
  readonly cost: number;
  readonly beside: number;
  readonly arcs: readonly number[];
  readonly from: Seed;
  readonly to: Seed;
}

/** The seed by which a search came to a vertex at its least cost. */
export function seedAt(seeds: readonly Seed[], vertex: number): Seed {
  let best: Seed | undefined;
  for (const seed of seeds) if (seed.vertex === vertex && !(best !== undefined && best.cost <= seed.cost)) best = seed;
  if (best === undefined) throw new Error(`no search begins at vertex ${vertex}`);
  return best;
}
