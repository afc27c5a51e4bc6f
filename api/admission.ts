import type { MiddlewareHandler } from 'hono';
import type { ApiContext } from './context.ts';
import { problem } from './problem.ts';

/** Answers 429 with the time to come again to a message that finds no room in the inbox, before its body is read. */
export function admit({ retryAfterSeconds }: Pick<ApiContext, 'retryAfterSeconds'>): MiddlewareHandler {
  return async (c, next) => {
    const seconds = retryAfterSeconds();
    if (seconds === 0) return next();
    c.header('Retry-After', String(seconds));
    const detail = 'More messages wait than the hub can apply in time, so it takes none that it would keep waiting.';
    return problem(c, 429, 'inbox-full', { detail, next: `send again in ${seconds} s` });
  };
}
