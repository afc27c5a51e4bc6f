import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { OrderId } from '../../core/shared/ids.ts';
import { cancelById, confirmPicked } from '../../core/usecases/operateOrder.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;

/** What an operator does to orders. */
export function orderOperations(app: App, context: ApiContext): void {
  cancelOrder(app, context);
  pickOrder(app, context);
}

function cancelOrder(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/cancel',
      operationId: 'cancel_order',
      tag: 'orders',
      summary: 'Cancel what of an order has not shipped; If-Match guards its version',
      body: z.object({ reason: z.string().min(1).max(300) }),
      answer: Done,
      isGuarded: true,
    },
    async ({ id, body, version }) => {
      const done = await cancelById(id as OrderId, body.reason, version, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}

function pickOrder(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/pick',
      operationId: 'pick_order',
      tag: 'orders',
      summary: 'Confirm that the released work of an order is picked',
      answer: Done,
    },
    async ({ id, actor }) => {
      const done = await confirmPicked(id as OrderId, actor, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}
