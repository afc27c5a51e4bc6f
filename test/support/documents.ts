/** Canonical documents as a sender writes them. */

export type LineInput = { readonly sku: string; readonly quantity: number };

export function order(externalId: string, lines: readonly LineInput[], more: object = {}): Record<string, unknown> {
  const total = lines.reduce((sum, { quantity }) => sum + quantity * 1000, 0);
  return {
    externalId,
    number: `#${externalId}`,
    placedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    currency: 'EUR',
    paymentState: 'paid',
    customer: { email: 'jane@example.com', name: 'Jane Roe' },
    shippingAddress: { name: 'Jane Roe', line1: 'Street 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    lines: lines.map(({ sku, quantity }, i) => ({
      externalId: `${externalId}-${i + 1}`,
      sku,
      quantity,
      unitPrice: '10.00',
      totalMinor: quantity * 1000,
    })),
    totals: { linesMinor: total, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: total },
    ...more,
  };
}

export function product(sku: string, more: object = {}): Record<string, unknown> {
  return { externalId: `p-${sku}`, sku, title: `Product ${sku}`, updatedAt: '2026-01-01T00:00:00Z', ...more };
}
