import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ORDER_STATUSES } from '../../core/order/index.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { type BulkAction, bulkOrders } from '../../core/usecases/bulkOrders.ts';
import { orderMoney } from '../../core/usecases/orderMoney.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';
import { OrderRow } from '../schemas.ts';
import { AnyTag, holdOf, OrderMoneyRow } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** Finding orders, doing the same to many of them, and what one costs. */
export function orderSearchRoutes(app: App, context: ApiContext): void {
  addSearch(app, context);
  addBulk(app, context);
  addMoney(app, context);
}

const Text = z.string().min(1).max(200).optional();
const At = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString() as Instant)
  .optional();

const Filter = z.object({
  customer: Text.describe('Email address, phone number, name or external id of the buyer, as the order states it.'),
  number: Text.describe('With or without its #, or the reference.'),
  sku: Text,
  externalId: Text,
  status: z.enum(ORDER_STATUSES).optional(),
  channel: z.enum(['online', 'marketplace', 'store', 'b2b', 'phone']).optional(),
  kind: z.enum(['sales', 'purchase', 'production']).optional(),
  tag: Text,
  from: At.describe('Placed at or after this instant.'),
  to: At.describe('Placed before this instant.'),
  text: Text.describe('Words of names, addresses, titles and notes; "…" keeps words together, - leaves one out.'),
});

function addSearch(app: App, context: ApiContext): void {
  const query = Filter.extend({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(200).optional().describe('From the page before.'),
  });
  const page = z.object({ items: z.array(OrderRow), cursor: z.string().nullable() });
  const route = createRoute({
    method: 'get',
    path: '/api/v1/orders/search',
    operationId: 'search_orders',
    tags: ['orders'],
    summary: 'Find orders, the last placed first; all that is given must hold',
    description: 'The search follows the orders within moments: within a second while the hub rests, later under load.',
    security: [{ apiKey: [] }],
    request: { query },
    responses: {
      200: { description: 'A page.', content: { 'application/json': { schema: page } } },
      400: problemResponse('A filter or the cursor is not valid.'),
      401: problemResponse('No valid API key.'),
      403: problemResponse('The key has not the scope for this.'),
    },
  });
  app.openapi(route, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    return c.json((await context.orderSearch.search(filter, { limit, cursor })) as never, 200);
  });
}

const Reason = {
  reason: z.enum(['payment', 'fraud', 'address', 'manual', 'custom']),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
  note: z.string().max(1000).optional(),
};
const Action = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['hold', 'release']), ...Reason }),
  z.object({ type: z.enum(['tag', 'untag']), tags: z.array(AnyTag).min(1).max(50) }),
  z.object({ type: z.literal('cancel'), reason: z.string().min(1).max(300) }),
]);

const hasItsName = ({ reason, name }: { reason: string; name?: string | undefined }): boolean =>
  (reason === 'custom') === (name !== undefined);

const BulkBody = z
  .object({
    filter: Filter.refine((filter) => Object.values(filter).some((value) => value !== undefined), 'name what to find'),
    action: Action.refine(
      (action) => action.type === 'cancel' || 'tags' in action || hasItsName(action),
      'a custom reason has a name, and only that',
    ),
    limit: z.int().min(1).max(1000).default(200).describe('The most orders that are touched.'),
    preview: z.boolean().default(false).describe('Only say which orders it would be.'),
  })
  .openapi({
    example: {
      filter: { status: 'on-hold', tag: 'gift' },
      action: { type: 'release', reason: 'fraud', note: 'checked' },
      preview: true,
    },
  });

const BulkAnswer = z
  .object({
    outcomes: z.array(
      z.object({
        id: z.string().meta({ format: 'uuid' }),
        number: z.string(),
        outcome: z.enum(['changed', 'unchanged', 'refused', 'found']),
        code: z.string().optional(),
        message: z.string().optional(),
      }),
    ),
    hasMore: z.boolean().describe('More orders are found by the filter than were touched.'),
  })
  .openapi('OrderBulk');

function addBulk(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/bulk',
      operationId: 'bulk_orders',
      tag: 'orders',
      summary: 'Hold, release, tag or cancel every order that a filter finds; each has its outcome',
      body: BulkBody,
      answer: BulkAnswer,
    },
    async ({ body, actor }) => {
      const { filter, limit, preview: isPreview } = body;
      const request = { filter, action: actionOf(body.action), limit, isPreview, by: actor };
      const report = await bulkOrders(request, context.orderSearch.search, context.environment);
      context.wakeOutbox();
      return { body: report };
    },
  );
}

function actionOf(action: z.infer<typeof Action>): BulkAction {
  return action.type === 'cancel' || 'tags' in action ? action : { type: action.type, ...holdOf(action) };
}

function addMoney(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/orders/{id}/money',
    operationId: 'show_order_money',
    tags: ['orders'],
    summary: 'What an order costs, each cent of difference by its cause, and what is paid and due',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: { description: 'Amounts in minor units.', content: { 'application/json': { schema: OrderMoneyRow } } },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such order.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const row = await context.queries.show('orders', id);
    if (!row) return problem(c, 404, 'not-found', { detail: `no order ${id}` }) as never;
    return c.json(orderMoney(row) as never, 200);
  });
}
