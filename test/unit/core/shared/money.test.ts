import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, roundToMinor, times } from '../../../../core/shared/decimal.ts';
import { allocate, type CurrencyCode, exponentOf, formatMinor, parseMinor } from '../../../../core/shared/money.ts';

const code = (text: string) => text as CurrencyCode;

describe('money', () => {
  test.each([
    ['19.99', 'EUR', 1999],
    ['500', 'JPY', 500],
    ['500.00', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['-5', 'USD', -500],
    ['0.1', 'EUR', 10],
    ['90071992547409.91', 'EUR', 9007199254740991],
  ])('%s %s is %i minor units', (text, currency, minor) => {
    expect(parseMinor(text, code(currency))).toEqual({ ok: true, value: minor });
  });

  test.each([
    ['1.005', 'EUR'],
    ['1.5', 'JPY'],
    ['1e3', 'EUR'],
    ['', 'EUR'],
    ['90071992547409.92', 'EUR'],
    ['1,50', 'EUR'],
  ])('%s %s is refused and not rounded', (text, currency) => {
    expect(parseMinor(text, code(currency)).ok).toBe(false);
  });

  test('is written and read again as the same amount, in every exponent', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
        expect(parseMinor(formatMinor(minor, code(currency)), code(currency))).toEqual({ ok: true, value: minor });
      }),
      { seed: 1 },
    );
    expect(['EUR', 'JPY', 'KWD', 'CLF'].map((currency) => exponentOf(code(currency)))).toEqual([2, 0, 3, 4]);
  });

  test('split by weights loses no minor unit', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (minor, parts) => {
        expect(allocate(minor, parts).reduce((sum, part) => sum + part, 0)).toBe(minor);
      }),
      { seed: 2 },
    );
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  test('a price finer than a cent is multiplied exactly and rounded once', () => {
    const price = parseDecimal('0.0125');
    expect(price.ok && roundToMinor(times(price.value, 3), 2)).toBe(4);
    expect(price.ok && roundToMinor(times(price.value, -2), 2)).toBe(-3);
  });
});
