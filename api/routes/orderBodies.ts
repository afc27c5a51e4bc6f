import { z } from '@hono/zod-openapi';
import type { HoldReason } from '../../core/order/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal, OrderTarget } from '../../core/usecases/changeOrder.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, refusal } from '../operation.ts';

export const AnyTag = z.string().trim().min(1).max(100);

export const Portions = z
  .array(
    z.object({
      line: z.string().min(1).max(200).describe('The id of a line, or the external id that its source gave it.'),
      quantity: z.int().min(1).max(1_000_000_000),
    }),
  )
  .min(1)
  .max(10_000);

export const HoldBody = z
  .object({
    reason: z.enum(['payment', 'fraud', 'address', 'manual', 'custom']),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .optional()
      .describe('The name of a custom reason.'),
    note: z.string().max(1000).optional().describe('Why, for those who read the history.'),
  })
  .refine(({ reason, name }) => (reason === 'custom') === (name !== undefined), {
    path: ['name'],
    message: 'a custom reason has a name, and only that',
  })
  .openapi({ example: { reason: 'custom', name: 'credit-limit', note: 'ask accounting' } });

/** The hold that a request names. */
export function holdOf({ reason, name, note }: z.infer<typeof HoldBody>): {
  readonly reason: HoldReason;
  readonly note?: string | undefined;
} {
  return { reason: reason === 'custom' ? `custom:${name}` : reason, note };
}

export const Changed = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    version: z.int().describe('The version after the change, for If-Match.'),
    events: z.array(z.string()).describe('What happened to the order, in its order; none when it was so already.'),
  })
  .openapi('OrderChanged', {
    example: { id: '0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f', version: 7, events: ['OrderHeld'] },
  });

/** Which order a call is about, who calls, and the version that they saw. */
export function targetOf(call: {
  readonly id: string;
  readonly actor: string;
  readonly version: number | undefined;
}): OrderTarget {
  return { id: call.id as OrderId, by: call.actor, version: call.version };
}

/** The answer to a change; what it set in motion is woken. */
export function changed<T extends object>(context: ApiContext, done: Result<T, OrderRefusal>): Answer {
  context.wakeOutbox();
  return done.ok ? { body: done.value } : refusal(done.error);
}

const Totals = z.object({
  linesMinor: z.int(),
  discountMinor: z.int(),
  shippingMinor: z.int(),
  taxMinor: z.int(),
  feesMinor: z.int(),
  roundingMinor: z.int(),
  grandMinor: z.int(),
});

const Explained = z.object({
  computed: Totals.describe('From quantities, unit prices, discounts and rates.'),
  stated: Totals,
  differences: z.array(
    z.object({
      cause: z.string().describe('The name of why they differ: tax-rounding, gift-card, order-discount-not-on-lines …'),
      at: z.string().describe('JSON pointer into the document.'),
      minor: z.int().describe('Added to each total that it touches, it leads from computed to stated.'),
      touches: z.array(z.string()),
    }),
  ),
});

export const OrderMoneyRow = z
  .object({
    currency: z.string(),
    totals: Explained,
    sourceTotals: Explained.nullable().describe("The source's own totals, when the order was changed here after them."),
    settlement: z.object({
      owedMinor: z.int(),
      authorizedMinor: z.int().describe('Authorized, and neither captured nor given free.'),
      capturedMinor: z.int(),
      refundedMinor: z.int(),
      chargedBackMinor: z.int(),
      unmatchedMinor: z.int().describe('Paid back beyond what is known to have been captured.'),
      refundDueMinor: z.int().describe('To pay back.'),
      voidDueMinor: z.int().describe('To give free of an authorization.'),
      collectMinor: z.int().describe('Still to collect.'),
    }),
    destinations: z
      .array(
        z.object({
          connection: z.string(),
          grandMinor: z.int().describe('What it comes to there, before a rounding line of the hub.'),
          linesMinor: z.int().nullable(),
          shippingMinor: z.int().nullable(),
          taxMinor: z.int().nullable(),
          levelledMinor: z.int().describe('The rounding line there.'),
          oursMinor: z.int(),
          causes: z.array(z.object({ cause: z.string(), minor: z.int() })).describe('They sum to grand less ours.'),
          closing: z.enum(['equal', 'rounding-line', 'accepted', 'operator', 'open']),
          closedBy: z.string().nullable(),
          note: z.string().nullable(),
          statedAt: z.string().meta({ format: 'date-time' }),
        }),
      )
      .describe('What the systems that were told of the order make of it.'),
  })
  .openapi('OrderMoney');
