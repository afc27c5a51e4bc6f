import { z } from 'zod';
import { Currency, ExternalId, InstantValue, Minor, Quantity, SkuValue } from './values.ts';

export const PaymentDocument = z
  .object({
    externalId: ExternalId,
    orderExternalId: ExternalId,
    method: z.string().max(200),
    kind: z.enum(['authorization', 'capture', 'sale', 'void', 'refund']),
    status: z.enum(['pending', 'succeeded', 'failed']),
    amountMinor: Minor.min(0),
    currency: Currency,
    at: InstantValue,
  })
  .describe('A canonical payment transaction.');
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
