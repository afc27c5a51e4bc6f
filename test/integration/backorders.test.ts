import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;
const ORDERS = 450;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  await hub.post('/api/v1/products', product('A'));
  await hub.post('/api/v1/products', product('B'));
  await drained(hub.parts);
  for (let i = 0; i < ORDERS; i++) {
    const placedAt = new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString();
    const lines = [{ sku: 'A', quantity: 1 }, ...(i % 2 ? [{ sku: 'B', quantity: 1 }] : [])];
    await hub.arrive('order', `order/b${i}`, `b${i}`, order(`b${i}`, lines, { placedAt }));
  }
  await drained(hub.parts);
});
afterAll(() => hub.close());

const receive = async (sku: string, difference: number): Promise<void> => {
  await hub.post('/api/v1/stock/adjustments', { sku, location: 'main', difference, reason: 'delivery' });
  await drained(hub.parts);
};

async function units(sku: string): Promise<unknown> {
  const { rows } = await hub.parts.store.pool.query(
    `select sum(backordered)::integer as backordered, sum(allocated + released)::integer as committed
     from order_line where sku = $1`,
    [sku],
  );
  return rows[0];
}

test('one delivery of stock serves backorders until its units are used up, the oldest orders first', async () => {
  expect(await units('A')).toEqual({ backordered: ORDERS, committed: 0 });
  await receive('A', 430);
  expect(await units('A')).toEqual({ backordered: ORDERS - 430, committed: 430 });
  const { rows } = await hub.parts.store.pool.query(
    `select count(*)::integer as late from order_line l join orders o on o.id = l.order_id
     where l.sku = 'A' and l.backordered > 0 and o.placed_at < '2026-01-01T00:07:10Z'`,
  );
  expect(rows).toEqual([{ late: 0 }]);
  expect(await hub.available('A')).toBe(0);
});

test('or until nobody waits any more', async () => {
  await receive('A', 100);
  await receive('B', 1000);
  expect(await units('A')).toEqual({ backordered: 0, committed: ORDERS });
  expect(await units('B')).toEqual({ backordered: 0, committed: ORDERS / 2 });
  expect([await hub.available('A'), await hub.available('B')]).toEqual([80, 1000 - ORDERS / 2]);
  expect(await hub.ledgerDifferences()).toEqual([]);
});
