import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { connectionRegistry } from '../../pipelines/connectionRegistry.ts';
import { uuidSource } from '../../store/ids.ts';
import { openStore, type Store } from '../../store/open.ts';
import { secretBox } from '../../store/secrets.ts';
import { ownDatabase } from '../support/database.ts';

const databases = [ownDatabase(), ownDatabase()] as const;
let first: Store;
let second: Store;

function open(url: string, key: number): Store {
  const box = secretBox(new Map([[1, new Uint8Array(32).fill(key)]]));
  return openStore({ url, box, trackEveryMs: 60_000, onError: () => undefined });
}

async function connect(store: Store, name: string): Promise<void> {
  const id = uuidSource.next() as ConnectionId;
  const secrets = { secret: `whsec_${'A'.repeat(43)}=` };
  await store.connections.add({ id, name, connector: 'marketplace', settings: {}, secrets }, 'test');
}

beforeAll(() => {
  first = open(databases[0].url(), 1);
  second = open(databases[1].url(), 1);
});
afterAll(async () => {
  await first.close();
  await second.close();
});

describe('two stores in one process', () => {
  test('each keep to their own database', async () => {
    await connect(first, 'one');
    await connect(second, 'two');
    await first.keys.createKey(
      { id: uuidSource.next(), name: 'of the first', scopes: ['read'], expiresAt: null },
      'test',
    );
    expect((await first.connections.list()).map(({ name }) => name)).toEqual(['one']);
    expect((await second.connections.list()).map(({ name }) => name)).toEqual(['two']);
    expect(await second.keys.listKeys()).toEqual([]);
  });
});

describe('a connection whose secrets were sealed under another key', () => {
  test('is left out and named once, and the others go on', async () => {
    const other = open(databases[0].url(), 2);
    await connect(other, 'newer');
    const told: string[] = [];
    const registry = connectionRegistry(other.connections, (name, why) => told.push(`${name}: ${why}`));
    await registry.reload();
    await registry.reload();
    await other.close();
    expect(registry.all().map(({ name }) => name)).toEqual(['newer']);
    expect(told).toEqual([expect.stringMatching(/^one: its secrets cannot be opened: .*CROSSDOCK_SECRET_KEY/)]);
  });
});
