import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { collectWork, makeReady, returnUncollected } from '../../core/usecases/operateCollection.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { WorkAnswer, workExample, worked } from './fulfillmentOperations.ts';

type App = OpenAPIHono<ApiEnv>;
const SHIPMENT_ID = '019abc00-0000-7000-8000-000000000003';

/** Click and collect, at the counter of a store. */
export function collectionOperations(app: App, context: ApiContext): void {
  ready(app, context);
  collect(app, context);
  notCollected(app, context);
}

function ready(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/ready',
      key: 'name',
      operationId: 'ready_for_collection',
      tag: 'fulfillment',
      summary: 'Goods wait at the counter for their buyer',
      answer: WorkAnswer,
      isGuarded: true,
      example: { answer: workExample('ready', 4) },
    },
    async ({ id, version, actor }) =>
      worked(context, await makeReady({ name: id, version, actor }, context.environment)),
  );
}

function collect(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/collect',
      key: 'name',
      operationId: 'collect_fulfillment_order',
      tag: 'fulfillment',
      summary: 'The buyer took the goods over the counter',
      answer: WorkAnswer.extend({ shipment: z.string(), reference: z.string() }),
      isGuarded: true,
      example: { answer: { ...workExample('shipped', 5), shipment: SHIPMENT_ID, reference: 'shop-1001-F1' } },
    },
    async ({ id, version, actor }) =>
      worked(context, await collectWork({ name: id, version, actor }, context.environment)),
  );
}

function notCollected(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/fulfillment-orders/{id}/not-collected',
      key: 'name',
      operationId: 'return_uncollected',
      tag: 'fulfillment',
      summary: 'Nobody came: the units are cancelled and lie in stock again',
      answer: WorkAnswer,
      isGuarded: true,
      example: { answer: workExample('cancelled', 5) },
    },
    async ({ id, version, actor }) =>
      worked(context, await returnUncollected({ name: id, version, actor }, context.environment)),
  );
}
