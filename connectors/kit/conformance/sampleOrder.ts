import { OrderDocument } from '../../../core/documents/index.ts';

/** A canonical order of two lines, the nth of its kind: 2 × 19.99 and 1 × 5.00 with shipping of 4.90, EUR. */
export function sampleOrder(n: number): OrderDocument {
  return OrderDocument.parse({
    externalId: `ext-${n}`,
    number: `#${1000 + n}`,
    placedAt: '2026-03-01T10:00:00Z',
    updatedAt: '2026-03-01T10:05:00Z',
    currency: 'EUR',
    customer: { externalId: `c-${n}`, email: `buyer${n}@example.com`, name: 'Zoë Müller' },
    billingAddress: { name: 'Zoë Müller', line1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
    shippingAddress: { name: 'Zoë Müller', line1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
    lines: [
      { externalId: '1', sku: 'MUG-01', title: 'Mug', quantity: 2, unitPrice: '19.99', totalMinor: 3998 },
      { externalId: '2', sku: 'TEA-02', title: 'Tea', quantity: 1, unitPrice: '5.00', totalMinor: 500 },
    ],
    shipping: [{ title: 'Parcel', amountMinor: 490 }],
    paymentState: 'paid',
    totals: { linesMinor: 4498, discountMinor: 0, shippingMinor: 490, taxMinor: 0, grandMinor: 4988 },
  });
}

const WORDS = 'Ζωή 王🐉 👩‍🚀 Ångström «שלום» ß';

/** The same order at the edges of what an order can be. Each of them adds up. */
export function extremeOrders(order: OrderDocument): Readonly<Record<string, OrderDocument>> {
  const [line] = order.lines;
  if (!line) throw new Error('an order has a line');
  const priced = (currency: string, unitPrice: string, totalMinor: number, count = 1): OrderDocument =>
    OrderDocument.parse({
      ...order,
      currency,
      lines: Array.from({ length: count }, (_, i) => ({
        ...line,
        externalId: String(i + 1),
        quantity: 2,
        unitPrice,
        totalMinor,
      })),
      shipping: [],
      totals: {
        linesMinor: totalMinor * count,
        discountMinor: 0,
        shippingMinor: 0,
        taxMinor: 0,
        grandMinor: totalMinor * count,
      },
    });
  const address = { ...order.shippingAddress, name: WORDS, line1: WORDS, city: WORDS };
  return {
    'an order of five hundred lines': priced(order.currency, '3.00', 600, 500),
    'an order in yen': priced('JPY', '1500', 3000),
    'an order in dinars': priced('KWD', '1.255', 2510),
    'an order in every script': OrderDocument.parse({
      ...order,
      customer: { ...order.customer, name: WORDS },
      shippingAddress: address,
      billingAddress: address,
      lines: order.lines.map((each) => ({ ...each, title: WORDS })),
      note: WORDS,
    }),
  };
}
