import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { LocationCustoms } from '../../core/documents/index.ts';
import { TURNS } from '../../core/fulfillment/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { type Answer, DONE, Done, operation } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';
import { worked } from './fulfillmentOperations.ts';

type App = OpenAPIHono<ApiEnv>;
const Millimetres = z.int().min(1).max(20_000).describe('Millimetres.');
const ID = '019abc00-0000-7000-8000-000000000004';

/** What people set up for packing and handing over, and the papers of it. */
export function setupOperations(app: App, context: ApiContext): void {
  box(app, context);
  size(app, context);
  location(app, context);
  addDocument(app, context);
  showDocument(app, context);
  manifest(app, context);
  settle(app, context);
}

const found = (isThere: boolean, what: string): Answer =>
  isThere ? { body: DONE } : { status: 404, code: 'not-found', detail: `there is no ${what}` };

function box(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/boxes',
      operationId: 'save_box',
      tag: 'packing',
      summary: 'Add a box to the catalogue, or change the one with this code',
      body: z.object({
        code: z.string().min(1).max(60),
        lengthMm: Millimetres,
        widthMm: Millimetres,
        heightMm: Millimetres.describe('Inner size, in millimetres.'),
        maxGrams: z.int().min(1).max(30_000_000).describe('What it may carry.'),
        tareGrams: z.int().min(0).max(1_000_000).default(0).describe('What it weighs itself.'),
        costMinor: z.int().min(0).max(1_000_000_000).default(0).describe('What it costs, in minor units.'),
        isActive: z.boolean().default(true),
      }),
      answer: Done,
      isGuarded: true,
      example: {
        body: { code: 'S', lengthMm: 200, widthMm: 150, heightMm: 100, maxGrams: 5000, tareGrams: 90, costMinor: 35 },
        answer: DONE,
      },
    },
    async ({ body, version, actor }) =>
      (await context.setup.saveBox(body, version, actor))
        ? { body: DONE }
        : { status: 412, code: 'version-mismatch', detail: `box ${body.code} is not at version ${version}` },
  );
}

function size(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/product-sizes',
      operationId: 'size_product',
      tag: 'packing',
      summary: 'Say how large a product is as it is packed, and on which sides it may lie',
      body: z.object({
        sku: z.string().min(1).max(100),
        lengthMm: Millimetres,
        widthMm: Millimetres,
        heightMm: Millimetres,
        turning: z
          .enum(TURNS)
          .default('any')
          .describe('upright turns about the vertical axis alone, fixed not at all.'),
      }),
      answer: Done,
      example: { body: { sku: 'MUG-BLUE', lengthMm: 90, widthMm: 90, heightMm: 95, turning: 'upright' }, answer: DONE },
    },
    async ({ body: { sku, ...measures }, actor }) =>
      found(await context.setup.sizeProduct(sku, measures, actor), `product ${sku}`),
  );
}

function location(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/locations/{id}/fulfillment',
      key: 'name',
      operationId: 'set_location_fulfillment',
      tag: 'locations',
      summary: 'Say how the location with this code works: a warehouse, a store, or a supplier that is sent its orders',
      body: z.object({
        kind: z.enum(['warehouse', 'store', 'supplier']),
        isShipping: z.boolean().default(true).describe('false for a store that only hands out at its counter.'),
        isPacking: z.boolean().default(false).describe('true when packages are made before labels are bought.'),
        supplierConnection: z
          .string()
          .max(63)
          .nullable()
          .default(null)
          .describe('The name of the connection that is sent its orders.'),
        collectDays: z.int().min(1).max(365).default(7).describe('Days that goods wait at the counter.'),
        carrier: z
          .string()
          .min(1)
          .max(63)
          .default('first')
          .describe('Who carries its parcels: first (of those connected), best (offer), or the name of a connection.'),
        customs: LocationCustoms.nullable().default(null).describe('What its declarations have in common.'),
      }),
      answer: Done,
      example: { body: { kind: 'store', isPacking: true, collectDays: 5 }, answer: DONE },
    },
    async ({ id, body, actor }) =>
      found(
        await context.setup.setLocation(id, body, actor),
        `location ${id}, or no connection ${[body.supplierConnection, body.carrier].filter(Boolean).join(', ')}`,
      ),
  );
}

function addDocument(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/packages/{id}/documents',
      operationId: 'add_package_document',
      tag: 'packing',
      summary: 'Keep a paper of a package: its slip, its customs form',
      body: z.object({
        kind: z.enum(['packing-slip', 'customs', 'dangerous-goods', 'other']),
        format: z.enum(['PDF', 'PNG', 'ZPL']),
        base64: z.base64().min(4).max(5_000_000),
      }),
      answer: z.object({ id: z.string() }),
      status: 201,
      example: { body: { kind: 'customs', format: 'PDF', base64: 'JVBERi0xLjcK' }, answer: { id: ID } },
    },
    async ({ id, body, actor }) => {
      const made = await context.setup.addDocument(id, body, actor);
      return made ? { body: { id: made } } : { status: 404, code: 'not-found', detail: `there is no package ${id}` };
    },
  );
}

const TYPES: Readonly<Record<string, string>> = { PDF: 'application/pdf', PNG: 'image/png' };

function showDocument(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/package-documents/{id}',
    operationId: 'show_package_document',
    tags: ['packing'],
    summary: 'A paper of a package, as it was given',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(60) }) },
    responses: {
      200: {
        description: 'The bytes.',
        content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
      },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such document.'),
    },
  });
  app.openapi(route, async (c) => {
    const document = await context.setup.document(c.req.valid('param').id);
    if (!document) return problem(c, 404, 'not-found') as never;
    const type = TYPES[document.format] ?? 'application/octet-stream';
    return c.body(document.bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': type }) as never;
  });
}

function manifest(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/manifests',
      operationId: 'close_manifest',
      tag: 'manifests',
      summary:
        'Put all that left a location with a carrier since the last time on a manifest, at the end of the day, and tell the carrier, where it is connected and closes its day',
      body: z.object({
        location: z.string().min(1).max(200),
        carrier: z.string().min(1).max(100),
        tells: z.boolean().default(true).describe('false: the carrier is told later, by close-day.'),
      }),
      answer: z.object({
        id: z.string(),
        number: z.string(),
        shipments: z.int(),
        packages: z.int(),
        weightGrams: z.int(),
        requests: z.array(z.string()).describe('What carriers were told: /api/v1/carrier-requests/{id}.'),
      }),
      status: 201,
      example: {
        body: { location: 'main', carrier: 'UPS' },
        answer: { id: ID, number: 'M12', shipments: 41, packages: 44, weightGrams: 61_250, requests: [ID] },
      },
    },
    async ({ body, actor }) => worked(context, await context.carriers.closeManifest(body, actor)),
  );
}

function settle(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/notices/{id}/settle',
      key: 'number',
      operationId: 'settle_notice',
      tag: 'notices',
      summary: 'Say that somebody has seen to a notice',
      answer: Done,
      example: { answer: DONE },
    },
    async ({ id, actor }) => found(await context.setup.settleNotice(id, actor), `open notice ${id}`),
  );
}
