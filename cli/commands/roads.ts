import { METRICS, VEHICLES } from '../../core/roads/index.ts';
import type { Point } from '../../core/shared/greatCircle.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Distances } from '../../pipelines/roads/distances.ts';
import { ROUTING_SERVERS, type RoutingServer } from '../../pipelines/roads/serverDistances.ts';
import { type ArgsOf, type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';

const sourceOptions = {
  graph: { type: 'string', placeholder: 'FILE', help: '.osm, .osm.pbf, or NAME.edges.csv of a derived graph' },
  server: { type: 'string', placeholder: 'URL', help: 'ask a routing server of yours instead' },
  service: { type: 'string', choices: ROUTING_SERVERS, help: 'what the server is', default: 'osrm' },
  circuity: { type: 'number', min: 1, help: 'without a map: road length over great circle, such as 1.3' },
  speed: { type: 'number', min: 1, help: 'without a map: km/h on average', default: 50 },
  profile: { type: 'string', choices: VEHICLES, help: 'the vehicle', default: 'car' },
  metric: { type: 'string', choices: METRICS, help: 'what is shortest', default: 'time' },
  uTurns: { type: 'boolean', help: 'allow turning round at any junction, not only at dead ends' },
  reach: { type: 'number', min: 1, help: 'how far from a road a point may be, in meters', default: 2000 },
} as const;

type Source = ArgsOf<typeof sourceOptions, Record<never, never>>;

/** Opens where distances come from: exactly one of a graph, a server and great circles. */
async function openDistances(source: Source): Promise<Result<Distances, string>> {
  const { graph, server, circuity, speed, profile: vehicle, metric, uTurns, reach } = source;
  if ([graph, server, circuity].filter((given) => given !== undefined).length !== 1) {
    return err('give one of --graph, --server and --circuity');
  }
  if (server !== undefined) {
    const { openRoutingServer } = await import('../../pipelines/roads/serverDistances.ts');
    return openRoutingServer(server, { kind: source.service as RoutingServer, vehicle });
  }
  if (graph !== undefined) {
    const { openNetwork } = await import('../../pipelines/roads/networkDistances.ts');
    return openNetwork(graph, { vehicle, metric, uTurns: uTurns === true, reach });
  }
  const { straightDistances } = await import('../../pipelines/roads/straightDistances.ts');
  return ok(straightDistances({ circuity: circuity ?? 1, speed }));
}

const routePath = defineCommand({
  noun: 'route',
  verb: 'path',
  summary: 'Find the shortest way between two points on a road network',
  options: {
    ...sourceOptions,
    from: { type: 'string', placeholder: 'LAT,LON', isRequired: true, help: 'where to begin' },
    to: { type: 'string', placeholder: 'LAT,LON', isRequired: true, help: 'where to end' },
    alternatives: { type: 'number', isInteger: true, min: 1, max: 5, help: 'up to how many ways', default: 1 },
    geojson: { type: 'boolean', help: 'print the ways as GeoJSON (RFC 7946)' },
  },
  examples: ['crossdock route path --graph andorra.osm.pbf --from 42.5078,1.5211 --to 42.5562,1.5333 --json'],
  async run(context, args) {
    const from = readPoint(args.from);
    const to = readPoint(args.to);
    if (from === undefined || to === undefined) {
      const message = `${from === undefined ? args.from : args.to} is no point`;
      return context.fail({ code: 'bad-point', message, next: 'give latitude,longitude in degrees' }, EXIT.usage);
    }
    const distances = await openDistances(args);
    if (!distances.ok) return failRoads(context, distances.error);
    const found = await distances.value.journeys(from, to, args.alternatives);
    if (!found.ok) return failRoads(context, found.error);
    if (found.value.length === 0) return failRoads(context, 'there is no way between the two points');
    const journeys = found.value.map(({ meters, seconds, points }) => ({
      meters,
      seconds,
      points: points.map(({ latitude, longitude }) => [degrees(latitude), degrees(longitude)] as const),
    }));
    if (args.geojson) context.out.result(geoJson(journeys), (value) => JSON.stringify(value));
    else context.out.result({ journeys }, () => journeys.map(journeyText).join('\n'));
    return EXIT.done;
  },
});

interface PrintedJourney {
  readonly meters: number;
  readonly seconds: number;
  readonly points: readonly (readonly [latitude: number, longitude: number])[];
}

/** A hundredth of a meter is enough of a line. */
const degrees = (value: number): number => Math.round(value * 1e7) / 1e7;

const journeyText = ({ meters, seconds, points }: PrintedJourney): string =>
  `${(meters / 1000).toFixed(3)} km, ${(seconds / 60).toFixed(1)} min, ${points.length} points`;

const geoJson = (journeys: readonly PrintedJourney[]) => ({
  type: 'FeatureCollection',
  features: journeys.map(({ meters, seconds, points }) => ({
    type: 'Feature',
    properties: { meters, seconds },
    geometry: { type: 'LineString', coordinates: points.map(([latitude, longitude]) => [longitude, latitude]) },
  })),
});

function readPoint(text: string): Point | undefined {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  const [latitude, longitude] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? Number.NaN)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

const routeMatrix = defineCommand({
  noun: 'route',
  verb: 'matrix',
  summary: 'Work out meters and seconds between all points of a file, for route solve --matrix',
  options: {
    ...sourceOptions,
    points: { type: 'string', placeholder: 'FILE', isRequired: true, help: 'CSV or JSON of points, or a routing case' },
    threads: { type: 'number', isInteger: true, min: 1, max: 64, help: 'worker threads', default: 2 },
  },
  examples: ['crossdock route matrix --graph andorra.osm.pbf --points stops.csv --json'],
  async run(context, args) {
    const { readPoints } = await import('../../pipelines/roads/readPoints.ts');
    const points = await readPoints(args.points);
    if (!points.ok) return failRoads(context, points.error);
    const distances = await openDistances(args);
    if (!distances.ok) return failRoads(context, distances.error);
    const progress = context.out.progress(points.value.length, 'rows');
    const onProgress = (rows: number) => progress.to(rows);
    const options = { threads: args.threads, signal: context.signal, onProgress };
    const matrix = await distances.value.matrix(points.value, options).finally(() => progress.end());
    if (!matrix.ok) return failRoads(context, matrix.error);
    context.out.result(matrix.value, ({ distance }) => distance.map((row) => row.join(' ')).join('\n'));
    const isWhole = matrix.value.distance.every((row) => row.every((cell) => cell !== null));
    return isWhole ? EXIT.done : EXIT.attention;
  },
});

function failRoads(context: CommandContext, message: string): ExitCode {
  const next = 'Roads are read from .osm, .osm.pbf or NAME.edges.csv beside NAME.nodes.csv, plain or gzip.';
  return context.fail({ code: 'no-way', message, next });
}

const benchRoads = defineCommand({
  noun: 'bench',
  verb: 'roads',
  summary: 'Measure shortest paths on a road network and compare them with its reference distances',
  options: {
    folder: { type: 'string', placeholder: 'DIR', isRequired: true, help: 'the folder of NAME.edges.csv.gz' },
    network: { type: 'string', placeholder: 'NAME', help: 'which network', default: 'andorra' },
  },
  examples: ['crossdock bench roads --folder bench-data/road-osm --json'],
  async run(context, { folder, network }) {
    const { benchRoads: bench } = await import('../../pipelines/roads/benchRoads.ts');
    const rows = await bench(folder, network);
    if (!rows.ok) return failRoads(context, rows.error);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    context.out.result({ rows: rows.value, peakMegabytes }, ({ rows: found }) =>
      [
        context.out.table(found, [
          { title: 'metric', value: (row) => row.metric },
          { title: 'vertices', value: (row) => row.vertices, align: 'right' },
          { title: 'prepare s', value: (row) => row.prepareSeconds.toFixed(2), align: 'right' },
          { title: 'p50 µs', value: (row) => row.medianMicroseconds.toFixed(0), align: 'right' },
          { title: 'p95 µs', value: (row) => row.p95Microseconds.toFixed(0), align: 'right' },
          { title: '200 x 200 s', value: (row) => row.matrixSeconds.toFixed(3), align: 'right' },
          { title: 'wrong', value: (row) => `${row.wrong} of ${row.references}`, align: 'right' },
        ]),
        `peak ${peakMegabytes} MB`,
      ].join('\n'),
    );
    return rows.value.every(({ wrong }) => wrong === 0) ? EXIT.done : EXIT.attention;
  },
});

/** Ways on roads, and their benchmark. */
export const ROAD_COMMANDS: readonly Command[] = [routePath, routeMatrix, benchRoads];
