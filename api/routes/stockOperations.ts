import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { adjustStock, releaseReservation, reserveStock } from '../../core/usecases/operateStock.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { LocationCode, PlaceFields, Reason, ReasonCode, Sku, UnitCode } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** What a shop or an operator does to stock. */
export function stockOperations(app: App, context: ApiContext): void {
  addReserveStock(app, context);
  addReleaseReservation(app, context);
  addAdjustStock(app, context);
}

function addReserveStock(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/reservations',
      operationId: 'reserve_stock',
      tag: 'stock',
      summary: 'Hold units of a product for a while, all or none',
      body: z.object({
        sku: z.string().min(1).max(100),
        quantity: z.int().min(1).max(1_000_000),
        location: LocationCode.optional().describe('Only from here, such as the store where they are to be collected.'),
        holder: z
          .string()
          .min(1)
          .max(200)
          .describe('Who holds them: a cart, a quote. An order that names it gets them.'),
        seconds: z.int().min(1).max(604_800).default(900),
      }),
      answer: z.array(z.record(z.string(), z.unknown())),
      status: 201,
    },
    async ({ body }) => {
      const held = await reserveStock(body, context.environment);
      return held.ok ? { body: held.value } : refusal(held.error);
    },
  );
}

function addReleaseReservation(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'delete',
      path: '/reservations/{id}',
      operationId: 'release_reservation',
      tag: 'stock',
      summary: 'Give held units back before their time',
      answer: Done,
    },
    async ({ id }) => {
      const done = await releaseReservation(id, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}

function addAdjustStock(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/stock/adjustments',
      operationId: 'adjust_stock',
      tag: 'stock',
      summary: 'Change what lies at a location, with a reason',
      body: z.object({
        sku: Sku,
        location: LocationCode,
        difference: z.int().min(-1_000_000_000).max(1_000_000_000).openapi({ example: -3 }),
        unit: UnitCode,
        reason: Reason,
        reasonCode: ReasonCode.default('other').describe(
          'The reason as a code; it must fit the sign of the difference.',
        ),
        ...PlaceFields,
      }),
      answer: z.object({ onHand: z.int() }),
    },
    async ({ body, actor }) => {
      const done = await adjustStock({ ...body, actor }, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: done.value } : refusal(done.error);
    },
  );
}
