import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './auth.ts';
import type { ApiContext } from './context.ts';
import { problem } from './problem.ts';

/**
 * A write with an Idempotency-Key happens once: the same request again gets the first answer, another request under the
 * same key is refused. Server errors are not remembered, so that they can be tried again.
 */
export function idempotency(context: ApiContext) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (!key || c.req.method === 'GET') return next();
    if (key.length > 255) return problem(c, 400, 'idempotency-key-too-long');
    const scope = c.get('caller').id;
    const body = await c.req.raw.clone().text();
    const fingerprint = createHash('sha256').update(`${c.req.method} ${c.req.path}\n${body}`).digest('hex');
    const begun = await context.idempotent.begin(scope, key, fingerprint);
    if (begun.kind !== 'new') return answerAgain(c, begun);
    await next();
    const answer = c.res.clone();
    if (answer.status >= 500) await context.idempotent.abandon(scope, key);
    else await context.idempotent.finish(scope, key, answer.status, await answer.json().catch(() => null));
    return undefined;
  });
}

type Known = Exclude<Awaited<ReturnType<ApiContext['idempotent']['begin']>>, { kind: 'new' }>;

function answerAgain(c: Context, known: Known): Response {
  switch (known.kind) {
    case 'mismatch':
      return problem(c, 422, 'idempotency-key-reused', { next: 'use a new key for a new request' });
    case 'running':
      return problem(c, 409, 'request-under-way', { next: 'ask again in a moment' });
    case 'done':
      return c.json(known.body as never, known.status as never);
  }
}
