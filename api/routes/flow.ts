import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { problem } from '../problem.ts';

const LABEL_TYPES: Readonly<Record<string, string>> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  GIF: 'image/gif',
};

/** What the first page shows, and the labels that it links. Not part of the published API. */
export function flowRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/flow', async (c) => c.json((await context.flow()) as never));
  app.get('/api/v1/labels/:id', async (c) => {
    const label = await context.label(c.req.param('id'));
    if (!label) return problem(c, 404, 'not-found');
    const type = LABEL_TYPES[label.format] ?? 'application/octet-stream';
    return new Response(Uint8Array.from(label.bytes), { headers: { 'content-type': type } });
  });
}
