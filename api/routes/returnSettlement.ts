import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { CONDITIONS, RESOLUTIONS, RETURN_REASONS } from '../../core/returns/index.ts';
import { resolveReturn } from '../../core/usecases/resolveReturn.ts';
import { useCredit } from '../../core/usecases/useCredit.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';
import { Minor, MoneyMovedRow } from '../paymentSchemas.ts';
import { LineUnits, ResolvedReturnRow } from '../returnSchemas.ts';
import { Sku } from '../stockSchemas.ts';
import { changed, targetOf } from './orderBodies.ts';
import { returnTarget } from './returnOperations.ts';

type App = OpenAPIHono<ApiEnv>;

/** What buyers get for goods, and what is taken back at all. */
export function returnSettlement(app: App, context: ApiContext): void {
  addResolve(app, context);
  addUseCredit(app, context);
  addPolicy(app, context);
}

const Instead = z.object({
  sku: Sku,
  title: z.string().max(500).optional(),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,10})?$/)
    .describe('In whole currency units.'),
  discountMinor: z.int().min(0).default(0),
  taxes: z
    .array(z.object({ title: z.string().max(200), rate: z.string().regex(/^\d(\.\d{1,10})?$/) }))
    .max(10)
    .default([]),
  requiresShipping: z.boolean().default(true),
});

function addResolve(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/returns/{id}/resolve',
      operationId: 'resolve_return',
      tag: 'returns',
      summary: 'Give the buyer what the goods are worth: money, a store credit, or other goods',
      body: z
        .object({
          lines: z.array(LineUnits).min(1).max(10_000).optional().describe('Inspected or kept units; all when absent.'),
          resolution: z.enum(RESOLUTIONS).optional().describe('What the return was opened for when absent.'),
          exchange: z.array(Instead).min(1).max(1000).optional().describe('What is sent instead.'),
          shippingMinor: z.int().min(0).optional(),
          feeMinor: z.int().min(0).optional().describe('Taken off; by the policy when absent.'),
        })
        .openapi({
          example: { resolution: 'exchange', exchange: [{ sku: 'MUG-02', quantity: 1, unitPrice: '24.90' }] },
        }),
      answer: ResolvedReturnRow,
      isGuarded: true,
    },
    async (call) => changed(context, await resolveReturn(returnTarget(call), call.body, context.environment)),
  );
}

function addUseCredit(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/store-credit',
      operationId: 'use_store_credit',
      tag: 'store-credits',
      summary: 'Pay an order with a store credit, as far as it goes',
      body: z
        .object({ code: z.string().min(1).max(50), amountMinor: Minor })
        .openapi({ example: { code: 'C17', amountMinor: 1999 } }),
      answer: MoneyMovedRow,
      isGuarded: true,
    },
    async (call) => changed(context, await useCredit(targetOf(call), call.body, context.environment)),
  );
}

function addPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/return-policies',
      operationId: 'set_return_policy',
      tag: 'return-policies',
      summary: 'Set what is taken back, for how long and for which fee',
      body: z
        .object({
          channel: z
            .enum(['online', 'marketplace', 'store', 'b2b', 'phone'])
            .nullable()
            .default(null)
            .describe('null for every channel without a policy of its own.'),
          windowDays: z.int().min(0).max(3650),
          conditions: z.array(z.enum(CONDITIONS)).min(1),
          alwaysFor: z.array(z.enum(RETURN_REASONS)).default([]).describe("The seller's own faults."),
          feeBps: z.int().min(0).max(10_000).default(0).describe('Taken off: 1000 is 10 %.'),
          returnlessBelowMinor: z.int().min(0).nullable().default(null).describe('Cheaper goods stay with the buyer.'),
        })
        .openapi({ example: { windowDays: 30, conditions: ['new', 'opened'], alwaysFor: ['defective', 'damaged'] } }),
      answer: Done,
    },
    async ({ body, actor }) => {
      await context.setReturnPolicy(body, actor);
      return { body: DONE };
    },
  );
}
