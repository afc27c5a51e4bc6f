import { type Straight, straightJourney } from '../../core/roads/index.ts';
import { ok } from '../../core/shared/result.ts';
import type { Distances } from './distances.ts';

/** Distances by great circles where no map is at hand. */
export function straightDistances(straight: Straight): Distances {
  return {
    journeys: async (from, to) => ok([straightJourney(from, to, straight)]),
    async matrix(points) {
      const cells = points.map((from) => points.map((to) => straightJourney(from, to, straight)));
      return ok({
        distance: cells.map((row) => row.map(({ meters }) => meters)),
        duration: cells.map((row) => row.map(({ seconds }) => seconds)),
      });
    },
  };
}
