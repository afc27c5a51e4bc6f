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
export async function firstRun(store: Store): Promise<{ readonly firstKey: string | undefined }> {
  const client = await store.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await makeWhatLacks(store);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  }
}

async function makeWhatLacks(store: Store): Promise<{ readonly firstKey: string | undefined }> {
  const connections = await store.connections.list();
  if (!connections.some(({ name }) => name === OWN_CONNECTION)) {
    const own = { name: OWN_CONNECTION, connector: 'hub', settings: {}, secrets: {} };
    await store.connections.add({ id: uuidSource.next() as ConnectionId, ...own }, 'hub');
  }
  const keys = await store.keys.listKeys();
  if (keys.length > 0) return { firstKey: undefined };
  const key = { id: randomUUID(), name: 'first administrator', scopes: ['read', 'write', 'admin'], expiresAt: null };
  return { firstKey: await store.keys.createKey(key, 'hub') };
}
