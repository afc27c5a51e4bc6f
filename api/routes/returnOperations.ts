import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { CONDITIONS, DISPOSITIONS, RESOLUTIONS, RETURN_REASONS } from '../../core/returns/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { openReturn } from '../../core/usecases/openReturn.ts';
import {
  cancelReturn,
  inspectReturn,
  keepGoods,
  type ReturnTarget,
  receiveReturn,
} from '../../core/usecases/operateReturns.ts';
import { wantReturnLabel } from '../../core/usecases/returnLabel.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { LineUnits, ReturnStateRow } from '../returnSchemas.ts';
import { LocationCode } from '../stockSchemas.ts';
import { changed } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** Goods that come back: authorized, received, inspected, or left with the buyer. */
export function returnOperations(app: App, context: ApiContext): void {
  addOpen(app, context);
  addLabel(app, context);
  addReceive(app, context);
  addInspect(app, context);
  addKeep(app, context);
  addCancel(app, context);
}

export const returnTarget = (call: ReturnTargetCall): ReturnTarget => ({
  id: call.id,
  by: call.actor,
  version: call.version,
});
type ReturnTargetCall = { readonly id: string; readonly actor: string; readonly version: number | undefined };

const shared = { method: 'post', tag: 'returns', answer: ReturnStateRow } as const;
const Lines = z.array(LineUnits).min(1).max(10_000);

function addOpen(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/returns',
      operationId: 'open_return',
      summary: 'Authorize a return of units that left, within the policy or as a named exception',
      body: z
        .object({
          lines: z
            .array(
              LineUnits.extend({
                reason: z.enum(RETURN_REASONS),
                condition: z.enum(CONDITIONS).default('new').describe('As the buyer says.'),
              }),
            )
            .min(1)
            .max(10_000),
          resolution: z.enum(RESOLUTIONS).default('refund').describe('What the buyer wants for them.'),
          location: LocationCode.optional().describe('Where the goods are to come to; the first location when absent.'),
          note: z.string().max(1000).optional(),
          exception: z.string().min(1).max(500).optional().describe('Why the policy is passed over.'),
        })
        .openapi({ example: { lines: [{ line: '1', quantity: 1, reason: 'wrong-size' }], resolution: 'exchange' } }),
      status: 201,
    },
    async ({ id, body, actor }) => changed(context, await openReturn(id as OrderId, body, actor, context.environment)),
  );
}

function addLabel(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/returns/{id}/label',
      operationId: 'label_return',
      summary: 'Ask the carrier for a label from the buyer back; it is with the return once it is bought',
      isGuarded: true,
    },
    async (call) => changed(context, await wantReturnLabel(returnTarget(call), context.environment)),
  );
}

function addReceive(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/returns/{id}/receive',
      operationId: 'receive_return',
      summary: 'Book what came back, all that is expected or the units named; it is held for inspection',
      body: z
        .object({ lines: Lines.optional(), location: LocationCode.optional() })
        .openapi({ example: { lines: [{ line: '1', quantity: 1 }] } }),
      isGuarded: true,
    },
    async (call) => changed(context, await receiveReturn(returnTarget(call), call.body, context.environment)),
  );
}

function addInspect(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/returns/{id}/inspect',
      operationId: 'inspect_return',
      summary: 'Say in which condition goods came and what becomes of them',
      body: z
        .object({
          lines: z
            .array(LineUnits.extend({ condition: z.enum(CONDITIONS), disposition: z.enum(DISPOSITIONS) }))
            .min(1)
            .max(10_000),
          location: LocationCode.optional().describe('Where they lie, when not where the return was to come to.'),
        })
        .openapi({ example: { lines: [{ line: '1', quantity: 1, condition: 'opened', disposition: 'restock' }] } }),
      isGuarded: true,
    },
    async (call) => {
      const { lines, location } = call.body;
      return changed(context, await inspectReturn(returnTarget(call), lines, location, context.environment));
    },
  );
}

function addKeep(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/returns/{id}/keep',
      operationId: 'keep_returned_goods',
      summary: 'Leave goods that were to come with the buyer; they are settled all the same',
      body: z.object({ lines: Lines.optional() }).openapi({ example: {} }),
      isGuarded: true,
    },
    async (call) => changed(context, await keepGoods(returnTarget(call), call.body.lines, context.environment)),
  );
}

function addCancel(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/returns/{id}/cancel',
      operationId: 'cancel_return',
      summary: 'Wait no longer for what has not come',
      isGuarded: true,
    },
    async (call) => changed(context, await cancelReturn(returnTarget(call), context.environment)),
  );
}
