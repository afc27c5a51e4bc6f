import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { closeDifference, stateTotals } from '../../core/usecases/stateTotals.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { readOperation } from '../readOperation.ts';
import { targetOf } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** What orders come to elsewhere, and how each difference was closed. */
export function totalsOperations(app: App, context: ApiContext): void {
  addState(app, context);
  addClose(app, context);
  addPolicy(app, context);
  addReport(app, context);
}

const Destination = z.string().min(1).max(100).openapi({ example: 'erp' }).describe('The name of a connection.');

function addState(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/destination-totals',
      operationId: 'state_destination_totals',
      tag: 'money',
      summary: 'Say what an order comes to at a destination; each difference is named and closed by its policy',
      body: z
        .object({
          connection: Destination,
          grandMinor: z.int(),
          linesMinor: z.int().optional(),
          shippingMinor: z.int().optional(),
          taxMinor: z.int().optional(),
          levelledMinor: z.int().optional().describe('A rounding line that stands there beside it.'),
        })
        .openapi({ example: { connection: 'erp', grandMinor: 11900, taxMinor: 1900 } }),
      answer: Done,
    },
    async (call) => {
      const done = await stateTotals(targetOf(call), call.body, context.environment);
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}

function addClose(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/close-difference',
      operationId: 'close_difference',
      tag: 'money',
      summary: 'Close a difference that no policy closes, with the reason',
      body: z
        .object({ connection: Destination, note: z.string().min(1).max(500) })
        .openapi({ example: { connection: 'erp', note: 'the buyer was given a credit note there' } }),
      answer: Done,
    },
    async (call) => {
      const done = await closeDifference(targetOf(call), call.body, context.environment);
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}

function addPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/closing-policies',
      operationId: 'set_closing_policy',
      tag: 'money',
      summary: 'Set up to how much rounding is accepted at a destination, for each order',
      body: z
        .object({ connection: Destination, toleranceMinor: z.int().min(0).max(1_000_000) })
        .openapi({ example: { connection: 'erp', toleranceMinor: 2 } }),
      answer: Done,
    },
    async ({ body: { connection, toleranceMinor }, actor }) => {
      if (await context.setClosingPolicy(connection, toleranceMinor, actor)) return { body: DONE };
      return refusal({ code: 'unknown-connection', message: `there is no connection ${connection}` });
    },
  );
}

const Report = z
  .object({
    day: z.string(),
    rows: z.array(
      z.object({
        connection: z.string(),
        currency: z.string(),
        closing: z.enum(['equal', 'rounding-line', 'accepted', 'operator', 'open']),
        cause: z.string().nullable().describe('null for orders without a difference.'),
        orders: z.int(),
        sumMinor: z.int(),
        absoluteMinor: z.int().describe('The differences without their sign.'),
      }),
    ),
  })
  .openapi('ClosedDifferences');

function addReport(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/closed-differences',
      operationId: 'report_closed_differences',
      tag: 'money',
      summary: 'How the differences of a day were closed, by destination and cause',
      query: z.object({ day: z.iso.date().openapi({ example: '2026-03-31' }).describe('In UTC.') }),
      answer: Report,
    },
    async ({ day }) => ({ body: { day, rows: await context.closedDifferences(day) } }),
  );
}
