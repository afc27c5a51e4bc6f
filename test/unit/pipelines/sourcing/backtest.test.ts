import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourcingRules } from '../../../../core/documents/index.ts';
import { seededRandom } from '../../../../core/planning/random.ts';
import type { LocationId } from '../../../../core/shared/ids.ts';
import { Backtest, compileRules, type PastEvent, type PastWorld } from '../../../../core/sourcing/index.ts';
import { generatedPast } from '../../../../pipelines/sourcing/generatedPast.ts';
import { ordersOf, summarizeOrders, UnreadableOrders } from '../../../../pipelines/sourcing/orderFile.ts';
import { runBacktest } from '../../../../pipelines/sourcing/runBacktest.ts';
import { order } from '../../../support/documents.ts';

const effort = { windowOrders: 60, rounds: 8, shakes: 10, exactWindows: 2, exactOrders: 4, seed: 1 };

test('the same seed gives the same figures, greedy costs no less than plans made together, these no less than the bound', async () => {
  const play = async () => {
    const past = generatedPast({ locations: 12, orders: 300, seed: 5, days: 3 });
    const seen: number[] = [];
    const report = await runBacktest(past, {
      rules: SourcingRules.parse(past.rules),
      label: 'generated',
      effort,
      signal: new AbortController().signal,
      onProgress: (orders) => seen.push(orders),
    });
    expect(seen.every((orders, i) => orders >= (seen[i - 1] ?? 0))).toBe(true);
    return report;
  };
  const [one, two] = [await play(), await play()];
  const { seconds: _, ...figures } = one.figures;
  expect(two.figures).toMatchObject(figures);
  expect(two.gap).toMatchObject({ optimized: { costMinor: one.gap?.optimized.costMinor } });
  expect(one.figures.orders).toBe(300);
  expect(one.figures.units).toBeGreaterThan(one.figures.shortUnits);
  expect(one.figures.splitOrders).toBeGreaterThan(0);
  expect(one.figures.lateOrders).toBeGreaterThan(0);
  expect(one.figures.stockOutOrders).toBeGreaterThan(0);
  expect(one.greedyGapPercent).toBeGreaterThan(0);
  expect(one.boundGapPercent).toBeGreaterThanOrEqual(0);
  expect(one.exact).toMatchObject({ windows: 2, equal: 2, unproven: 0 });
}, 60_000);

test('a backtest that is stopped gives the figures of what was played', async () => {
  const past = generatedPast({ locations: 5, orders: 1000, seed: 1, days: 2 });
  const stop = new AbortController();
  const report = await runBacktest(past, {
    rules: SourcingRules.parse({ name: 'default' }),
    label: 'default',
    effort: { ...effort, rounds: 0 },
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(report.gap).toBeNull();
  expect(report.figures.orders).toBeGreaterThan(0);
  expect(report.figures.orders).toBeLessThan(1000);
}, 30_000);

/** Two places, one product: three units near, three far. */
const world: PastWorld = {
  locations: ['near', 'far'].map((code, priority) => ({ id: code as LocationId, code, priority })),
  products: [{ weightGrams: 100, isHazardous: false, temperature: 'ambient' }],
  stock: Int32Array.of(3, 3),
};
const bought = (atMs: number, quantity: number): PastEvent => ({
  kind: 'order',
  atMs,
  channel: 'online',
  country: 'DE',
  postalCode: null,
  promisedMs: null,
  lines: [{ product: 0, quantity }],
});

test('what was played is counted unit by unit: splits, stock-outs, lateness and cost', () => {
  const rules = compileRules(
    SourcingRules.parse({
      name: 'test',
      method: 'exact',
      locations: { near: { groups: ['a'] }, far: { groups: ['b'] } },
      rates: [
        { groups: ['a'], baseMinor: 100, days: 1 },
        { groups: ['b'], baseMinor: 300, days: 9 },
      ],
      promiseDays: 4,
    }),
    'test@1',
  );
  if (!rules.ok) throw new Error('the rules of the test are wrong');
  const options = { windowOrders: 10, rounds: 5, shakes: 0, random: seededRandom(1), clock: () => 0 };
  const backtest = new Backtest(rules.value, world, options);
  const hour = 3_600_000;
  backtest.feed(bought(0, 2));
  backtest.feed(bought(hour, 3));
  backtest.feed(bought(2 * hour, 2));
  backtest.feed({ kind: 'movement', atMs: 3 * hour, product: 0, location: 0, units: 2 });
  backtest.feed(bought(4 * hour, 2));
  backtest.flush();
  expect(backtest.figures).toEqual({
    orders: 4,
    units: 9,
    // 2 near; 3 far; 1 near and 1 short; 2 near after the delivery.
    parcels: 4,
    splitOrders: 0,
    fallbackOrders: 0,
    costMinor: 100 + 300 + 100 + 100,
    lateOrders: 1,
    lateDays: 6,
    stockOutOrders: 1,
    shortUnits: 1,
    seconds: 0,
  });
  expect(backtest.gap).toMatchObject({ windows: 4, greedyOverOptimizedMinor: 0, optimizedOverBoundMinor: 0 });
});

test('orders of a file are read line by line, and a line that is wrong is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-orders-'));
  const path = join(folder, 'orders.jsonl');
  const at = (id: string, placedAt: string) => JSON.stringify(order(id, [{ sku: 'A', quantity: 2 }], { placedAt }));
  const named = { world, products: new Map([['A', 0]]) };
  const read = async () => {
    const pages: (readonly PastEvent[])[] = [];
    for await (const page of ordersOf(path, named)) pages.push(page);
    return pages;
  };
  try {
    writeFileSync(path, `${at('1', '2026-03-01T10:00:00Z')}\n\n${at('2', '2026-03-01T11:00:00Z')}\n`);
    expect(await summarizeOrders(path)).toEqual({ orders: 2, skus: ['A'], firstAt: '2026-03-01T10:00:00.000Z' });
    const [page = []] = await read();
    expect(page).toMatchObject([{ postalCode: '10115', lines: [{ product: 0, quantity: 2 }] }, { kind: 'order' }]);
    writeFileSync(path, `${at('1', '2026-03-02T10:00:00Z')}\n${at('2', '2026-03-01T11:00:00Z')}\n`);
    await expect(read()).rejects.toThrow(/order 2: placed before the one above it/);
    writeFileSync(path, `${at('1', '2026-03-02T10:00:00Z')}\n{"externalId": 1}\n`);
    await expect(summarizeOrders(path)).rejects.toThrow(UnreadableOrders);
    writeFileSync(path, '\n');
    await expect(summarizeOrders(path)).rejects.toThrow(/has no orders/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
