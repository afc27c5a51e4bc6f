import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { LabelReceipt } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;

/** What stopped goes on: messages and deliveries that wait for a person. */
export function retryOperations(app: App, context: ApiContext): void {
  retryMessage(app, context);
  replayMessages(app, context);
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

const Replay = z
  .strictObject({
    ids: z
      .array(z.string().regex(/^\d{1,18}$/))
      .min(1)
      .max(10_000)
      .optional(),
    connection: z.uuid().optional(),
    topic: z.string().max(200).optional(),
    state: z.enum(['applied', 'ignored', 'parked', 'dead']).optional(),
    since: z.iso.datetime({ offset: true }).optional().describe('Received at or after.'),
  })
  .refine((filter) => Object.values(filter).some((value) => value !== undefined), { message: 'say which messages' });

function replayMessages(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/inbox/replay',
      operationId: 'replay_messages',
      tag: 'inbox',
      summary: 'Go through stored messages again, as if they came now; what is as it was changes nothing',
      body: Replay,
      answer: z.object({ messages: z.int() }),
    },
    async ({ body, actor }) => ({ body: { messages: await context.replay(body, actor) } }),
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
