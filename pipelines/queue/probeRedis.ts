import { err, ok, type Result } from '../../core/shared/result.ts';
import { type RedisClient, redisClient } from './redisClient.ts';

export type RedisProbe = {
  /** As the server says it: `7.0.15`. */
  readonly version: string;
  readonly mode: string;
  /** Queues need `noeviction`: any other policy deletes jobs when memory runs out. */
  readonly evictionPolicy: string;
  readonly roundTripMs: number;
};

export type RedisTrouble = { readonly code: string; readonly message: string };

const WAIT_MS = 5_000;

/** Connects once, asks what a hub needs to know, and disconnects. Takes at most five seconds. */
export async function probeRedis(url: string): Promise<Result<RedisProbe, RedisTrouble>> {
  const failures: Error[] = [];
  const client = redisClient(url, 'once');
  client.on('error', (error: Error) => failures.push(error));
  try {
    return ok(await within(WAIT_MS, ask(client)));
  } catch (error) {
    return err(troubleOf(failures[0] ?? error));
  } finally {
    client.disconnect();
  }
}

async function ask(client: RedisClient): Promise<RedisProbe> {
  await client.connect();
  const asked = performance.now();
  const info = await client.info();
  const roundTripMs = Math.round(performance.now() - asked);
  const field = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
  return {
    version: field('redis_version'),
    mode: field('redis_mode'),
    evictionPolicy: field('maxmemory_policy'),
    roundTripMs,
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('it does not answer')), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

const WORDS: readonly (readonly [pattern: RegExp, code: string, words: string])[] = [
  [/ECONNREFUSED/, 'ECONNREFUSED', 'nothing listens there'],
  [/ENOTFOUND/, 'ENOTFOUND', 'there is no such host'],
  [/EAI_AGAIN/, 'EAI_AGAIN', 'the name of the host cannot be resolved now'],
  [/cluster support disabled/, 'not-a-cluster', 'it is no cluster'],
  [/sentinels are unreachable/, 'sentinels', 'none of its sentinels answers'],
  [/Failed to refresh slots cache/, 'cluster', 'none of its nodes answers'],
  [/Connection is closed|RESP type/, 'not-redis', 'what answers there is no Redis'],
  [/NOAUTH/, 'NOAUTH', 'it wants a password'],
  [/WRONGPASS/, 'WRONGPASS', 'the user or the password is wrong'],
  [/timed?[ -]?out|ETIMEDOUT|does not answer/i, 'ETIMEDOUT', 'it does not answer'],
];

function troubleOf(error: unknown): RedisTrouble {
  // A cluster that cannot be entered tells why only in the error of the last node it tried.
  const said = [error, (error as { lastNodeError?: unknown }).lastNodeError].map(String).join(' ');
  const known = WORDS.find(([pattern]) => pattern.test(said));
  if (known) return { code: known[1], message: known[2] };
  return { code: 'unknown', message: error instanceof Error ? error.message : String(error) };
}
