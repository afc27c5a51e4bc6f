import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PullName } from '../../connectors/kit/connector.ts';
import { type CommerceSimulator, startCommerceSimulator } from '../../connectors/salesforce-commerce/simulator.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { runPull } from '../../pipelines/pull/runPull.ts';
import { ownDatabase } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
const SKU = 'SKU-1';
let hub: TestHub;
let shop: CommerceSimulator;
let connection: ConnectionId;

/** A shop that marks what was taken over, where each step of the hub is taken by hand. */
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  shop = await startCommerceSimulator();
  shop.site.addProduct(SKU);
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  const { settings } = shop;
  const added = await hub.post('/api/v1/connections', { name: 'b2c', connector: 'salesforce-commerce', settings });
  connection = (added.body as { id: ConnectionId }).id;
  await pull('pullProducts');
  await hub.post('/api/v1/stock/adjustments', { sku: SKU, location: 'main', difference: 9, reason: 'start' });
});
afterAll(async () => {
  await hub.close();
  await shop.close();
});

async function pull(capability: PullName): Promise<void> {
  const { store, connections, clientFor } = hub.parts;
  const context = { checkpoints: store.checkpoints, connections, clientFor, signal: new AbortController().signal };
  expect(await runPull(connection, capability, context)).toMatchObject({ ok: true });
  await drained(hub.parts, { delivering: connection });
}

/** Somebody buys so many in the shop; answers the number of the order, and its key in the hub. */
async function bought(quantity: number): Promise<readonly [orderNo: string, id: string]> {
  const { orderNo } = shop.site.place({ lines: [{ productId: SKU, quantity, unitMinor: 1500 }] });
  await pull('pullOrders');
  const { items } = await hub.list('orders', { externalId: orderNo });
  return [orderNo, String(items[0]?.['id'])];
}

const over = (orderNo: string) => shop.site.orders.get(orderNo);
const deliveries = async (operation: string) => (await hub.list('deliveries', { operation })).items;

test('an order is acknowledged where it came from once its goods are committed, and only once', async () => {
  const [orderNo] = await bought(2);
  expect(over(orderNo)).toMatchObject({ exportStatus: 'exported' });
  await pull('pullOrders');
  expect(await deliveries('acknowledgeOrder')).toMatchObject([{ state: 'landed', sends: 1 }]);
});

test('an order that waits for goods is not acknowledged until they come', async () => {
  const [orderNo] = await bought(50);
  expect(over(orderNo)).toMatchObject({ exportStatus: 'not_exported' });
  await hub.post('/api/v1/stock/adjustments', { sku: SKU, location: 'main', difference: 60, reason: 'more' });
  await drained(hub.parts, { delivering: connection });
  expect(over(orderNo)).toMatchObject({ exportStatus: 'exported' });
});

test('an order that is cancelled here is cancelled where it came from', async () => {
  const [orderNo, id] = await bought(1);
  await hub.post(`/api/v1/orders/${id}/cancel`, { reason: 'buyer' });
  await drained(hub.parts, { delivering: connection });
  expect(over(orderNo)).toMatchObject({ status: 'cancelled' });
});

test('an order that is cancelled there is not told back', async () => {
  const [orderNo, id] = await bought(1);
  const order = over(orderNo);
  if (!order) throw new Error('no order');
  shop.site.change(order, { status: 'cancelled' });
  const before = await deliveries('cancelOrder');
  await pull('pullOrders');
  expect((await hub.get(`/api/v1/orders/${id}`)).body).toMatchObject({ status: 'cancelled' });
  expect(await deliveries('cancelOrder')).toEqual(before);
});
