import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { packWork, proposePacking, unpackWork } from '../../core/usecases/operatePacking.ts';
import { attachLabels, requestLabel, shipWork } from '../../core/usecases/operateShipping.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation, refusal } from '../operation.ts';
import { Units, WorkAnswer, workExample, worked } from './fulfillmentOperations.ts';

type App = OpenAPIHono<ApiEnv>;
const Millimetres = z.int().min(1).max(20_000).describe('Millimetres.');
const Grams = z.int().min(1).max(30_000_000);
const PACKAGE_ID = '019abc00-0000-7000-8000-000000000002';

/** From the packing table to the carrier. */
export function packingOperations(app: App, context: ApiContext): void {
  propose(app, context);
  pack(app, context);
  unpack(app, context);
  label(app, context);
  request(app, context);
  ship(app, context);
}

const Place = z.object({
  sku: z.string(),
  xMm: z.int(),
  yMm: z.int(),
  zMm: z.int(),
  lengthMm: z.int(),
  widthMm: z.int(),
  heightMm: z.int(),
});
const Proposal = z
  .array(
    z.object({
      box: z.object({
        code: z.string(),
        lengthMm: z.int(),
        widthMm: z.int(),
        heightMm: z.int(),
        maxGrams: z.int(),
        tareGrams: z.int(),
        costMinor: z.int(),
      }),
      weightGrams: z.int().describe('Gross.'),
      lines: z.array(z.object({ line: z.string(), sku: z.string(), quantity: z.int() })),
      placements: z.array(Place).describe('Where each unit lies, from the corner of the box.'),
    }),
  )
  .openapi('PackingProposal');

function propose(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'get',
      path: '/fulfillment-orders/{id}/packing',
      key: 'name',
      operationId: 'propose_packing',
      tag: 'fulfillment',
      summary: 'Which boxes to pack a fulfillment order into, and where each unit lies',
      answer: Proposal,
      example: {
        answer: [
          {
            box: {
              code: 'S',
              lengthMm: 200,
              widthMm: 150,
              heightMm: 100,
              maxGrams: 5000,
              tareGrams: 90,
              costMinor: 35,
            },
            weightGrams: 390,
            lines: [{ line: PACKAGE_ID, sku: 'MUG-BLUE', quantity: 1 }],
            placements: [{ sku: 'MUG-BLUE', xMm: 0, yMm: 0, zMm: 0, lengthMm: 90, widthMm: 90, heightMm: 95 }],
          },
        ],
      },
    },
    async ({ id }) => {
      const proposal = await proposePacking(id, context.environment);
      return proposal.ok ? { body: proposal.value } : refusal(proposal.error);
    },
  );
}

const Package = z.object({
  box: z.string().max(60).optional().describe('The code of a box of the catalogue.'),
  weightGrams: Grams.describe('Gross, as weighed.'),
  lengthMm: Millimetres.optional(),
  widthMm: Millimetres.optional(),
  heightMm: Millimetres.optional(),
  units: z.array(Units).min(1).max(10_000),
});

function pack(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/pack',
      key: 'name',
      operationId: 'pack_fulfillment_order',
      tag: 'fulfillment',
      summary: 'Book packages; without any, the proposal for all that is picked',
      body: z.object({ packages: z.array(Package).min(1).max(1000).optional() }),
      answer: WorkAnswer.extend({ packages: z.array(z.object({ id: z.string(), box: z.string().nullable() })) }),
      isGuarded: true,
      example: {
        body: { packages: [{ box: 'S', weightGrams: 405, units: [{ sku: 'MUG-BLUE', quantity: 1 }] }] },
        answer: { ...workExample('packed', 4), packages: [{ id: PACKAGE_ID, box: 'S' }] },
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await packWork({ name: id, version, actor }, body.packages, context.environment)),
  );
}

function unpack(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/unpack',
      key: 'name',
      operationId: 'unpack_package',
      tag: 'fulfillment',
      summary: 'Open a package again, to pack its units anew',
      body: z.object({ package: z.string().max(60) }),
      answer: WorkAnswer,
      isGuarded: true,
      example: { body: { package: PACKAGE_ID }, answer: workExample('picked', 5) },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await unpackWork({ name: id, version, actor }, body.package, context.environment)),
  );
}

const Labels = z.object({
  labels: z
    .array(
      z.object({
        package: z.string().max(60),
        trackingNumber: z.string().min(1).max(100),
        label: z
          .object({ format: z.enum(['ZPL', 'EPL', 'GIF', 'PNG', 'PDF']), base64: z.base64().max(5_000_000) })
          .optional(),
      }),
    )
    .min(1)
    .max(1000),
});

function label(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/labels',
      key: 'name',
      operationId: 'attach_labels',
      tag: 'fulfillment',
      summary: 'Put labels on packages that were made elsewhere',
      body: Labels,
      answer: WorkAnswer,
      isGuarded: true,
      example: {
        body: { labels: [{ package: PACKAGE_ID, trackingNumber: '00340434161094042557' }] },
        answer: workExample('labelled', 5),
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await attachLabels({ name: id, version, actor }, body.labels, context.environment)),
  );
}

function request(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/request-label',
      key: 'name',
      operationId: 'request_label',
      tag: 'fulfillment',
      summary: 'Ask the carrier for labels of what is ready, and leave the rest open',
      answer: WorkAnswer,
      isGuarded: true,
      example: { answer: workExample('picking', 5) },
    },
    async ({ id, version, actor }) =>
      worked(context, await requestLabel({ name: id, version, actor }, context.environment)),
  );
}

function ship(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/ship',
      key: 'name',
      operationId: 'ship_fulfillment_order',
      tag: 'fulfillment',
      summary: 'Hand over what is packed, or picked where nothing is packed; the rest stays open',
      body: z.object({
        carrier: z.string().min(1).max(100).optional(),
        service: z.string().min(1).max(100).optional(),
        trackingNumber: z.string().min(1).max(100).optional().describe('Of one parcel that was not packed here.'),
      }),
      answer: WorkAnswer.extend({ shipment: z.string(), reference: z.string() }),
      isGuarded: true,
      example: {
        body: { carrier: 'DHL' },
        answer: { ...workExample('shipped', 6), shipment: PACKAGE_ID, reference: 'shop-1001-F1' },
      },
    },
    async ({ id, version, actor, body }) =>
      worked(context, await shipWork({ name: id, version, actor }, body, context.environment)),
  );
}
