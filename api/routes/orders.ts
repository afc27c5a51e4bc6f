import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { caseOperations } from './caseOperations.ts';
import { orderAttachments } from './orderAttachments.ts';
import { orderChecks } from './orderChecks.ts';
import { orderEdits } from './orderEdits.ts';
import { orderOperations } from './orderOperations.ts';
import { orderSearchRoutes } from './orderSearch.ts';
import { paymentOperations } from './paymentOperations.ts';
import { paymentSettlement } from './paymentSettlement.ts';
import { returnOperations } from './returnOperations.ts';
import { returnSettlement } from './returnSettlement.ts';
import { totalsOperations } from './totalsOperations.ts';

/** All that is done with orders beside the lists; added before them, or "search" would be taken for the id of an order. */
export function orderRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  orderSearchRoutes(app, context);
  orderOperations(app, context);
  orderEdits(app, context);
  orderAttachments(app, context);
  orderChecks(app, context);
  paymentOperations(app, context);
  paymentSettlement(app, context);
  returnOperations(app, context);
  returnSettlement(app, context);
  caseOperations(app, context);
  totalsOperations(app, context);
}
