import { Cluster, Redis } from 'ioredis';
import { parseRedisUrl } from './redisUrl.ts';

export type RedisClient = Redis | Cluster;

/** BullMQ blocks on its connections and waits for a Redis that is away, so nothing may give up on its own. */
const LASTING = { maxRetriesPerRequest: null, enableReadyCheck: true };
/** One question: any failure is the answer. */
const ONCE = {
  lazyConnect: true,
  connectTimeout: 4_000,
  commandTimeout: 4_000,
  maxRetriesPerRequest: 0,
  retryStrategy: () => null,
};

/** A client for any form of REDIS_URL. `lasting` connects at once and again after each loss; `once` when told, and never again. */
export function redisClient(url: string, use: 'lasting' | 'once'): RedisClient {
  const target = parseRedisUrl(url);
  const options = use === 'lasting' ? LASTING : ONCE;
  const giveUp = (): null => null;
  if (target.kind === 'single') return new Redis(target.url, options);
  if (target.kind === 'sentinel') {
    return new Redis({
      ...options,
      ...target.auth,
      sentinels: [...target.nodes],
      name: target.name,
      ...(use === 'once' && { sentinelRetryStrategy: giveUp }),
    });
  }
  const { maxRetriesPerRequest } = options;
  const redisOptions = { maxRetriesPerRequest, connectTimeout: ONCE.connectTimeout, ...target.auth };
  return use === 'lasting'
    ? new Cluster([...target.nodes], { redisOptions })
    : new Cluster([...target.nodes], { redisOptions, lazyConnect: true, clusterRetryStrategy: giveUp });
}
