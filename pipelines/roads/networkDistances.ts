import { type BuildOptions, type Metric, Router, type Snap } from '../../core/roads/index.ts';
import type { Point } from '../../core/shared/greatCircle.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Distances } from './distances.ts';
import { matrixOf } from './matrixOf.ts';
import { readRoadGraph } from './readRoadGraph.ts';

export interface NetworkOptions extends BuildOptions {
  readonly metric: Metric;
  /** How far from a road a point may be, in meters. */
  readonly reach: number;
}

/** Distances on a road network in a file. The error is one sentence about the file. */
export async function openNetwork(path: string, options: NetworkOptions): Promise<Result<Distances, string>> {
  const graph = await readRoadGraph(path, options);
  return graph.ok ? ok(networkDistances(new Router(graph.value, options.metric), options.reach)) : graph;
}

/** Distances on a graph that was read. A point that is not near any road is refused. */
export function networkDistances(router: Router, reach: number): Distances {
  const snap = (point: Point): Result<Snap, string> => {
    const found = router.places.snap(point, reach);
    if (found !== undefined) return ok(found);
    return err(`no road is within ${reach} m of ${point.latitude},${point.longitude}`);
  };
  return {
    async journeys(from, to, count) {
      const start = snap(from);
      if (!start.ok) return start;
      const end = snap(to);
      return end.ok ? ok(router.alternatives(start.value, end.value, count)) : end;
    },
    async matrix(points, options) {
      const snaps: Snap[] = [];
      for (const point of points) {
        const found = snap(point);
        if (!found.ok) return found;
        snaps.push(found.value);
      }
      return ok(await matrixOf(router, snaps, options));
    },
  };
}
