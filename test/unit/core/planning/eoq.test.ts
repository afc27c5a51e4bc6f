import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costCurve, costOfMisjudging } from '../../../../core/planning/eoq/curve.ts';
import { allUnitsCost, allUnitsLot, incrementalCost, incrementalLot } from '../../../../core/planning/eoq/discounts.ts';
import { jointCost, jointPlan } from '../../../../core/planning/eoq/joint.ts';
import { backorderLot, economicLot, economicLots, lotCost, productionLot } from '../../../../core/planning/eoq/lot.ts';
import { orderableLot } from '../../../../core/planning/eoq/orderable.ts';
import { sharedLots } from '../../../../core/planning/eoq/shared.ts';

const amount = fc.double({ min: 0.1, max: 1e5, noNaN: true });
const lotItem = fc.record({ demand: amount, orderCost: amount, holdingCost: amount });

describe('economic lot', () => {
  test('Sharp Inc.: demand 1,000, order 10, holding 0.50 gives 200 units (Heizer & Render, "Operations Management", chapter on inventory)', () => {
    expect(economicLot({ demand: 1000, orderCost: 10, holdingCost: 0.5 }).quantity).toBeCloseTo(200, 9);
    expect(economicLot({ demand: 1000, orderCost: 10, holdingCost: 0.5 }).cost).toBeCloseTo(100, 9);
  });

  test('Nathan Manufacturing: 4 a day used, 8 a day made gives 282.8 hubcaps (Heizer & Render, chapter on inventory)', () => {
    const rate = (1000 * 8) / 4;
    const lot = productionLot({ demand: 1000, orderCost: 10, holdingCost: 0.5 }, rate);
    expect(lot.quantity).toBeCloseTo(282.84, 2);
    expect(lot.highestStock).toBeCloseTo(141.42, 2);
  });

  test('with backorders at nine times holding, Q grows by √(10/9) and a tenth of it is owed', () => {
    const plain = economicLot({ demand: 800, orderCost: 50, holdingCost: 2 });
    const lot = backorderLot({ demand: 800, orderCost: 50, holdingCost: 2 }, 18);
    expect(lot.quantity).toBeCloseTo(plain.quantity * Math.sqrt(10 / 9), 9);
    expect(lot.highestBackorder).toBeCloseTo(lot.quantity / 10, 9);
    expect(lot.cost).toBeCloseTo(plain.cost * Math.sqrt(0.9), 9);
  });

  test('no other quantity costs less, and the curve is lowest in its middle', () => {
    fc.assert(
      fc.property(lotItem, fc.double({ min: 0.01, max: 100, noNaN: true }), (item, factor) => {
        const { quantity, cost } = economicLot(item);
        expect(lotCost(item, quantity * factor)).toBeGreaterThanOrEqual(cost * (1 - 1e-12));
        expect(lotCost(item, quantity * factor) / cost).toBeCloseTo(costOfMisjudging(factor ** 2), 6);
        const curve = costCurve(item);
        expect(Math.min(...curve.map((p) => p.total))).toBeCloseTo(curve[16]?.total ?? 0, 6);
      }),
    );
  });

  test('the flat form gives what the single form gives', () => {
    const lots = economicLots(Float64Array.of(1000, 0), Float64Array.of(10, 10), Float64Array.of(0.5, 0.5));
    expect([...lots]).toEqual([200, 0]);
  });

  test('a negative demand or a missing holding cost is refused', () => {
    expect(() => economicLot({ demand: -1, orderCost: 1, holdingCost: 1 })).toThrow(RangeError);
    expect(() => economicLot({ demand: 1, orderCost: 1, holdingCost: 0 })).toThrow(RangeError);
    expect(() => productionLot({ demand: 10, orderCost: 1, holdingCost: 1 }, 10)).toThrow(RangeError);
  });
});

describe('quantity discounts', () => {
  const wohl = {
    demand: 5000,
    orderCost: 49,
    holdingRate: 0.2,
    breaks: [
      { from: 0, unitCost: 5 },
      { from: 1000, unitCost: 4.8 },
      { from: 2000, unitCost: 4.75 },
    ],
  };

  test("Wohl's Discount Store: order 1,000 at 4.80, 24,725 a year (Heizer & Render, chapter on inventory)", () => {
    const lot = allUnitsLot(wohl);
    expect(lot).toMatchObject({ quantity: 1000, tier: 1 });
    expect(lot.cost).toBeCloseTo(24_725, 6);
  });

  test('both kinds are never dearer than any quantity of a fine grid', () => {
    const tiers = [0, 0, 0];
    const discounted = fc.record({
      demand: amount,
      orderCost: fc.double({ min: 1, max: 1000, noNaN: true }),
      holdingRate: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      breaks: fc
        .tuple(
          fc.double({ min: 5, max: 50, noNaN: true }),
          fc.integer({ min: 10, max: 500 }),
          fc.integer({ min: 501, max: 5000 }),
        )
        .map(([price, second, third]) => [
          { from: 0, unitCost: price },
          { from: second, unitCost: price * 0.95 },
          { from: third, unitCost: price * 0.9 },
        ]),
    });
    fc.assert(
      fc.property(discounted, (item) => {
        const all = allUnitsLot(item);
        const incremental = incrementalLot(item);
        tiers[all.tier] = (tiers[all.tier] ?? 0) + 1;
        for (let q = 1; q < 20_000; q = Math.ceil(q * 1.07)) {
          expect(allUnitsCost(item, q)).toBeGreaterThanOrEqual(all.cost * (1 - 1e-9));
          expect(incrementalCost(item, q)).toBeGreaterThanOrEqual(incremental.cost * (1 - 1e-9));
        }
      }),
      { seed: 1 },
    );
    expect(Math.min(...tiers)).toBeGreaterThan(0);
  });
});

describe('several items', () => {
  test('under a limit the lots fill it exactly and no shift between two items is cheaper', () => {
    let scarce = 0;
    const item = fc.record({
      demand: amount,
      orderCost: amount,
      holdingCost: amount,
      usage: fc.double({ min: 0.1, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.1, max: 1.5, noNaN: true }),
        (items, share) => {
          const free = items.reduce((sum, i) => sum + i.usage * economicLot(i).quantity, 0);
          const plan = sharedLots(items, free * share);
          expect(plan.used).toBeLessThanOrEqual(free * share * (1 + 1e-9));
          if (plan.shadowPrice === 0) return;
          scarce++;
          expect(plan.used).toBeCloseTo(free * share, -Math.log10(free * share * 1e-6));
          const [a, b] = [items[0], items[1]];
          const [qa, qb] = [plan.quantities[0] ?? 0, plan.quantities[1] ?? 0];
          if (!a || !b) return;
          const together = lotCost(a, qa) + lotCost(b, qb);
          for (const shift of [-0.01, 0.01]) {
            const moved = Math.min(qa * a.usage, qb * b.usage) * shift;
            const other = lotCost(a, qa + moved / a.usage) + lotCost(b, qb - moved / b.usage);
            expect(other).toBeGreaterThanOrEqual(together * (1 - 1e-9));
          }
        },
      ),
      { seed: 2 },
    );
    expect(scarce).toBeGreaterThan(20);
  });

  test('joint replenishment is not dearer than any multiples up to 4, nor than ordering each item alone', () => {
    const items = [
      { demand: 6000, minorCost: 40, holdingCost: 2 },
      { demand: 400, minorCost: 40, holdingCost: 3 },
      { demand: 80, minorCost: 15, holdingCost: 5 },
    ];
    const plan = jointPlan(items, 100);
    const alone = items.reduce((sum, i) => sum + economicLot({ ...i, orderCost: 100 + i.minorCost }).cost, 0);
    expect(plan.cost).toBeLessThan(alone);
    for (let code = 0; code < 64; code++) {
      const multiples = Uint32Array.of(1 + (code & 3), 1 + ((code >> 2) & 3), 1 + (code >> 4));
      for (let cycle = 0.01; cycle < 2; cycle *= 1.02) {
        expect(jointCost(items, 100, cycle, multiples)).toBeGreaterThanOrEqual(plan.cost * (1 - 1e-9));
      }
    }
  });
});

describe('what can really be ordered', () => {
  const item = { demand: 1000, orderCost: 10, holdingCost: 0.5 };

  test('a minimum lifts the lot, a pack rounds to the cheaper side, a shelf life caps it', () => {
    expect(orderableLot(item, 200, { minimum: 300 })).toMatchObject({ quantity: 300, reasons: ['minimum'] });
    expect(orderableLot(item, 200, { pack: 144 })).toMatchObject({ quantity: 144, reasons: ['pack'] });
    expect(orderableLot(item, 200, { shelfLife: 0.1, pack: 30 })).toMatchObject({ quantity: 90, isSpoiling: false });
    expect(orderableLot(item, 200, { shelfLife: 0.1, minimum: 150 })).toMatchObject({
      quantity: 150,
      isSpoiling: true,
    });
  });

  test('whole packs never cost more than the neighbouring pack counts', () => {
    fc.assert(
      fc.property(lotItem, fc.integer({ min: 1, max: 500 }), (any, pack) => {
        const { quantity, cost } = orderableLot(any, economicLot(any).quantity, { pack });
        expect(quantity % pack).toBe(0);
        expect(lotCost(any, quantity + pack)).toBeGreaterThanOrEqual(cost * (1 - 1e-9));
        if (quantity > pack) expect(lotCost(any, quantity - pack)).toBeGreaterThanOrEqual(cost * (1 - 1e-9));
      }),
    );
  });
});
