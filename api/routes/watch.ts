import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';

/** Health for machines: alive, able to work, and the figures for Prometheus. */
export function watchRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  app.get('/healthz', (c) => c.json({ status: 'ok', version: context.version }));
  app.get('/readyz', async (c) => {
    const checks = await context.ready();
    return c.json({ checks }, checks.every(({ ok }) => ok) ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await context.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }),
  );
}
