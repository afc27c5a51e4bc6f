import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPolyline } from '../../../../pipelines/roads/polyline.ts';
import { openRoutingServer } from '../../../../pipelines/roads/serverDistances.ts';

const ASKED: { path: string; body: unknown }[] = [];
const NAN = [
  [0, null],
  [null, 0],
];
const ANSWERS: { readonly [path: string]: readonly [number, unknown] } = {
  '/osrm/route/v1/driving/7.4,43.7;7.5,43.8': [
    200,
    {
      code: 'Ok',
      routes: [
        {
          distance: 1234.5,
          duration: 99.5,
          geometry: {
            coordinates: [
              [7.4, 43.7],
              [7.5, 43.8],
            ],
          },
        },
      ],
    },
  ],
  '/osrm/table/v1/driving/7.4,43.7;7.5,43.8': [
    200,
    {
      code: 'Ok',
      durations: [
        [0, 9],
        [8, 0],
      ],
      distances: NAN,
    },
  ],
  '/osrm/table/v1/truck/7.4,43.7;7.5,43.8': [400, { code: 'InvalidUrl', message: 'no such profile' }],
  '/small/table/v1/driving/7.4,43.7;7.5,43.8': [200, { durations: [[0]], distances: [[0]] }],
  '/page/table/v1/driving/7.4,43.7;7.5,43.8': [502, undefined],
  '/away/table/v1/driving/7.4,43.7;7.5,43.8': [302, {}],
  '/valhalla/route': [
    200,
    {
      trip: { legs: [{ shape: '_izlhA~rlgdF_{geC~ywl@' }], summary: { length: 1.5, time: 100 } },
      alternates: [{ trip: { legs: [{ shape: '??' }], summary: { length: 2, time: 120 } } }],
    },
  ],
  '/valhalla/sources_to_targets': [
    200,
    {
      sources_to_targets: [
        [
          { distance: 0, time: 0 },
          { distance: 1.5, time: 90 },
        ],
        [
          { distance: null, time: null },
          { distance: 0, time: 0 },
        ],
      ],
    },
  ],
};

let server: Server;
let base: string;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url?.split('?')[0] ?? '';
      ASKED.push({ path: request.url ?? '', body });
      const [status, answer] = ANSWERS[path] ?? [404, {}];
      response
        .writeHead(status, { location: 'http://169.254.169.254/' })
        .end(answer ? JSON.stringify(answer) : '<html>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const points = [
  { latitude: 43.7, longitude: 7.4 },
  { latitude: 43.8, longitude: 7.5 },
] as const;

function open(path: string, kind: 'osrm' | 'valhalla', vehicle: 'car' | 'truck' = 'car') {
  const opened = openRoutingServer(`${base}${path}`, { kind, vehicle });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

test('OSRM answers ways with their line, and a matrix in which a cell without a way is null', async () => {
  const osrm = open('/osrm/', 'osrm');
  expect(await osrm.journeys(...points, 1)).toEqual({
    ok: true,
    value: [{ meters: 1234.5, seconds: 99.5, points: [...points] }],
  });
  expect(ASKED.at(-1)?.path).toContain('overview=full&geometries=geojson&alternatives=false');
  expect(await osrm.matrix(points, { threads: 1 })).toEqual({
    ok: true,
    value: {
      distance: NAN,
      duration: [
        [0, 9],
        [8, 0],
      ],
    },
  });
});

test('Valhalla is asked in its own words and answers in meters, seconds and decoded lines', async () => {
  const valhalla = open('/valhalla', 'valhalla', 'truck');
  const ways = await valhalla.journeys(...points, 2);
  expect(ASKED.at(-1)?.body).toMatchObject({
    costing: 'truck',
    alternates: 1,
    locations: [{ lat: 43.7, lon: 7.4 }, {}],
  });
  expect(ways).toMatchObject({
    ok: true,
    value: [
      { meters: 1500, seconds: 100 },
      { meters: 2000, seconds: 120 },
    ],
  });
  expect(await valhalla.matrix(points, { threads: 1 })).toEqual({
    ok: true,
    value: {
      distance: [
        [0, 1500],
        [null, 0],
      ],
      duration: [
        [0, 90],
        [null, 0],
      ],
    },
  });
});

test.each([
  ['/osrm', 'truck', /answers 400: no such profile/],
  ['/small', 'car', /matrix is not 2 by 2/],
  ['/page', 'car', /answers 502 and no JSON/],
  ['/away', 'car', /answers 302/],
  ['/none', 'car', /answers 404: without a reason/],
] as const)('what %s answers for a %s is one sentence', async (path, vehicle, reason) => {
  const answer = await open(path, 'osrm', vehicle).matrix(points, { threads: 1 });
  expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(reason) });
});

test('what is no web address is refused, and a name that leads into a private network is not connected to', async () => {
  for (const url of ['file:///etc/passwd', 'osrm', 'ftp://maps.example/']) {
    expect(openRoutingServer(url, { kind: 'osrm', vehicle: 'car' })).toMatchObject({ ok: false });
  }
  const closed = openRoutingServer('http://127.0.0.1:1', { kind: 'osrm', vehicle: 'car' });
  const answer = closed.ok && (await closed.value.matrix(points, { threads: 1 }));
  expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(/^127\.0\.0\.1:1 does not answer/) });
});

test('a polyline is decoded as its publisher says (Google, encoded polyline format)', () => {
  expect(readPolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@', 5)).toEqual([
    { latitude: 38.5, longitude: -120.2 },
    { latitude: 40.7, longitude: -120.95 },
    { latitude: 43.252, longitude: -126.453 },
  ]);
});
