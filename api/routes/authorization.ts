import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { problem } from '../problem.ts';

/**
 * `GET /oauth/callback`: where a browser comes back from the page on which its user agreed. It carries no key of the hub:
 * the state, known to this hub alone and good once, shows that the hub had asked.
 */
export function authorizationRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  app.get('/oauth/callback', async (c) => {
    const { state, code, error } = c.req.query();
    const finished = await context.connections.finishAuthorization({ state, code, error });
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    if (finished.ok) return c.text(`${finished.value} is connected. This page can be closed.\n`);
    return problem(c, 400, finished.error.code, { detail: finished.error.message });
  });
}
