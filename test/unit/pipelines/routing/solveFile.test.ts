import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRoutes, writeSolution } from '../../../../core/routing/index.ts';
import { readRouting } from '../../../../pipelines/routing/readRouting.ts';
import { makeSharedBest, requestStop } from '../../../../pipelines/routing/sharedBest.ts';
import { checkFile, solveFile } from '../../../../pipelines/routing/solveFile.ts';
import { solveParts } from '../../../../pipelines/routing/solveParts.ts';
import { sharedFile } from '../../../support/shared.ts';

let folder: string;
let file: string;
const STOPS = 120;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-routing-'));
  file = join(folder, 'ring.vrp.gz');
  const ids = Array.from({ length: STOPS + 1 }, (_, i) => i + 1);
  const text = [
    `NAME : ring\nDIMENSION : ${STOPS + 1}\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 40\nNODE_COORD_SECTION`,
    ...ids.map((id) => `${id} ${(id * 7919) % 997} ${(id * 104_729) % 991}`),
    'DEMAND_SECTION',
    ...ids.map((id) => `${id} ${id === 1 ? 0 : 1 + (id % 9)}`),
    'DEPOT_SECTION\n1\n-1\nEOF',
  ].join('\n');
  await writeFile(file, gzipSync(text));
});
afterAll(() => rm(folder, { recursive: true }));

const options = { threads: 2, seed: 1, rounding: 'tenths' as const };

// Four threads start here; a busy machine takes seconds for that alone.
describe('solving a file on threads', { timeout: 60_000 }, () => {
  test('the same seed and steps give the same feasible routes, and their solution file checks at the same cost', async () => {
    const [one, two] = [
      await solveFile(file, { ...options, budget: { steps: 500 } }),
      await solveFile(file, { ...options, budget: { steps: 500 } }),
    ];
    if (!one.ok || !two.ok) throw new Error('not solved');
    expect(one.value.routes).toEqual(two.value.routes);
    expect(one.value).toMatchObject({ feasible: true, violations: [] });
    const solution = join(folder, 'ring.sol');
    const routes = one.value.routes.map((route) => route.map((stop) => Number(stop) - 1));
    await writeFile(solution, writeSolution(routes, one.value.cost));
    expect(await checkFile(file, solution, { rounding: 'tenths' })).toMatchObject({
      ok: true,
      value: { cost: one.value.cost, vehicles: one.value.vehicles, feasible: true },
    });
  });

  test('solving in parts keeps every constraint, is repeatable, and ends when it is told to', async () => {
    const routing = await readRouting(file, { rounding: 'tenths' });
    if (!routing.ok || routing.value.kind !== 'plain') throw new Error('not read');
    const { problem } = routing.value;
    const solve = (best = makeSharedBest(STOPS)) =>
      solveParts(problem, { budget: { steps: 2000 }, threads: 2, seed: 1, best });
    const found = await solve();
    const check = checkRoutes(problem, found.routes);
    expect(check).toMatchObject({ feasible: true, cost: found.cost });
    expect((await solve()).routes).toEqual(found.routes);
    const stopped = makeSharedBest(STOPS);
    requestStop(stopped);
    const first = await solve(stopped);
    expect(checkRoutes(problem, first.routes).feasible).toBe(true);
    expect(first.cost).toBeGreaterThan(found.cost);
  });

  test('a cancelled search ends long before its budget and answers the best so far', async () => {
    const started = performance.now();
    const solved = await solveFile(file, {
      ...options,
      budget: { milliseconds: 600_000 },
      signal: AbortSignal.timeout(500),
    });
    expect(solved).toMatchObject({ ok: true, value: { feasible: true } });
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('a search ends at its target, and when nothing better comes up', async () => {
    const started = performance.now();
    const budget = { milliseconds: 600_000 };
    const reached = await solveFile(file, { ...options, budget, target: 1e9 });
    const idle = await solveFile(file, { ...options, budget: { milliseconds: 60_000 }, idleMilliseconds: 400 });
    expect(reached).toMatchObject({ ok: true, value: { feasible: true } });
    expect(idle).toMatchObject({ ok: true, value: { feasible: true } });
    expect(performance.now() - started).toBeLessThan(50_000);
  });

  test('a JSON case gives its plan with times, the stops left out, and why one cannot be served', async () => {
    const path = join(folder, 'case.json');
    const given = {
      distances: { kind: 'euclidean' },
      depots: [{ id: 'D', x: 0, y: 0 }],
      vehicles: [{ id: 'van', count: 2, start: 'D', end: 'D', capacity: { weight: 10 }, shift: [0, 100] }],
      stops: [
        { id: 'a', x: 3, y: 4, delivery: { weight: 4 }, windows: [[10, 20]] },
        { id: 'dear', x: 30, y: 40, penalty: 5 },
        { id: 'heavy', x: 1, y: 1, delivery: { weight: 11 } },
      ],
    };
    await writeFile(path, JSON.stringify(given));
    const solved = await solveFile(path, { ...options, budget: { steps: 100 } });
    expect(solved).toMatchObject({
      ok: true,
      value: { cost: 15, vehicles: 1, feasible: false, routes: [['a']], absent: ['dear', 'heavy'] },
    });
    expect(solved.ok && solved.value.plan?.[0]).toMatchObject({ start: 5, end: 15, duration: 10 });
    expect(solved.ok && solved.value.violations.join(' ')).toContain(
      'heavy has a load above the capacity of every vehicle',
    );
    const answer = join(folder, 'answer.json');
    await writeFile(answer, JSON.stringify(solved.ok ? solved.value : {}));
    expect(await checkFile(path, answer, { rounding: 'tenths' })).toMatchObject({ ok: true, value: { cost: 15 } });
    await writeFile(path, JSON.stringify({ ...given, vehicles: [] }));
    const refused = await solveFile(path, { ...options, budget: { steps: 100 } });
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('vehicles') });
  });

  test('a cost matrix replaces coordinates, in the direction of its arcs', async () => {
    const path = join(folder, 'matrix.csv');
    const rows = Array.from({ length: STOPS + 1 }, (_, i) =>
      Array.from({ length: STOPS + 1 }, (_, j) => (j === (i + 1) % (STOPS + 1) ? 1 : 100)).join(','),
    );
    await writeFile(path, rows.join('\n'));
    const solved = await solveFile(file, { ...options, budget: { steps: 2000 }, matrix: path });
    if (!solved.ok) throw new Error(solved.error);
    expect(solved.value.feasible).toBe(true);
    expect(solved.value.cost).toBeLessThan(100 * (STOPS + solved.value.vehicles));
    await writeFile(path, '1,2\n3,4');
    expect(await solveFile(file, { ...options, budget: { steps: 10 }, matrix: path })).toMatchObject({ ok: false });
  });

  test('a file that is not there or no routing file gives one message', async () => {
    const nonsense = join(folder, 'nonsense.txt');
    await writeFile(nonsense, 'z'.repeat(1000));
    const budget = { steps: 100 };
    expect(await solveFile(nonsense, { ...options, budget })).toMatchObject({ ok: false });
    expect(await solveFile(join(folder, 'absent.vrp'), { ...options, budget })).toMatchObject({ ok: false });
  });
});

const known = (name: string) => sharedFile(`bench-data/${name}`) ?? '';
describe.skipIf(known('cvrp-x') === '')('published solutions (skipped where the benchmark data is not there)', () => {
  test.each([
    ['cvrp-x/X-n101-k25.vrp', 'cvrp-x/X-n101-k25.sol', 27_591],
    ['cvrp-x/X-n502-k39.vrp', 'cvrp-x/X-n502-k39.sol', 69_226],
    ['vrptw-solomon/R102.txt', 'vrptw-solomon/R102.sol', 1466.6],
    ['vrptw-gh/RC2_10_1.txt.gz', 'vrptw-gh/RC2_10_1.sol', 28_122.6],
  ])('%s: the checker prices the best known routes at the published cost', async (problem, solution, cost) => {
    const checked = await checkFile(known(problem), known(solution), { rounding: 'tenths' });
    expect(checked).toMatchObject({ ok: true, value: { feasible: true } });
    expect(checked.ok && checked.value.cost).toBeCloseTo(cost, 6);
  });
});
