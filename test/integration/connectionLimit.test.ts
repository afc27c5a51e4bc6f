import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUEUES } from '../../pipelines/queue/names.ts';
import { openDatabase } from '../../store/database.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  await hub.post('/api/v1/products', product('A'));
  await hub.settled();
});
afterAll(() => hub.close());

type Count = { readonly name: string; readonly count: number };

test('a process of all roles under load keeps to 40 connections, each with the name of its part', async () => {
  const watch = openDatabase({ url: database.url(), max: 1, onError: () => undefined });
  let isLoaded = true;
  let most = 0;
  const names = new Set<string>();
  const watching = (async () => {
    while (isLoaded) {
      const { rows } = await watch.query<Count>(
        `select application_name as name, count(*)::integer as count from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' group by 1`,
      );
      for (const { name } of rows) names.add(name);
      most = Math.max(
        most,
        rows.reduce((sum, { count }) => sum + count, 0),
      );
    }
  })();
  await Promise.all(
    Array.from({ length: 64 }, async (_, client) => {
      for (let i = 0; i < 4; i++) {
        await hub.post('/api/v1/orders', order(`c${client}-${i}`, [{ sku: 'A', quantity: 1 }]));
        await hub.list('connections');
        await hub.parts.store.keys.listKeys();
      }
    }),
  );
  await hub.settled();
  isLoaded = false;
  await watching;
  await watch.end();
  expect((await hub.list('orders')).items.length).toBeGreaterThan(0);
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThanOrEqual(40);
  // BullMQ gives some of its connections the name of their queue.
  const known = new Set<string>(QUEUES);
  expect([...names].filter((name) => !name.startsWith('crossdock') && !known.has(name))).toEqual([]);
});
