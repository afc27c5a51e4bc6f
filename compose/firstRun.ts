import { randomUUID } from 'node:crypto';
import type { ConnectionId } from '../core/shared/ids.ts';
import { uuidSource } from '../store/ids.ts';
import type { Store } from '../store/open.ts';
import { OWN_CONNECTION } from './api.ts';

const LOCK = 0x1b0f;

/**
 * Makes what every hub has: the connection of its own API and, when there is no key yet, the first administrator's.
 * Processes that start at once do it one after another.
 */
export function firstRun(store: Store): Promise<{ readonly firstKey: string | undefined }> {
  return oneByOne(store, async () => {
    await makeOwnConnection(store);
    return { firstKey: await makeFirstKey(store) };
  });
}

/** The connection of the hub's own API and command line alone, for a command on a database where no hub has run yet. */
export function ensureOwnConnection(store: Store): Promise<void> {
  return oneByOne(store, () => makeOwnConnection(store));
}

async function oneByOne<T>(store: Store, run: () => Promise<T>): Promise<T> {
  const client = await store.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await run();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
}

async function makeOwnConnection(store: Store): Promise<void> {
  const connections = await store.connections.list();
  if (connections.some(({ name }) => name === OWN_CONNECTION)) return;
  const own = { name: OWN_CONNECTION, connector: 'hub', settings: {}, secrets: {} };
  await store.connections.add({ id: uuidSource.next() as ConnectionId, ...own }, 'hub');
}

async function makeFirstKey(store: Store): Promise<string | undefined> {
  const keys = await store.keys.listKeys();
  if (keys.length > 0) return undefined;
  const key = { id: randomUUID(), name: 'first administrator', scopes: ['read', 'write', 'admin'], expiresAt: null };
  return store.keys.createKey(key, 'hub');
}
