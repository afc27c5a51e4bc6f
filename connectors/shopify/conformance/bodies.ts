import type { ShipmentDocument } from '../../../core/documents/index.ts';
import { LOCATIONS } from '../simulator/catalog.ts';
import type { SimOrder } from '../simulator/shop.ts';
import { WireOrder } from '../wire.ts';

type Line = WireOrder['line_items'][number];

/** A line of one unit at 10.00, without discounts or taxes. */
export function shopifyLine(id: number, more: Partial<Line> = {}): Line {
  return {
    id,
    sku: `SKU-${id}`,
    variant_id: 7000 + id,
    product_id: 8000 + id,
    title: `Item ${id}`,
    name: `Item ${id}`,
    quantity: 1,
    price: '10.00',
    discount_allocations: [],
    tax_lines: [],
    requires_shipping: true,
    gift_card: false,
    ...more,
  };
}

/** An order body with all that a webhook carries; each test says what is different. */
export function shopifyOrder(more: Partial<WireOrder> = {}): WireOrder {
  return WireOrder.parse({
    id: 5001,
    admin_graphql_api_id: 'gid://shopify/Order/5001',
    name: '#1001',
    created_at: '2026-03-01T09:00:00-05:00',
    processed_at: '2026-03-01T09:00:00-05:00',
    updated_at: '2026-03-01T09:00:05-05:00',
    currency: 'EUR',
    taxes_included: false,
    email: 'zoe@example.com',
    phone: null,
    customer: { id: 77, first_name: 'Zoë', last_name: 'Müller' },
    billing_address: null,
    shipping_address: {
      name: 'Zoë Müller',
      company: null,
      address1: 'Hauptstraße 1',
      address2: '',
      city: 'Köln',
      zip: '50667',
      province_code: null,
      country_code: 'DE',
      phone: null,
    },
    line_items: [shopifyLine(1)],
    shipping_lines: [],
    discount_applications: [],
    financial_status: 'paid',
    cancelled_at: null,
    cancel_reason: null,
    note: null,
    tags: '',
    source_name: 'web',
    total_price: '10.00',
    total_tax: '0.00',
    total_discounts: '0.00',
    total_tip_received: '0.00',
    refunds: [],
    ...more,
  });
}

const set = (amount: string, currency = 'EUR') => ({ shop_money: { amount, currency_code: currency } });
const refundOf = (line: number, quantity: number, restock: string, subtotal: string, tax: string) => ({
  id: 9000 + line,
  created_at: '2026-03-02T10:00:00Z',
  note: null,
  refund_line_items: [
    {
      line_item_id: line,
      quantity,
      restock_type: restock,
      subtotal_set: set(subtotal),
      total_tax_set: set(tax),
      line_item: { sku: `SKU-${line}`, variant_id: 7000 + line },
    },
  ],
  refund_shipping_lines: [],
});

/** Orders at the edges of what Shopify sends. Their totals are what Shopify's own arithmetic gives. */
export const EXTREMES: readonly { readonly about: string; readonly body: WireOrder }[] = [
  { about: 'a plain order', body: shopifyOrder() },
  {
    about: 'words of every script, emoji and right-to-left text',
    body: shopifyOrder({
      note: 'שלום 🎁 — «Ω»\u200f',
      tags: 'café, 日本, vip',
      line_items: [shopifyLine(1, { name: 'T-Shirt 王🐉 — größe XL', sku: 'シャツ-XL' })],
      customer: { id: 1, first_name: '明', last_name: '王' },
    }),
  },
  {
    about: '500 lines',
    body: shopifyOrder({
      line_items: Array.from({ length: 500 }, (_, i) =>
        shopifyLine(i + 1, { price: '0.99', quantity: 3, tax_lines: [{ title: 'VAT', price: '0.56', rate: 0.19 }] }),
      ),
      total_tax: '280.00',
      total_price: '1765.00',
    }),
  },
  {
    about: 'a currency without minor units, written with zeros behind the point',
    body: shopifyOrder({
      currency: 'JPY',
      line_items: [shopifyLine(1, { price: '1500', quantity: 2 }), shopifyLine(2, { price: '500.00' })],
      total_tax: '350',
      total_price: '3850',
    }),
  },
  {
    about: 'a currency with three decimals',
    body: shopifyOrder({
      currency: 'KWD',
      line_items: [shopifyLine(1, { price: '1.255', quantity: 2 })],
      total_price: '2.510',
    }),
  },
  {
    about: 'discounts by code on the order, on one line, by hand and on the shipping',
    body: shopifyOrder({
      line_items: [
        shopifyLine(1, {
          price: '20.00',
          quantity: 3,
          discount_allocations: [
            { amount: '6.00', discount_application_index: 0 },
            { amount: '5.00', discount_application_index: 1 },
          ],
          tax_lines: [{ title: 'VAT', price: '9.31', rate: 0.19 }],
        }),
        shopifyLine(2, { price: '13.33', discount_allocations: [{ amount: '1.33', discount_application_index: 0 }] }),
      ],
      shipping_lines: [
        {
          title: 'Express',
          code: 'express',
          price: '9.90',
          discount_allocations: [{ amount: '9.90', discount_application_index: 2 }],
          tax_lines: [],
        },
      ],
      discount_applications: [
        { type: 'discount_code', code: 'SPRING10', target_type: 'line_item', target_selection: 'all' },
        { type: 'manual', title: 'Scratched', target_type: 'line_item', target_selection: 'explicit' },
        { type: 'automatic', title: 'Free shipping', target_type: 'shipping_line', target_selection: 'all' },
      ],
      total_discounts: '22.23',
      total_tax: '9.31',
      total_price: '70.31',
    }),
  },
  {
    about: 'prices that contain the taxes, two of them, and shipping with its own',
    body: shopifyOrder({
      taxes_included: true,
      line_items: [
        shopifyLine(1, {
          price: '119.00',
          tax_lines: [
            { title: 'VAT', price: '15.97', rate: 0.19 },
            { title: 'Eco', price: '3.03', rate: 0.0000001 },
          ],
        }),
      ],
      shipping_lines: [
        {
          title: 'Parcel',
          price: '5.95',
          discount_allocations: [],
          tax_lines: [{ title: 'VAT', price: '0.95', rate: 0.19 }],
        },
      ],
      total_tax: '19.95',
      total_price: '124.95',
    }),
  },
  {
    about: 'a gift card bought, a tip, duties and fees',
    body: shopifyOrder({
      line_items: [
        shopifyLine(1, { gift_card: true, requires_shipping: false, price: '50.00', sku: null }),
        shopifyLine(2, { price: '12.50', quantity: 2 }),
        shopifyLine(3, {
          title: 'Tip',
          name: 'Tip',
          price: '4.00',
          requires_shipping: false,
          product_id: null,
          variant_id: null,
        }),
      ],
      total_tip_received: '4.00',
      original_total_duties_set: set('3.10'),
      original_total_additional_fees_set: set('0.90'),
      total_price: '83.00',
    }),
  },
  {
    about: 'units taken off before they left, and units that came back',
    body: shopifyOrder({
      line_items: [
        shopifyLine(1, {
          price: '10.00',
          quantity: 3,
          discount_allocations: [{ amount: '1.00', discount_application_index: 0 }],
          tax_lines: [{ title: 'VAT', price: '5.51', rate: 0.19 }],
        }),
        shopifyLine(2, { price: '8.00', quantity: 2 }),
      ],
      discount_applications: [
        { type: 'discount_code', code: 'ONE', target_type: 'line_item', target_selection: 'all' },
      ],
      total_discounts: '1.00',
      total_tax: '5.51',
      total_price: '50.51',
      financial_status: 'partially_refunded',
      refunds: [
        {
          ...refundOf(1, 1, 'cancel', '9.67', '1.84'),
          transactions: [{ kind: 'refund', status: 'success', amount: '11.51', currency: 'EUR' }],
        },
        {
          ...refundOf(2, 1, 'return', '8.00', '0.00'),
          note: 'did not fit',
          transactions: [{ kind: 'refund', status: 'success', amount: '8.00', currency: 'EUR' }],
        },
      ],
    }),
  },
  {
    about: 'a cancelled order from a till',
    body: shopifyOrder({ cancelled_at: '2026-03-02T08:00:00Z', cancel_reason: 'customer', source_name: 'pos' }),
  },
];

/** A shipment of everything on a simulated order, from its own location, with the nth tracking number. */
export function shopifyShipment({ body }: SimOrder, n: number): ShipmentDocument {
  const lines = body.line_items.map(({ id, sku, quantity }) => ({
    lineExternalId: String(id),
    sku: sku ?? '',
    quantity,
  }));
  return {
    reference: `shop-${n}`,
    orderExternalId: String(body.id),
    location: LOCATIONS[0],
    lines,
    carrier: 'UPS',
    trackingNumber: `1Z${n}`,
  };
}
