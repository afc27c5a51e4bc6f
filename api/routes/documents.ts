import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  CustomerDocument,
  OrderDocument,
  PaymentDocument,
  ProductDocument,
  StockDocument,
} from '../../core/documents/index.ts';
import { admit } from '../admission.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { namedSchema } from '../namedSchema.ts';
import { problemResponse } from '../problem.ts';
import { Received } from '../schemas.ts';

/** The documents that may be put into the hub by its own API; all go through the inbox like a webhook. */
const DOCUMENTS = [
  { noun: 'orders', name: 'order', schema: namedSchema(OrderDocument, 'OrderDocument') },
  { noun: 'products', name: 'product', schema: namedSchema(ProductDocument, 'ProductDocument') },
  { noun: 'stock', name: 'stock', schema: namedSchema(StockDocument, 'StockDocument') },
  { noun: 'payments', name: 'payment', schema: namedSchema(PaymentDocument, 'PaymentDocument') },
  { noun: 'customers', name: 'customer', schema: namedSchema(CustomerDocument, 'CustomerDocument') },
] as const;

/** `POST /api/v1/{noun}`: a canonical document, answered 202 when it is durable. */
export function documentRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  for (const { noun, name, schema } of DOCUMENTS) {
    const route = createRoute({
      method: 'post',
      path: `/api/v1/${noun}`,
      operationId: `put_${name}`,
      tags: [noun],
      summary: `Give the hub a canonical ${name}`,
      description: 'Stored durably before the answer and applied within moments; follow it at /api/v1/inbox/{id}.',
      security: [{ apiKey: [] }],
      middleware: admit(context),
      request: {
        headers: z.object({ 'idempotency-key': z.string().max(255).optional() }),
        body: { required: true, content: { 'application/json': { schema: schema as z.ZodType } } },
      },
      responses: {
        202: { description: 'Received.', content: { 'application/json': { schema: Received } } },
        400: problemResponse('The document is not valid; every finding is named.'),
        401: problemResponse('No valid API key.'),
        422: problemResponse('The Idempotency-Key came with another request before.'),
        429: problemResponse('More messages wait than can be applied in time; Retry-After says when to come again.'),
      },
    });
    app.openapi(route, async (c) => {
      const document = c.req.valid('json') as Readonly<Record<string, unknown>>;
      const subject = `${name}/${document['externalId'] ?? document['sku']}`;
      const key = c.req.header('idempotency-key');
      const messageId = key ? `key/${c.get('caller').id}/${key}` : `content/${digest(document)}`;
      const arrival = context.arrivalOf(name, subject, messageId, document);
      const received = await context.receive(arrival);
      context.wakeInbox(arrival.partition);
      return c.json(received, 202);
    });
  }
}

/** Without a key, the same document again is the same message. */
const digest = (document: unknown): string => createHash('sha256').update(JSON.stringify(document)).digest('base64url');
