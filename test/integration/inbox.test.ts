import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  await hub.post('/api/v1/stock/adjustments', { sku: 'A', location: 'main', difference: 100, reason: 'start' });
});
afterAll(() => hub.close());

describe('the inbox', () => {
  test('takes an order that is durable when it is answered, and applies it with its stock committed', async () => {
    const answer = await hub.post('/api/v1/orders', order('in-1', [{ sku: 'A', quantity: 2 }]));
    expect(answer).toMatchObject({ status: 202, body: { duplicate: false } });
    await hub.settled();
    const { items } = await hub.list('orders', { externalId: 'in-1' });
    expect(items).toMatchObject([{ status: 'released', paymentState: 'paid' }]);
  });

  test('shows totals on the first page with the decimals of their currency', async () => {
    for (const currency of ['EUR', 'JPY', 'KWD']) {
      const totals = { linesMinor: 5760, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 5760 };
      await hub.post('/api/v1/orders', order(`money-${currency}`, [{ sku: 'A', quantity: 1 }], { currency, totals }));
    }
    await hub.settled();
    const { orders } = (await hub.get('/api/v1/flow')).body as { orders: { total: string }[] };
    const shown = orders.map(({ total }) => total);
    expect(shown).toEqual(expect.arrayContaining(['57.60 EUR', '5760 JPY', '5.760 KWD']));
  });

  test('recognises the same order sent again', async () => {
    const again = await hub.post('/api/v1/orders', order('in-1', [{ sku: 'A', quantity: 2 }]));
    expect(again.body).toMatchObject({ duplicate: true });
    expect((await hub.list('orders', { externalId: 'in-1' })).items).toHaveLength(1);
  });

  test('does not let an older version overwrite a newer one, in whatever order they come', async () => {
    const newer = order('in-2', [{ sku: 'A', quantity: 3 }], { updatedAt: '2026-01-02T00:00:00Z' });
    const older = order('in-2', [{ sku: 'A', quantity: 1 }], { updatedAt: '2026-01-01T00:00:00Z' });
    await hub.post('/api/v1/orders', newer);
    await hub.settled();
    const late = await hub.post('/api/v1/orders', older);
    await hub.settled();
    const message = await hub.get(`/api/v1/inbox/${(late.body as { id: string }).id}`);
    expect(message.body).toMatchObject({ state: 'ignored', reason: 'older-version' });
    const shown = await hub.show('orders', { externalId: 'in-2' });
    expect(shown['lines']).toMatchObject([{ released: 3, cancelled: 0 }]);
  });

  test('parks a line whose SKU is unknown, and goes on when the product comes', async () => {
    await hub.post(
      '/api/v1/orders',
      order('in-3', [
        { sku: 'A', quantity: 1 },
        { sku: 'NEW', quantity: 1 },
      ]),
    );
    await hub.settled();
    expect(await hub.show('orders', { externalId: 'in-3' })).toMatchObject({ status: 'parked' });
    await hub.post('/api/v1/products', product('NEW'));
    await hub.settled();
    expect(await hub.show('orders', { externalId: 'in-3' })).toMatchObject({ status: 'backordered' });
    await hub.post('/api/v1/stock/adjustments', { sku: 'NEW', location: 'main', difference: 5, reason: 'delivery' });
    await hub.settled();
    expect(await hub.show('orders', { externalId: 'in-3' })).toMatchObject({ status: 'released' });
  });

  test('keeps one bad record to itself', async () => {
    const bad = hub.arrive('order', 'order/bad', 'bad-1', { externalId: 'bad' });
    const good = hub.post('/api/v1/orders', order('in-4', [{ sku: 'A', quantity: 1 }]));
    await Promise.all([bad, good]);
    await hub.settled();
    const { items } = await hub.list('inbox', { state: 'dead' });
    expect(items).toMatchObject([{ fault: { code: 'invalid-document', at: expect.stringMatching(/^\//) } }]);
    expect((await hub.list('orders', { externalId: 'in-4' })).items).toHaveLength(1);
  });

  test('gives the stock of a cancelled order back', async () => {
    const shown = await hub.show('orders', { externalId: 'in-2' });
    const before = await hub.available('A');
    expect((await hub.post(`/api/v1/orders/${shown['id']}/cancel`, { reason: 'buyer' })).status).toBe(200);
    expect(await hub.available('A')).toBe(before + 3);
    expect(await hub.show('orders', { externalId: 'in-2' })).toMatchObject({ status: 'cancelled' });
  });

  test('holds an unpaid online order and releases it when it is paid', async () => {
    await hub.post('/api/v1/orders', order('in-5', [{ sku: 'A', quantity: 1 }], { paymentState: 'pending' }));
    await hub.settled();
    expect(await hub.show('orders', { externalId: 'in-5' })).toMatchObject({ status: 'on-hold', holds: ['payment'] });
    await hub.post('/api/v1/orders', order('in-5', [{ sku: 'A', quantity: 1 }], { updatedAt: '2026-02-01T00:00:00Z' }));
    await hub.settled();
    expect(await hub.show('orders', { externalId: 'in-5' })).toMatchObject({ status: 'released', holds: [] });
  });

  test('takes no more off the shelf by hand than lies there', async () => {
    const adjustment = { sku: 'A', location: 'main', difference: -100_000, reason: 'lost' };
    const answer = await hub.post('/api/v1/stock/adjustments', adjustment);
    expect(answer).toMatchObject({ status: 409, body: { code: 'insufficient-stock' } });
  });

  test('knows how far behind it is', async () => {
    await hub.settled();
    await expect
      .poll(() => hub.parts.store.inboxLoad().then(({ stored }) => stored), { timeout: 15_000 })
      .toBeGreaterThan(0);
    expect(await hub.parts.store.inboxLoad()).toMatchObject({ waiting: 0, live: 0 });
    const metrics = () => hub.request('/metrics').then((answer) => answer.text());
    await expect.poll(metrics, { timeout: 5000 }).toContain('crossdock_inbox_seconds_behind 0\n');
  });

  test('events fold to the rows that are stored, for every order', async () => {
    expect(await hub.foldedDifferences()).toEqual([]);
  });

  test('balances are the sums of the ledger', async () => {
    expect(await hub.ledgerDifferences()).toEqual([]);
  });
});
