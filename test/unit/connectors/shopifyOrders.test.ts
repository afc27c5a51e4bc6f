import { describe, expect, test } from 'vitest';
import { EXTREMES, shopifyLine, shopifyOrder } from '../../../connectors/shopify/conformance/bodies.ts';
import { decodeOrderBody } from '../../../connectors/shopify/orderDocument.ts';
import { decodePulledOrder } from '../../../connectors/shopify/orders.ts';
import { orderNode } from '../../../connectors/shopify/simulator/nodes.ts';
import type { WireOrder } from '../../../connectors/shopify/wire.ts';
import type { CanonicalRecord, OrderDocument, RefundDocument } from '../../../core/documents/index.ts';
import { type CurrencyCode, formatMinor } from '../../../core/shared/money.ts';

function decoded(body: unknown): readonly CanonicalRecord[] {
  const result = decodeOrderBody(body);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  if (result.value.kind !== 'documents') throw new Error(result.value.reason);
  return result.value.documents;
}

function orderOf(body: unknown): OrderDocument {
  const record = decoded(body)[0];
  if (record?.name !== 'order') throw new Error('no order');
  return record.document;
}

function refundsOf(body: unknown): RefundDocument[] {
  return decoded(body).flatMap((record) => (record.name === 'refund' ? [record.document] : []));
}

const byAbout = (about: string): WireOrder => {
  const found = EXTREMES.find((extreme) => extreme.about.includes(about));
  if (!found) throw new Error(about);
  return found.body;
};

describe('an order of Shopify', () => {
  test.each(EXTREMES)('$about: a webhook and a pull of it are the same document', ({ body }) => {
    const pulled = decodePulledOrder(JSON.parse(JSON.stringify(orderNode(body))));
    expect(pulled).toEqual(decodeOrderBody(body));
  });

  test.each(EXTREMES)('$about: parts and totals sum', ({ body }) => {
    const { totals, lines, taxesIncluded } = orderOf(body);
    expect(lines.reduce((sum, line) => sum + line.totalMinor, 0)).toBe(totals.linesMinor);
    const { linesMinor, shippingMinor, feesMinor, roundingMinor, taxMinor, grandMinor } = totals;
    const tax = taxesIncluded ? 0 : taxMinor;
    expect(linesMinor + shippingMinor + feesMinor + roundingMinor + tax).toBe(grandMinor);
  });

  const untouched = EXTREMES.filter(({ about }) => !about.includes('taken off'));
  test.each(untouched)("$about: totals are the source's to the last digit", ({ body }) => {
    const { totals, currency } = orderOf(body);
    const code = currency as CurrencyCode;
    const plain = (amount: string | null | undefined) => Number(amount ?? 0);
    expect(plain(formatMinor(totals.grandMinor, code))).toBe(plain(body.total_price));
    expect(plain(formatMinor(totals.taxMinor, code))).toBe(plain(body.total_tax));
    expect(plain(formatMinor(totals.discountMinor, code))).toBe(plain(body.total_discounts));
  });

  test('each discount says what it gave and on what', () => {
    expect(orderOf(byAbout('discounts by code')).discounts).toEqual([
      { title: 'SPRING10', code: 'SPRING10', scope: 'order', amountMinor: 733 },
      { title: 'Scratched', scope: 'line', amountMinor: 500 },
      { title: 'Free shipping', scope: 'shipping', amountMinor: 990 },
    ]);
  });

  test('a gift card asks for no stock, and a tip is a fee and no line', () => {
    const order = orderOf(byAbout('a gift card bought'));
    expect(order.lines.map(({ sku, requiresShipping }) => [sku, requiresShipping])).toEqual([
      ['variant-7001', false],
      ['SKU-2', true],
    ]);
    expect(order.totals.feesMinor).toBe(800);
  });

  test('units taken off are gone from the line with their money, units that came back stay on it', () => {
    const { lines, totals } = orderOf(byAbout('taken off'));
    expect(lines.map(({ quantity, totalMinor, discountMinor }) => [quantity, totalMinor, discountMinor])).toEqual([
      [2, 1933, 67],
      [2, 1600, 0],
    ]);
    expect(totals).toMatchObject({ linesMinor: 3533, taxMinor: 367, discountMinor: 67, grandMinor: 3900 });
  });

  test('partial refunds add up, and only what came back is put on the shelf', () => {
    const [taken, returned] = refundsOf(byAbout('taken off'));
    expect(taken).toMatchObject({ amountMinor: 1151, adjustmentMinor: 0, lines: [{ quantity: 1, restock: false }] });
    expect(returned).toMatchObject({
      amountMinor: 800,
      adjustmentMinor: 0,
      lines: [{ amountMinor: 800, restock: true }],
    });
  });

  test('an order of which every unit was taken off counts as cancelled and is shown as placed', () => {
    const refund = {
      id: 1,
      created_at: '2026-03-02T10:00:00Z',
      refund_line_items: [{ line_item_id: 1, quantity: 1, restock_type: 'cancel' }],
    };
    const order = orderOf(shopifyOrder({ refunds: [refund] }));
    expect(order.cancelledAt).toBe(order.updatedAt);
    expect(order.lines).toHaveLength(1);
    expect(order.totals.grandMinor).toBe(1000);
  });

  const STATES = [
    ['paid', 'paid'],
    ['authorized', 'authorized'],
    ['partially_paid', 'pending'],
    ['partially_refunded', 'partially-refunded'],
    ['a_status_of_tomorrow', 'pending'],
    [null, 'pending'],
  ] as const;
  test.each(STATES)('financial status %s is the payment state %s', (status, state) => {
    expect(orderOf(shopifyOrder({ financial_status: status })).paymentState).toBe(state);
  });

  test('an id beyond 2^53 is taken from the global id, which kept its digits', () => {
    const body = shopifyOrder({
      id: Number('820982911946154508'),
      admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
    });
    expect(orderOf(body).externalId).toBe('820982911946154508');
  });

  test('instants of any zone are kept in UTC', () => {
    expect(orderOf(shopifyOrder()).updatedAt).toBe('2026-03-01T14:00:05.000Z');
  });

  test('an amount finer than the currency is a fault that names the place', () => {
    const result = decodeOrderBody(shopifyOrder({ total_price: '10.001' }));
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-amount', at: '/total_price' } });
  });

  test('a unit price finer than a cent is kept, and its line is rounded once', () => {
    const line = shopifyLine(1, { price: '0.0125', quantity: 100 });
    expect(orderOf(shopifyOrder({ line_items: [line], total_price: '1.25' })).lines[0]).toMatchObject({
      unitPrice: '0.0125',
      totalMinor: 125,
    });
  });
});
