import type { RoutingCase } from '../../documents/routingCase.ts';
import { greatCircleKm, type Point } from '../../shared/greatCircle.ts';

/** Distances and durations between all places, stops first, then depots, in shared memory so that threads need no copy. */
export function caseMatrices(given: RoutingCase): { distance: Float64Array; duration: Float64Array } {
  const { distances, depots, stops } = given;
  if (distances.kind === 'matrix') {
    const distance = stopsFirst(distances.distance, depots.length, stops.length);
    const duration = distances.duration && stopsFirst(distances.duration, depots.length, stops.length);
    return { distance, duration: duration ?? distance };
  }
  const spots = [...stops, ...depots];
  const distance = shared(spots.length ** 2);
  spots.forEach((from, i) => {
    spots.forEach((to, j) => {
      distance[i * spots.length + j] = spotDistance(distances, from, to);
    });
  });
  if (distances.kind === 'euclidean') return { distance, duration: distance };
  const duration = shared(distance.length);
  duration.set(distance.map((meters) => meters / distances.metersPerSecond));
  return { distance, duration };
}

type Spot = RoutingCase['depots'][number] | RoutingCase['stops'][number];

function spotDistance(distances: Exclude<RoutingCase['distances'], { kind: 'matrix' }>, from: Spot, to: Spot): number {
  if (distances.kind === 'greatCircle') return distances.circuity * 1000 * greatCircleKm(pointOf(from), pointOf(to));
  const dx = (from.x ?? 0) - (to.x ?? 0);
  const dy = (from.y ?? 0) - (to.y ?? 0);
  const length = distances.factor * Math.sqrt(dx * dx + dy * dy);
  if (distances.rounding === 'nearest') return Math.floor(length + 0.5);
  return distances.rounding === 'down' ? Math.floor(length + 1e-9) : length;
}

const pointOf = ({ latitude = 0, longitude = 0 }: Spot): Point => ({ latitude, longitude });

function stopsFirst(rows: readonly (readonly number[])[], depots: number, stops: number): Float64Array {
  const places = depots + stops;
  const matrix = shared(places * places);
  const source = (k: number) => (k < stops ? depots + k : k - stops);
  for (let i = 0; i < places; i++) {
    for (let j = 0; j < places; j++) matrix[i * places + j] = rows[source(i)]?.[source(j)] ?? Number.NaN;
  }
  return matrix;
}

function shared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length));
}
