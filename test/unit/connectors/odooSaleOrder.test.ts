import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeOrder, type SaleLine, saleLines, taxTolerance } from '../../../connectors/odoo/saleOrder.ts';
import { OdooSettings } from '../../../connectors/odoo/settings.ts';
import { OrderDocument } from '../../../core/documents/index.ts';
import { parseDecimal, roundToMinor, times } from '../../../core/shared/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../core/shared/money.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';

const SETTINGS = OdooSettings.parse({
  baseUrl: 'https://erp.example.com',
  database: 'main',
  apiKey: 'a-key-of-the-hub',
});

/** What Odoo makes of a line: price × quantity, rounded to the currency. */
function subtotal({ price, quantity }: SaleLine, currency: string): number {
  const decimal = parseDecimal(price);
  if (!decimal.ok) throw new Error(decimal.error);
  return roundToMinor(times(decimal.value, quantity), exponentOf(currency as CurrencyCode));
}

const sumOf = (lines: readonly SaleLine[], currency: string): number =>
  lines.reduce((sum, line) => sum + subtotal(line, currency), 0);

function order(line: object, more: object = {}): OrderDocument {
  const lines = [{ externalId: '1', sku: 'A', title: 'Apple', quantity: 1, unitPrice: '1', totalMinor: 100, ...line }];
  const totalMinor = (lines[0] as { totalMinor: number }).totalMinor;
  const totals = { linesMinor: totalMinor, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: totalMinor };
  return OrderDocument.parse({ ...sampleOrder(1), shipping: [], lines, totals, ...more });
}

describe('lines of a sale order', () => {
  test('an order goes over line by line, and its shipping as a service', () => {
    expect(saleLines(encodeOrder(sampleOrder(1)), SETTINGS)).toEqual([
      { sku: 'MUG-01', title: 'Mug', kind: 'goods', quantity: 2, price: '19.99', taxes: [] },
      { sku: 'TEA-02', title: 'Tea', kind: 'goods', quantity: 1, price: '5.00', taxes: [] },
      { sku: 'SHIPPING', title: 'Parcel', kind: 'service', quantity: 1, price: '4.90', taxes: [] },
    ]);
  });

  test.each([
    [
      'a discount that no percentage hits',
      { quantity: 3, unitPrice: '9.99', discountMinor: 100, totalMinor: 2897 },
      'Discount: Apple',
      '-1.00',
    ],
    [
      'a price finer than a cent',
      { quantity: 1000, unitPrice: '0.0525', totalMinor: 5250 },
      'Price difference: Apple',
      '2.50',
    ],
    [
      'a total that the shop rounded its own way',
      { quantity: 3, unitPrice: '3.33', totalMinor: 1000 },
      'Price difference: Apple',
      '0.01',
    ],
  ])('%s stands on a line of its own', (_about, line, title, price) => {
    const [main, difference, ...rest] = saleLines(encodeOrder(order(line)), SETTINGS);
    expect(main).toMatchObject({ sku: 'A', quantity: line.quantity });
    expect(difference).toMatchObject({ sku: 'DISCOUNT', title, price, quantity: 1 });
    expect(rest).toEqual([]);
  });

  test('what is not shipped is a service, a free delivery no line, fees and rounding have names', () => {
    const totals = {
      linesMinor: 100,
      discountMinor: 0,
      shippingMinor: 0,
      taxMinor: 0,
      feesMinor: 30,
      roundingMinor: -1,
      grandMinor: 129,
    };
    const shipping = [{ title: 'Free', amountMinor: 490, discountMinor: 490 }];
    const lines = saleLines(encodeOrder(order({ requiresShipping: false }, { totals, shipping })), SETTINGS);
    expect(lines.map(({ sku, title, kind, price }) => [sku, title, kind, price])).toEqual([
      ['A', 'Apple', 'service', '1'],
      ['FEE', 'Fees', 'service', '0.30'],
      ['FEE', 'Rounding', 'service', '-0.01'],
    ]);
  });

  test('a currency without decimals has none in its lines', () => {
    const yen = order({ unitPrice: '500', quantity: 2, discountMinor: 70, totalMinor: 930 }, { currency: 'JPY' });
    expect(saleLines(encodeOrder(yen), SETTINGS).map(({ price }) => price)).toEqual(['500', '-70']);
  });

  test('a difference of one unit for each tax of each line may be rounding', () => {
    const taxes = [{ title: 'MwSt', rate: '0.19', amountMinor: 16 }];
    expect(taxTolerance(saleLines(encodeOrder(order({ taxes })), SETTINGS))).toBe(1);
    expect(taxTolerance(saleLines(encodeOrder(order({})), SETTINGS))).toBe(0);
  });

  test("Odoo's subtotals are the order's to the cent, whatever prices, discounts and digits", () => {
    const line = fc.record({
      price: fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9999 })),
      quantity: fc.integer({ min: 1, max: 5000 }),
      off: fc.integer({ min: 0, max: 5000 }),
    });
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
    let withDifference = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        currency,
        fc.integer({ min: 0, max: 4 }),
        (lines, code, digits) => {
          const wire = lines.map(({ price: [whole, part], quantity, off }, i) => {
            const unitPrice = `${whole}.${String(part).padStart(4, '0')}`;
            const decimal = parseDecimal(unitPrice);
            if (!decimal.ok) throw new Error(decimal.error);
            const totalMinor = roundToMinor(times(decimal.value, quantity), exponentOf(code as CurrencyCode)) - off;
            return { externalId: String(i), sku: `S${i}`, quantity, unitPrice, discountMinor: off, totalMinor };
          });
          const linesMinor = wire.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
          const totals = {
            linesMinor,
            discountMinor: 0,
            shippingMinor: 490,
            taxMinor: 0,
            grandMinor: linesMinor + 490,
          };
          const document = OrderDocument.parse({ ...sampleOrder(1), currency: code, lines: wire, totals });
          const sent = saleLines(encodeOrder(document), { ...SETTINGS, priceDecimals: digits });
          expect(sumOf(sent, code)).toBe(totals.grandMinor);
          withDifference += sent.filter(({ sku }) => sku === 'DISCOUNT').length;
        },
      ),
      { numRuns: 300, seed: 11 },
    );
    expect(withDifference).toBeGreaterThan(200);
  });
});
