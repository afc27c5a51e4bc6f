import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Result } from '../../core/shared/result.ts';
import {
  cancelTransfer,
  openTransfer,
  receiveTransfer,
  sendTransfer,
  type TransferAnswer,
  type TransferRefusal,
} from '../../core/usecases/operateTransfer.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, operation, refusal } from '../operation.ts';
import { Changed, Day, LocationCode, Note, PlaceFields, Quantity, Sku } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** Goods on their way between two locations of one's own. */
export function transferOperations(app: App, context: ApiContext): void {
  addOpen(app, context);
  addSend(app, context);
  addReceive(app, context);
  addCancel(app, context);
}

const answer = (context: ApiContext, done: Result<TransferAnswer, TransferRefusal>): Answer => {
  context.wakeOutbox();
  return done.ok ? { body: done.value } : refusal(done.error);
};

const Line = z.object({ sku: Sku, quantity: Quantity });

function addOpen(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/transfers',
      operationId: 'open_transfer',
      tag: 'transfers',
      summary: 'Ask for units to go from one location to another',
      body: z.object({
        from: LocationCode,
        to: LocationCode.openapi({ example: 'store-7' }),
        lines: z.array(Line).min(1).max(1000),
        expectedOn: Day.optional().describe('Day of arrival, for what is promised by date.'),
        note: Note,
      }),
      answer: Changed,
      status: 201,
    },
    async ({ body, actor }) => answer(context, await openTransfer({ ...body, actor }, context.environment)),
  );
}

function addSend(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/transfers/{id}/send',
      isGuarded: true,
      operationId: 'send_transfer',
      tag: 'transfers',
      summary: 'Send units: all that is open, or the lines named',
      body: z.object({ lines: z.array(Line.extend(PlaceFields)).min(1).max(1000).optional() }),
      answer: Changed,
    },
    async ({ id, body, actor, version }) =>
      answer(context, await sendTransfer({ id, actor, version, ...body }, context.environment)),
  );
}

function addReceive(app: App, context: ApiContext): void {
  const units = z.int().min(0).max(1_000_000_000).default(0);
  const arrived = z.object({
    sku: Sku,
    received: units.openapi({ example: 10 }),
    damaged: units.openapi({ example: 1 }),
    lost: units.openapi({ example: 1 }),
    reason: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .default(null)
      .openapi({ example: 'box was open' })
      .describe('Required for a loss.'),
    ...PlaceFields,
  });
  operation(
    app,
    {
      method: 'post',
      path: '/transfers/{id}/receive',
      isGuarded: true,
      operationId: 'receive_transfer',
      tag: 'transfers',
      summary: 'Book what arrived, arrived broken, and is missing; in parts if need be',
      body: z.object({ lines: z.array(arrived).min(1).max(1000) }),
      answer: Changed,
    },
    async ({ id, body, actor, version }) =>
      answer(context, await receiveTransfer({ id, actor, version, ...body }, context.environment)),
  );
}

function addCancel(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/transfers/{id}/cancel',
      isGuarded: true,
      operationId: 'cancel_transfer',
      tag: 'transfers',
      summary: 'Give up what was not sent yet',
      answer: Changed,
    },
    async ({ id, actor, version }) =>
      answer(context, await cancelTransfer({ id, actor, version }, context.environment)),
  );
}
