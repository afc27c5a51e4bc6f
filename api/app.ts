import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { type ApiEnv, authenticate } from './auth.ts';
import type { ApiContext } from './context.ts';
import { idempotency } from './idempotency.ts';
import { problem } from './problem.ts';
import { authorizationRoutes } from './routes/authorization.ts';
import { carrierOperations } from './routes/carrierOperations.ts';
import { connectionOperations } from './routes/connectionOperations.ts';
import { documentRoutes } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { flowRoutes } from './routes/flow.ts';
import { fulfillmentRoutes } from './routes/fulfillmentRoutes.ts';
import { describeHooks } from './routes/hookDescription.ts';
import { hookRoutes } from './routes/hooks.ts';
import { inventoryRoutes } from './routes/inventory.ts';
import { jobOperations } from './routes/jobOperations.ts';
import { listRoutes } from './routes/lists.ts';
import { orderRoutes } from './routes/orders.ts';
import { pageRoutes } from './routes/pages.ts';
import { rateOperations } from './routes/rateOperations.ts';
import { retryOperations } from './routes/retryOperations.ts';
import { sourcingOperations } from './routes/sourcingOperations.ts';
import { trackingPage } from './routes/trackingPage.ts';
import { watchRoutes } from './routes/watch.ts';
import { withExamples } from './withExamples.ts';

const MAX_BODY = 10_000_000;
/** A job comes with its file. */
const MAX_JOB_BODY = 100_000_000;

const limitBodies: MiddlewareHandler<ApiEnv> = (c, next) => {
  const maxSize = c.req.path === '/api/v1/jobs' ? MAX_JOB_BODY : MAX_BODY;
  return bodyLimit({ maxSize, onError: (over) => problem(over, 413, 'body-too-large') })(c, next);
};

/** The HTTP face of the hub. */
export function createApp(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const findings = result.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
      const at = `/${(result.error.issues[0]?.path ?? []).join('/')}`;
      return problem(c, 400, 'invalid-request', { detail: findings.slice(0, 20).join('; '), at });
    },
  });
  app.onError((error, c) => {
    context.onError(error, { method: c.req.method, path: c.req.path });
    return problem(c, 500, 'internal-error', { next: 'the log of the hub has the details' });
  });
  app.notFound((c) => problem(c, 404, 'no-such-path', { next: 'see /docs for what there is' }));
  hookRoutes(app, context);
  authorizationRoutes(app, context);
  describeHooks(app);
  watchRoutes(app, context);
  app.use('*', secureHeaders());
  pageRoutes(app, () => describeApi(app, context.version));
  trackingPage(app, context);
  app.use('/api/*', limitBodies);
  app.use('/api/*', authenticate(context));
  app.use('/api/*', idempotency(context));
  flowRoutes(app, context);
  // Before the lists: /stock/audit is not the stock level called audit.
  inventoryRoutes(app, context);
  orderRoutes(app, context);
  listRoutes(app, context);
  documentRoutes(app, context);
  fulfillmentRoutes(app, context);
  sourcingOperations(app, context);
  connectionOperations(app, context);
  retryOperations(app, context);
  eventRoutes(app, context);
  jobOperations(app, context);
  rateOperations(app, context);
  carrierOperations(app, context);
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });
  return app;
}

/** The OpenAPI 3.1 document of the routes. */
export function describeApi(app: OpenAPIHono<ApiEnv>, version: string): Record<string, unknown> {
  const info = {
    title: 'Crossdock',
    version,
    description: 'Order and integration hub.',
    license: { name: 'Apache-2.0' },
  };
  return withExamples(app.getOpenAPI31Document({ openapi: '3.1.0', info }) as unknown as Record<string, unknown>);
}
