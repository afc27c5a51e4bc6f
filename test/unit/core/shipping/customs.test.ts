import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossesCustoms, customsLines } from '../../../../core/shipping/index.ts';

const GOODS = {
  sku: 'MUG-01',
  title: 'Stoneware mug',
  hsCode: '691200',
  originCountry: 'PT',
  weightGrams: 380,
  quantity: 3,
  ordered: 3,
  totalMinor: 1000,
};

describe('goods are declared', () => {
  test.each([
    [{ country: 'DE' }, { country: 'FR' }, false],
    [{ country: 'DE' }, { country: 'CH' }, true],
    [{ country: 'US' }, { country: 'US' }, false],
    [{ country: 'US' }, { country: 'CA' }, true],
    [{ country: 'FR' }, { country: 'MC' }, false],
    [{ country: 'ES', postalCode: '28001' }, { country: 'ES', postalCode: '35001' }, true],
    [{ country: 'ES', postalCode: '35001' }, { country: 'ES', postalCode: '35600' }, false],
    [{ country: 'DE', postalCode: '20095' }, { country: 'DE', postalCode: '27498' }, true],
    [{ country: 'GB', postalCode: 'BT1 1AA' }, { country: 'IE' }, true],
    [{}, { country: 'CH' }, false],
  ])('between %j and %j: %s', (from, to, expected) => {
    expect(crossesCustoms(from, to)).toBe(expected);
    expect(crossesCustoms(to, from)).toBe(expected);
  });
});

describe('customs lines', () => {
  test('are worth what the buyer pays: what does not divide makes a second line', () => {
    expect(customsLines([GOODS])).toEqual([
      expect.objectContaining({ quantity: 2, unitValueMinor: 333, hsCode: '691200', unitWeightGrams: 380 }),
      expect.objectContaining({ quantity: 1, unitValueMinor: 334 }),
    ]);
  });

  test('leave out what the product does not say', () => {
    const [line] = customsLines([{ ...GOODS, hsCode: null, originCountry: null, weightGrams: 0 }]);
    expect(Object.keys(line ?? {}).toSorted()).toEqual(['description', 'quantity', 'sku', 'unitValueMinor']);
  });

  test('sum up to the total of whole lines, and hold all units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 1_000_000 }), (quantity, totalMinor) => {
        const lines = customsLines([{ ...GOODS, quantity, ordered: quantity, totalMinor }]);
        expect(lines.reduce((sum, line) => sum + line.quantity * line.unitValueMinor, 0)).toBe(totalMinor);
        expect(lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(quantity);
      }),
      { numRuns: 200 },
    );
  });
});
