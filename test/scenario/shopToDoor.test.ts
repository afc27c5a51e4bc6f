import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { endStateOf, openWorld, until, type World } from '../support/world.ts';

const database = ownDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld({ databaseUrl: database.url(), redisUrl: ownRedis() });
});
afterAll(() => world.close());

type Order = Readonly<Record<string, unknown>>;

async function orderOf(number: string): Promise<Order> {
  const { items } = (await world.get(`/api/v1/orders?number=${encodeURIComponent(number)}`)) as { items: Order[] };
  if (!items[0]) throw new Error(`no order ${number} yet`);
  return world.get(`/api/v1/orders/${items[0]['id']}`);
}

describe('an order of the shop', () => {
  test('is reserved, sold in the ERP, picked, labelled, told to the shop and delivered', async () => {
    const { body } = world.shop.shop.place([
      { item: 0, quantity: 2 },
      { item: 3, quantity: 1 },
    ]);
    const number = String(body.name);
    await until('the order in the hub', async () => (await orderOf(number))['status'] !== 'received');
    await until('delivery', async () => {
      const { items } = (await world.get('/api/v1/shipments')) as { items: Order[] };
      return items[0]?.['status'] === 'delivered';
    });
    const order = await orderOf(number);
    expect(order).toMatchObject({ status: 'closed', paymentState: 'paid' });
    expect(order['lines']).toMatchObject([{ shipped: 2 }, { shipped: 1 }]);
    expect(order['deliveries']).toMatchObject([{ operation: 'pushOrder', state: 'landed' }]);
    const state = await endStateOf(world);
    expect(state['erpOrders']).toHaveLength(1);
    expect(state['labels']).toHaveLength(1);
    expect(state['shopOrders']).toEqual([JSON.stringify([number, 1, 0])]);
  });

  test('leaves the shop with the level that the hub can promise', async () => {
    const sku = world.shop.shop.catalog[0]?.sku ?? '';
    await until('the level in the shop', async () => {
      const { items } = (await world.get(`/api/v1/stock?sku=${sku}`)) as { items: { available: number }[] };
      const levels = [...world.shop.shop.levels.entries()].filter(([key]) => key.endsWith('/70001'));
      return levels.some(([, level]) => level.available === items[0]?.available && level.available > 0);
    });
  });

  test('that was cancelled before it was picked is cancelled in the ERP too, and its stock is free again', async () => {
    const placed = world.shop.shop.place([{ item: 5, quantity: 4 }]);
    const number = String(placed.body.name);
    await until('the order in the hub', async () => (await orderOf(number))['status'] !== 'received');
    world.shop.shop.cancel(placed);
    await until('the cancellation', async () =>
      ['cancelled', 'shipped', 'in-transit', 'delivered', 'closed'].includes(String((await orderOf(number))['status'])),
    );
    const order = await orderOf(number);
    const [line] = order['lines'] as { shipped: number; cancelled: number }[];
    expect((line?.shipped ?? 0) + (line?.cancelled ?? 0)).toBe(4);
  });
});
