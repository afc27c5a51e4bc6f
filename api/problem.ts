import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** RFC 9457. `code` is the stable name of the problem for programs, `next` what the reader can do about it. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    at: z.string().optional().describe('JSON pointer to the place in the request.'),
    next: z.string().optional(),
  })
  .openapi('Problem');
export type ProblemExtra = { readonly detail?: string; readonly at?: string; readonly next?: string };

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition failed',
  413: 'Too large',
  422: 'Not processable',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not ready',
};

/** Answers a problem as application/problem+json. */
export function problem(c: Context, status: ContentfulStatusCode, code: string, extra: ProblemExtra = {}): Response {
  const body = { type: `urn:crossdock:problem:${code}`, title: TITLES[status] ?? 'Problem', status, code, ...extra };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** The response entry of a route's description for a problem with this status. */
export function problemResponse(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } };
}
