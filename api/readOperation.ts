import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { ApiEnv } from './auth.ts';
import type { Answer } from './operation.ts';
import { problem, problemResponse } from './problem.ts';

type ReadOperation<Query extends z.ZodObject> = {
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly query: Query;
  readonly answer: z.ZodType;
};

/** Adds a question that has more to it than a list: its description and its handler, from one place. */
export function readOperation<Query extends z.ZodObject>(
  app: OpenAPIHono<ApiEnv>,
  { path, operationId, tag, summary, description, query, answer }: ReadOperation<Query>,
  handle: (query: z.infer<Query>) => Promise<Answer>,
): void {
  const route = createRoute({
    method: 'get',
    path: `/api/v1${path}`,
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: [{ apiKey: [] }],
    request: { query: query as z.ZodObject },
    responses: {
      200: { description: 'The answer.', content: { 'application/json': { schema: answer } } },
      400: problemResponse('A parameter is not valid.'),
      401: problemResponse('No valid API key.'),
      403: problemResponse('The key has not the scope for this.'),
      404: problemResponse('Something that a parameter names is not there.'),
    },
  });
  app.openapi(route, async (c) => {
    const given = await handle(c.req.valid('query') as z.infer<Query>);
    if ('body' in given) return c.json(given.body as never, 200) as never;
    return problem(c, given.status, given.code, given.detail === undefined ? {} : { detail: given.detail }) as never;
  });
}
