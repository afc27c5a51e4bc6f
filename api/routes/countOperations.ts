import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import {
  approveCount,
  type CountAnswer,
  type CountRefusal,
  cancelCount,
  openCount,
  recordCount,
} from '../../core/usecases/operateCount.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, operation, refusal } from '../operation.ts';
import { Changed, LocationCode, Note, PlaceFields, Sku } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** Counting what lies at a location, and bringing the books in line. */
export function countOperations(app: App, context: ApiContext): void {
  addOpen(app, context);
  addRecord(app, context);
  addEnd(app, context, 'approve', 'Apply the variances to the stock as it is now, as differences', approveCount);
  addEnd(app, context, 'cancel', 'End a count without any effect', cancelCount);
}

const answer = (context: ApiContext, done: Result<CountAnswer, CountRefusal>): Answer => {
  context.wakeOutbox();
  return done.ok ? { body: done.value } : refusal(done.error);
};

const Answered = Changed.extend({ lines: z.int() });

function addOpen(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/counts',
      operationId: 'open_count',
      tag: 'counts',
      summary: 'Open a count with a snapshot of the books',
      body: z.object({
        location: LocationCode,
        kind: z.enum(['full', 'cycle']).describe('full counts everything there, cycle the SKUs named.'),
        skus: z.array(Sku).max(10_000).optional(),
        note: Note,
      }),
      answer: Answered,
      status: 201,
    },
    async ({ body, actor }) => answer(context, await openCount({ ...body, actor }, context.environment)),
  );
}

function addRecord(app: App, context: ApiContext): void {
  const counted = z.object({ sku: Sku, quantity: z.int().min(0).openapi({ example: 38 }), ...PlaceFields });
  operation(
    app,
    {
      method: 'post',
      path: '/counts/{id}/lines',
      isGuarded: true,
      operationId: 'record_count',
      tag: 'counts',
      summary: 'Write down what was found; a line counted again is corrected',
      body: z.object({
        lines: z.array(counted).min(1).max(10_000),
        countedAt: z.iso
          .datetime({ offset: true })
          .optional()
          .describe('When it was counted: what moved since is no variance. Now, when absent.'),
      }),
      answer: Answered,
    },
    async ({ id, body, actor, version }) => {
      const countedAt = body.countedAt === undefined ? undefined : (new Date(body.countedAt).toISOString() as Instant);
      const command = { id, actor, version, lines: body.lines, countedAt };
      return answer(context, await recordCount(command, context.environment));
    },
  );
}

function addEnd(app: App, context: ApiContext, verb: string, summary: string, end: typeof approveCount): void {
  operation(
    app,
    {
      method: 'post',
      path: `/counts/{id}/${verb}`,
      isGuarded: true,
      operationId: `${verb}_count`,
      tag: 'counts',
      summary: `${summary}`,
      answer: Answered,
    },
    async ({ id, actor, version }) => answer(context, await end({ id, actor, version }, context.environment)),
  );
}
