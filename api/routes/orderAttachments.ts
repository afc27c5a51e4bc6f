import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { ATTACHMENT_TYPES, MOST_ATTACHMENT_BYTES } from '../../core/order/index.ts';
import { attachToOrder, detachFromOrder } from '../../core/usecases/attachToOrder.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';
import { Changed, changed, targetOf } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** Files beside an order. */
export function orderAttachments(app: App, context: ApiContext): void {
  addAttach(app, context);
  addDetach(app, context);
  addRead(app, context);
}

function addAttach(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/attachments',
      operationId: 'attach_to_order',
      tag: 'orders',
      summary: `Put a file beside an order, of at most ${MOST_ATTACHMENT_BYTES} bytes`,
      body: z
        .object({
          name: z.string().min(1).max(200),
          contentType: z.enum(ATTACHMENT_TYPES as [string, ...string[]]),
          base64: z.base64().describe('The content; it must be what contentType says.'),
        })
        .openapi({ example: { name: 'gift card.txt', contentType: 'text/plain', base64: 'SGFwcHkgYmlydGhkYXkh' } }),
      answer: Changed.extend({ attachment: z.string().meta({ format: 'uuid' }) }).openapi('OrderAttached'),
      status: 201,
    },
    async (call) => {
      const { name, contentType, base64 } = call.body;
      const content = Buffer.from(base64, 'base64');
      return changed(context, await attachToOrder(targetOf(call), { name, contentType, content }, context.environment));
    },
  );
}

function addDetach(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'delete',
      path: '/orders/{id}/attachments/{item}',
      operationId: 'detach_from_order',
      tag: 'orders',
      summary: 'Take a file off an order; the history keeps that it was there',
      answer: Changed,
    },
    async (call) => changed(context, await detachFromOrder(targetOf(call), call.item, context.environment)),
  );
}

function addRead(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/orders/{id}/attachments/{item}',
    operationId: 'read_attachment',
    tags: ['orders'],
    summary: 'The content of a file beside an order',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200), item: z.string().max(200) }) },
    responses: {
      200: {
        description: 'The file, under its own content type.',
        content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
      },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such attachment.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id, item } = c.req.valid('param');
    const found = await context.attachment(id, item);
    if (!found) return problem(c, 404, 'not-found', { detail: `no attachment ${item} of order ${id}` }) as never;
    const name = encodeURIComponent(found.name);
    return new Response(Uint8Array.from(found.content), {
      headers: {
        'content-type': found.contentType,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'x-content-type-options': 'nosniff',
      },
    }) as never;
  });
}
