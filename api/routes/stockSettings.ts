import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { UnknownSetting } from '../../core/ports/index.ts';
import type { Result } from '../../core/shared/result.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, DONE, Done, operation, refusal } from '../operation.ts';
import { Day, LocationCode, Quantity, Sku } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** What people decide about stock: what is to come, how it is sold beyond what is there, what channels are shown. */
export function stockSettings(app: App, context: ApiContext): void {
  addIncoming(app, context);
  addChangeIncoming(app, context);
  addCancelIncoming(app, context);
  addSellingPolicy(app, context);
  addSafetyStock(app, context);
  addChannelPolicy(app, context);
  addRepublish(app, context);
}

const answer = (context: ApiContext, set: Result<void, UnknownSetting>, body: unknown = DONE): Answer => {
  context.wakeOutbox();
  return set.ok ? { body } : refusal(set.error);
};
const WithId = z.object({ id: z.string() });
const newId = ({ environment }: ApiContext): string => environment.ids.next();

function addIncoming(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/incoming',
      operationId: 'add_incoming',
      tag: 'incoming',
      summary: 'Say what is to come, where and on which day',
      body: z.object({
        sku: Sku,
        location: LocationCode,
        quantity: Quantity,
        dueOn: Day,
        reference: z.string().min(1).max(200).openapi({ example: 'PO-1042' }),
        unitCostMinor: z.int().min(0).nullable().default(null).openapi({ example: 799 }),
      }),
      answer: WithId,
      status: 201,
    },
    async ({ body, actor }) => {
      const id = newId(context);
      return answer(context, await context.stockSettings.addIncoming(id, body, actor), { id });
    },
  );
}

function addChangeIncoming(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/incoming/{id}',
      operationId: 'change_incoming',
      tag: 'incoming',
      summary: 'Give what is to come another day or quantity',
      body: z.object({ dueOn: Day.optional(), quantity: Quantity.optional() }),
      answer: Done,
      isGuarded: true,
    },
    async ({ id, body, version, actor }) =>
      answer(context, await context.stockSettings.changeIncoming(id, body, version, actor)),
  );
}

function addCancelIncoming(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'delete',
      path: '/incoming/{id}',
      operationId: 'cancel_incoming',
      tag: 'incoming',
      summary: 'Say that what has not come will not come',
      answer: Done,
      isGuarded: true,
    },
    async ({ id, version, actor }) =>
      answer(context, await context.stockSettings.changeIncoming(id, { cancel: true }, version, actor)),
  );
}

const Limit = z
  .int()
  .min(0)
  .nullable()
  .default(null)
  .describe('Most units promised beyond the stock; null is no bound.');
const LeadDays = z.int().min(0).max(3650).nullable().default(null).describe('Days until units beyond known supply.');
const Policy = z.discriminatedUnion('selling', [
  z.object({ selling: z.literal('stock') }),
  z.object({ selling: z.literal('backorder'), limit: Limit, leadDays: LeadDays }),
  z.object({ selling: z.literal('preorder'), limit: Limit, leadDays: LeadDays, availableOn: Day }),
]);

function addSellingPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/selling-policies',
      operationId: 'set_selling_policy',
      tag: 'selling-policies',
      summary: 'Say how a product is sold beyond its stock',
      body: z.object({ sku: Sku, policy: Policy }),
      answer: Done,
      example: {
        body: { sku: 'MUG-01', policy: { selling: 'backorder', limit: 100, leadDays: 21 } },
        answer: DONE,
      },
    },
    async ({ body, actor }) =>
      answer(context, await context.stockSettings.setSellingPolicy(body.sku, body.policy, actor)),
  );
}

function addSafetyStock(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/safety-stocks',
      operationId: 'set_safety_stock',
      tag: 'safety-stocks',
      summary: 'Say how many units of a product at a location are never promised ahead',
      body: z.object({ sku: Sku, location: LocationCode, quantity: z.int().min(0).openapi({ example: 5 }) }),
      answer: Done,
    },
    async ({ body: { sku, location, quantity }, actor }) =>
      answer(context, await context.stockSettings.setSafetyStock(sku, location, quantity, actor)),
  );
}

function addChannelPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/channel-policies',
      operationId: 'set_channel_policy',
      tag: 'channel-policies',
      summary: 'Say what a channel is not shown: a buffer, given or computed, and a cap',
      body: z.object({
        connection: z.string().min(1).max(63).openapi({ example: 'shop' }),
        sku: Sku.nullable().default(null).describe('One product; null for all without a policy of their own.'),
        buffer: z
          .int()
          .min(0)
          .default(0)
          .openapi({ example: 2 })
          .describe('Units kept back; the least, when computed.'),
        oversellProbability: z
          .number()
          .gt(0)
          .lt(1)
          .nullable()
          .default(null)
          .openapi({ example: 0.01 })
          .describe('Compute the buffer from lag and sales so that overselling is at most this likely.'),
        cap: z.int().min(0).nullable().default(null).openapi({ example: 50 }).describe('Most units that are shown.'),
      }),
      answer: Done,
    },
    async ({ body, actor }) =>
      answer(context, await context.stockSettings.setChannelPolicy(newId(context), body, actor)),
  );
}

function addRepublish(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/publications',
      operationId: 'republish_stock',
      tag: 'publications',
      summary: 'Tell a channel every level again, not only what changed',
      body: z.object({ connection: z.string().min(1).max(63).openapi({ example: 'shop' }) }),
      answer: z.object({ products: z.int() }),
    },
    async ({ body: { connection } }) => {
      const products = await context.republishStock(connection);
      context.wakeOutbox();
      if (products !== null) return { body: { products } };
      return refusal({ code: 'unknown-connection', message: `there is no connection ${connection}` });
    },
  );
}
