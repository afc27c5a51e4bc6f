import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { LabelReceipt } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;

/** What stopped goes on: messages and deliveries that wait for a person. */
export function retryOperations(app: App, context: ApiContext): void {
  retryMessage(app, context);
  retryDelivery(app, context);
  resolveDelivery(app, context);
}

function retryMessage(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/inbox/{id}/retry',
      key: 'number',
      operationId: 'retry_message',
      tag: 'inbox',
      summary: 'Apply a parked, dead or ignored message again',
      answer: Done,
    },
    async ({ id, actor }) =>
      (await context.retryMessage(id, actor)) ? { body: DONE } : { status: 404, code: 'not-found' },
  );
}

function retryDelivery(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/deliveries/{id}/retry',
      key: 'number',
      operationId: 'retry_delivery',
      tag: 'deliveries',
      summary: 'Send a refused delivery again',
      answer: Done,
    },
    async ({ id, actor }) =>
      (await context.retryDelivery(id, actor)) ? { body: DONE } : { status: 404, code: 'not-found' },
  );
}

function resolveDelivery(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/deliveries/{id}/resolve',
      key: 'number',
      operationId: 'resolve_delivery',
      tag: 'deliveries',
      summary: 'Say whether a write of unknown outcome arrived',
      body: z.object({
        landed: z.boolean(),
        receipt: LabelReceipt.optional().describe('The numbers of a label that was bought.'),
      }),
      answer: Done,
    },
    async ({ id, body, actor }) => {
      const resolved = await context.resolveDelivery(id, body, actor);
      return resolved.ok ? { body: DONE } : refusal(resolved.error);
    },
  );
}
