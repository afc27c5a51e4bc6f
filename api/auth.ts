import { createMiddleware } from 'hono/factory';
import type { ApiContext, Caller, Scope } from './context.ts';
import { problem } from './problem.ts';

export type ApiEnv = { Variables: { caller: Caller } };

/** Lets a request through that carries an API key with the scope it needs: read for GET, write or admin for the rest. */
export function authenticate(context: ApiContext) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const [scheme, key] = (c.req.header('authorization') ?? '').split(' ');
    const given = scheme?.toLowerCase() === 'bearer' ? key : c.req.header('x-api-key');
    if (!given) {
      c.header('WWW-Authenticate', 'Bearer');
      return problem(c, 401, 'no-api-key', { next: 'send Authorization: Bearer KEY; crossdock key create makes one' });
    }
    const caller = await context.callerOf(given);
    if (!caller) return problem(c, 401, 'unknown-api-key', { next: 'the key is wrong, expired or revoked' });
    const needed = scopeFor(c.req.method, c.req.path);
    if (!caller.scopes.includes(needed) && !caller.scopes.includes('admin')) {
      return problem(c, 403, 'missing-scope', { detail: `this needs a key with the scope ${needed}` });
    }
    c.set('caller', caller);
    return next();
  });
}

function scopeFor(method: string, path: string): Scope {
  if (method === 'GET' || method === 'HEAD') return 'read';
  return ADMIN.some((part) => path.includes(part)) ? 'admin' : 'write';
}

/** What is set up rather than operated. */
const ADMIN = ['/connections', '/locations', '/sourcing/'];
