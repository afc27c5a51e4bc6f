import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContainerSet } from '../../../../core/loading/index.ts';
import { benchLoading } from '../../../../pipelines/loading/benchLoading.ts';
import { checkLoadFile, planFile } from '../../../../pipelines/loading/planFile.ts';
import { sharedFile } from '../../../support/shared.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-loading-'));
});
afterAll(() => rm(folder, { recursive: true }));

const example = fileURLToPath(new URL('../../../../examples/load.json', import.meta.url));

test('the example is planned whole on a thread, and its answer checks from a file', { timeout: 30_000 }, async () => {
  const planned = await planFile(example, { budget: { steps: 20 } });
  if (!planned.ok) throw new Error(planned.error);
  expect(planned.value.left).toEqual([]);
  const answer = join(folder, 'answer.json');
  await writeFile(answer, JSON.stringify(planned.value));
  expect(await checkLoadFile(example, answer)).toMatchObject({ ok: true, value: { feasible: true, left: [] } });
});

test('a search that is aborted before it begins answers the first load it finds', { timeout: 30_000 }, async () => {
  const planned = await planFile(example, { budget: { milliseconds: 3_600_000 }, signal: AbortSignal.abort() });
  expect(planned).toMatchObject({ ok: true, value: { check: { feasible: true } } });
});

interface Example {
  readonly vehicles: readonly object[];
  readonly items: readonly object[];
}

test.each<readonly [string, (given: Example) => unknown, RegExp]>([
  ['no JSON', () => undefined, /is no JSON/],
  ['no items', (given) => ({ ...given, items: [] }), /items: /],
  ['one id twice', (given) => ({ ...given, items: [...given.items, ...given.items] }), /mugs is there twice/],
  [
    'an unknown compartment',
    (given) => ({ ...given, items: given.items.map((item) => ({ ...item, compartments: ['attic'] })) }),
    /item mugs names the unknown compartment attic/,
  ],
  [
    'axles in the wrong order',
    (given) => ({
      ...given,
      vehicles: given.vehicles.map((vehicle) => ({
        ...vehicle,
        axles: { front: { at: 5, maxWeight: 1 }, rear: { at: 5, maxWeight: 1 } },
      })),
    }),
    /rear axle of vehicle van is not behind/,
  ],
])('a file with %s is one sentence', async (_, change, reason) => {
  const given = JSON.parse(await readFile(example, 'utf8')) as Example;
  const path = join(folder, 'bad.json');
  await writeFile(path, JSON.stringify(change(given)) ?? 'no json');
  const planned = await planFile(path, { budget: { steps: 1 } });
  expect(planned).toMatchObject({ ok: false, error: expect.stringMatching(reason) });
  expect(!planned.ok && planned.error).toMatch(/^\S+bad\.json/);
});

test('a container problem is read with its quantities and the sides that may stand upright', () => {
  const orientation = { xyz: true, yxz: true, zyx: false, yzx: false, xzy: true, zxy: true };
  const problem = {
    id: 'BR1-9',
    large_object: { measurement: { x: 587, y: 233, z: 220 } },
    small_items: [{ measurement: { x: 108, y: 76, z: 30 }, quantity: 40, constraint: { orientation } }],
  };
  expect(readContainerSet(JSON.stringify([problem]))).toMatchObject({
    ok: true,
    value: [
      {
        vehicles: [{ compartments: [{ length: 587, width: 233, height: 220 }] }],
        items: [{ quantity: 40, length: 108, width: 76, height: 30, upright: ['width', 'height'] }],
      },
    ],
  });
});

const data = sharedFile('bench-data');

test.skipIf(data === undefined)(
  'the first container of BR1 is used above 85 % with every box supported and without (skipped without the shared bench data)',
  { timeout: 60_000 },
  async () => {
    const done = await benchLoading('br1', data ?? '', { budget: { steps: 60 }, count: 1 });
    if (!done.ok) throw new Error(done.error);
    expect(done.value.supported).toBeGreaterThan(85);
    expect(done.value.free).toBeGreaterThan(85);
  },
);
