import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { instantOf } from '../../core/shared/instant.ts';
import { admit } from '../admission.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { problem } from '../problem.ts';

const MAX_BODY = 5_000_000;

/**
 * `POST /hooks/{connection}`: verify over the raw bytes, name, store, and only then answer 202. A sender that gets no
 * 2xx sends again, so whatever is answered 2xx is in PostgreSQL.
 */
export function hookRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  app.post('/hooks/:connection', admit(context), async (c) => {
    const headers = headersOf(c);
    if (Number(headers.get('content-length') ?? 0) > MAX_BODY) return problem(c, 413, 'body-too-large');
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (body.length > MAX_BODY) return problem(c, 413, 'body-too-large');
    const raw = { headers, body, receivedAt: instantOf(Date.now()) };
    const answer = context.hook(c.req.param('connection'), raw);
    if (answer.kind === 'refused') {
      return problem(c, answer.status, answer.fault.code, { detail: answer.fault.message });
    }
    const received = await context.receive(answer.arrival);
    context.wakeInbox(answer.arrival.partition);
    return c.json(received, 202);
  });
}

/** The headers as Node has parsed them, where a Node server is in front: a Fetch API `Headers` costs more than all else here. */
function headersOf(c: Context): ReadonlyMap<string, string> {
  const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming;
  if (!incoming) return new Map(c.req.raw.headers);
  const headers = new Map<string, string>();
  for (const name in incoming.headers) {
    const value = incoming.headers[name];
    if (value !== undefined) headers.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return headers;
}
