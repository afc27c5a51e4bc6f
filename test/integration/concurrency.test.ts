import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;

const PLACES = ['berlin', 'lyon', 'porto', 'turin'];
const UNITS = 1000;
const CLIENTS = 64;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of PLACES.entries()) await hub.post('/api/v1/locations', { code, name: code, priority });
  await hub.post('/api/v1/products', product('HOT'));
  await hub.settled();
  for (const location of PLACES) {
    await hub.post('/api/v1/stock/adjustments', {
      sku: 'HOT',
      location,
      difference: UNITS / PLACES.length,
      reason: 'start',
    });
  }
});
afterAll(() => hub.close());

describe('64 clients that fight for 1,000 units of one SKU over four places', () => {
  test('are promised exactly 1,000 by reservations, and none of them sees a deadlock', async () => {
    const statuses = new Map<number, number>();
    const client = async (name: string): Promise<void> => {
      for (let i = 0; i < 20; i++) {
        const { status } = await hub.post('/api/v1/reservations', {
          sku: 'HOT',
          quantity: 1,
          holder: name,
          seconds: 3600,
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(`cart-${i}`)));
    expect(Object.fromEntries(statuses)).toEqual({ 201: UNITS, 409: CLIENTS * 20 - UNITS });
    expect(await hub.available('HOT')).toBe(0);
    expect(await hub.ledgerDifferences()).toEqual([]);
  });

  test('give all of them back when the reservations end', async () => {
    await hub.parts.store.pool.query("update reservation set expires_at = now() where state = 'held'");
    while ((await hub.parts.store.expireReservations()) > 0);
    expect(await hub.available('HOT')).toBe(UNITS);
    expect(await hub.ledgerDifferences()).toEqual([]);
  });

  test('are promised exactly 1,000 by orders; the rest is backordered, and every order is accounted for', async () => {
    const client = async (name: number): Promise<void> => {
      for (let i = 0; i < 20; i++)
        await hub.post('/api/v1/orders', order(`o-${name}-${i}`, [{ sku: 'HOT', quantity: 1 }]));
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)));
    await hub.settled();
    const { rows } = await hub.parts.store.pool.query(
      'select sum(allocated + released)::integer as promised, sum(backordered)::integer as backordered from order_line',
    );
    expect(rows).toEqual([{ promised: UNITS, backordered: CLIENTS * 20 - UNITS }]);
    expect(await hub.ledgerDifferences()).toEqual([]);
    expect(await hub.foldedDifferences()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('share what comes later: a delivery goes to the orders that wait', async () => {
    await hub.post('/api/v1/stock/adjustments', { sku: 'HOT', location: 'lyon', difference: 100, reason: 'delivery' });
    await hub.settled();
    const { rows } = await hub.parts.store.pool.query(
      'select sum(backordered)::integer as backordered from order_line',
    );
    expect(rows).toEqual([{ backordered: CLIENTS * 20 - UNITS - 100 }]);
    expect(await hub.ledgerDifferences()).toEqual([]);
  });
});
