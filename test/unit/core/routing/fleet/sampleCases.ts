import fc from 'fast-check';
import { RoutingCase, type RoutingCaseInput } from '../../../../../core/documents/routingCase.ts';
import { buildFleet } from '../../../../../core/routing/fleet/buildFleet.ts';

/** The constraints of the model that a random case may use; each is switched on by itself. */
export const KINDS = [
  'depots',
  'open',
  'mixed',
  'windows',
  'optional',
  'pairs',
  'collection',
  'skills',
  'maxDistance',
  'maxDuration',
  'timeCost',
  'breaks',
  'maxStops',
  'volume',
  'locked',
  'vehiclesFirst',
] as const;
export type Kind = (typeof KINDS)[number];

const coordinate = fc.integer({ min: 0, max: 40 });
const anyStop = fc.record({
  x: coordinate,
  y: coordinate,
  amount: fc.integer({ min: 1, max: 6 }),
  volume: fc.integer({ min: 0, max: 5 }),
  service: fc.integer({ min: 0, max: 5 }),
  opens: fc.integer({ min: 0, max: 60 }),
  width: fc.integer({ min: 5, max: 60 }),
  gap: fc.integer({ min: 5, max: 30 }),
  isDouble: fc.boolean(),
  isSpecial: fc.boolean(),
  penalty: fc.integer({ min: 1, max: 60 }),
});

/** Random cases with any mix of the constraints; not all of them have an answer. */
export const anyCase = (maxStops: number, kinds: readonly Kind[] = KINDS) =>
  fc
    .record({
      stops: fc.array(anyStop, { minLength: 2, maxLength: maxStops }),
      kinds: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: kinds.length === 1 ? 1 : 5, minLength: 1 }),
      depots: fc.tuple(coordinate, coordinate, coordinate, coordinate),
      count: fc.integer({ min: 1, max: 3 }),
      limit: fc.integer({ min: 60, max: 150 }),
    })
    .map(({ stops, kinds: used, depots, count, limit }) => {
      const has = (kind: Kind) => used.includes(kind);
      return { kinds: used, given: RoutingCase.parse(caseOf(stops, has, depots, count, limit)) };
    });

type AnyStop = typeof anyStop extends fc.Arbitrary<infer T> ? T : never;

function caseOf(
  stops: readonly AnyStop[],
  has: (kind: Kind) => boolean,
  [ax, ay, bx, by]: readonly number[],
  count: number,
  limit: number,
): RoutingCaseInput {
  const pairCount = has('pairs') ? Math.floor(stops.length / 2) : 0;
  const load = (stop: AnyStop) =>
    has('volume') ? { weight: stop.amount, volume: stop.volume } : { weight: stop.amount };
  const vehicle = (id: string, start: string, size: number): RoutingCaseInput['vehicles'][number] => ({
    id,
    count,
    start,
    ...(has('open') ? {} : { end: start }),
    capacity: has('volume') ? { weight: 6 + size, volume: 5 + size } : { weight: 6 + size },
    fixedCost: has('mixed') ? 5 * size : 0,
    distanceCost: has('mixed') && size > 4 ? 2 : 1,
    timeCost: has('timeCost') ? 0.5 : 0,
    ...(has('skills') && size < 5 ? { skills: ['lift'] } : {}),
    ...(has('maxDistance') ? { maxDistance: limit } : {}),
    ...(has('maxDuration') ? { maxDuration: limit } : {}),
    ...(has('maxStops') ? { maxStops: 3 } : {}),
    ...(has('breaks') ? { breaks: [{ window: [20, 20 + limit / 3], duration: 6 }], shift: [0, 200] } : {}),
  });
  const vehicles = [vehicle('small', 'A', 4)];
  if (has('mixed') || has('skills')) vehicles.push(vehicle('large', 'A', 8));
  if (has('depots')) vehicles.push(vehicle('other', 'B', 4));
  return {
    distances: { kind: 'euclidean' },
    objective: has('vehiclesFirst') ? 'vehicles' : 'cost',
    depots: [
      { id: 'A', x: ax, y: ay },
      { id: 'B', x: bx, y: by },
    ],
    vehicles,
    stops: stops.map((stop, k) => ({
      id: `s${k}`,
      x: stop.x,
      y: stop.y,
      service: stop.service,
      ...(k < 2 * pairCount ? {} : { [has('collection') && k % 2 === 1 ? 'collection' : 'delivery']: load(stop) }),
      windows: has('windows') ? windowsOf(stop) : [],
      ...(has('optional') && k >= 2 * pairCount ? { penalty: stop.penalty } : {}),
      skills: has('skills') && stop.isSpecial ? ['lift'] : [],
    })),
    pairs: Array.from({ length: pairCount }, (_, p) => ({
      pickup: `s${2 * p}`,
      delivery: `s${2 * p + 1}`,
      load: load(stops[2 * p] as AnyStop),
    })),
    routes: has('locked')
      ? [{ vehicle: 'small', stops: [`s${2 * pairCount}`], locked: 1 }].slice(0, stops.length > 2 * pairCount ? 1 : 0)
      : [],
  };
}

function windowsOf({ opens, width, gap, isDouble }: AnyStop): [number, number][] {
  const first: [number, number] = [opens, opens + width];
  return isDouble ? [first, [opens + width + gap, opens + 2 * width + gap]] : [first];
}

/** The problem of a case, or undefined when the case is refused (a locked route that breaks a window, say). */
export function fleetOf(given: RoutingCase) {
  const built = buildFleet(given);
  return built.ok ? built.value : undefined;
}
