import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAssociations } from '../../../../core/planning/basket.ts';
import { cleanDemand } from '../../../../core/planning/cleaning.ts';
import { groupBySource, proposeReplenishment, type ReplenishInput } from '../../../../core/planning/proposal.ts';
import { reconcile } from '../../../../core/planning/reconcile.ts';
import { proposeTransfers } from '../../../../core/planning/transfer.ts';

const INPUT: ReplenishInput = {
  sku: 'MUG-1',
  location: 'Leeds',
  source: { kind: 'buy', name: 'Potter' },
  demand: 20,
  demandDeviation: 6,
  onHand: 30,
  onOrder: 10,
  owed: 5,
  leadTime: 2,
  leadTimeDeviation: 0.5,
  review: 0,
  control: '(s,Q)',
  target: { kind: 'cycle', level: 0.95 },
  orderCost: 2000,
  holdingCost: 2,
  rules: { pack: 12 },
};

describe('replenishment proposal', () => {
  test('worked by hand: lot √(2·20·2000/2) = 200 in twelves is 204, order point 40 + 1.645·√(72 + 100) = 62', () => {
    const proposal = proposeReplenishment(INPUT);
    expect(proposal.policy).toEqual({ kind: '(s,Q)', s: 62, Q: 204 });
    expect(proposal.quantity).toBe(204);
    expect(proposal.coveredFor).toBe(1);
  });

  test('every number is traced to an input or to a number before it', () => {
    const known = new Set<string>(Object.keys(INPUT));
    for (const control of ['(s,Q)', '(R,S)'] as const) {
      const { trace } = proposeReplenishment({ ...INPUT, control, review: 1 });
      const figures = new Set(known);
      for (const step of trace) {
        for (const name of step.from) expect(figures, `${step.figure} from ${name}`).toContain(name);
        figures.add(step.figure);
      }
      expect(trace.at(-1)?.figure).toBe('quantity');
    }
  });

  test('orders exactly when the position is at or below the reorder point, in whole packs, and lifts it above', () => {
    let ordered = 0;
    let waited = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 50 }), (onHand, pack) => {
        const { quantity, policy, dueIn } = proposeReplenishment({ ...INPUT, onHand, rules: { pack } });
        if (policy.kind !== '(s,Q)') throw new Error('asked for (s,Q)');
        const position = onHand + INPUT.onOrder - INPUT.owed;
        expect(quantity > 0).toBe(position <= policy.s);
        expect(quantity % pack).toBe(0);
        expect(position + quantity).toBeGreaterThan(policy.s);
        if (quantity > 0) ordered++;
        else waited++;
        expect(dueIn === 0 || quantity === 0).toBe(true);
      }),
      { seed: 4 },
    );
    expect(Math.min(ordered, waited)).toBeGreaterThan(5);
  });

  test('grouping keeps every line that orders something, under its own supplier', () => {
    const proposals = ['A', 'B', 'A'].map((name, i) =>
      proposeReplenishment({ ...INPUT, sku: `S${i}`, source: { kind: 'buy', name } }),
    );
    const idle = proposeReplenishment({ ...INPUT, onHand: 10_000 });
    const groups = groupBySource([...proposals, idle]);
    expect(groups.map(({ source, lines }) => [source, lines.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
  });
});

describe('cleaned demand', () => {
  test('a period half without stock is lifted to twice its sales but not beyond the usual, and says why', () => {
    const sales = Float64Array.of(10, 12, 4, 0, 8, 10, 2);
    const { demand, corrections } = cleanDemand(sales, { stockedOut: Float64Array.of(0, 0, 0.5, 1, 0, 0, 0.9) });
    expect([...demand]).toEqual([10, 12, 8, 10, 8, 10, 10]);
    expect(corrections.map((c) => [c.period, c.from, c.to, c.reason])).toEqual([
      [2, 4, 8, 'stock-out'],
      [3, 0, 10, 'stock-out'],
      [6, 2, 10, 'stock-out'],
    ]);
    expect(corrections[0]?.explanation).toContain('50 %');
  });

  test('one order a thousand times the usual is cut, ordinary spread is not', () => {
    const { demand, corrections } = cleanDemand(Float64Array.of(8, 10, 12, 9, 11, 10, 10_000, 13));
    expect(corrections).toHaveLength(1);
    expect(demand[6]).toBeLessThan(100);
    expect(cleanDemand(Float64Array.of(5, 20, 8, 14, 30, 3, 0, 11)).corrections).toEqual([]);
  });
});

describe('reconciled hierarchy', () => {
  test('two children of equal variance and a parent of the same: the gap of 10 falls as 10/3 on each of the three', () => {
    const nodes = [
      { name: 'all', parent: -1 },
      { name: 'a', parent: 0 },
      { name: 'b', parent: 0 },
    ];
    const result = reconcile(nodes, Float64Array.of(110, 60, 40), Float64Array.of(1, 1, 1));
    expect([...result].map((v) => v.toFixed(6))).toEqual(['106.666667', '63.333333', '43.333333']);
  });

  test('any tree adds up, and no coherent neighbour is nearer by the weights', () => {
    let deep = 0;
    const value = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ up: fc.nat(), value, variance: value }), { minLength: 2, maxLength: 12 }),
        (raw) => {
          const nodes = raw.map(({ up }, i) => ({ name: `n${i}`, parent: i === 0 ? -1 : up % i }));
          const forecasts = Float64Array.from(raw, (r) => r.value);
          const variances = Float64Array.from(raw, (r) => r.variance);
          const result = reconcile(nodes, forecasts, variances);
          if (nodes.some((n) => n.parent > 0)) deep++;
          const sums = new Float64Array(nodes.length);
          nodes.forEach((n, i) => {
            if (n.parent >= 0) sums[n.parent] = (sums[n.parent] ?? 0) + (result[i] ?? 0);
          });
          const isLeaf = (i: number) => !nodes.some((n) => n.parent === i);
          nodes.forEach((_, i) => {
            if (!isLeaf(i)) expect(sums[i]).toBeCloseTo(result[i] ?? 0, 6);
          });
          const lossOf = (values: Float64Array) =>
            values.reduce((sum, v, i) => sum + (v - (forecasts[i] ?? 0)) ** 2 / (variances[i] ?? 1), 0);
          nodes.forEach((_, leaf) => {
            if (!isLeaf(leaf)) return;
            for (const shift of [-0.1, 0.1]) {
              const moved = Float64Array.from(result);
              for (let at = leaf; at >= 0; at = nodes[at]?.parent ?? -1) moved[at] = (moved[at] ?? 0) + shift;
              expect(lossOf(moved)).toBeGreaterThanOrEqual(lossOf(result) - 1e-9);
            }
          });
        },
      ),
      { seed: 6 },
    );
    expect(deep).toBeGreaterThan(20);
  });
});

describe('recommendations', () => {
  test('bread and butter, worked by hand: in 3 of 4 orders each, together in 3: confidence 1, lift 4/3', () => {
    const orders = Uint32Array.of(1, 1, 2, 2, 3, 3, 4, 3);
    const items = Uint32Array.of(0, 1, 0, 1, 0, 1, 2, 0);
    const rules = findAssociations(orders, items, { minOrders: 2, minLift: 1, perItem: 5, largestOrder: 50 });
    expect(rules).toHaveLength(2);
    expect(rules[0]).toMatchObject({ item: 0, other: 1, orders: 3, support: 0.75, confidence: 1 });
    expect(rules[0]?.lift).toBeCloseTo(4 / 3, 12);
  });

  test('transfers fill the largest shortage from the largest surplus and never take what the giver needs', () => {
    const stocks = [
      { location: 'N', position: 100, demand: 5, safetyStock: 10 },
      { location: 'S', position: 2, demand: 6, safetyStock: 5 },
      { location: 'W', position: 20, demand: 5, safetyStock: 4 },
    ];
    expect(proposeTransfers(stocks, { coverPeriods: 4 }).map(({ from, to, units }) => [from, to, units])).toEqual([
      ['N', 'S', 27],
      ['N', 'W', 4],
    ]);
    expect(proposeTransfers(stocks, { coverPeriods: 4, pack: 10 }).map((t) => t.units)).toEqual([20]);
  });
});
