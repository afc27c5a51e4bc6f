import { z } from '@hono/zod-openapi';
import { CONDITIONS, RESOLUTIONS, RETURN_REASONS, RMA_STATUSES } from '../core/returns/index.ts';

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });
const Json = z.record(z.string(), z.unknown());
const MaybeText = z.string().nullable();
const Units = z.int().min(0);
const Amount = z.int().min(0);

/** Units of a line of the order: by the line's id, its external id, or its SKU. */
export const LineUnits = z.object({
  line: z.string().min(1).max(200).openapi({ example: '1' }),
  quantity: z.int().min(1).max(1_000_000_000).openapi({ example: 1 }),
});

export const ReturnRow = z
  .object({
    id: Uuid,
    number: z.string(),
    orderId: Uuid,
    orderNumber: z.string(),
    status: z.enum(RMA_STATUSES).describe('Derived from the lines.'),
    resolution: z.enum(RESOLUTIONS),
    exception: MaybeText.describe('Why the policy was passed over.'),
    note: MaybeText,
    location: z.string(),
    lines: z.array(
      z.object({
        line: Uuid,
        sku: z.string(),
        reason: z.enum(RETURN_REASONS),
        condition: z.enum(CONDITIONS).describe('As the buyer says.'),
        quantity: Units,
        received: Units,
        kept: Units.describe('Left with the buyer.'),
        cancelled: Units,
        restock: Units,
        refurbish: Units,
        scrap: Units,
        supplier: Units,
        resolved: Units.describe('The buyer has got something for them.'),
      }),
    ),
    trackingNumber: MaybeText,
    labelFormat: MaybeText,
    version: z.int(),
    createdBy: z.string(),
    createdAt: At,
    updatedAt: At,
    labelBase64: MaybeText.optional().describe('Of one return: the label for the buyer to print.'),
    refunds: z.array(Json).optional().describe('Of one return: the refunds that were given for it.'),
    events: z.array(Json).optional(),
  })
  .openapi('Return');

export const ReturnPolicyRow = z
  .object({
    id: Uuid,
    channel: MaybeText,
    windowDays: Units,
    conditions: z.array(z.enum(CONDITIONS)),
    alwaysFor: z.array(z.enum(RETURN_REASONS)),
    feeBps: Units,
    returnlessBelowMinor: Amount.nullable(),
    version: z.int(),
    updatedAt: At,
  })
  .openapi('ReturnPolicy');

export const StoreCreditRow = z
  .object({
    id: Uuid,
    code: z.string(),
    orderId: Uuid,
    orderNumber: z.string(),
    returnId: Uuid,
    currency: z.string(),
    amountMinor: Amount,
    usedMinor: Amount,
    leftMinor: Amount,
    createdAt: At,
  })
  .openapi('StoreCredit');

export const ReturnStateRow = z
  .object({
    id: Uuid,
    number: z.string(),
    status: z.enum(RMA_STATUSES),
    version: z.int().describe('For If-Match.'),
  })
  .openapi('ReturnState', {
    example: { id: '0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f', number: 'R17', status: 'authorized', version: 1 },
  });

export const ResolvedReturnRow = ReturnStateRow.extend({
  refund: Uuid,
  amountMinor: z.int().describe('What the buyer got for the goods, after the fee.'),
  exchange: z
    .object({ id: Uuid, number: z.string(), collectMinor: Amount.describe('To be paid before it is sent.') })
    .optional(),
  credit: Uuid.optional(),
}).openapi('ResolvedReturn');
