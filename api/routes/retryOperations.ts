import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';

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
      operationId: 'resolve_delivery',
      tag: 'deliveries',
      summary: 'Say whether a write of unknown outcome arrived',
      body: z.object({ landed: z.boolean() }),
      answer: Done,
    },
    async ({ id, body, actor }) =>
      (await context.resolveDelivery(id, body.landed, actor)) ? { body: DONE } : { status: 404, code: 'not-found' },
  );
}
