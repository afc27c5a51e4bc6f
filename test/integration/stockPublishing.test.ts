import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemId } from '../../connectors/shopify/simulator/bodies.ts';
import { CATALOG } from '../../connectors/shopify/simulator/catalog.ts';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
const [MUG = '', SAND = '', TEE = ''] = CATALOG.map(({ sku }) => sku);
let hub: TestHub;
let shop: ShopifySimulator;
let connection: ConnectionId;

type Json = Readonly<Record<string, unknown>>;
async function send(method: string, path: string, body: unknown): Promise<Json> {
  const response = await hub.request(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Json;
  expect([path, response.ok ? '' : answer]).toEqual([path, '']);
  return answer;
}
const ask = async (path: string): Promise<Json> => (await hub.get(`/api/v1${path}`)).body as Json;
const adjust = (sku: string, difference: number) =>
  send('POST', '/stock/adjustments', { sku, location: 'main', difference, reason: 'test' });
const shown = (item: number) => shop.shop.levels.get(`${itemId(item)}/70001`)?.available;
const publication = async (sku: string): Promise<Json> => (await hub.list('publications', { sku })).items[0] ?? {};

/** An order of the shop, told by its webhook; the shop has taken its units off what it shows. */
async function soldThere(item: number, quantity: number): Promise<void> {
  const level = shop.shop.levels.get(`${itemId(item)}/70001`);
  if (level) level.available -= quantity;
  const body = JSON.stringify(shop.shop.place([{ item, quantity }]).body);
  const hmac = createHmac('sha256', String(shop.settings['clientSecret'])).update(body).digest('base64');
  const headers = {
    'x-shopify-topic': 'orders/create',
    'x-shopify-webhook-id': randomUUID(),
    'x-shopify-hmac-sha256': hmac,
  };
  expect((await hub.request('/hooks/shop', { method: 'POST', headers, body })).status).toBe(202);
}

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  shop = await startShopifySimulator();
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  for (const sku of [MUG, SAND, TEE, 'PLAN', 'NEW']) await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  const added = await hub.post('/api/v1/connections', { name: 'shop', connector: 'shopify', settings: shop.settings });
  connection = (added.body as { id: ConnectionId }).id;
  await send('PUT', `/connections/${connection}/locations`, { externalId: '70001', location: 'main' });
});
afterAll(async () => {
  await hub.close();
  await shop.close();
});

describe('a channel is told', () => {
  test('a level when it changed, and nothing when it came back to what landed there', async () => {
    await adjust(MUG, 10);
    await drained(hub.parts, { delivering: connection });
    expect(shown(0)).toBe(10);
    expect(await publication(MUG)).toMatchObject({ connection: 'shop', place: '70001', quantity: 10, sent: 10 });
    const landed = await publication(MUG);
    await adjust(MUG, 3);
    await adjust(MUG, -3);
    await drained(hub.parts, { delivering: connection });
    expect((await publication(MUG))['publishedAt']).toBe(landed['publishedAt']);
    const { items } = await hub.list('deliveries', { operation: 'pushStock', state: 'superseded' });
    expect(items).toMatchObject([{ fault: { code: 'unchanged' } }]);
    await adjust(MUG, 1);
    await drained(hub.parts, { delivering: connection });
    expect(shown(0)).toBe(11);
  });

  test('the same level again when its own order has changed what it shows', async () => {
    await soldThere(0, 1);
    await drained(hub.parts);
    await adjust(MUG, 1);
    expect([shown(0), await hub.available(MUG)]).toEqual([10, 11]);
    expect(await publication(MUG)).toMatchObject({ quantity: 11 });
    await drained(hub.parts, { delivering: connection });
    expect(shown(0)).toBe(11);
  });

  test('everything again when it is asked for', async () => {
    shop.shop.levels.set(`${itemId(0)}/70001`, { available: 99, updatedAt: '2026-01-01T00:00:00Z' });
    await drained(hub.parts, { delivering: connection });
    expect(shown(0)).toBe(99);
    expect(await send('POST', '/publications', { connection: 'shop' })).toEqual({ products: 1 });
    await drained(hub.parts, { delivering: connection });
    expect(shown(0)).not.toBe(99);
  });

  test('less by safety stock and buffer, up to the cap, and more by a bounded backorder allowance', async () => {
    await adjust(SAND, 20);
    await drained(hub.parts, { delivering: connection });
    expect(shown(1)).toBe(20);
    const steps: readonly (readonly [string, unknown, number])[] = [
      ['/safety-stocks', { sku: SAND, location: 'main', quantity: 4 }, 16],
      ['/channel-policies', { connection: 'shop', buffer: 3 }, 13],
      ['/channel-policies', { connection: 'shop', sku: SAND, buffer: 1, cap: 14 }, 14],
      ['/channel-policies', { connection: 'shop', sku: SAND, buffer: 1 }, 15],
      ['/selling-policies', { sku: SAND, policy: { selling: 'backorder', limit: 7 } }, 22],
      ['/selling-policies', { sku: SAND, policy: { selling: 'stock' } }, 15],
    ];
    for (const [path, body, level] of steps) {
      await send('PUT', path, body);
      await drained(hub.parts, { delivering: connection });
      expect([path, shown(1)]).toEqual([path, level]);
    }
    const safety = await hub.show('safety-stocks', { sku: SAND });
    expect(safety).toMatchObject({ location: 'main', quantity: 4 });
  });

  test('less by a buffer computed from what others sell while a level is on its way', async () => {
    await send('PUT', '/channel-policies', { connection: 'shop', sku: TEE, buffer: 1, oversellProbability: 0.01 });
    await adjust(TEE, 100);
    await drained(hub.parts, { delivering: connection });
    expect(shown(2)).toBe(99);
    const { pool, refreshBuffers } = hub.parts.store;
    await pool.query('update stock_publication set lag_seconds = 3600 where connection_id = $1', [connection]);
    for (let i = 0; i < 4; i++) await hub.post('/api/v1/orders', order(`tee-${i}`, [{ sku: TEE, quantity: 6 }]));
    await drained(hub.parts, { delivering: connection });
    await pool.query('update stock_publication set lag_seconds = 3600 where connection_id = $1', [connection]);
    expect(await refreshBuffers()).toBeGreaterThan(0);
    await drained(hub.parts, { delivering: connection });
    // 24 units in a day are one in an hour; of a Poisson count with mean 1 more than 4 come in 0.4 % of hours.
    const { buffer } = await publication(TEE);
    expect(buffer).toMatchObject({ units: 4, salesPerHour: 1, lagSeconds: 3600 });
    expect(shown(2)).toBe(100 - 24 - 4);
    expect(await refreshBuffers()).toBe(0);
  });
});

describe('what can be promised', () => {
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  test('rises with what is to come, and falls with what waits and with safety stock', async () => {
    await adjust('PLAN', 10);
    await send('PUT', '/safety-stocks', { sku: 'PLAN', location: 'main', quantity: 2 });
    const come = {
      sku: 'PLAN',
      location: 'main',
      quantity: 50,
      dueOn: inDays(7),
      reference: 'PO-1',
      unitCostMinor: 300,
    };
    const { id } = await send('POST', '/incoming', come);
    expect((await ask('/stock/atp?sku=PLAN'))['steps']).toEqual([
      { from: inDays(0), quantity: 8 },
      { from: inDays(7), quantity: 58 },
    ]);
    await hub.post('/api/v1/orders', order('plan-1', [{ sku: 'PLAN', quantity: 25 }]));
    await drained(hub.parts);
    expect(await ask('/stock/atp?sku=PLAN')).toMatchObject({
      owed: 15,
      steps: [
        { from: inDays(0), quantity: 0 },
        { from: inDays(7), quantity: 35 },
      ],
    });
    expect(await ask('/stock/backorders?sku=PLAN')).toMatchObject({ items: [{ quantity: 15, promisedOn: inDays(7) }] });
    await send('PUT', `/incoming/${id}`, { dueOn: inDays(9) });
    expect(await ask('/stock/backorders?sku=PLAN')).toMatchObject({ items: [{ promisedOn: inDays(9) }] });
    await send('PUT', `/incoming/${id}`, { dueOn: inDays(-1) });
    expect(await ask('/stock/atp?sku=PLAN')).toMatchObject({ overdue: [{ quantity: 50 }], steps: [{ quantity: 0 }] });
    await send('PUT', `/incoming/${id}`, { dueOn: inDays(9) });
  });

  test('is bounded by the selling policy, and what comes serves those who wait', async () => {
    expect(await ask('/stock/promise?sku=PLAN&quantity=40')).toMatchObject({ units: [], refused: 40 });
    const policy = { selling: 'backorder', limit: 60, leadDays: 30 };
    await send('PUT', '/selling-policies', { sku: 'PLAN', policy });
    expect(await ask('/stock/promise?sku=PLAN&quantity=40')).toMatchObject({
      units: [
        { quantity: 35, on: inDays(9), from: 'incoming' },
        { quantity: 5, on: inDays(30), from: 'beyond' },
      ],
      refused: 0,
    });
    expect(await ask('/stock/promise?sku=PLAN&quantity=50')).toMatchObject({ refused: 5 });
    const { id } = (await hub.list('incoming', { sku: 'PLAN' })).items[0] ?? {};
    const receipt = { sku: 'PLAN', location: 'main', quantity: 20, reference: 'PO-1', incoming: id };
    await send('POST', '/stock/receipts', receipt);
    await drained(hub.parts);
    expect(await hub.show('incoming', { sku: 'PLAN' })).toMatchObject({ open: 30, received: 20, version: 5 });
    expect(await ask('/stock/backorders?sku=PLAN')).toEqual({ items: [] });
    const more = await hub.post('/api/v1/stock/receipts', { ...receipt, quantity: 31 });
    expect(more).toMatchObject({ status: 409, body: { code: 'more-than-incoming' } });
    const level = (await hub.list('stock', { sku: 'PLAN' })).items[0];
    expect(level).toMatchObject({ onHand: 30, allocated: 25 });
  });

  test('of a pre-order is delivered on its first day and not before', async () => {
    await adjust('NEW', 5);
    const policy = { selling: 'preorder', limit: 100, availableOn: inDays(20) };
    await send('PUT', '/selling-policies', { sku: 'NEW', policy });
    expect(await ask('/stock/promise?sku=NEW&quantity=8')).toMatchObject({
      selling: 'preorder',
      units: [
        { quantity: 5, on: inDays(20), from: 'stock' },
        { quantity: 3, on: null, from: 'beyond' },
      ],
    });
  });

  test('of what is not there is nothing', async () => {
    expect((await hub.get('/api/v1/stock/atp?sku=NONE')).status).toBe(404);
    expect((await hub.get('/api/v1/stock/promise?sku=PLAN&quantity=0')).status).toBe(400);
    const nowhere = await hub.request('/api/v1/safety-stocks', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sku: 'PLAN', location: 'nowhere', quantity: 1 }),
    });
    expect(nowhere.status).toBe(404);
  });
});
