import fc from 'fast-check';
import { expect, test } from 'vitest';
import { salesforceCommerce } from '../../../connectors/salesforce-commerce/index.ts';
import { ordersXml } from '../../../connectors/salesforce-commerce/simulator/orderExport.ts';
import { orderOf, Purchase } from '../../../connectors/salesforce-commerce/simulator/orders.ts';
import type { OrderDocument } from '../../../core/documents/index.ts';

const AT = '2026-03-02T10:00:00.000Z';
const minor = (max: number) => fc.integer({ min: 0, max });

/** Purchases of any taxation and currency, whose discounts are less than what they are given on. */
const purchases = fc
  .record({
    money: fc.constantFrom(
      { currency: 'EUR', digits: 2 },
      { currency: 'JPY', digits: 0 },
      { currency: 'KWD', digits: 3 },
    ),
    taxation: fc.constantFrom('net' as const, 'gross' as const),
    taxRate: fc.constantFrom(0, 0.05, 0.0725, 0.19),
    lines: fc.array(
      fc.record({
        productId: fc.constantFrom('A', 'B', 'C'),
        quantity: fc.integer({ min: 1, max: 9 }),
        unitMinor: minor(99_999),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    shares: fc.tuple(minor(100), minor(100), minor(100)),
    shippingMinor: minor(5000),
  })
  .map(({ money, shares: [line, order, shipping], lines, shippingMinor, ...purchase }) => {
    const worth = (at: number): number => (lines.at(at)?.unitMinor ?? 0) * (lines.at(at)?.quantity ?? 0);
    const lineDiscountMinor = Math.floor((worth(0) * line) / 200);
    const orderDiscountMinor = Math.floor((worth(-1) * order) / 200);
    const shippingDiscountMinor = Math.floor((shippingMinor * shipping) / 100);
    const discounts = { lineDiscountMinor, orderDiscountMinor, shippingDiscountMinor };
    return Purchase.parse({ ...money, ...purchase, lines, shippingMinor, ...discounts });
  });

function documentOf(raw: unknown): OrderDocument {
  const decoded = salesforceCommerce.topics['order']?.decode(JSON.parse(JSON.stringify(raw)));
  if (!decoded?.ok || decoded.value.kind !== 'documents') throw new Error(JSON.stringify(decoded));
  return decoded.value.documents[0]?.document as OrderDocument;
}

test('any order sums to the cent, and to the same cents by the feed as by the API', () => {
  const reached = { net: 0, gross: 0, orderDiscount: 0, several: 0 };
  fc.assert(
    fc.property(purchases, (purchase) => {
      const order = orderOf(purchase, { orderNo: '00000001', at: AT });
      const [xml] = /<order .*<\/order>/s.exec(ordersXml([order])) ?? [];
      const [api, feed] = [documentOf(order), documentOf({ file: '/o.xml', modifiedAt: AT, xml })];
      for (const { totals, lines, taxesIncluded } of [api, feed]) {
        const added = taxesIncluded ? 0 : totals.taxMinor;
        expect(totals.linesMinor + totals.shippingMinor + added + totals.feesMinor).toBe(totals.grandMinor);
        expect(lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(totals.linesMinor);
      }
      expect(feed.totals).toEqual(api.totals);
      const { lineDiscountMinor, orderDiscountMinor, shippingDiscountMinor } = purchase;
      expect(api.totals.discountMinor).toBe(lineDiscountMinor + orderDiscountMinor + shippingDiscountMinor);
      reached[purchase.taxation] += 1;
      if (orderDiscountMinor > 0) reached.orderDiscount += 1;
      if (purchase.lines.length > 1) reached.several += 1;
    }),
    { numRuns: 120, seed: 20260301 },
  );
  for (const times of Object.values(reached)) expect(times).toBeGreaterThan(20);
});
