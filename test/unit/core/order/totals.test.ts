import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderDocument } from '../../../../core/documents/index.ts';
import {
  type Difference,
  divideDocument,
  editDocument,
  explainTotals,
  joinDocuments,
} from '../../../../core/order/index.ts';
import { parseDecimal, roundToMinor, times } from '../../../../core/shared/decimal.ts';
import { type CurrencyCode, exponentOf, prorate } from '../../../../core/shared/money.ts';
import { sampleOrder } from '../../../support/sampleOrder.ts';

const given = (more: object): OrderDocument => OrderDocument.parse({ ...sampleOrder(1), ...more });
const line = (more: object) => ({
  externalId: '1',
  sku: 'A',
  quantity: 1,
  unitPrice: '10.00',
  totalMinor: 1000,
  ...more,
});
const totals = (grandMinor: number, more: object = {}) => ({
  linesMinor: grandMinor,
  discountMinor: 0,
  shippingMinor: 0,
  taxMinor: 0,
  grandMinor,
  ...more,
});
const causes = (differences: readonly Difference[]) => differences.map(({ cause, minor }) => [cause, minor]);
const only = (line_: object, sums: object, more: object = {}) =>
  causes(explainTotals(given({ lines: [line_], shipping: [], totals: sums, ...more })).differences);

describe('a total', () => {
  test('that is the sum of its parts has nothing to explain', () => {
    expect(explainTotals(sampleOrder(1)).differences).toEqual([]);
  });

  test.each([
    [
      'a line of finer prices is rounded',
      line({ quantity: 3, unitPrice: '3.335', totalMinor: 1000 }),
      totals(1000),
      {},
      [['line-rounding', -1]],
    ],
    [
      'a unit price was rounded before it was stated',
      line({ quantity: 100, unitPrice: '0.33', totalMinor: 3333 }),
      totals(3333),
      {},
      [['unit-price-rounding', 33]],
    ],
    ['the source sold a line for less', line({ totalMinor: 700 }), totals(700), {}, [['line-override', -300]]],
    [
      'a tax is rounded otherwise',
      line({ unitPrice: '0.55', totalMinor: 55, taxes: [{ title: 'VAT', rate: '0.1', amountMinor: 5 }] }),
      totals(55, { taxMinor: 5, grandMinor: 60 }),
      {},
      [['tax-rounding', -1]],
    ],
    [
      'a tax is rounded for each unit',
      line({
        quantity: 9,
        unitPrice: '0.55',
        totalMinor: 495,
        taxes: [{ title: 'VAT', rate: '0.1', amountMinor: 54 }],
      }),
      totals(495, { taxMinor: 54, grandMinor: 549 }),
      {},
      [['tax-rounded-per-unit', 4]],
    ],
    [
      'the tax of the order is rounded once',
      line({ taxes: [{ title: 'VAT', amountMinor: 190 }] }),
      totals(1000, { taxMinor: 191, grandMinor: 1191 }),
      {},
      [['tax-rounded-on-order', 1]],
    ],
    [
      'a tax is another than its rate says',
      line({ taxes: [{ title: 'VAT', rate: '0.19', amountMinor: 70 }] }),
      totals(1000, { taxMinor: 70, grandMinor: 1070 }),
      {},
      [['tax-override', -120]],
    ],
    [
      'a discount of the order is on no line',
      line({}),
      totals(800, { discountMinor: 200 }),
      { discounts: [{ title: 'SALE', scope: 'order', amountMinor: 200 }] },
      [
        ['order-discount-not-on-lines', -200],
        ['discount-not-listed', 200],
      ],
    ],
    [
      'a gift card is taken off',
      line({}),
      totals(1000, { grandMinor: 250 }),
      { payments: [{ method: 'gift_card', kind: 'sale', status: 'succeeded', amountMinor: 750 }] },
      [['gift-card', -750]],
    ],
    [
      'a gift card is taken off and the rest is paid in cash',
      line({ unitPrice: '10.02', totalMinor: 1002 }),
      totals(1002, { grandMinor: 250 }),
      { payments: [{ method: 'Gift card', kind: 'sale', status: 'succeeded', amountMinor: 750 }] },
      [
        ['gift-card', -750],
        ['cash-rounding', -2],
      ],
    ],
    [
      'Swiss cash has no coin below five',
      line({ unitPrice: '10.02', totalMinor: 1002 }),
      totals(1002, { grandMinor: 1000 }),
      { currency: 'CHF' },
      [['cash-rounding', -2]],
    ],
    [
      'yen have no smaller coin',
      line({ unitPrice: '100', totalMinor: 100 }),
      totals(100, { grandMinor: 98 }),
      { currency: 'JPY' },
      [['source-override', -2]],
    ],
  ])('is explained by name when %s', (_, of, sums, more, expected) => {
    expect(only(of, sums, more)).toEqual(expected);
  });
});

const CURRENCIES = ['JPY', 'EUR', 'KWD'] as const;
const amount = fc.integer({ min: 0, max: 2000 });
const tax = fc.record(
  { title: fc.constant('VAT'), rate: fc.constantFrom('0.19', '0.07', '0.0825'), amountMinor: amount },
  { requiredKeys: ['title', 'amountMinor'] },
);
const anyLine = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  unitPrice: fc.constantFrom('1', '3.335', '19.99', '0.0049', '120'),
  discountMinor: fc.integer({ min: 0, max: 500 }),
  taxes: fc.array(tax, { maxLength: 2 }),
  totalMinor: fc.integer({ min: -100, max: 20_000 }),
});
const anyOrder = fc
  .record({
    currency: fc.constantFrom(...CURRENCIES),
    taxesIncluded: fc.boolean(),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
    shipping: fc.array(
      fc.record({
        title: fc.constant('Parcel'),
        amountMinor: amount,
        discountMinor: amount,
        taxes: fc.array(tax, { maxLength: 1 }),
      }),
      { maxLength: 2 },
    ),
    discounts: fc.array(
      fc.record({
        title: fc.constant('SALE'),
        scope: fc.constantFrom('line', 'order', 'shipping'),
        amountMinor: amount,
      }),
      { maxLength: 2 },
    ),
    payments: fc.array(
      fc.record({
        method: fc.constantFrom('card', 'gift_card'),
        kind: fc.constant('sale'),
        status: fc.constant('succeeded'),
        amountMinor: amount,
      }),
      { maxLength: 2 },
    ),
    totals: fc.record({
      linesMinor: amount,
      discountMinor: amount,
      shippingMinor: amount,
      taxMinor: amount,
      feesMinor: amount,
      roundingMinor: fc.integer({ min: -2, max: 2 }),
      grandMinor: amount,
    }),
  })
  .map(({ lines, ...more }) =>
    given({ ...more, lines: lines.map((each, i) => ({ ...each, externalId: `${i}`, sku: `S${i}` })) }),
  );

/** From quantities, prices and rates alone, in the simplest words. */
function worked({ lines, shipping, currency, taxesIncluded, totals: stated }: OrderDocument) {
  let linesMinor = 0;
  let taxMinor = 0;
  let shippingMinor = 0;
  const taxed = (parts: OrderDocument['lines'][number]['taxes'], base: number): void => {
    const all = parts.reduce((sum, { rate }) => sum + Math.round(Number(rate ?? 0) * 10_000), 0);
    for (const { rate, amountMinor } of parts) {
      const share = Math.round(Number(rate ?? 0) * 10_000);
      taxMinor += rate === undefined ? amountMinor : prorate(base, share, taxesIncluded ? 10_000 + all : 10_000);
    }
  };
  for (const each of lines) {
    const price = parseDecimal(each.unitPrice);
    if (!price.ok) throw new Error(price.error);
    linesMinor +=
      roundToMinor(times(price.value, each.quantity), exponentOf(currency as CurrencyCode)) - each.discountMinor;
    taxed(each.taxes, each.totalMinor);
  }
  for (const each of shipping) {
    shippingMinor += each.amountMinor - each.discountMinor;
    taxed(each.taxes, each.amountMinor - each.discountMinor);
  }
  const { feesMinor, roundingMinor } = stated;
  const added = taxesIncluded ? 0 : taxMinor;
  const grandMinor = linesMinor + shippingMinor + added + feesMinor + roundingMinor;
  return { linesMinor, shippingMinor, taxMinor, grandMinor };
}

test('every cent between the computed and the stated totals has a name, whatever a source states', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyOrder, (document) => {
      const { computed, stated, differences } = explainTotals(document);
      expect(computed).toMatchObject(worked(document));
      for (const key of Object.keys(stated) as (keyof typeof stated)[]) {
        const named = differences.reduce((sum, { minor, touches }) => sum + (touches.includes(key) ? minor : 0), 0);
        expect(computed[key] + named).toBe(stated[key]);
      }
      for (const { cause } of differences) seen.set(cause, (seen.get(cause) ?? 0) + 1);
      seen.set(document.currency, (seen.get(document.currency) ?? 0) + 1);
      seen.set(`included ${document.taxesIncluded}`, (seen.get(`included ${document.taxesIncluded}`) ?? 0) + 1);
    }),
    { numRuns: 600, seed: 20_261_124 },
  );
  for (const name of [
    ...CURRENCIES,
    'included true',
    'included false',
    'line-override',
    'tax-override',
    'source-override',
  ])
    expect([name, (seen.get(name) ?? 0) > 0]).toEqual([name, true]);
});

test('a part and the rest of a divided order sum to the whole in every amount, and joined they are the whole again', () => {
  let divided = 0;
  fc.assert(
    fc.property(anyOrder, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), (whole, units) => {
      const moved = new Map(whole.lines.map(({ externalId }, i) => [externalId, units[i] ?? 0]));
      const { rest, part } = divideDocument(whole, moved);
      if (part.lines.length > 0 && rest.lines.length > 0) divided += 1;
      for (const key of [
        'linesMinor',
        'shippingMinor',
        'taxMinor',
        'feesMinor',
        'roundingMinor',
        'grandMinor',
      ] as const) {
        expect(rest.totals[key] + part.totals[key]).toBe(whole.totals[key]);
      }
      const paid = (of: OrderDocument) => of.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      expect(paid(rest) + paid(part)).toBe(paid(whole));
      const joined = joinDocuments(rest, part, null);
      const byName = (of: OrderDocument) => [...of.lines].sort((a, b) => a.externalId.localeCompare(b.externalId));
      expect(byName(joined)).toEqual(byName(whole));
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
  expect(divided).toBeGreaterThan(50);
});

test('an edit moves the stated totals by exactly what the parts moved: what was explained before is explained after', () => {
  let edited = 0;
  fc.assert(
    fc.property(anyOrder, fc.integer({ min: 0, max: 9 }), (document, quantity) => {
      const done = editDocument(document, { quantities: new Map([['0', quantity]]), added: [] });
      if (!done.ok) return;
      edited += 1;
      const sums = (of: OrderDocument) => of.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
      const after = done.value.document;
      expect(after.totals.linesMinor - document.totals.linesMinor).toBe(sums(after) - sums(document));
      expect(after.totals.shippingMinor).toBe(document.totals.shippingMinor);
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
  expect(edited).toBeGreaterThan(100);
});
