type Node = { readonly host: string; readonly port: number };
type Auth = { readonly username?: string; readonly password?: string; readonly db?: number };

export type RedisTarget =
  | { readonly kind: 'single'; readonly url: string }
  | { readonly kind: 'sentinel'; readonly nodes: readonly Node[]; readonly name: string; readonly auth: Auth }
  | { readonly kind: 'cluster'; readonly nodes: readonly Node[]; readonly auth: Auth };

const FORMS = 'redis://host:6379, rediss://…, redis+sentinel://a:26379,b:26379/name or redis+cluster://a:6379,b:6379';
const SHAPE = /^(redis|rediss|redis\+sentinel|redis\+cluster):\/\/(?:([^@/]*)@)?([^/]+)(?:\/(.*))?$/;

/** Reads REDIS_URL in its four forms. Throws an error that names them. */
export function parseRedisUrl(url: string): RedisTarget {
  const parts = SHAPE.exec(url);
  if (!parts) throw new Error(`REDIS_URL is not one of ${FORMS}`);
  const [, scheme, credentials = '', hosts = '', path = ''] = parts;
  if (scheme === 'redis' || scheme === 'rediss') return { kind: 'single', url };
  const isSentinel = scheme === 'redis+sentinel';
  const nodes = hosts.split(',').map((host) => nodeOf(host, isSentinel ? 26379 : 6379));
  if (!isSentinel) return { kind: 'cluster', nodes, auth: authOf(credentials) };
  const [name = '', db] = path.split('/');
  if (name === '') throw new Error(`REDIS_URL names no master behind its sentinels: ${FORMS}`);
  return { kind: 'sentinel', nodes, name, auth: { ...authOf(credentials), ...(db ? { db: Number(db) } : {}) } };
}

function nodeOf(text: string, port: number): Node {
  const at = text.lastIndexOf(':');
  if (at < 0) return { host: text, port };
  const given = Number(text.slice(at + 1));
  if (!Number.isInteger(given) || given < 1 || given > 65535) throw new Error(`REDIS_URL: ${text} has no valid port`);
  return { host: text.slice(0, at), port: given };
}

function authOf(credentials: string): Auth {
  if (credentials === '') return {};
  const [username = '', password] = credentials.split(':').map(decodeURIComponent);
  return password === undefined ? { password: username } : { ...(username ? { username } : {}), password };
}
