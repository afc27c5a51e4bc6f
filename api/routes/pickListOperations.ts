import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { InstantValue } from '../../core/documents/index.ts';
import { PICK_STRATEGIES } from '../../core/fulfillment/index.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { confirmPicks } from '../../core/usecases/confirmPicks.ts';
import { createPickLists } from '../../core/usecases/pickLists.ts';
import { placeProduct } from '../../core/usecases/placeProduct.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';
import { Scan, worked } from './fulfillmentOperations.ts';

type App = OpenAPIHono<ApiEnv>;

const Planned = z
  .array(
    z.object({
      id: z.string().meta({ format: 'uuid' }),
      number: z.string(),
      zone: z.string().nullable(),
      orders: z.int(),
      units: z.int(),
    }),
  )
  .describe('Empty when nothing waits.');

/** Lists by which a location is picked. */
export function pickListOperations(app: App, context: ApiContext): void {
  create(app, context);
  confirm(app, context);
  print(app, context);
  place(app, context);
}

const LIST_ID = '019abc00-0000-7000-8000-00000000000a';
const PICK_ID = '019abc00-0000-7000-8000-00000000000b';

const NewLists = z.object({
  location: z.string().min(1).max(200).describe('The code of the location.'),
  strategy: z.enum(PICK_STRATEGIES).default('batch'),
  wave: z.string().min(1).max(100).optional().describe('A name for what goes out together.'),
  fulfillmentOrders: z
    .array(z.string().max(200))
    .min(1)
    .max(10_000)
    .optional()
    .describe('Ids or numbers; all that wait when absent.'),
  placedBefore: InstantValue.optional().describe('Only orders placed before this instant: those that make a cut-off.'),
  maxOrders: z.int().min(1).max(1000).default(20).describe('At most so many fulfillment orders on one list.'),
  maxUnits: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(200)
    .describe('At most so many units on one list, but for an order alone.'),
  limit: z.int().min(1).max(10_000).default(1000).describe('At most so many fulfillment orders in all.'),
});

function create(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/pick-lists',
      operationId: 'create_pick_lists',
      tag: 'pick-lists',
      summary: 'Make pick lists of the work that waits at a location',
      body: NewLists,
      answer: Planned,
      status: 201,
      example: {
        body: { location: 'main', strategy: 'wave', wave: 'noon', maxOrders: 12 },
        answer: [{ id: LIST_ID, number: 'PL17', zone: null, orders: 12, units: 31 }],
      },
    },
    async ({ body, actor }) => {
      const placedBefore = body.placedBefore as Instant | undefined;
      return worked(context, await createPickLists({ ...body, placedBefore }, actor, context.environment));
    },
  );
}

const Results = z.object({
  picks: z
    .array(
      z.object({
        pick: z.string().max(60).describe('The id of a stop of the list.'),
        picked: z.int().min(0).max(1_000_000).default(0),
        short: z
          .int()
          .min(0)
          .max(1_000_000)
          .default(0)
          .describe('Units that were not there; they go back to sourcing.'),
      }),
    )
    .min(1)
    .max(10_000),
  scan: Scan.optional(),
  reason: z.string().min(1).max(200).default('not-found').describe('Why units were short.'),
});

function confirm(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/pick-lists/{id}/confirm',
      key: 'name',
      operationId: 'confirm_pick_list',
      tag: 'pick-lists',
      summary: 'Book what was picked along a list, all or nothing',
      body: Results,
      answer: z.object({ id: z.string(), number: z.string(), state: z.enum(['open', 'done']), version: z.int() }),
      isGuarded: true,
      example: {
        body: { picks: [{ pick: PICK_ID, picked: 2, short: 1 }], scan: 'pda7-000124' },
        answer: { id: LIST_ID, number: 'PL17', state: 'open', version: 2 },
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await confirmPicks({ name: id, version, actor }, body, context.environment)),
  );
}

function print(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/pick-lists/{id}/pdf',
    key: 'name',
    operationId: 'print_pick_list',
    tags: ['pick-lists'],
    summary: 'A pick list to print, in walking order',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: {
        description: 'A4 pages.',
        content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
      },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such pick list.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const pdf = await context.pickListPdf(id);
    if (!pdf) return problem(c, 404, 'not-found', { detail: `no pick list ${id}` }) as never;
    return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/pdf' }) as never;
  });
}

function place(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/pick-places',
      operationId: 'place_product',
      tag: 'pick-lists',
      summary: 'Say in which bin a location keeps a product',
      body: z.object({
        sku: z.string().min(1).max(100),
        location: z.string().min(1).max(200),
        bin: z
          .string()
          .min(1)
          .max(60)
          .nullable()
          .describe('Pickers look there for units whose bin nobody has booked. A new one is added; null for none.'),
        zone: z.string().min(1).max(60).nullable().default(null),
      }),
      answer: Done,
      example: { body: { sku: 'MUG-BLUE', location: 'main', bin: 'A-03-2', zone: 'A' }, answer: DONE },
    },
    async ({ body }) => {
      const done = await placeProduct(body, context.environment);
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}
