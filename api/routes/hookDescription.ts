import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import { problemResponse } from '../problem.ts';
import { Received } from '../schemas.ts';

/**
 * What the OpenAPI document says of the door for webhooks. Its handler takes raw bytes and is not wrapped by the
 * validation that other routes have: the sender's signature is over the bytes, and the body is its own.
 */
export function describeHooks(app: OpenAPIHono<ApiEnv>): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/hooks/{connection}',
    operationId: 'receive_webhook',
    tags: ['webhooks'],
    summary: 'Take a webhook of a connected system',
    description:
      'Signed as the connection expects it (for a marketplace: Standard Webhooks). Answered when the message is durable; ' +
      'a redelivery of the same message is recognised. Anything but 2xx asks the sender to send it again.',
    request: {
      params: z.object({ connection: z.string().describe('The name of the connection.') }),
      body: { required: true, content: { 'application/json': { schema: z.unknown() } } },
    },
    responses: {
      202: { description: 'Received.', content: { 'application/json': { schema: Received } } },
      401: problemResponse('The signature is not right, or too old.'),
      404: problemResponse('No connection of this name takes webhooks.'),
      413: problemResponse('The body is larger than 5 MB.'),
      422: problemResponse('The message does not say what it is.'),
      429: problemResponse(
        'More is waiting than the hub will have applied in time; Retry-After says when to come back.',
      ),
    },
  });
}
