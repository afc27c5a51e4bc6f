import type { Context, MiddlewareHandler } from 'hono';

export type RateLimit = { readonly limit: number; readonly windowMs: number; readonly now: () => number };

/** More senders than this in one window share one allowance: memory stays bounded whoever asks. */
const MAX_SENDERS = 10_000;

/**
 * Lets each sender ask `limit` times in a window of this process, and answers 429 with the time to wait beyond that. A
 * sender is the other end of the connection; behind a proxy that is the proxy, and the limit is then shared.
 */
export function rateLimit(
  { limit, windowMs, now }: RateLimit,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  let startedAt = Number.NEGATIVE_INFINITY;
  const asked = new Map<string, number>();
  return async (c, next) => {
    const at = now();
    if (at - startedAt >= windowMs) {
      startedAt = at;
      asked.clear();
    }
    const address = senderOf(c);
    const sender = asked.size < MAX_SENDERS || asked.has(address) ? address : 'all others';
    const count = (asked.get(sender) ?? 0) + 1;
    asked.set(sender, count);
    const resetSeconds = Math.ceil((startedAt + windowMs - at) / 1000);
    c.header('RateLimit-Limit', String(limit));
    c.header('RateLimit-Remaining', String(Math.max(0, limit - count)));
    c.header('RateLimit-Reset', String(resetSeconds));
    if (count <= limit) return next();
    c.header('Retry-After', String(resetSeconds));
    return refuse(c);
  };
}

function senderOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
