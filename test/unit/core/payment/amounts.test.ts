import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OrderDocument } from '../../../../core/documents/index.ts';
import { reconcilePayout, shippedValue, unitsValue } from '../../../../core/payment/index.ts';
import type { CurrencyCode } from '../../../../core/shared/money.ts';
import { readPayout } from '../../../../pipelines/payments/readPayout.ts';
import { sampleOrder } from '../../../support/sampleOrder.ts';

const folder = mkdtempSync(join(tmpdir(), 'payout-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string): string => {
  const path = join(folder, `${Math.random()}.csv`);
  writeFileSync(path, text);
  return path;
};
const COLUMNS = { externalId: 'id', kind: 'type', amount: 'amount', fee: 'fee', kinds: { charge: 'payment' } } as const;

const line = (externalId: string, quantity: number, totalMinor: number, more: object = {}) => ({
  ...{ externalId, sku: externalId, quantity, unitPrice: '1.00', totalMinor },
  ...more,
});
const given = (currency: string, lines: readonly object[], totals: object): OrderDocument =>
  OrderDocument.parse({
    ...{ ...sampleOrder(1), currency, lines, shipping: [], discounts: [], taxesIncluded: true },
    totals: { linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, ...totals },
  });

describe('what is due for the units that left', () => {
  test.each(['JPY', 'EUR', 'KWD'])(
    'sums to the whole order in %s, whatever its minor unit and the parts',
    (currency) => {
      const document = given(currency, [line('1', 3, 1000), line('2', 7, 999)], {
        grandMinor: 2149,
        shippingMinor: 150,
      });
      const parts = [
        [1, 0],
        [1, 2],
        [3, 2],
        [3, 6],
        [3, 7],
      ].map(([one = 0, two = 0]) =>
        shippedValue(
          document,
          new Map([
            ['1', one],
            ['2', two],
          ]),
        ),
      );
      expect(parts[0]).toBe(333 + 150);
      expect(parts.at(-1)).toBe(2149);
      for (const [i, value] of parts.entries()) expect(value).toBeGreaterThanOrEqual(parts[i - 1] ?? 0);
    },
  );

  test('counts a tax that is not in the prices, and services with the first units', () => {
    const taxed = line('1', 2, 1000, { taxes: [{ title: 'VAT', rate: '0.19', amountMinor: 190 }] });
    const service = line('2', 1, 500, { requiresShipping: false });
    const document = { ...given('EUR', [taxed, service], { grandMinor: 1690, taxMinor: 190 }), taxesIncluded: false };
    expect(shippedValue(document, new Map())).toBe(0);
    expect(shippedValue(document, new Map([['1', 1]]))).toBe(595 + 500);
    expect(shippedValue(document, new Map([['1', 2]]))).toBe(1690);
  });

  test('leaves no rest where a line is paid back unit by unit', () => {
    const document = given('EUR', [line('1', 3, 1000)], { grandMinor: 1000 });
    const [whole] = document.lines;
    if (!whole) throw new Error('the order has a line');
    const each = [1, 2, 3].map((n) => unitsValue(document, whole, n) - unitsValue(document, whole, n - 1));
    expect(each).toEqual([333, 334, 333]);
  });
});

describe('a payout file', () => {
  test.each([
    ['JPY', '1500', '15', 1500, 15],
    ['EUR', '15.00', '0.15', 1500, 15],
    ['KWD', '1.500', '0.015', 1500, 15],
  ])('of %s is read by its digits', async (currency, amount, fee, amountMinor, feeMinor) => {
    const path = file(`id,type,amount,fee\ntx-1,charge,${amount},${fee}\nrf-1,refund,-${amount},\n`);
    expect(await readPayout(path, currency as CurrencyCode, COLUMNS)).toEqual({
      ok: true,
      value: [
        { externalId: 'tx-1', kind: 'payment', amountMinor, feeMinor },
        { externalId: 'rf-1', kind: 'refund', amountMinor: -amountMinor, feeMinor: 0 },
      ],
    });
  });

  test('that cannot be read whole is not taken, and says which lines are wrong', async () => {
    const path = file('id,type,amount,fee\ntx-1,charge,1.005,0\n,charge,1.00,0\ntx-3,bonus,1.00,0\n');
    const read = await readPayout(path, 'EUR' as CurrencyCode, COLUMNS);
    expect(read).toMatchObject({ ok: false, error: { code: 'unreadable-payout' } });
    for (const part of ['line 2: 1.005 EUR', 'line 3: it has no key', 'line 4: "bonus"']) {
      expect(JSON.stringify(read).replaceAll('\\"', '"')).toContain(part);
    }
    expect(await readPayout(file('id,amount\n'), 'EUR' as CurrencyCode, COLUMNS)).toMatchObject({
      error: { message: 'there is no column type; there are id, amount' },
    });
    expect(await readPayout(join(folder, 'none.csv'), 'EUR' as CurrencyCode, COLUMNS)).toMatchObject({ ok: false });
  });

  test('has a finding for each line, and its difference is what is stated less its lines', () => {
    const entry = {
      id: 'e1',
      externalId: 'tx',
      kind: 'capture',
      status: 'succeeded',
      amountMinor: 100,
      currency: 'EUR',
    } as const;
    const lines = [
      { externalId: 'tx', kind: 'payment', amountMinor: 100, feeMinor: 3 },
      { externalId: 'tx', kind: 'refund', amountMinor: -100, feeMinor: 0 },
    ] as const;
    const found = reconcilePayout({ currency: 'EUR', statedMinor: -2, lines }, [{ ...entry, isPaidOut: false }]);
    expect(found.lines.map(({ finding }) => finding)).toEqual(['matched', 'unknown']);
    expect([found.summedMinor, found.differenceMinor]).toEqual([-3, 1]);
    const other = reconcilePayout({ currency: 'USD', statedMinor: 97, lines: [lines[0]] }, [
      { ...entry, isPaidOut: false },
    ]);
    expect(other.lines).toMatchObject([{ finding: 'currency-differs', ledgerMinor: 100 }]);
    const pending = reconcilePayout({ currency: 'EUR', statedMinor: 97, lines: [lines[0]] }, [
      { ...entry, status: 'pending', isPaidOut: false },
    ]);
    expect(pending.lines).toMatchObject([{ finding: 'not-succeeded' }]);
  });
});
