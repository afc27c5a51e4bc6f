import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OwnedChange, type ValuationMethod, valuerOf } from '../../../../core/inventory/index.ts';

const came = (units: number, unitCostMinor: number | null): OwnedChange => ({ units, unitCostMinor });
const went = (units: number): OwnedChange => ({ units: -units, unitCostMinor: null });

function valued(method: ValuationMethod, ...changes: readonly OwnedChange[]) {
  const valuer = valuerOf(method);
  for (const change of changes) valuer.apply(change);
  return valuer.valuation;
}

/** Every unit by itself: the naive twin of the layers. */
function unitByUnit(changes: readonly OwnedChange[]): { readonly value: bigint; readonly issued: bigint } {
  const here: number[] = [];
  let issued = 0n;
  for (const { units, unitCostMinor } of changes) {
    for (let i = 0; i < units; i++) here.push(unitCostMinor ?? 0);
    for (let i = 0; i < -units; i++) issued += BigInt(here.shift() ?? 0);
  }
  return { value: here.reduce((sum, cost) => sum + BigInt(cost), 0n), issued };
}

const change = fc.oneof(
  fc.record({ units: fc.integer({ min: 1, max: 6 }), unitCostMinor: fc.integer({ min: 0, max: 500 }) }),
  fc.record({ units: fc.integer({ min: 1, max: 6 }), unitCostMinor: fc.constant(null) }),
  fc.record({ units: fc.integer({ min: -6, max: -1 }), unitCostMinor: fc.constant(null) }),
);

test('no minor unit is lost or made: what was received was issued, revalued, or is there', () => {
  const reached = { owed: 0, revalued: 0, uncosted: 0, empty: 0 };
  fc.assert(
    fc.property(fc.constantFrom('fifo', 'average'), fc.array(change, { maxLength: 40 }), (method, changes) => {
      const valuer = valuerOf(method as ValuationMethod);
      let units = 0;
      for (const each of changes) {
        valuer.apply(each);
        units += each.units;
        const now = valuer.valuation;
        expect(now.units).toBe(units);
        expect(now.issuedMinor + now.revaluedMinor + now.valueMinor).toBe(now.receivedMinor);
        if (units === 0) expect(now.valueMinor).toBe(0n);
        if (units > 0) expect(now.valueMinor).toBeGreaterThanOrEqual(0n);
        if (units === 0) reached.empty += 1;
        if (units < 0) reached.owed += 1;
        if (now.revaluedMinor !== 0n) reached.revalued += 1;
        if (now.uncostedUnits > 0) reached.uncosted += 1;
      }
    }),
    { numRuns: 500, seed: 9 },
  );
  for (const [what, times] of Object.entries(reached)) expect([what, times > 50]).toEqual([what, true]);
});

test('layers give what each unit by itself gives', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let units = 0;
      const sold = changes.filter((each) => {
        const isThere = (each.units < 0 || each.unitCostMinor !== null) && units + each.units >= 0;
        if (isThere) units += each.units;
        return isThere;
      });
      if (sold.some((each) => each.units < 0)) compared += 1;
      const { valueMinor, issuedMinor } = valued('fifo', ...sold);
      expect({ value: valueMinor, issued: issuedMinor }).toEqual(unitByUnit(sold));
    }),
    { numRuns: 300, seed: 10 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('the two methods on a textbook case: 10 at 1.00, 10 at 1.30, then 15 go', () => {
  const changes = [came(10, 100), came(10, 130), went(15)];
  expect(valued('fifo', ...changes)).toMatchObject({ issuedMinor: 1650n, valueMinor: 650n, units: 5 });
  expect(valued('average', ...changes)).toMatchObject({ issuedMinor: 1725n, valueMinor: 575n, units: 5 });
});

test('a third of a cent is not lost: three units for 1.00 go for 33, 34 and 33', () => {
  const valuer = valuerOf('average');
  for (const each of [came(2, 33), came(1, 34)]) valuer.apply(each);
  const costs = [1, 2, 3].map(() => {
    const before = valuer.valuation.issuedMinor;
    valuer.apply(went(1));
    return valuer.valuation.issuedMinor - before;
  });
  expect(costs).toEqual([33n, 34n, 33n]);
  expect(valuer.valuation.valueMinor).toBe(0n);
});

test('what went before it came is settled when it comes', () => {
  for (const method of ['fifo', 'average'] as const) {
    const settled = valued(method, came(2, 100), went(5), came(4, 120));
    // Three units went at 1.00 and cost 1.20: 60 are revalued, and one unit at 1.20 is there.
    expect(settled).toMatchObject({ issuedMinor: 500n, revaluedMinor: 60n, valueMinor: 120n, units: 1 });
  }
});
