import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABC_CLASSES, classifyAbc, combineCriteria } from '../../../../core/planning/abc.ts';
import { settleClasses } from '../../../../core/planning/hysteresis.ts';
import { cellOf, countCells, USUAL_POLICIES } from '../../../../core/planning/matrix.ts';
import { naturalThresholds } from '../../../../core/planning/naturalBreaks.ts';
import { classifyXyz, variationOf } from '../../../../core/planning/xyz.ts';

const letters = (codes: Uint8Array) => [...codes].map((code) => ABC_CLASSES[code]).join('');

describe('ABC', () => {
  test('ten items worked by hand: A up to 40 + 30 + 10 = 80 of 100, B while the sum before is below 95', () => {
    const values = Float64Array.of(2, 40, 1, 30, 10, 5, 5, 3, 3, 1);
    expect(letters(classifyAbc(values).codes)).toBe('CACAABBBBC');
  });

  test('one item worth more than the threshold is A, and so is only it', () => {
    expect(letters(classifyAbc(Float64Array.of(1, 98, 1)).codes)).toBe('CAC');
  });

  test('items without sales, or with more returns than sales, are C', () => {
    expect(letters(classifyAbc(Float64Array.of(0, -5, 10)).codes)).toBe('CCA');
  });

  test('classes partition the items, and no item is in a better class than one of more value', () => {
    const reached = { A: 0, B: 0, C: 0 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 1000 }), { minLength: 1, maxLength: 60 }), (raw) => {
        const { codes, order } = classifyAbc(Float64Array.from(raw));
        expect(codes).toHaveLength(raw.length);
        expect([...order].sort((a, b) => a - b)).toEqual(raw.map((_, i) => i));
        for (const code of codes) reached[ABC_CLASSES[code] ?? 'C']++;
        for (let k = 1; k < order.length; k++)
          expect(codes[order[k] ?? 0]).toBeGreaterThanOrEqual(codes[order[k - 1] ?? 0] ?? 0);
      }),
      { seed: 3 },
    );
    expect(Math.min(reached.A, reached.B, reached.C)).toBeGreaterThan(50);
  });

  test('several criteria weigh shares, whatever their units', () => {
    const revenue = Float64Array.of(900, 100);
    const picks = Float64Array.of(1, 3);
    expect([
      ...combineCriteria([
        { values: revenue, weight: 0.5 },
        { values: picks, weight: 0.5 },
      ]),
    ]).toEqual([0.575, 0.425]);
  });

  test('natural breaks part three heaps that are an order of magnitude apart', () => {
    const thresholds = naturalThresholds(Float64Array.of(1000, 1100, 900, 100, 110, 90, 10, 11, 9));
    expect(letters(classifyAbc(Float64Array.of(1000, 1100, 900, 100, 110, 90, 10, 11, 9), thresholds).codes)).toBe(
      'AAABBBCCC',
    );
  });

  test('an item just over the edge keeps its class, one far over it does not', () => {
    const values = Float64Array.of(78, 4, 10, 8);
    const current = classifyAbc(values);
    expect(letters(current.codes)).toBe('ACAB');
    const near = settleClasses(current, values, Uint8Array.of(0, 1, 1, 1), 0.015);
    expect(letters(near.codes)).toBe('ABAB');
    expect(near.changes).toEqual([{ item: 2, from: 1, to: 0 }]);
    const strict = settleClasses(current, values, Uint8Array.of(0, 1, 1, 255), 0);
    expect(letters(strict.codes)).toBe('ACAB');
    expect(strict.changes).toHaveLength(2);
  });
});

describe('XYZ and the matrix', () => {
  test('variation is deviation over mean: 2, 4, 6 has 2 / 4', () => {
    expect(variationOf(Float64Array.of(2, 4, 6))).toBeCloseTo(0.5, 12);
    expect(variationOf(Float64Array.of(0, 0))).toBe(Number.POSITIVE_INFINITY);
    expect([...classifyXyz(Float64Array.of(0.5, 0.51, 1.01))]).toEqual([0, 1, 2]);
  });

  test('the nine cells hold every item once and each has a policy', () => {
    const counts = countCells(Uint8Array.of(0, 1, 2, 2), Uint8Array.of(0, 1, 2, 2));
    expect(counts).toMatchObject({ AX: 1, BY: 1, CZ: 2 });
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(4);
    expect(USUAL_POLICIES[cellOf(2, 2)].control).toBe('make-to-order');
  });
});
