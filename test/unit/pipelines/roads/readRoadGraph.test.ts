import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Router } from '../../../../core/roads/index.ts';
import { benchRoads } from '../../../../pipelines/roads/benchRoads.ts';
import { networkDistances, openNetwork } from '../../../../pipelines/roads/networkDistances.ts';
import { readPoints } from '../../../../pipelines/roads/readPoints.ts';
import { readRoadGraph } from '../../../../pipelines/roads/readRoadGraph.ts';
import { readRoadMap } from '../../../../pipelines/roads/readRoadMap.ts';
import { sharedFile } from '../../../support/shared.ts';
import { type Drawing, toPbf, toXml } from './osmFiles.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-roads-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const HIGH = 9_007_199_254;
const DRAWING: Drawing = {
  nodes: [
    { id: 5, lat: 0, lon: 0 },
    { id: 9, lat: 0, lon: 0.001 },
    { id: HIGH, lat: 0.001, lon: 0.001, tags: { barrier: 'gate', note: 'a "<b>" & c' } },
    { id: 7, lat: -0.001, lon: 0 },
    { id: 8, lat: 1, lon: 1 },
  ],
  ways: [
    { id: 1, refs: [5, 9, HIGH], tags: { highway: 'residential', name: 'Müller & "Söhne" <1>' } },
    { id: 2, refs: [HIGH, 5, 7], tags: { highway: 'primary', oneway: 'yes', maxspeed: '30 mph' } },
    { id: 3, refs: [7, 404, 9, 5], tags: { highway: 'service' } },
    { id: 4, refs: [8, 5], tags: { highway: 'footway' } },
  ],
  relations: [
    {
      id: 1,
      members: [
        ['way', 1, 'from'],
        ['node', HIGH, 'via'],
        ['way', 2, 'to'],
      ],
      tags: { type: 'restriction', restriction: 'no_right_turn', except: 'bus;hgv' },
    },
    { id: 2, members: [['way', 1, 'outer']], tags: { type: 'multipolygon' } },
  ],
};

describe('an extract', () => {
  test('is the same map as XML, as PBF with dense nodes or plain ones, and packed', async () => {
    const maps = await Promise.all(
      [
        await written('a.osm', toXml(DRAWING)),
        await written('a.osm.gz', gzipSync(toXml(DRAWING))),
        await written('a.osm.pbf', toPbf(DRAWING, true)),
        await written('b.osm.pbf', toPbf(DRAWING, false)),
      ].map(readRoadMap),
    );
    const [xml] = maps;
    if (xml?.ok !== true) throw new Error(xml?.error);
    const { ways, restrictions, barriers, latitude } = xml.value;
    expect(ways.map(({ id, nodes }) => [id, nodes])).toEqual([
      [1, [0, 2, 4]],
      [2, [4, 0, 1]],
      [3, [2, 0]],
    ]);
    expect(ways[0]?.tags.get('name')).toBe('Müller & "Söhne" <1>');
    expect(latitude[4]).toBeCloseTo(0.001, 9);
    expect(barriers.get(4)?.get('note')).toBe('a "<b>" & c');
    expect(restrictions).toEqual([{ kind: 'no', from: 1, via: { node: 4 }, to: 2, except: ['bus', 'hgv'] }]);
    const plain = (map: (typeof maps)[number]) =>
      map.ok && {
        ...map.value,
        latitude: [...map.value.latitude].map((x) => x.toFixed(7)),
        longitude: [...map.value.longitude].map((x) => x.toFixed(7)),
        ways: map.value.ways.map((way) => ({ ...way, nodes: [...way.nodes], tags: [...way.tags] })),
      };
    for (const map of maps) expect(plain(map)).toEqual(plain(xml));
  });

  test('that was cut off anywhere, or is something else, gives one sentence that names the file', async () => {
    const wholes = { 'cut.osm.pbf': toPbf(DRAWING, true), 'cut.osm': Buffer.from(toXml(DRAWING)) };
    const errors = new Set<string>();
    for (const [name, whole] of Object.entries(wholes)) {
      for (let length = 0; length < whole.length - 2; length += 61) {
        const path = await written(name, whole.subarray(0, length));
        const read = await readRoadGraph(path, { vehicle: 'car', uTurns: true });
        if (read.ok) throw new Error(`${name} was read from ${length} of ${whole.length} bytes`);
        expect(read.error).toMatch(/^\S+cut\.osm(\.pbf)? [^\n]+$/);
        errors.add(read.error.replace(path, ''));
      }
    }
    expect([...errors]).toEqual(expect.arrayContaining([' is empty', ' is not whole: it ends within a block']));
  });

  test.each([
    ['noise.osm.pbf', Buffer.from(Array.from({ length: 500 }, (_, k) => (k * 7919) % 251)), /is no OSM PBF/],
    ['zip.osm', Buffer.from('PK\u0003\u0004'.repeat(50)), /is not whole/],
    ['page.osm', Buffer.from('<html><body>404</body></html>'), /begins with <html>/],
    ['packed.osm.gz', Buffer.from('no gzip at all'), /cannot be read: .*header/],
    ['words.osm', Buffer.from('<osm><way id="x"><nd ref="1"/></way></osm>'), /has a <way> whose id is "x"/],
    ['footpaths.osm', Buffer.from('<osm></osm>'), /has no roads/],
    ['future.osm.pbf', toPbf(DRAWING, true, 'LocationsOnWays2'), /needs LocationsOnWays2/],
  ])('%s is refused for what is wrong with it', async (name, bytes, reason) => {
    const read = await readRoadGraph(await written(name, bytes), { vehicle: 'car', uTurns: true });
    expect(read).toMatchObject({ ok: false, error: expect.stringMatching(reason) });
  });

  test('a block whose bytes were changed is refused, or read as a map', async () => {
    const whole = toPbf(DRAWING, false);
    let refused = 0;
    for (let at = 0; at < whole.length; at += 21) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      const read = await readRoadMap(await written('bent.osm.pbf', bytes));
      if (!read.ok) refused++;
    }
    expect(refused).toBeGreaterThan(10);
  });
});

describe('a derived graph', () => {
  const NODES = 'id,osm_id,lat,lon\n0,10,0,0\n1,11,0,0.01\n2,12,0.01,0\n';
  const EDGES = 'from,to,distance_mm,time_ms\n0,1,5,50\n1,0,5,60\n1,2,7,70\n2,0,9,90\n';

  test('is two tables; edges there and back of one length are one road', async () => {
    await written('tri.nodes.csv', NODES);
    const graph = await readRoadGraph(await written('tri.edges.csv', EDGES), { vehicle: 'car', uTurns: true });
    if (!graph.ok) throw new Error(graph.error);
    expect(graph.value.shapeFirst.length - 1).toBe(3);
    const router = new Router(graph.value, 'time');
    expect([router.costBetween(0, 1), router.costBetween(1, 0), router.costBetween(0, 2)]).toEqual([50, 60, 120]);
  });

  test.each([
    [NODES, EDGES.replace('1,2,7,70', '1,3,7,70'), /edges\.csv: line 4 is no edge between two of the nodes/],
    [NODES, EDGES.replace('9,90', '9,x'), /edges\.csv: line 5 lacks a number/],
    [NODES.replace('lon', 'x'), EDGES, /nodes\.csv has no column lon/],
    [NODES.replace('1,11', '7,11'), EDGES, /nodes\.csv: line 3 does not have the id 1/],
  ])('with a fault names its file and line', async (nodes, edges, reason) => {
    await written('bad.nodes.csv', nodes);
    const read = await readRoadGraph(await written('bad.edges.csv', edges), { vehicle: 'car', uTurns: true });
    expect(read).toMatchObject({ ok: false, error: expect.stringMatching(reason) });
  });
});

test('a matrix on threads is the one without, cell by cell, and both are the ways one by one', {
  timeout: 30_000,
}, async () => {
  const size = 12;
  const nodes = Array.from({ length: size * size }, (_, k) => `${k},${Math.floor(k / size) / 100},${(k % size) / 100}`);
  const edges = nodes.flatMap((_, k) =>
    [...((k + 1) % size === 0 ? [] : [k + 1]), ...(k + size < size * size ? [k + size] : [])].flatMap((to) => [
      `${k},${to},${1000 + ((k * 37) % 400)},${100 + ((k * 13) % 90)}`,
      `${to},${k},${1000 + ((k * 37) % 400)},${100 + ((k * 29) % 90)}`,
    ]),
  );
  await written('grid.nodes.csv', ['id,lat,lon', ...nodes].join('\n'));
  const path = await written('grid.edges.csv', ['from,to,distance_mm,time_ms', ...edges].join('\n'));
  const opened = await readRoadGraph(path, { vehicle: 'car', uTurns: true });
  if (!opened.ok) throw new Error(opened.error);
  const distances = networkDistances(new Router(opened.value, 'time'), 500);
  const points = Array.from({ length: 500 }, (_, k) => ({
    latitude: ((k * 7919) % 1100) / 10_000,
    longitude: (((k * 104_729) % 11) + (k % 2) * 0.002) / 100,
  }));
  const heard: number[] = [];
  const one = await distances.matrix(points, { threads: 1 });
  const two = await distances.matrix(points, { threads: 2, onProgress: (rows) => heard.push(rows) });
  if (!one.ok) throw new Error(one.error);
  expect(two).toEqual(one);
  expect(heard.at(-1)).toBe(500);
  for (let k = 0; k < 40; k++) {
    const [i, j] = [(k * 31) % 500, (k * 57) % 500];
    const way = await distances.journeys(
      points[i] ?? { latitude: 0, longitude: 0 },
      points[j] ?? { latitude: 0, longitude: 0 },
      1,
    );
    expect(way.ok && way.value[0]?.seconds).toBeCloseTo(one.value.duration[i]?.[j] ?? Number.NaN, 9);
  }
  expect(await distances.matrix([{ latitude: 5, longitude: 5 }], { threads: 1 })).toEqual({
    ok: false,
    error: 'no road is within 500 m of 5,5',
  });
});

test('points come from CSV under either name, from JSON, and from a routing case with its depots first', async () => {
  const point = { latitude: 1, longitude: 2 };
  expect(await readPoints(await written('p.csv', 'id,lat,lon\na,1,2\n'))).toEqual({ ok: true, value: [point] });
  expect(await readPoints(await written('q.csv', 'longitude,latitude\n2,1\n'))).toEqual({ ok: true, value: [point] });
  const given = { depots: [{ id: 'd', ...point }], stops: [{ id: 's', latitude: 3, longitude: 4 }] };
  expect(await readPoints(await written('p.json', JSON.stringify(given)))).toEqual({
    ok: true,
    value: [point, { latitude: 3, longitude: 4 }],
  });
  expect(await readPoints(await written('r.csv', 'lat,lon\n91,0\n'))).toMatchObject({ ok: false });
  expect(await readPoints(await written('s.json', '[{"latitude":1}]'))).toMatchObject({ ok: false });
});

const roads = sharedFile('bench-data/road-osm');

describe.skipIf(roads === undefined)('the reference networks (skipped without the shared bench data)', () => {
  test.each(['monaco', 'andorra'])(
    'on %s all 1,000 reference distances and times are met',
    { timeout: 60_000 },
    async (name) => {
      const rows = await benchRoads(roads ?? '', name);
      if (!rows.ok) throw new Error(rows.error);
      expect(rows.value.map(({ metric, references, wrong }) => ({ metric, references, wrong }))).toEqual([
        { metric: 'time', references: 1000, wrong: 0 },
        { metric: 'distance', references: 1000, wrong: 0 },
      ]);
    },
  );

  test.each([
    ['andorra.osm.pbf', [42.5078, 1.5211], [42.5562, 1.5333], 7_000, 14_000],
    ['monaco.osm.gz', [43.7311, 7.4197], [43.7462, 7.4335], 2_000, 6_000],
  ] as const)(
    'a way on %s is a line from start to end of a length that is likely',
    async (file, from, to, least, most) => {
      const options = { vehicle: 'truck', uTurns: false, metric: 'time', reach: 500 } as const;
      const network = await openNetwork(join(roads ?? '', file), options);
      if (!network.ok) throw new Error(network.error);
      const [start, end] = [from, to].map(([latitude, longitude]) => ({ latitude, longitude }));
      if (start === undefined || end === undefined) throw new Error('no points');
      const ways = await network.value.journeys(start, end, 1);
      const way = ways.ok ? ways.value[0] : undefined;
      expect(way?.meters).toBeGreaterThan(least);
      expect(way?.meters).toBeLessThan(most);
      expect(way?.points[0]?.latitude).toBeCloseTo(start.latitude, 2);
      expect(way?.points.at(-1)?.longitude).toBeCloseTo(end.longitude, 2);
    },
  );
});
