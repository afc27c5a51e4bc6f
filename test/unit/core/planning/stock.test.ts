import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countChances,
  countQuantile,
  inverseNormalLoss,
  normalCdf,
  normalLoss,
  normalQuantile,
} from '../../../../core/planning/distribution.ts';
import { normalDraw, seededRandom } from '../../../../core/planning/random.ts';
import { orderQuantity, type Policy } from '../../../../core/planning/stock/policy.ts';
import { learnLeadTimes, protectionOf } from '../../../../core/planning/stock/protection.ts';
import { fillRateOf, safetyStock, safetyStocks } from '../../../../core/planning/stock/service.ts';
import { simulatePolicy } from '../../../../core/planning/stock/simulate.ts';
import { resample, tuneReorderPoint } from '../../../../core/planning/stock/tune.ts';

describe('service tables', () => {
  test.each([
    [0.9, 1.2816],
    [0.95, 1.6449],
    [0.975, 1.96],
    [0.98, 2.0537],
    [0.99, 2.3263],
    [0.999, 3.0902],
  ])('a chance of %f is %f deviations', (level, z) => {
    expect(normalQuantile(level)).toBeCloseTo(z, 4);
    expect(normalCdf(normalQuantile(level))).toBeCloseTo(level, 12);
  });

  test.each([
    [0, 0.3989],
    [0.5, 0.1978],
    [1, 0.0833],
    [1.5, 0.0293],
    [2, 0.0085],
    [3, 0.0004],
  ])('the unit normal loss at %f is %f', (z, loss) => {
    expect(normalLoss(z)).toBeCloseTo(loss, 4);
    expect(inverseNormalLoss(normalLoss(z))).toBeCloseTo(z, 6);
  });

  test('Poisson of mean 3 has chances 0.0498, 0.1494, 0.2240 and a 0.9 quantile of 5', () => {
    const chances = countChances(3, 3);
    expect([...chances.slice(0, 3)].map((p) => p.toFixed(4))).toEqual(['0.0498', '0.1494', '0.2240']);
    expect(countQuantile(chances, 0.9)).toBe(5);
  });

  test('counts keep the mean and variance they were made for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (mean, ratio) => {
          const chances = countChances(mean, mean * ratio);
          const first = chances.reduce((sum, p, k) => sum + p * k, 0);
          const second = chances.reduce((sum, p, k) => sum + p * k * k, 0);
          expect(first / mean).toBeCloseTo(1, 3);
          expect((second - first * first) / (mean * ratio)).toBeCloseTo(1, 2);
        },
      ),
    );
  });
});

describe('reorder points, as in Heizer & Render, "Operations Management", chapter on inventory', () => {
  test('350 kits with deviation 10 at 95 % cycle service: 366.4', () => {
    expect(safetyStock({ mean: 350, deviation: 10 }, { kind: 'cycle', level: 0.95 }, 1).reorderPoint).toBeCloseTo(
      366.45,
      2,
    );
  });

  test('15 a day, deviation 5, lead time 2 days at 90 %: 39.06', () => {
    const protection = protectionOf({ demand: 15, demandDeviation: 5, leadTime: 2, leadTimeDeviation: 0 });
    expect(safetyStock(protection, { kind: 'cycle', level: 0.9 }, 1).reorderPoint).toBeCloseTo(39.06, 2);
  });

  test('150 a day, deviation 16, lead time 5 days with deviation 1 at 95 %: 1,004', () => {
    const protection = protectionOf({ demand: 150, demandDeviation: 16, leadTime: 5, leadTimeDeviation: 1 });
    expect(protection.deviation).toBeCloseTo(154.2, 1);
    expect(safetyStock(protection, { kind: 'cycle', level: 0.95 }, 1).reorderPoint).toBeCloseTo(1004, 0);
  });

  test('a fill rate is the one asked for, needs less stock with larger lots, and none with a huge one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 0.8, max: 0.995, noNaN: true }),
        (deviation, level) => {
          const protection = { mean: 1000, deviation };
          const small = safetyStock(protection, { kind: 'fill', level }, 100);
          const large = safetyStock(protection, { kind: 'fill', level }, 200);
          expect(large.safetyStock).toBeLessThanOrEqual(small.safetyStock + 1e-6);
          if (small.factor > 0) expect(fillRateOf(protection, small.reorderPoint, 100)).toBeCloseTo(level, 6);
          expect(safetyStock(protection, { kind: 'fill', level }, 1e7).safetyStock).toBe(0);
        },
      ),
    );
    expect(safetyStocks(Float64Array.of(30), Float64Array.of(100), 0.98)[0]).toBeCloseTo(
      safetyStock({ mean: 0, deviation: 30 }, { kind: 'fill', level: 0.98 }, 100).safetyStock,
      9,
    );
  });
});

describe('lead times', () => {
  test('are those of the receipts, drawn to the promise while receipts are few', () => {
    expect(learnLeadTimes(Float64Array.of(4, 6, 8))).toEqual({ mean: 6, deviation: 2, receipts: 3 });
    expect(learnLeadTimes(Float64Array.of(10), 6)?.mean).toBe(7);
    expect(learnLeadTimes(new Float64Array(0))).toBeUndefined();
  });
});

describe('policies', () => {
  test.each<[Policy, number, number]>([
    [{ kind: '(s,Q)', s: 10, Q: 8 }, 11, 0],
    [{ kind: '(s,Q)', s: 10, Q: 8 }, 10, 8],
    [{ kind: '(s,Q)', s: 10, Q: 8 }, -7, 24],
    [{ kind: '(s,S)', s: 10, S: 30 }, 4, 26],
    [{ kind: '(R,S)', review: 7, S: 30 }, 12, 18],
    [{ kind: '(R,s,S)', review: 7, s: 5, S: 30 }, 12, 0],
  ])('%o at position %i orders %i', (policy, position, quantity) => {
    expect(orderQuantity(policy, position)).toBe(quantity);
  });

  test('a run worked by hand: 5 on hand, 4 a day, (0,10) with lead time 1', () => {
    // Day 0: 5 - 4 = 1, position 1, no order. Day 1: wants 4, has 1, short 3, net -3, orders 10 for day 3.
    // Day 2: short 4, net -7, position 3. Day 3: +10 = 3, wants 4, short 1, net -1; position -1 orders 10 for day 5.
    const trial = {
      demand: Float64Array.of(4, 4, 4, 4),
      leadTimes: Uint16Array.of(1, 1, 1, 1),
      warmUp: 0,
      firstStock: 5,
    };
    const outcome = simulatePolicy({ kind: '(s,Q)', s: 0, Q: 10 }, trial, { orderCost: 100, holdingCost: 2 });
    expect(outcome).toEqual({ fillRate: 0.5, readyRate: 0.25, meanStock: 0.25, ordersPerPeriod: 0.5, cost: 50.5 });
  });

  test('the tuned reorder point is the least that reaches the fill rate in the trial', () => {
    const random = seededRandom(3);
    const history = Float64Array.from({ length: 200 }, () => Math.max(0, Math.round(20 + 8 * normalDraw(random))));
    const trial = resample(history, Uint16Array.of(3, 4, 6), 4000, 7, random);
    const costs = { orderCost: 50, holdingCost: 0.1 };
    const { policy, outcome } = tuneReorderPoint(trial, { fillRate: 0.97, costs, lots: [100, 140, 200] });
    expect(outcome.fillRate).toBeGreaterThanOrEqual(0.97);
    expect(simulatePolicy({ ...policy, s: policy.s - 1 }, trial, costs).fillRate).toBeLessThan(0.97);
  });
});
