import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../../core/roads/buildGraph.ts';
import type { RoadMap, RoadWay, TurnRestriction } from '../../../../core/roads/roadMap.ts';
import { Router } from '../../../../core/roads/router.ts';
import { uTurnRules } from '../../../../core/roads/turns.ts';
import type { VehicleKind } from '../../../../core/roads/vehicles.ts';

/**
 * A town of blocks of about 111 m around the equator, where degrees are equal both ways; node 10 r + c is in row r (north) and
 * column c (east), and every street is residential unless told otherwise.
 */
const ROWS = 4;
const COLUMNS = 4;
const STEP = 0.001;
const node = (row: number, column: number) => 10 * row + column;

interface Town {
  readonly tags?: { readonly [way: number]: { readonly [key: string]: string } };
  readonly restrictions?: readonly TurnRestriction[];
  readonly barriers?: RoadMap['barriers'];
}

/** Way 1 + r runs east along row r, way 11 + c runs north along column c. */
function town({ tags = {}, restrictions = [], barriers = new Map() }: Town): RoadMap {
  const latitude = new Float64Array(100).fill(Number.NaN);
  const longitude = new Float64Array(100).fill(Number.NaN);
  for (let r = 0; r < ROWS; r++) {
    for (let c = 0; c < COLUMNS; c++) {
      latitude[node(r, c)] = r * STEP;
      longitude[node(r, c)] = c * STEP;
    }
  }
  const numbers = [0, 1, 2, 3];
  const way = (id: number, nodes: number[]): RoadWay => ({
    id,
    nodes,
    tags: new Map(Object.entries({ highway: 'residential', ...tags[id] })),
  });
  const ways = [
    ...numbers.map((r) =>
      way(
        1 + r,
        numbers.map((c) => node(r, c)),
      ),
    ),
    ...numbers.map((c) =>
      way(
        11 + c,
        numbers.map((r) => node(r, c)),
      ),
    ),
  ];
  return { latitude, longitude, ways, restrictions, barriers };
}

/** How many blocks the shortest way between two corners is long. */
function blocks(map: RoadMap, from: number, to: number, vehicle: VehicleKind = 'car', uTurns = false): number {
  const graph = buildGraph(map, { vehicle, uTurns });
  if (!graph.ok) throw new Error(graph.error);
  const router = new Router(graph.value, 'distance');
  const snap = (n: number) => {
    const point = { latitude: map.latitude[n] as number, longitude: map.longitude[n] as number };
    const found = router.places.snap(point, 500);
    if (found === undefined) throw new Error('nothing is near');
    return found;
  };
  const [a, b] = [snap(from), snap(to)];
  const plain = router.journey(a, b);
  router.prepare();
  const prepared = router.journey(a, b);
  expect(prepared?.meters).toBe(plain?.meters);
  return Math.round((plain?.meters ?? Infinity) / 111.195);
}

describe('streets', () => {
  test('a way between two corners is as long as the blocks between them', () => {
    expect(blocks(town({}), node(0, 0), node(3, 3))).toBe(6);
  });

  test('a one-way street is driven along its drawing only, and against it with oneway=-1', () => {
    expect(blocks(town({ tags: { 1: { oneway: 'yes' } } }), node(0, 1), node(0, 2))).toBe(1);
    expect(blocks(town({ tags: { 1: { oneway: 'yes' } } }), node(0, 2), node(0, 1))).toBe(3);
    expect(blocks(town({ tags: { 1: { oneway: '-1' } } }), node(0, 1), node(0, 2))).toBe(3);
    expect(blocks(town({ tags: { 1: { junction: 'roundabout' } } }), node(0, 2), node(0, 1))).toBe(3);
  });

  test('a place is nowhere from itself, on a one-way street of either direction as well', () => {
    for (const oneway of ['yes', '-1']) {
      const graph = buildGraph(town({ tags: { 1: { oneway } } }), { vehicle: 'car', uTurns: false });
      if (!graph.ok) throw new Error(graph.error);
      const router = new Router(graph.value, 'time');
      const place = router.places.snap({ latitude: 0, longitude: 1.5 * STEP }, 10);
      if (place === undefined) throw new Error('nothing is near');
      expect(router.journey(place, place)).toMatchObject({ meters: 0, seconds: 0 });
    }
  });

  test('a closed street, one below its weight for trucks, and a bollard are driven around; who is let in drives through', () => {
    expect(blocks(town({ tags: { 2: { access: 'private' } } }), node(1, 0), node(1, 1))).toBe(3);
    expect(blocks(town({ tags: { 2: { access: 'no', motorcar: 'yes' } } }), node(1, 0), node(1, 1))).toBe(1);
    const narrow = town({ tags: { 2: { maxweight: '7.5' } } });
    expect(blocks(narrow, node(1, 0), node(1, 1), 'car')).toBe(1);
    expect(blocks(narrow, node(1, 0), node(1, 1), 'truck')).toBe(3);
    expect(blocks(town({ tags: { 2: { hgv: 'no' } } }), node(1, 0), node(1, 1), 'truck')).toBe(3);
    const barriers = new Map([[node(1, 1), new Map([['barrier', 'bollard']])]]);
    expect(blocks(town({ barriers }), node(1, 0), node(1, 2))).toBe(4);
    const gate = new Map([
      [
        node(1, 1),
        new Map([
          ['barrier', 'bollard'],
          ['motor_vehicle', 'yes'],
        ]),
      ],
    ]);
    expect(blocks(town({ barriers: gate }), node(1, 0), node(1, 2))).toBe(2);
  });
});

describe('turns', () => {
  const turn = (kind: 'no' | 'only', from: number, via: TurnRestriction['via'], to: number, more = {}) => ({
    kind,
    from,
    via,
    to,
    except: [],
    ...more,
  });

  test('a turn that is forbidden is driven around, and by nobody who is excepted', () => {
    // East along row 0, then north up column 1.
    const noLeft = (more = {}) => town({ restrictions: [turn('no', 1, { node: node(0, 1) }, 12, more)] });
    expect(blocks(town({}), node(0, 0), node(1, 1))).toBe(2);
    expect(blocks(noLeft(), node(0, 0), node(1, 1))).toBe(2);
    const closed = (more = {}) => ({ ...noLeft(more), ways: town({ tags: { 11: { access: 'no' } } }).ways });
    expect(blocks(closed(), node(0, 0), node(1, 1))).toBe(4);
    expect(blocks(closed({ except: ['hgv'] }), node(0, 0), node(1, 1), 'truck')).toBe(2);
    expect(blocks(closed({ vehicle: 'hgv' }), node(0, 0), node(1, 1), 'car')).toBe(2);
    expect(blocks(closed({ vehicle: 'hgv' }), node(0, 0), node(1, 1), 'truck')).toBe(4);
  });

  test('where only one turn is allowed, all others are not', () => {
    const closed = { 11: { access: 'no' } };
    const straight = town({ tags: closed, restrictions: [turn('only', 1, { node: node(0, 1) }, 1)] });
    expect(blocks(straight, node(0, 0), node(1, 1))).toBe(4);
    const left = town({ tags: closed, restrictions: [turn('only', 1, { node: node(0, 1) }, 12)] });
    expect(blocks(left, node(0, 0), node(0, 2))).toBe(4);
  });

  test('a turn over a way between is forbidden for those who come that way alone', () => {
    // From row 0 up a block of column 1 and back west along row 1: forbidden as a whole.
    const map = town({ tags: { 11: { access: 'no' } }, restrictions: [turn('no', 1, { ways: [12] }, 2)] });
    expect(blocks(map, node(0, 0), node(1, 0))).toBe(5);
    expect(blocks(map, node(0, 1), node(1, 0))).toBe(2);
  });

  test('no vehicle turns round in the street to get past a restriction, unless it may', () => {
    const tags = { 11: { access: 'no' }, 13: { access: 'no' } };
    const map = town({ tags, restrictions: [turn('no', 1, { ways: [12] }, 2)] });
    expect(blocks(map, node(0, 0), node(1, 0), 'car', true)).toBe(5);
    expect(blocks(map, node(0, 0), node(1, 0), 'car', false)).toBe(7);
  });

  test('a vehicle turns round at a dead end and nowhere else', () => {
    // Roads 0 and 1 in a line between junctions 0, 1 and 2.
    const leaving = [[0], [1, 2], [3]];
    const headOf = (side: number) => [1, 0, 2, 1][side] ?? 0;
    expect(uTurnRules({ leaving, headOf })).toEqual([
      { kind: 'no', before: [0], last: [1] },
      { kind: 'no', before: [3], last: [2] },
    ]);
  });
});
