import { z } from 'zod';
import {
  AddressValue,
  Currency,
  DecimalText,
  ExternalId,
  GtinValue,
  InstantValue,
  Minor,
  Quantity,
  SkuValue,
  Text,
} from './values.ts';

export const TaxValue = z.object({
  title: z.string().max(200),
  rate: DecimalText.optional().describe('As a fraction: "0.19" is 19 percent.'),
  amountMinor: Minor,
});

export const DiscountValue = z.object({
  title: z.string().max(300),
  code: z.string().max(200).optional(),
  scope: z.enum(['line', 'order', 'shipping']).describe('What the discount was given on.'),
  amountMinor: Minor.min(0),
});

export const OrderLineDocument = z.object({
  externalId: ExternalId,
  sku: SkuValue,
  gtin: GtinValue.optional(),
  title: z.string().max(500).optional(),
  quantity: Quantity,
  unitPrice: DecimalText.describe(
    'Price of one unit before discounts, in whole currency units; may be finer than a cent.',
  ),
  discountMinor: Minor.min(0).default(0).describe('All discounts that fall on this line, order discounts included.'),
  taxes: z.array(TaxValue).max(50).default([]),
  totalMinor: Minor.describe('quantity × unitPrice − discountMinor, as the source rounds it.'),
  requiresShipping: z.boolean().default(true).describe('false for gift cards and services: reserves no stock.'),
});

export const ShippingDocument = z.object({
  title: z.string().max(300),
  code: z.string().max(200).optional(),
  amountMinor: Minor.min(0),
  discountMinor: Minor.min(0).default(0),
  taxes: z.array(TaxValue).max(50).default([]),
});

export const PaymentPart = z.object({
  externalId: ExternalId.optional(),
  method: Text.describe('The way of paying, as the source names it: card, gift_card, invoice …'),
  kind: z.enum(['authorization', 'capture', 'sale', 'void', 'refund']),
  status: z.enum(['pending', 'succeeded', 'failed']),
  amountMinor: Minor.min(0),
  at: InstantValue.optional(),
});

export const OrderTotals = z.object({
  linesMinor: Minor.describe("Sum of the lines' totalMinor, after discounts."),
  discountMinor: Minor.min(0).describe('All discounts, shipping discounts included.'),
  shippingMinor: Minor.describe('Shipping after its discounts.'),
  taxMinor: Minor.describe('All taxes, whether included in the prices or added.'),
  feesMinor: Minor.default(0).describe('Tips, duties, surcharges.'),
  roundingMinor: Minor.default(0).describe('What the source added or took to round the amount, by its own account.'),
  grandMinor: Minor.describe('What the buyer owes for the order as placed.'),
});

export const PAYMENT_STATES = ['pending', 'authorized', 'paid', 'partially-refunded', 'refunded', 'voided'] as const;

/** An order as it crosses the border of the hub, from or to any system. */
export const OrderDocument = z
  .object({
    externalId: ExternalId,
    number: z.string().min(1).max(100).describe('The number that people say: #1001.'),
    kind: z.enum(['sales', 'purchase', 'production']).default('sales'),
    channel: z.enum(['online', 'marketplace', 'store', 'b2b', 'phone']).default('online'),
    placedAt: InstantValue,
    updatedAt: InstantValue.describe("The source's version of the record: an older one never overwrites a newer one."),
    currency: Currency,
    taxesIncluded: z.boolean().default(false).describe('true when the prices contain the taxes.'),
    customer: z
      .object({
        externalId: ExternalId.optional(),
        email: z.string().max(254).optional(),
        phone: z.string().max(60).optional(),
        name: z.string().max(300).optional(),
      })
      .optional(),
    billingAddress: AddressValue.optional(),
    shippingAddress: AddressValue.optional(),
    collectAt: ExternalId.optional().describe(
      "Where the buyer collects the goods, or where those of a purchase order come in: the location's code, or its key in the system that sent the order.",
    ),
    shipBy: InstantValue.optional().describe('Until when the source wants all of it to have left, such as an SLA.'),
    deliverBy: InstantValue.optional().describe(
      'When the source has promised it to the buyer, or when the goods of a purchase order are to come in.',
    ),
    holder: ExternalId.optional().describe(
      'Who holds reservations for the order, such as its cart: it gets those units when it is placed.',
    ),
    lines: z.array(OrderLineDocument).min(1).max(10_000),
    shipping: z.array(ShippingDocument).max(50).default([]),
    discounts: z.array(DiscountValue).max(500).default([]),
    payments: z.array(PaymentPart).max(200).default([]),
    paymentState: z.enum(PAYMENT_STATES).default('pending'),
    totals: OrderTotals,
    cancelledAt: InstantValue.optional(),
    cancelReason: z.string().max(300).optional(),
    note: z.string().max(10_000).optional(),
    tags: z.array(z.string().max(100)).max(250).default([]),
    history: z
      .boolean()
      .default(false)
      .describe('true for orders of the past: they reserve no stock and are sent nowhere.'),
  })
  .describe('A canonical order.');
export type OrderDocument = z.infer<typeof OrderDocument>;
export type OrderLineDocument = z.infer<typeof OrderLineDocument>;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What is read of the answer to an order that was written: what it came to there, and a rounding line beside it. */
export const OrderReceipt = z.object({ total: z.object({ grandMinor: Minor, levelledMinor: Minor }).optional() });
