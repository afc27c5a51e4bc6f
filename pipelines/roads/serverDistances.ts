import { z } from 'zod';
import type { Journey, VehicleKind } from '../../core/roads/index.ts';
import type { Point } from '../../core/shared/greatCircle.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type AskServer, openServer } from './askServer.ts';
import type { Distances, RoadMatrix } from './distances.ts';
import { readPolyline } from './polyline.ts';

/** The servers whose interface is known. */
export const ROUTING_SERVERS = ['osrm', 'valhalla'] as const;
export type RoutingServer = (typeof ROUTING_SERVERS)[number];

/** Distances of a user's own routing server. The error is one sentence about its URL. */
export function openRoutingServer(
  base: string,
  { kind, vehicle }: { readonly kind: RoutingServer; readonly vehicle: VehicleKind },
): Result<Distances, string> {
  const ask = openServer(base);
  if (!ask.ok) return ask;
  return ok(kind === 'osrm' ? osrmDistances(ask.value, vehicle) : valhallaDistances(ask.value, vehicle));
}

const Cells = z.array(z.array(z.number().nullable()));
const OsrmTable = z.object({ durations: Cells, distances: Cells });
const OsrmRoutes = z.object({
  routes: z.array(
    z.object({
      distance: z.number(),
      duration: z.number(),
      geometry: z.object({ coordinates: z.array(z.tuple([z.number(), z.number()]).rest(z.number())) }),
    }),
  ),
});

/** The HTTP interface of OSRM, version 1: services `route` and `table`. A server is made for one profile, named `driving` or `truck`. */
function osrmDistances(ask: AskServer, vehicle: VehicleKind): Distances {
  const profile = vehicle === 'car' ? 'driving' : 'truck';
  const at = (points: readonly Point[]) => points.map((p) => `${p.longitude},${p.latitude}`).join(';');
  return {
    async journeys(from, to, count) {
      const path = `route/v1/${profile}/${at([from, to])}?overview=full&geometries=geojson&alternatives=${count > 1 ? count - 1 : 'false'}`;
      const answer = understand(OsrmRoutes, await ask({ path }));
      if (!answer.ok) return answer;
      return ok(answer.value.routes.slice(0, count).map(osrmJourney));
    },
    async matrix(points, { signal }) {
      const path = `table/v1/${profile}/${at(points)}?annotations=duration,distance`;
      const answer = understand(OsrmTable, await ask({ path, signal }));
      if (!answer.ok) return answer;
      return whole({ distance: answer.value.distances, duration: answer.value.durations }, points.length);
    },
  };
}

function osrmJourney({ distance, duration, geometry }: z.infer<typeof OsrmRoutes>['routes'][number]): Journey {
  const points = geometry.coordinates.map(([longitude, latitude]) => ({ latitude, longitude }));
  return { meters: distance, seconds: duration, points };
}

const ValhallaTrip = z.object({
  legs: z.array(z.object({ shape: z.string() })),
  summary: z.object({ length: z.number(), time: z.number() }),
});
const ValhallaRoute = z.object({
  trip: ValhallaTrip,
  alternates: z.array(z.object({ trip: ValhallaTrip })).default([]),
});
const ValhallaMatrix = z.object({
  sources_to_targets: z.array(
    z.array(z.object({ distance: z.number().nullable().default(null), time: z.number().nullable().default(null) })),
  ),
});

/** The HTTP interface of Valhalla: `route` and `sources_to_targets`. */
function valhallaDistances(ask: AskServer, vehicle: VehicleKind): Distances {
  const costing = vehicle === 'car' ? 'auto' : 'truck';
  const at = ({ latitude, longitude }: Point) => ({ lat: latitude, lon: longitude });
  return {
    async journeys(from, to, count) {
      const body = { locations: [at(from), at(to)], costing, units: 'kilometers', alternates: count - 1 };
      const answer = understand(ValhallaRoute, await ask({ path: 'route', body }));
      if (!answer.ok) return answer;
      const { trip, alternates } = answer.value;
      return ok([trip, ...alternates.map((other) => other.trip)].slice(0, count).map(valhallaJourney));
    },
    async matrix(points, { signal }) {
      const places = points.map(at);
      const body = { sources: places, targets: places, costing, units: 'kilometers' };
      const answer = understand(ValhallaMatrix, await ask({ path: 'sources_to_targets', body, signal }));
      if (!answer.ok) return answer;
      const rows = answer.value.sources_to_targets;
      const meters = (km: number | null) => (km === null ? null : 1000 * km);
      return whole(
        {
          distance: rows.map((row) => row.map(({ distance }) => meters(distance))),
          duration: rows.map((row) => row.map(({ time }) => time)),
        },
        points.length,
      );
    },
  };
}

/** Valhalla counts kilometers, and writes shapes with six decimals. */
function valhallaJourney({ legs, summary }: z.infer<typeof ValhallaTrip>): Journey {
  const points = legs.flatMap(({ shape }, k) => readPolyline(shape, 6).slice(k === 0 ? 0 : 1));
  return { meters: 1000 * summary.length, seconds: summary.time, points };
}

function understand<T>(shape: z.ZodType<T>, answer: Result<unknown, string>): Result<T, string> {
  if (!answer.ok) return answer;
  const parsed = shape.safeParse(answer.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(`the server's answer is not understood: ${issue?.path.join('.')} ${issue?.message}`);
}

function whole(matrix: RoadMatrix, size: number): Result<RoadMatrix, string> {
  const isWhole = [matrix.distance, matrix.duration].every(
    (rows) => rows.length === size && rows.every((row) => row.length === size),
  );
  return isWhole ? ok(matrix) : err(`the server's matrix is not ${size} by ${size}`);
}
