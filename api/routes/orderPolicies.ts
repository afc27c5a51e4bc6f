import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { FINDING_CODES, type HoldPolicy } from '../../core/order/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';
import { readOperation } from '../readOperation.ts';

type App = OpenAPIHono<ApiEnv>;

/** What orders are checked against, and how those that arrive are. */
export function orderPolicies(app: App, context: ApiContext): void {
  addPolicy(app, context);
  listPolicies(app, context);
  listPrices(app, context);
}

/** A reason that holds an order; null for none. */
export const Hold = z
  .string()
  .regex(/^(payment|fraud|address|manual|custom:[a-z0-9][a-z0-9-]{0,39})$/)
  .nullable();

const Channel = z
  .enum(['*', 'online', 'marketplace', 'store', 'b2b', 'phone'])
  .describe('* is for all channels without a policy of their own.');
const Holds = z.partialRecord(z.enum(FINDING_CODES), Hold);

function addPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/validation-policies',
      operationId: 'set_validation_policy',
      tag: 'orders',
      summary: 'Say how orders of a channel are checked when they arrive',
      body: z.object({
        channel: Channel,
        mode: z
          .enum(['off', 'warn', 'hold'])
          .describe('warn records what is found, hold also keeps the order from the warehouse for it.'),
        holds: Holds.default({}).describe(
          'Which finding holds, and how, where it differs from the usual; null lets it pass.',
        ),
      }),
      answer: Done,
      example: { body: { channel: 'marketplace', mode: 'hold', holds: { 'out-of-stock': 'manual' } }, answer: DONE },
    },
    async ({ body: { channel, mode, holds }, actor }) => {
      const policy = mode === 'off' ? null : { mode, holds: holds as Partial<HoldPolicy> };
      await context.setArrivalPolicy(channel, policy, actor);
      return { body: DONE };
    },
  );
}

function listPolicies(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/validation-policies',
      operationId: 'list_validation_policies',
      tag: 'orders',
      summary: 'How orders are checked when they arrive, by channel',
      query: z.object({}),
      answer: z.object({
        items: z.array(
          z.object({
            channel: Channel,
            mode: z.enum(['warn', 'hold']),
            holds: Holds,
            setBy: z.string(),
            updatedAt: z.string(),
          }),
        ),
      }),
    },
    async () => ({ body: { items: await context.arrivalPolicies() } }),
  );
}

function listPrices(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/prices',
      operationId: 'list_prices',
      tag: 'orders',
      summary: 'The prices that orders are checked against, by SKU',
      query: z.object({
        sku: z.string().max(100).optional(),
        currency: z.string().max(3).optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
        cursor: z.string().max(300).optional().describe('From the page before.'),
      }),
      answer: z.object({
        items: z.array(
          z.object({
            sku: z.string(),
            currency: z.string(),
            unitPrice: z.string(),
            toleranceBps: z.int(),
            updatedAt: z.string(),
          }),
        ),
        cursor: z.string().nullable(),
      }),
    },
    async (query) => ({ body: await context.listPrices(query) }),
  );
}
