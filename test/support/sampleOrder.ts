import { OrderDocument } from '../../core/documents/index.ts';

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
