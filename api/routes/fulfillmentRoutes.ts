import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { collectionOperations } from './collectionOperations.ts';
import { fulfillmentOperations } from './fulfillmentOperations.ts';
import { packingOperations } from './packingOperations.ts';
import { pickListOperations } from './pickListOperations.ts';
import { setupOperations } from './setupOperations.ts';
import { trackingLinkOperation } from './trackingPage.ts';

/** The work of locations, from the pick list to the door. */
export function fulfillmentRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  fulfillmentOperations(app, context);
  pickListOperations(app, context);
  packingOperations(app, context);
  collectionOperations(app, context);
  setupOperations(app, context);
  trackingLinkOperation(app, context);
}
