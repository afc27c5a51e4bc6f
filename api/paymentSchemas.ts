import { z } from '@hono/zod-openapi';
import { ENTRY_KINDS, ENTRY_STATUSES, PAYOUT_KINDS } from '../core/payment/index.ts';

/** The fields that operations on money share. Amounts are in minor units of the order's currency. */
export const Provider = z.string().min(1).max(100).openapi({ example: 'stripe' }).describe('Who holds the money.');
export const Method = z.string().min(1).max(200).openapi({ example: 'card' });
export const Minor = z.int().min(1).max(Number.MAX_SAFE_INTEGER).openapi({ example: 4990 });
export const ProviderKey = z.string().min(1).max(200).openapi({ example: 'ch_3Nabc' });
export const PaymentName = z
  .string()
  .min(1)
  .max(300)
  .openapi({ example: 'stripe/pi_3Nabc' })
  .describe('Which payment of the order; all of them when absent.');
export const When = z.iso.datetime({ offset: true }).openapi({ example: '2026-03-02T10:00:00Z' });
export const WhyText = z.string().min(1).max(500);

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });
const Json = z.record(z.string(), z.unknown());
const MaybeText = z.string().nullable();
const Amount = z.int().min(0);

const Entry = z.object({
  id: z.string().describe('A uuid, or stated/… for what only the source of the order states.'),
  payment: z.string().describe('Entries of one payment belong together.'),
  provider: z.string(),
  method: z.string(),
  kind: z.enum(ENTRY_KINDS),
  status: z.enum(ENTRY_STATUSES).describe('pending: asked for, and not known to have happened.'),
  amountMinor: Amount,
  externalId: MaybeText.describe("The provider's own key of the movement."),
  at: At,
  statedAt: At.nullable(),
  expiresAt: At.nullable(),
  cause: MaybeText.describe('The refund or the shipment that it belongs to.'),
  reason: MaybeText,
});

export const PaymentRow = Entry.extend({
  orderId: Uuid,
  orderNumber: z.string(),
  orderReference: z.string(),
  currency: z.string(),
  createdAt: At,
}).openapi('PaymentEntry');

export const Sums = z
  .object({
    authorizedMinor: Amount,
    openMinor: Amount.describe('Authorized, and neither captured nor given free.'),
    capturedMinor: Amount,
    voidedMinor: Amount,
    expiredMinor: Amount,
    refundedMinor: Amount,
    chargedBackMinor: Amount,
    keptMinor: Amount.describe('Captured, and neither refunded nor charged back.'),
    unauthorizedMinor: Amount.describe('Captured or ended beyond the authorizations that are known.'),
    unmatchedMinor: Amount.describe('Paid back beyond what is known to have been captured.'),
    pendingCaptureMinor: Amount,
    pendingVoidMinor: Amount,
    pendingRefundMinor: Amount,
    pendingAuthorizationMinor: Amount,
  })
  .openapi('PaymentSums');

export const RefundRow = z
  .object({
    id: Uuid,
    amountMinor: Amount.describe('lines + shipping + adjustment.'),
    lines: z.array(z.object({ line: z.string(), quantity: z.int(), amountMinor: Amount })),
    shippingMinor: z.int(),
    adjustmentMinor: z.int(),
    returnId: Uuid.nullable(),
    reason: z.string(),
  })
  .openapi('Refund');

export const OrderPaymentsRow = z
  .object({
    currency: z.string(),
    sums: Sums,
    payments: z.array(
      z.object({
        payment: z.string(),
        provider: z.string(),
        method: z.string(),
        sums: Sums,
        entries: z.array(Entry),
      }),
    ),
    refunds: z.array(RefundRow),
  })
  .openapi('OrderPayments');

export const MoneyMovedRow = z
  .object({
    id: Uuid.describe('The order.'),
    version: z.int().describe("The order's version after it."),
    entries: z
      .array(
        z.object({
          id: Uuid,
          kind: z.enum(ENTRY_KINDS),
          status: z.enum(ENTRY_STATUSES),
          amountMinor: Amount,
          provider: z.string(),
        }),
      )
      .describe('What began or changed; nothing when it was so already.'),
  })
  .openapi('MoneyMoved', {
    example: {
      id: '0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f',
      version: 4,
      entries: [
        {
          id: '0199a0b5-1a11-7d2a-8f3e-0a1b2c3d4e5f',
          kind: 'capture',
          status: 'pending',
          amountMinor: 4990,
          provider: 'stripe',
        },
      ],
    },
  });

export const PaymentPolicyRow = z
  .object({
    id: Uuid,
    provider: z.string(),
    capture: z.enum(['manual', 'shipment']),
    isReauthorizing: z.boolean(),
    version: z.int(),
    updatedAt: At,
  })
  .openapi('PaymentPolicy');

export const PayoutLineValue = z.object({
  externalId: ProviderKey,
  kind: z.enum(PAYOUT_KINDS),
  amountMinor: z.int().describe('Signed as it changes the payout: a refund is negative.').openapi({ example: 4990 }),
  feeMinor: z.int().default(0).describe('Taken off the amount.').openapi({ example: 175 }),
});

export const PayoutRow = z
  .object({
    id: Uuid,
    provider: z.string(),
    reference: z.string(),
    currency: z.string(),
    statedMinor: z.int(),
    summedMinor: z.int().describe('What the lines come to after fees.'),
    differenceMinor: z.int().describe('stated less summed.'),
    feeMinor: z.int(),
    lines: z.int(),
    open: z.int().describe('Lines that are not as the ledger has them.'),
    paidAt: At,
    createdBy: z.string(),
    createdAt: At,
    payoutLines: z.array(Json).optional().describe('Of one payout: its lines, each with its finding.'),
    awaited: z.array(Json).optional().describe('Of one payout: movements before it that no payout has had yet.'),
  })
  .openapi('Payout');

export const PayoutReportRow = z
  .object({
    id: Uuid,
    summedMinor: z.int(),
    differenceMinor: z.int(),
    findings: z.record(z.string(), z.int()).describe('How many lines have which finding.'),
    open: z.array(
      PayoutLineValue.extend({ finding: z.string(), entry: Uuid.nullable(), ledgerMinor: z.int().nullable() }),
    ),
  })
  .openapi('PayoutReport');
