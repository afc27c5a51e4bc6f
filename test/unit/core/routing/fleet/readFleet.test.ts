import { describe, expect, test } from 'vitest';
import { RoutingCase, type RoutingCaseInput } from '../../../../../core/documents/routingCase.ts';
import { buildFleet } from '../../../../../core/routing/fleet/buildFleet.ts';
import { checkFleet } from '../../../../../core/routing/fleet/checkFleet.ts';
import { isCordeau, readCordeau } from '../../../../../core/routing/fleet/readCordeau.ts';
import { isFleetVrplib, readFleetVrplib } from '../../../../../core/routing/fleet/readFleetVrplib.ts';
import { readLabeledRoutes } from '../../../../../core/routing/fleet/readLabeledRoutes.ts';

const caseOf = (input: RoutingCaseInput) => RoutingCase.parse(input);
const read = <T>(result: { readonly ok: boolean; readonly value?: T }): T => {
  if (!result.ok || result.value === undefined) throw new Error('not read');
  return result.value;
};

const plain: RoutingCaseInput = {
  distances: { kind: 'euclidean' },
  depots: [{ id: 'D', x: 0, y: 0 }],
  vehicles: [{ id: 'van', start: 'D', end: 'D', capacity: { weight: 10 } }],
  stops: [
    { id: 'a', x: 3, y: 4, delivery: { weight: 4 } },
    { id: 'b', x: 6, y: 8, delivery: { weight: 4 } },
  ],
};
const stop = (changes: Partial<RoutingCaseInput['stops'][number]>): RoutingCaseInput => ({
  ...plain,
  stops: [{ id: 'a', x: 3, y: 4, ...changes }],
});

describe('a case that cannot be is refused with one sentence', () => {
  test.each<readonly [string, RoutingCaseInput, RegExp]>([
    ['a stop without coordinates', { ...plain, stops: [{ id: 'a', x: 1 }] }, /stop a has no coordinates/],
    ['a window that closes before it opens', stop({ windows: [[9, 5]] }), /stop a closes \(5\) before it opens \(9\)/],
    [
      'windows that overlap',
      stop({
        windows: [
          [1, 5],
          [4, 9],
        ],
      }),
      /windows that overlap/,
    ],
    ['an unknown depot', { ...plain, vehicles: [{ id: 'van', start: 'X' }] }, /unknown depot X/],
    ['a stop that is there twice', { ...plain, stops: [...plain.stops, ...plain.stops] }, /stop a is there twice/],
    ['a pair with an unknown stop', { ...plain, pairs: [{ pickup: 'a', delivery: 'z' }] }, /unknown stop z/],
    ['a matrix of the wrong size', { ...plain, distances: { kind: 'matrix', distance: [[0]] } }, /not 3 by 3/],
    [
      'a shift that ends before it begins',
      { ...plain, vehicles: [{ id: 'van', shift: [9, 5] }] },
      /shift of vehicle van/,
    ],
    [
      'a given route above the capacity',
      {
        ...plain,
        vehicles: [{ id: 'van', start: 'D', capacity: { weight: 5 } }],
        routes: [{ vehicle: 'van', stops: ['a', 'b'], locked: 2 }],
      },
      /given route 1 breaks a constraint of vehicle van/,
    ],
    [
      'a pair split between given routes',
      {
        ...plain,
        vehicles: [{ id: 'van', count: 2, start: 'D' }],
        pairs: [{ pickup: 'a', delivery: 'b' }],
        routes: [{ vehicle: 'van', stops: ['a'], locked: 1 }],
      },
      /pair a, b is split/,
    ],
  ])('%s', (_, input, message) => {
    const built = buildFleet(caseOf(input));
    expect(built).toMatchObject({ ok: false, error: expect.stringMatching(message) });
  });
});

test('great-circle distances are in meters along the sphere, times the circuity', () => {
  const given = caseOf({
    distances: { kind: 'greatCircle', circuity: 1, metersPerSecond: 10 },
    depots: [{ id: 'D', latitude: 0, longitude: 0 }],
    vehicles: [{ id: 'van', start: 'D', timeCost: 1, distanceCost: 0 }],
    stops: [{ id: 'a', latitude: 0, longitude: 1 }],
  });
  const check = checkFleet(given, { routes: [{ vehicle: 'van', stops: ['a'] }] });
  expect(check.routes[0]?.distance).toBeCloseTo((6_371_008.8 * Math.PI) / 180, 3);
  expect(check.cost).toBeCloseTo((6_371_008.8 * Math.PI) / 1800, 3);
});

test('a schedule leaves as late as its end allows, and takes the break while it waits', () => {
  const given = caseOf({
    ...plain,
    vehicles: [{ id: 'van', start: 'D', end: 'D', shift: [0, 100], breaks: [{ window: [10, 30], duration: 5 }] }],
    stops: [
      { id: 'a', x: 3, y: 4, service: 2, windows: [[0, 50]] },
      { id: 'b', x: 6, y: 8, service: 2, windows: [[40, 50]] },
    ],
  });
  const check = checkFleet(given, { routes: [{ vehicle: 'van', stops: ['a', 'b'] }] });
  // 5 to a, 2 of service, 5 to b; the break from 12 to 17, then waiting until 40. The break may begin at 30, so 18 can be saved.
  expect(check.routes[0]).toMatchObject({ start: 18, end: 52, duration: 34 });
  expect(check.violations).toEqual([]);
});

const CORDEAU =
  '2 2 3 2\n0 10\n20 12\n1 0 3 5 4 1 1 1\n2 0 6 5 4 1 1 1\n3 9 9 0 4 1 1 1\n4 0 0 0 0 0 0\n5 9 0 0 0 0 0\n';

test("Cordeau's format gives depots with their own limits, 0 meaning none", () => {
  expect(isCordeau(CORDEAU)).toBe(true);
  const given = caseOf(read(readCordeau(CORDEAU)));
  expect(given.depots.map((depot) => depot.id)).toEqual(['4', '5']);
  expect(given.vehicles).toMatchObject([
    { id: '4', count: 2, start: '4', end: '4', capacity: { load: 10 } },
    { id: '5', count: 2, start: '5', end: '5', capacity: { load: 12 }, maxDuration: 20 },
  ]);
  expect(given.vehicles[0]?.maxDuration).toBeUndefined();
  expect(given.stops[0]).toMatchObject({ id: '1', x: 0, y: 3, service: 5, delivery: { load: 4 }, windows: [] });
  expect(readCordeau(CORDEAU.replace('2 2 3 2', '3 2 3 2'))).toMatchObject({ ok: false });
});

const VRPLIB = `NAME: two
TYPE: MDVRPTW
DIMENSION: 4
VEHICLES: 3
EDGE_WEIGHT_TYPE: EUC_2D
NODE_COORD_SECTION
1 0 0
2 10 0
3 0 2.5
4 10 2.5
DEMAND_SECTION
1 0
2 0
3 4
4 5
TIME_WINDOW_SECTION
1 0 50
2 0 60
3 5 20
4 0 30
CAPACITY_SECTION
1 10
2 10
3 20
VEHICLES_DEPOT_SECTION
1 1
2 1
3 2
VEHICLES_FIXED_COST_SECTION
1 7
2 7
3 9
DEPOT_SECTION
1
2
-1
EOF`;

test('VRPLIB vehicles that are alike become one type, and thousandths scale lengths, times and fixed costs alike', () => {
  expect(isFleetVrplib(VRPLIB)).toBe(true);
  const given = caseOf(read(readFleetVrplib(VRPLIB, 'thousandths')));
  expect(given.vehicles).toMatchObject([
    { id: '1-2', count: 2, start: '1', capacity: { load: 10 }, fixedCost: 7000, shift: [0, 50_000] },
    { id: '3-3', count: 1, start: '2', capacity: { load: 20 }, fixedCost: 9000, shift: [0, 60_000] },
  ]);
  const answer = read(readLabeledRoutes('Route #1: 2\nRoute #2:\nRoute #3: 3\nCost 26', given));
  const check = checkFleet(given, answer);
  expect(check).toMatchObject({ feasible: true, vehicles: 2, cost: 7000 + 9000 + 4 * 2500 });
  expect(check.routes[0]?.visits).toEqual([{ stop: '2', arrival: 2500, begin: 5000, end: 5000 }]);
  expect(readLabeledRoutes('Route #9: 2', given)).toMatchObject({ ok: false });
});

test('the checker names each constraint that an answer breaks', () => {
  const given = caseOf({
    ...plain,
    vehicles: [
      {
        id: 'van',
        start: 'D',
        end: 'D',
        capacity: { weight: 5 },
        maxDistance: 12,
        maxDuration: 14,
        maxStops: 1,
        shift: [0, 15],
      },
    ],
    stops: [
      { id: 'a', x: 3, y: 4, delivery: { weight: 4 }, skills: ['lift'], windows: [[0, 4]] },
      { id: 'b', x: 6, y: 8, delivery: { weight: 4 } },
      { id: 'c', x: 6, y: 8 },
    ],
    pairs: [{ pickup: 'b', delivery: 'c' }],
  });
  const { violations } = checkFleet(given, {
    routes: [
      { vehicle: 'van', stops: ['c', 'a', 'x'] },
      { vehicle: 'bus', stops: ['a'] },
      { vehicle: 'van', stops: ['a'] },
    ],
  });
  for (const part of [
    'skill lift',
    'after the shift',
    'above 12',
    'above 14',
    'stops, above 1',
    'only one stop of the pair',
  ]) {
    expect(violations.join('\n')).toContain(part);
  }
  for (const part of [
    'does not exist',
    'unknown vehicle bus',
    'are used, 1 exist',
    'after it closes',
    'visited 3 times',
  ]) {
    expect(violations.join('\n')).toContain(part);
  }
  expect(violations.join('\n')).toContain('stop b is not visited');
});
