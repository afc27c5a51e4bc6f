import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiEnv } from './auth.ts';
import { problem, problemResponse } from './problem.ts';

const Id = z.object({ id: z.string().max(200) });
/** What the key of a record looks like; anything else names none. */
const KEYS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  number: /^\d{1,18}$/,
  /** An id, or the number or code that people say. */
  name: /^[^\p{Cc}]{1,200}$/u,
} as const;
const IdAndItem = Id.extend({ item: z.string().max(200) });
const IdempotencyKey = {
  'idempotency-key': z.string().max(255).optional().describe('The same request under the same key happens once.'),
};
const IfMatch = {
  'if-match': z.string().max(50).optional().describe('The ETag that was read; refused when there is a newer version.'),
};
export const Done = z.object({ done: z.literal(true) }).openapi('Done');
export const DONE = { done: true } as const;

type Operation<Body extends z.ZodType> = {
  readonly method: 'get' | 'post' | 'delete' | 'put';
  readonly path: string;
  /** What `{id}` looks like; a uuid unless said. */
  readonly key?: keyof typeof KEYS;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly body?: Body;
  readonly answer: z.ZodType;
  readonly status?: 200 | 201;
  /** The operation obeys If-Match. */
  readonly isGuarded?: true;
  readonly example?: { readonly body?: unknown; readonly answer: unknown };
};

/** What a handler answers: a body, or a refusal with its status. */
export type Answer =
  | { readonly body: unknown }
  | { readonly status: ContentfulStatusCode; readonly code: string; readonly detail?: string };
type Call<Body> = {
  readonly id: string;
  /** The second name in a path such as `/orders/{id}/attachments/{item}`. */
  readonly item: string;
  readonly body: Body;
  readonly actor: string;
  /** The version that If-Match names; NaN when it names none, which no record has. */
  readonly version: number | undefined;
};

/** Adds one operation: its description for the OpenAPI document and its handler, from one place. */
export function operation<Body extends z.ZodType>(
  app: OpenAPIHono<ApiEnv>,
  declared: Operation<Body>,
  handle: (call: Call<z.infer<Body>>) => Promise<Answer>,
): void {
  const { method, path, key = 'uuid', operationId, tag, summary, body, answer, status = 200 } = declared;
  const { isGuarded, example } = declared;
  const route = createRoute({
    method,
    path: `/api/v1${path}`,
    operationId,
    tags: [tag],
    summary,
    security: [{ apiKey: [] }],
    request: {
      ...(path.includes('{item}') ? { params: IdAndItem } : path.includes('{id}') ? { params: Id } : {}),
      ...(method === 'get' ? {} : { headers: z.object({ ...IdempotencyKey, ...(isGuarded ? IfMatch : {}) }) }),
      ...(body ? { body: { required: true, content: jsonContent(body, example?.body) } } : {}),
    },
    responses: {
      [status]: { description: 'Done.', content: jsonContent(answer, example?.answer) },
      400: problemResponse('The request is not valid.'),
      401: problemResponse('No valid API key.'),
      403: problemResponse('The key has not the scope for this.'),
      404: problemResponse('There is no such record.'),
      409: problemResponse('The domain refuses: the code says why.'),
      412: problemResponse('The record changed since it was read.'),
      422: problemResponse('The Idempotency-Key came with another request before.'),
    },
  });
  app.openapi(route, async (c) => {
    const id = c.req.param('id');
    if (id !== undefined && !KEYS[key].test(id)) return problem(c, 404, 'not-found') as never;
    const given = await handle({
      id: id ?? '',
      item: c.req.param('item') ?? '',
      body: (body ? c.req.valid('json' as never) : undefined) as z.infer<Body>,
      actor: c.get('caller').name,
      version: versionOf(c.req.header('if-match')),
    });
    if ('body' in given) return c.json(given.body as never, status) as never;
    return problem(c, given.status, given.code, given.detail === undefined ? {} : { detail: given.detail }) as never;
  });
}

const versionOf = (ifMatch: string | undefined): number | undefined =>
  ifMatch === undefined ? undefined : Number(ifMatch.replaceAll('"', ''));

function jsonContent<Schema extends z.ZodType>(schema: Schema, example: unknown) {
  return { 'application/json': example === undefined ? { schema } : { schema, example } };
}

/** A refusal of the domain as an HTTP answer. */
export const refusal = (error: { code: string; message?: string }): Answer => ({
  status: statusOf(error.code),
  code: error.code,
  detail: error.message ?? JSON.stringify(error),
});

function statusOf(code: string): 404 | 409 | 412 {
  if (code === 'version-mismatch') return 412;
  return code === 'not-found' || code.startsWith('unknown') ? 404 : 409;
}
