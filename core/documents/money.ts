import { z } from 'zod';
import { Currency, ExternalId, InstantValue, Minor, Quantity, SkuValue } from './values.ts';

export const PaymentDocument = z
  .object({
    externalId: ExternalId,
    orderExternalId: ExternalId.describe("The order's key in the system that sent this, or the hub's reference of it."),
    provider: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Who holds the money, where the sender speaks for another.'),
    paymentExternalId: ExternalId.optional().describe(
      'The payment that the movement belongs to: the key of its authorization or intent at the provider.',
    ),
    reference: z
      .string()
      .max(200)
      .optional()
      .describe("The hub's own id of the movement, where the provider gives it back."),
    method: z.string().max(200),
    kind: z
      .enum(['authorization', 'capture', 'sale', 'void', 'expiry', 'refund', 'chargeback', 'chargeback-reversal'])
      .describe('A sale is an authorization and its capture in one.'),
    status: z.enum(['pending', 'succeeded', 'failed']),
    amountMinor: Minor.min(0).describe('0 only for a void of all that is open.'),
    currency: Currency,
    at: InstantValue.describe('When it was as stated here: of two statements about one movement the later one counts.'),
    expiresAt: InstantValue.optional().describe('Of an authorization: until when it can be captured.'),
    reason: z.string().max(500).optional(),
  })
  .describe('A canonical movement of money at a payment provider.');
export type PaymentDocument = z.infer<typeof PaymentDocument>;

const ReturnedLine = z.object({
  lineExternalId: ExternalId.optional(),
  sku: SkuValue,
  quantity: Quantity,
  amountMinor: Minor.default(0),
  restock: z.boolean().default(false).describe('true when the units go back on the shelf.'),
});

export const RefundDocument = z
  .object({
    externalId: ExternalId,
    orderExternalId: ExternalId,
    currency: Currency,
    amountMinor: Minor.min(0).describe('What the buyer gets back.'),
    lines: z.array(ReturnedLine).max(10_000).default([]),
    shippingMinor: Minor.default(0),
    adjustmentMinor: Minor.default(0).describe('Refunded beyond the lines and shipping.'),
    note: z.string().max(10_000).optional(),
    refundedAt: InstantValue,
  })
  .describe('A canonical refund. amountMinor = lines + shipping + adjustment.');
export type RefundDocument = z.infer<typeof RefundDocument>;

export const ReturnDocument = z
  .object({
    externalId: ExternalId,
    orderExternalId: ExternalId.optional().describe('Absent for a return whose order is not known.'),
    number: z.string().max(100),
    lines: z.array(ReturnedLine).min(1).max(10_000),
    currency: Currency,
    returnedAt: InstantValue,
    history: z.boolean().default(false),
  })
  .describe('A canonical return of goods.');
export type ReturnDocument = z.infer<typeof ReturnDocument>;
