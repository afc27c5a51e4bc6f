import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderDocument } from '../../../../core/documents/index.ts';
import { closingOf, explainThere } from '../../../../core/order/index.ts';
import { sampleOrder } from '../../../support/sampleOrder.ts';

const vat = (amountMinor: number) => [{ title: 'VAT', rate: '0.19', amountMinor }];
const line = (externalId: string, totalMinor: number, taxMinor: number, more: object = {}) => ({
  ...{ externalId, sku: externalId, quantity: 1, unitPrice: '1.00', totalMinor, taxes: vat(taxMinor) },
  ...more,
});
const given = (lines: readonly object[], totals: object, more: object = {}): OrderDocument =>
  OrderDocument.parse({
    ...{ ...sampleOrder(1), lines, shipping: [], discounts: [], taxesIncluded: false },
    totals: { linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, ...totals },
    ...more,
  });
const causes = (document: OrderDocument, there: Parameters<typeof explainThere>[1]) =>
  explainThere(document, there).causes.map(({ cause, minor }) => [cause, minor]);

/** Two goods at 10.00 and 19 % tax on top. */
const plain = given([line('1', 1000, 190), line('2', 1000, 190)], {
  linesMinor: 2000,
  taxMinor: 380,
  grandMinor: 2380,
});

describe('what an order comes to at a destination', () => {
  test('is named where a cent of tax lies between shop and ERP, with or without its parts', () => {
    expect(causes(plain, { grandMinor: 2380 })).toEqual([]);
    expect(causes(plain, { grandMinor: 2381, taxMinor: 381, linesMinor: 2000 })).toEqual([['tax-rounding', 1]]);
    expect(causes(plain, { grandMinor: 2379 })).toEqual([['tax-rounding', -1]]);
  });

  test('is named where a discount was taken off the grand total here and off the net total there', () => {
    const discounts = [{ title: '10 EUR off', scope: 'order', amountMinor: 1000 }];
    // 20.00 net are 23.80 gross, 13.80 after the discount; there 10.00 net are left, 11.90 gross.
    const document = given(
      [line('1', 580, 110), line('2', 580, 110)],
      { linesMinor: 1160, taxMinor: 220, grandMinor: 1380 },
      { discounts },
    );
    expect(causes(document, { grandMinor: 1190 })).toEqual([['discount-base', -190]]);
    expect(causes(document, { grandMinor: 1190, linesMinor: 1000, taxMinor: 190 })).toEqual([['discount-base', -190]]);
    expect(causes(document, { grandMinor: 2380 })).toEqual([['discount-not-carried', 1000]]);
  });

  test('is named by the amounts that were not carried, and never by more than rounding besides', () => {
    const more = {
      totals: { ...plain.totals, feesMinor: 250, shippingMinor: 490, roundingMinor: 2, grandMinor: 3122 },
    };
    const document = { ...plain, ...more };
    expect(causes(document, { grandMinor: 2872 })).toEqual([['fees-not-carried', -250]]);
    expect(causes(document, { grandMinor: 2632 })).toEqual([['shipping-differs', -490]]);
    expect(causes(document, { grandMinor: 2383 })).toEqual([
      ['fees-not-carried', -250],
      ['shipping-differs', -490],
      ['tax-rounding', 1],
    ]);
    expect(causes(document, { grandMinor: 9999 })).toEqual([['unexplained', 6877]]);
    expect(causes(document, { grandMinor: 3022, shippingMinor: 390 })).toEqual([['shipping-differs', -100]]);
  });

  test.each(['JPY', 'KWD'])('is named in minor units of %s as in any other', (currency) => {
    const document = { ...plain, currency };
    expect(causes(document, { grandMinor: 2381 })).toEqual([['tax-rounding', 1]]);
    expect(causes(document, { grandMinor: 2000 })).toEqual([['tax-in-prices', -380]]);
  });

  test('has causes that sum to the difference, whatever it is', () => {
    const seen = new Map<string, number>();
    const amount = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2000, max: 2000 }));
    const there = fc.record({
      by: amount,
      tax: fc.option(amount),
      goods: fc.option(amount),
      shipping: fc.option(amount),
    });
    fc.assert(
      fc.property(there, fc.constantFrom(0, 500, 1000), ({ by, tax, goods, shipping }, discount) => {
        const discounts = [{ title: 'off', scope: 'order' as const, amountMinor: discount }];
        const document = { ...plain, discounts };
        const stated = {
          grandMinor: 2380 + by,
          taxMinor: tax === null ? undefined : 380 + tax,
          linesMinor: goods === null ? undefined : 2000 + goods,
          shippingMinor: shipping === null ? undefined : shipping,
        };
        const explained = explainThere(document, stated);
        for (const { cause } of explained.causes) seen.set(cause, (seen.get(cause) ?? 0) + 1);
        expect(explained.causes.reduce((sum, { minor }) => sum + minor, 0)).toBe(by);
        expect(explained.causes.every(({ minor }) => minor !== 0)).toBe(true);
      }),
      { numRuns: 1000, seed: 5 },
    );
    const reached = ['tax-rounding', 'line-rounding', 'tax-differs', 'lines-differ', 'shipping-differs', 'unexplained'];
    for (const cause of [...reached, 'discount-base'])
      expect([cause, (seen.get(cause) ?? 0) > 0]).toEqual([cause, true]);
  });
});

describe('a difference', () => {
  const cent = explainThere(plain, { grandMinor: 2381 });
  test('is closed by a rounding line that makes both equal, or as rounding within the tolerance of the destination', () => {
    expect(closingOf(explainThere(plain, { grandMinor: 2380 }), 0, 0)).toBe('equal');
    expect([closingOf(cent, -1, 0), closingOf(cent, 0, 1), closingOf(cent, 0, 0), closingOf(cent, -2, 0)]).toEqual([
      'rounding-line',
      'accepted',
      'open',
      'open',
    ]);
  });

  test('that is no rounding stays open, however large the tolerance', () => {
    expect(closingOf(explainThere(plain, { grandMinor: 2000 }), 0, 100_000)).toBe('open');
  });
});
