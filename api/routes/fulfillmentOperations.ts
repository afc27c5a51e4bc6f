import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { FULFILLMENT_STATES } from '../../core/fulfillment/index.ts';
import type { Result } from '../../core/shared/result.ts';
import type { WorkRefusal } from '../../core/usecases/openWork.ts';
import { confirmPick, pickShort, startPicking, type WorkState } from '../../core/usecases/operateFulfillment.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;

export const WorkAnswer = z
  .object({
    id: z.string().meta({ format: 'uuid' }),
    number: z.string(),
    state: z.enum(FULFILLMENT_STATES),
    version: z.int().describe('For If-Match.'),
  })
  .openapi('FulfillmentState');

export const Units = z
  .object({
    line: z.string().max(60).optional().describe('The id of an order line.'),
    sku: z
      .string()
      .max(100)
      .optional()
      .describe('Instead of the line: its units are spread over the lines of this SKU.'),
    quantity: z.int().min(1).max(1_000_000),
  })
  .refine(({ line, sku }) => (line === undefined) !== (sku === undefined), 'name a line or a sku')
  .openapi('UnitsOfLine');

export const Scan = z.string().min(1).max(200).describe("The scan's own name: the same scan again changes nothing.");

const ID = '019abc00-0000-7000-8000-000000000001';
export const workExample = (state: string, version: number) => ({ id: ID, number: 'shop-1001-F1', state, version });

/** What a picker does with one fulfillment order. */
export function fulfillmentOperations(app: App, context: ApiContext): void {
  start(app, context);
  pick(app, context);
  short(app, context);
}

/** An operation's outcome as an answer, with the relay woken for what follows from it. */
export function worked(context: ApiContext, done: Result<unknown, WorkRefusal>): Answer {
  context.wakeOutbox();
  return done.ok ? { body: done.value } : refusal(done.error);
}

function start(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/start',
      key: 'name',
      operationId: 'start_picking',
      tag: 'fulfillment',
      summary: 'Begin to pick a fulfillment order',
      answer: WorkAnswer,
      isGuarded: true,
      example: { answer: workExample('picking', 2) satisfies Omit<WorkState, 'state'> },
    },
    async ({ id, version, actor }) =>
      worked(context, await startPicking({ name: id, version, actor }, context.environment)),
  );
}

function pick(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/pick',
      key: 'name',
      operationId: 'confirm_pick',
      tag: 'fulfillment',
      summary: 'Confirm units as picked, or all that is still to pick',
      body: z.object({ units: z.array(Units).min(1).max(10_000).optional(), scan: Scan.optional() }),
      answer: WorkAnswer,
      isGuarded: true,
      example: {
        body: { units: [{ sku: 'MUG-BLUE', quantity: 2 }], scan: 'pda7-000123' },
        answer: workExample('picked', 3),
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await confirmPick({ name: id, version, actor }, body, context.environment)),
  );
}

function short(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/short',
      key: 'name',
      operationId: 'pick_short',
      tag: 'fulfillment',
      summary: 'Give units back that were not found: another location sends them, or they are backordered',
      body: z.object({ units: z.array(Units).min(1).max(10_000), reason: z.string().min(1).max(200) }),
      answer: WorkAnswer,
      isGuarded: true,
      example: {
        body: { units: [{ sku: 'MUG-BLUE', quantity: 1 }], reason: 'not-found' },
        answer: workExample('picked', 4),
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await pickShort({ name: id, version, actor }, body.units, body.reason, context.environment)),
  );
}
