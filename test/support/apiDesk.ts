import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from './database.ts';
import { order, product } from './documents.ts';
import { openHub, type TestHub } from './hub.ts';
import { Description } from './openapi.ts';
import { TypedClient } from './typedClient.ts';

const description = new Description(join(import.meta.dirname, '..', '..', 'openapi', 'hub.json'));
const operations = Object.entries(description.document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { tags = [] }]) => ({ name: `${method} ${path}`, method, path, tags })),
);

/** A hub with two places and four products, and a client made from the published types. */
export type ApiDesk = {
  readonly hub: () => TestHub;
  readonly api: () => TypedClient;
  placed(id: string, lines: Parameters<typeof order>[1], more?: object): Promise<{ id: string }>;
};

export function apiDesk(): ApiDesk {
  const database = ownDatabase();
  let hub: TestHub;
  let api: TypedClient;
  beforeAll(async () => {
    hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
    api = new TypedClient(description, hub.request);
    await hub.post('/api/v1/locations', { code: 'main', name: 'Main', priority: 1 });
    await hub.post('/api/v1/locations', { code: 'store', name: 'Store', priority: 2 });
    for (const sku of ['MUG', 'TEA', 'SET', 'RARE'])
      await hub.post('/api/v1/products', product(sku, { weightGrams: 300 }));
    await hub.settled();
  });
  afterAll(() => hub.close());
  return {
    hub: () => hub,
    api: () => api,
    async placed(id, lines, more = {}) {
      await hub.post('/api/v1/orders', { ...order(id, lines), ...more });
      await hub.settled();
      return { id: String((await hub.show('orders', { externalId: id }))['id']) };
    },
  };
}

/** The lists of nouns are as described, and all of their operations were called with success by the stories before. */
export function allCalled(desk: ApiDesk, nouns: readonly string[], elsewhere: readonly string[] = []): void {
  const ours = operations.filter(
    ({ tags, path }) => path.startsWith('/api/') && tags.some((tag) => nouns.includes(tag)),
  );
  describe('the operations', () => {
    const lists = ours.filter(({ method, path }) => method === 'get' && description.operation('get', `${path}/{id}`));
    test.each(lists)('$name and its records are as described', async ({ path }) => {
      const api = desk.api();
      const list = (await api.call('get', path as never, {} as never)) as { items?: readonly { id: string }[] };
      for (const { id } of (list.items ?? []).slice(0, 2)) {
        await api.call('get', `${path}/{id}` as never, { path: { id } } as never);
      }
    });

    test.each(nouns)('of %s are all called with success', (noun) => {
      const own = ours.filter(({ tags }) => tags.includes(noun)).map(({ name }) => name);
      expect(own.filter((name) => !desk.api().called.has(name) && !elsewhere.includes(name))).toEqual([]);
    });
  });
}
