import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../../../../core/planning/random.ts';
import { type SourcingWindow, solveInTurn, solveWindow, WindowRest } from '../../../../core/sourcing/index.ts';
import { solveExact } from '../../../../core/sourcing/solve/exact.ts';
import { solveGreedy } from '../../../../core/sourcing/solve/greedy.ts';
import { highsModel } from '../../../../pipelines/sourcing/highsModel.ts';

/** The independent solver is the slow part; a busy machine must not fail the test. */
const SLOW_MS = 60_000;
const model = highsModel();
afterAll(() => model.close());

/** A window in which orders want the same scarce units and the same full locations. */
function windowOf(seed: number, size: { orders: number; locations: number; products: number }): SourcingWindow {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const { orders, locations: L, products } = size;
  const sometimes = (value: number): number => (random() < 0.5 ? Number.POSITIVE_INFINITY : value);
  return {
    locations: L,
    stock: Int32Array.from({ length: products * L }, () => upTo(4)),
    orderRoom: Float64Array.from({ length: L }, () => sometimes(upTo(3))),
    unitRoom: Float64Array.from({ length: L }, () => sometimes(2 + upTo(6))),
    orders: Array.from({ length: orders }, () => {
      const goods = 1 + upTo(Math.min(1, products - 1));
      const first = upTo(products - goods);
      return {
        products: Int32Array.from({ length: goods }, (_, g) => first + g),
        problem: {
          locations: L,
          demand: Int32Array.from({ length: goods }, () => 1 + upTo(2)),
          stock: Int32Array.from({ length: goods * L }, () => (random() < 0.85 ? 100 : 0)),
          unitCost: Float64Array.from({ length: goods * L }, () => upTo(60)),
          openCost: Float64Array.from({ length: L }, () => 100 + upTo(500)),
          room: new Float64Array(L).fill(Number.POSITIVE_INFINITY),
          maxLocations: 1 + upTo(2),
          splitCost: upTo(200),
          shortCost: random() < 0.3 ? 700 : 5000,
        },
      };
    }),
  };
}

const isKept = (window: SourcingWindow, takes: readonly Int32Array[]): boolean => {
  const rest = new WindowRest(window);
  window.orders.forEach((order, o) => {
    rest.apply(order, takes[o] as Int32Array);
  });
  return rest.isKept;
};

test('an order alone costs by the exact search what the independent solver finds', { timeout: SLOW_MS }, async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const window = windowOf(seed, { orders: 1, locations: 10, products: 3 });
    const [order] = window.orders;
    if (!order) throw new Error('a window without an order');
    const { cost, bound } = solveExact(new WindowRest(window).problemOf(order));
    const least = await model.leastCost(window, 10);
    expect([seed, cost, bound]).toEqual([seed, expect.closeTo(least ?? -1, 4), cost]);
  }
});

test('a small window: bound below, and plans that cost what the independent solver proves', {
  timeout: SLOW_MS,
}, async () => {
  const reached = { improved: 0, boundIsTight: 0, short: 0 };
  const differing: unknown[] = [];
  for (let seed = 100; seed < 112; seed++) {
    const window = windowOf(seed, { orders: 6, locations: 5, products: 3 });
    const greedy = solveInTurn(window, solveGreedy);
    const own = solveWindow(window, greedy, { rounds: 60, shakes: 400, random: seededRandom(seed) });
    const least = (await model.leastCost(window, 20)) ?? Number.NaN;
    expect(isKept(window, greedy.takes) && isKept(window, own.takes)).toBe(true);
    expect(own.bound).toBeLessThanOrEqual(least + 1e-4);
    expect(own.cost).toBeGreaterThanOrEqual(least - 1e-4);
    expect(own.cost).toBeLessThanOrEqual(greedy.cost + 1e-6);
    if (own.cost > least + 1e-4) differing.push({ seed, own: own.cost, least, greedy: greedy.cost });
    if (own.cost < greedy.cost - 1e-4) reached.improved++;
    if (own.cost - own.bound < 1e-4) reached.boundIsTight++;
    if (least > 5000) reached.short++;
  }
  expect(differing).toEqual([]);
  for (const times of Object.values(reached)) expect(times).toBeGreaterThan(2);
});
