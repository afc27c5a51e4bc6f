import { randomBytes } from 'node:crypto';
import { signedWebhook } from '../../connectors/marketplace/sender.ts';
import type { OrderDocument } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';

/** How many products the orders of a benchmark spread over: enough that two orders seldom meet, as in a shop. */
export const PRODUCTS = 5_000;

/** A fresh Standard Webhooks secret. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const skuOf = (n: number): string => `BENCH-${String(n % PRODUCTS).padStart(5, '0')}`;

const buyer = (n: number) => ({
  name: `Buyer Number ${n}`,
  line1: `Lange Straße ${n % 200}`,
  city: 'Hamburg',
  postalCode: '20457',
  country: 'DE',
});

/** The nth order of a load: three lines of different products, paid, with addresses and taxes. */
export function benchOrder(n: number, at: string): Omit<OrderDocument, 'placedAt' | 'updatedAt'> & object {
  const taxes = [{ title: 'VAT', rate: '0.19', amountMinor: 319 }];
  const line = (position: number) => ({
    externalId: `${n}-${position}`,
    sku: skuOf(n * 7919 + position * 1667),
    title: `Product of a benchmark, part ${position}`,
    quantity: 1,
    unitPrice: '19.99',
    discountMinor: 0,
    totalMinor: 1999,
    taxes,
    requiresShipping: true,
  });
  return {
    externalId: `order-${n}`,
    number: `#${100_000 + n}`,
    placedAt: at,
    updatedAt: at,
    kind: 'sales',
    channel: 'marketplace',
    currency: 'EUR',
    taxesIncluded: true,
    customer: { externalId: `buyer-${n}`, email: `buyer${n}@example.com`, name: `Buyer Number ${n}` },
    billingAddress: buyer(n),
    shippingAddress: buyer(n),
    lines: [line(1), line(2), line(3)],
    shipping: [{ title: 'Parcel', amountMinor: 490, discountMinor: 0, taxes: [] }],
    discounts: [],
    payments: [{ method: 'card', kind: 'sale', status: 'succeeded', amountMinor: 6487 }],
    paymentState: 'paid',
    totals: {
      linesMinor: 5997,
      discountMinor: 0,
      shippingMinor: 490,
      taxMinor: 957,
      feesMinor: 0,
      roundingMinor: 0,
      grandMinor: 6487,
    },
    tags: [],
    history: false,
  } as never;
}

export type Requests = { readonly count: number; at(index: number): Uint8Array };

export type RequestOptions = {
  readonly path: string;
  readonly secret: string;
  readonly first: number;
  readonly count: number;
  /** Bodies shorter than this are filled up with a note. */
  readonly bodyBytes?: number;
};

/** Signed webhooks of orders `first` to `first + count - 1`, written out in full before the load starts. */
export function orderRequests({ path, secret, first, count, bodyBytes = 0 }: RequestOptions): Requests {
  const now = instantOf(Date.now());
  const requests = Array.from({ length: count }, (_, i) => {
    const order = benchOrder(first + i, now);
    const missing = bodyBytes - JSON.stringify(order).length - 90;
    const data = missing > 0 ? { ...order, note: 'n'.repeat(missing) } : order;
    const { headers, body } = signedWebhook(secret, `msg-${first + i}`, now, { type: 'order.created', data });
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const text = [`POST ${path} HTTP/1.1`, 'host: 127.0.0.1', ...head, `content-length: ${body.length}`, '', ''];
    return Buffer.concat([Buffer.from(text.join('\r\n'), 'latin1'), body]);
  });
  return { count, at: (index) => requests[index] ?? new Uint8Array() };
}
