import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { moveBins, planPicks } from '../../core/usecases/moveBins.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { Day, LocationCode, PlaceFields, Quantity, Sku } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** Where in a location units lie, of which lots, in which units and of what bundles are made. */
export function stockPlaces(app: App, context: ApiContext): void {
  addMove(app, context);
  addPicks(app, context);
  addBin(app, context);
  addBundle(app, context);
  addUnit(app, context);
}

function addMove(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/stock/moves',
      operationId: 'move_stock',
      tag: 'stock',
      summary: 'Move units within a location: put them away, into another bin, or into a lot',
      body: z.object({
        sku: Sku,
        location: LocationCode,
        quantity: Quantity,
        ...PlaceFields,
        toBin: z.string().min(1).max(100).optional().openapi({ example: 'B-02-1' }),
        toLot: z.string().min(1).max(100).optional().describe('Gives units without a lot one.'),
      }),
      answer: z.object({ moved: z.int() }),
    },
    async ({ body, actor }) => {
      const done = await moveBins({ ...body, actor }, context.environment);
      return done.ok ? { body: done.value } : refusal(done.error);
    },
  );
}

const PickAnswer = z
  .object({
    picks: z.array(
      z.object({
        sku: z.string(),
        bin: z.string().nullable(),
        lot: z.string().nullable(),
        expiresOn: z.string().nullable(),
        quantity: z.int(),
      }),
    ),
    unplaced: z.array(z.object({ sku: z.string(), quantity: z.int() })),
  })
  .openapi('PickPlan', {
    example: {
      picks: [{ sku: 'TEA-02', bin: 'A-01-2', lot: 'L2026-03', expiresOn: '2026-09-30', quantity: 6 }],
      unplaced: [],
    },
  });

function addPicks(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/stock/picks',
      operationId: 'plan_picks',
      tag: 'stock',
      summary: 'Say where to take units from: first expired first, in walking order. Nothing is moved',
      body: z.object({
        location: LocationCode,
        lines: z
          .array(z.object({ sku: Sku, quantity: Quantity }))
          .min(1)
          .max(1000),
        keepsUntil: Day.optional().describe('Leaves out lots that expire before this day.'),
      }),
      answer: PickAnswer,
    },
    async ({ body }) => {
      const plan = await planPicks(body, context.environment);
      return plan.ok ? { body: plan.value } : refusal(plan.error);
    },
  );
}

function addBin(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/bins',
      operationId: 'set_bin',
      tag: 'bins',
      summary: 'Add a bin to a location, or change its zone and its place on the walk',
      body: z.object({
        location: LocationCode,
        code: z.string().min(1).max(100).openapi({ example: 'A-01-2' }),
        zone: z.string().min(1).max(50).nullable().default(null).openapi({ example: 'A' }),
        walk: z.int().min(0).max(1_000_000_000).default(0).openapi({ example: 120 }).describe('Order of walking.'),
      }),
      answer: Done,
    },
    async ({ body, actor }) => {
      const set = await context.stockSettings.addBin(context.environment.ids.next(), body, actor);
      return set.ok ? { body: DONE } : refusal(set.error);
    },
  );
}

function addBundle(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/bundles',
      operationId: 'set_bundle',
      tag: 'bundles',
      summary: 'Make a product a bundle of others; without components it is a product of its own again',
      body: z.object({
        sku: Sku.openapi({ example: 'GIFT-SET' }),
        components: z
          .array(z.object({ sku: Sku, quantity: z.int().min(1).max(10_000).openapi({ example: 2 }) }))
          .max(100),
      }),
      answer: Done,
    },
    async ({ body: { sku, components }, actor }) => {
      const set = await context.stockSettings.setBundle(sku, components, actor);
      context.wakeOutbox();
      return set.ok ? { body: DONE } : refusal(set.error);
    },
  );
}

function addUnit(app: App, context: ApiContext): void {
  const part = z.int().min(1).max(1_000_000_000);
  operation(
    app,
    {
      method: 'put',
      path: '/units',
      operationId: 'set_unit',
      tag: 'units',
      summary: 'Say how many base units one of another unit is, exactly',
      body: z.object({
        sku: Sku,
        code: z.string().min(1).max(10).openapi({ example: 'CT' }).describe('UN/ECE Recommendation 20 or 21.'),
        numerator: part.openapi({ example: 24 }),
        denominator: part.default(1).openapi({ example: 1 }),
      }),
      answer: Done,
    },
    async ({ body: { sku, ...unit }, actor }) => {
      const set = await context.stockSettings.setUnit(sku, unit, actor);
      return set.ok ? { body: DONE } : refusal(set.error);
    },
  );
}
