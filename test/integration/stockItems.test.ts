import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PullName } from '../../connectors/kit/connector.ts';
import { itemId } from '../../connectors/shopify/simulator/bodies.ts';
import { CATALOG } from '../../connectors/shopify/simulator/catalog.ts';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { runPull } from '../../pipelines/pull/runPull.ts';
import { ownDatabase } from '../support/database.ts';
import { product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
const [MUG, SAND, TEE] = [0, 1, 2].map((n) => ({ sku: CATALOG[n]?.sku ?? '', item: itemId(n) })) as [Item, Item, Item];
type Item = { readonly sku: string; readonly item: number };
let hub: TestHub;
let shop: ShopifySimulator;
let connection: ConnectionId;

/** A shop that is asked for its levels, where each step of the hub is taken by hand. */
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  shop = await startShopifySimulator();
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  const settings = { ...shop.settings, stockSource: true };
  const added = await hub.post('/api/v1/connections', { name: 'shop', connector: 'shopify', settings });
  connection = (added.body as { id: ConnectionId }).id;
  await hub.request(`/api/v1/connections/${connection}/locations`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ externalId: '70001', location: 'main' }),
  });
});
afterAll(async () => {
  await hub.close();
  await shop.close();
});

async function levelWebhook(item: number, available: number, updatedAt: string): Promise<string> {
  const body = JSON.stringify({ inventory_item_id: item, location_id: 70001, available, updated_at: updatedAt });
  const secret = String(shop.settings['clientSecret']);
  const response = await hub.request('/hooks/shop', {
    method: 'POST',
    headers: {
      'x-shopify-topic': 'inventory_levels/update',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    },
    body,
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

async function pull(capability: PullName): Promise<void> {
  const { store, connections, clientFor } = hub.parts;
  const context = { checkpoints: store.checkpoints, connections, clientFor, signal: new AbortController().signal };
  const run = await runPull(connection, capability, context);
  expect(run).toMatchObject({ ok: true });
}

const message = async (id: string): Promise<unknown> => (await hub.get(`/api/v1/inbox/${id}`)).body;

test('a level of an item that no product is known for is parked, and goes on when the product comes', async () => {
  const id = await levelWebhook(MUG.item, 7, '2026-03-01T00:00:00Z');
  await drained(hub.parts);
  expect(await message(id)).toMatchObject({ state: 'parked', fault: { code: 'unknown-item', at: '/item' } });
  await pull('pullProducts');
  await drained(hub.parts);
  expect(await message(id)).toMatchObject({ state: 'applied' });
  expect(await hub.available(MUG.sku)).toBe(7);
});

test('an item is learned from a product whose newer version another system brought', async () => {
  await hub.post('/api/v1/products', product('BAG-TOTE', { updatedAt: '2030-01-01T00:00:00Z' }));
  await drained(hub.parts);
  await hub.parts.store.pool.query(`delete from external_reference where entity in ('product', 'stock-item')`);
  await hub.parts.store.pool.query(`delete from inbox_message where topic = 'product' and connection_id = $1`, [
    connection,
  ]);
  const id = await levelWebhook(itemId(8), 5, '2026-03-01T00:00:00Z');
  await drained(hub.parts);
  expect(await message(id)).toMatchObject({ state: 'parked', fault: { code: 'unknown-item' } });
  await pull('pullProducts');
  await drained(hub.parts);
  expect(await hub.available('BAG-TOTE')).toBe(5);
  expect(await hub.show('products', { sku: 'BAG-TOTE' })).toMatchObject({ title: 'Product BAG-TOTE' });
});

test('an item is learned when its level is pushed, before any product was pulled', async () => {
  await hub.parts.store.pool.query(`delete from external_reference where entity in ('product', 'stock-item')`);
  const { sku, item } = SAND;
  await hub.post('/api/v1/stock/adjustments', { sku, location: 'main', difference: 3, reason: 'start' });
  const id = await levelWebhook(item, 9, '2030-03-01T00:00:00Z');
  await drained(hub.parts, { delivering: connection });
  expect(shop.shop.levels.get(`${item}/70001`)?.available).toBe(3);
  expect(await message(id)).toMatchObject({ state: 'applied' });
  expect(await hub.available(sku)).toBe(9);
});

test('a level that is pulled teaches the item of its SKU too', async () => {
  await pull('pullStock');
  await drained(hub.parts);
  const id = await levelWebhook(TEE.item, 4, '2030-03-01T00:00:00Z');
  await drained(hub.parts);
  expect(await message(id)).toMatchObject({ state: 'applied' });
  expect(await hub.available(TEE.sku)).toBe(4);
});
