import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;

const put = (path: string, body: object) =>
  hub.request(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** A warehouse that everything comes from by itself, a store in town, and a supplier who sends what nobody keeps. */
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of ['warehouse', 'town', 'supplier'].entries()) {
    await hub.post('/api/v1/locations', { code, name: code, priority });
  }
  for (const sku of ['MUG', 'CUP', 'SOFA']) await hub.post('/api/v1/products', product(sku));
  await hub.settled();
  expect(
    (await put('/api/v1/locations/town/fulfillment', { kind: 'store', isShipping: false, collectDays: 3 })).status,
  ).toBe(200);
  const stock = [
    ['MUG', 'warehouse', 10],
    ['MUG', 'town', 2],
    ['CUP', 'town', 1],
    ['SOFA', 'supplier', 5],
  ] as const;
  for (const [sku, location, difference] of stock) {
    await hub.post('/api/v1/stock/adjustments', { sku, location, difference, reason: 'start' });
  }
});
afterAll(() => hub.close());

async function placed(id: string, lines: Parameters<typeof order>[1], more: object = {}): Promise<void> {
  await hub.post('/api/v1/orders', order(id, lines, more));
  await hub.settled();
}
const work = (id: string): Promise<Row> => hub.show('fulfillment-orders', { orderNumber: `#${id}` });
const shown = (id: string): Promise<Row> => hub.show('orders', { externalId: id });
const level = (sku: string, location: string): Promise<Row> => hub.show('stock', { sku, location });
async function act(id: string, verb: string, body: object = {}) {
  return hub.post(`/api/v1/fulfillment-orders/${(await work(id))['id']}/${verb}`, body);
}

describe('a store that does click and collect', () => {
  test('gets the order of a buyer who collects there, though the warehouse comes first for all others', async () => {
    await placed('c-1', [{ sku: 'MUG', quantity: 1 }], { collectAt: 'town' });
    await placed('c-2', [{ sku: 'MUG', quantity: 1 }]);
    expect(await work('c-1')).toMatchObject({ location: 'town', method: 'collect', state: 'released' });
    expect(await work('c-2')).toMatchObject({ location: 'warehouse', method: 'ship' });
  });

  test('picks it, has it ready, and hands it to the buyer: it has left and is delivered', async () => {
    expect(await act('c-1', 'ready')).toMatchObject({ status: 409, body: { code: 'not-complete' } });
    expect(await act('c-1', 'collect')).toMatchObject({ status: 409 });
    await act('c-1', 'pick');
    expect(await act('c-1', 'ready')).toMatchObject({ status: 200, body: { state: 'ready' } });
    expect(await level('MUG', 'town')).toMatchObject({ onHand: 1, allocated: 0, picked: 1 });
    const collected = await act('c-1', 'collect');
    expect(collected).toMatchObject({ status: 200, body: { state: 'shipped' } });
    expect(await shown('c-1')).toMatchObject({
      status: 'closed',
      lines: [{ shipped: 1 }],
    });
    expect(await level('MUG', 'town')).toMatchObject({ onHand: 1, allocated: 0, picked: 0 });
    const { shipment } = collected.body as { shipment: string };
    expect((await hub.get(`/api/v1/shipments/${shipment}`)).body).toMatchObject({ status: 'delivered', carrier: null });
    expect(await act('c-1', 'collect')).toMatchObject({ status: 409 });
  });

  test('is told when nobody came in time, and what was not collected lies in stock again', async () => {
    await placed('c-3', [{ sku: 'CUP', quantity: 1 }], { collectAt: 'town' });
    await act('c-3', 'pick');
    await act('c-3', 'ready');
    const { pool, watchDeliveries } = hub.parts.store;
    expect(await watchDeliveries(hub.parts.now())).toBe(0);
    await pool.query("update fulfillment_event set at = at - interval '4 days' where type = 'ReadyForCollection'");
    expect(await watchDeliveries(hub.parts.now())).toBe(1);
    expect((await hub.list('notices', { kind: 'not-collected' })).items).toMatchObject([{ state: 'open' }]);
    expect(await act('c-3', 'not-collected')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(await shown('c-3')).toMatchObject({ status: 'cancelled', lines: [{ cancelled: 1 }] });
    expect(await level('CUP', 'town')).toMatchObject({ onHand: 1, allocated: 0, available: 1 });
  });

  test('keeps a buyer waiting for what it has not, and goes on when it comes there, not elsewhere', async () => {
    await placed(
      'c-4',
      [
        { sku: 'MUG', quantity: 1 },
        { sku: 'SOFA', quantity: 1 },
      ],
      { collectAt: 'town' },
    );
    expect(await shown('c-4')).toMatchObject({ status: 'backordered' });
    await hub.post('/api/v1/stock/adjustments', { sku: 'SOFA', location: 'town', difference: 1, reason: 'delivery' });
    await hub.settled();
    expect(await work('c-4')).toMatchObject({
      location: 'town',
      method: 'collect',
      lines: [{ quantity: 1 }, { quantity: 1 }],
    });
  });

  test('is not asked to send parcels, and an order for a place that is not there is kept with its fault', async () => {
    await placed('c-5', [{ sku: 'CUP', quantity: 1 }]);
    expect(await shown('c-5')).toMatchObject({ status: 'backordered' });
    const received = await hub.post(
      '/api/v1/orders',
      order('c-6', [{ sku: 'MUG', quantity: 1 }], { collectAt: 'moon' }),
    );
    await hub.settled();
    expect((await hub.get(`/api/v1/inbox/${(received.body as { id: string }).id}`)).body).toMatchObject({
      fault: { code: 'unknown-location' },
    });
  });

  test('sends from its stock like a warehouse when it may ship', async () => {
    await put('/api/v1/locations/town/fulfillment', { kind: 'store' });
    await hub.post('/api/v1/stock/adjustments', { sku: 'CUP', location: 'town', difference: 1, reason: 'delivery' });
    await hub.settled();
    expect(await work('c-5')).toMatchObject({ location: 'town', method: 'ship', state: 'released' });
  });
});

describe('a supplier', () => {
  test('is sent what he ships, without its price, and no other order; his shipment closes it', async () => {
    const settings = { baseUrl: 'https://maker.example.com', database: 'd', apiKey: 'not-a-real-key' };
    const made = await hub.post('/api/v1/connections', { name: 'maker', connector: 'odoo', settings });
    expect(made).toMatchObject({ status: 201 });
    const { id: maker } = made.body as { id: string };
    await hub.post(`/api/v1/connections/${maker}/pause`, {});
    await put('/api/v1/locations/supplier/fulfillment', { kind: 'supplier', supplierConnection: 'maker' });
    const { pool, deliveries } = hub.parts.store;
    await hub.post('/api/v1/orders', order('d-0', [{ sku: 'MUG', quantity: 1 }]));
    await hub.post('/api/v1/orders', order('d-1', [{ sku: 'SOFA', quantity: 2 }]));
    await expect
      .poll(async () => (await hub.list('deliveries', { connectionId: maker })).items.length, { timeout: 20_000 })
      .toBe(1);
    const sent = await hub.show('deliveries', { connectionId: maker });
    const dropped = await work('d-1');
    expect(dropped).toMatchObject({ location: 'supplier', method: 'drop-ship' });
    expect(sent).toMatchObject({ operation: 'pushOrder', reference: dropped['number'], subject: dropped['id'] });
    const task = {
      operation: 'pushOrder',
      subject: dropped['id'],
      entity: `work/${dropped['id']}`,
      connection: maker,
    } as never;
    expect(await deliveries.documentFor(task)).toMatchObject({
      ok: true,
      value: {
        document: {
          externalId: dropped['number'],
          kind: 'purchase',
          shippingAddress: { city: 'Berlin' },
          lines: [{ sku: 'SOFA', quantity: 2, totalMinor: 0 }],
          totals: { grandMinor: 0 },
        },
      },
    });
    await pool.query(
      "update delivery set state = 'superseded', settled_at = now(), fault = '{}' where connection_id = $1",
      [maker],
    );
    const report = {
      reference: 'maker-7',
      orderExternalId: dropped['number'],
      location: 'supplier',
      lines: [{ sku: 'SOFA', quantity: 2 }],
      trackingNumber: 'M-7',
    };
    await hub.arrive('shipment', 'order/d-1', 'maker-7', report);
    await hub.settled();
    expect(await work('d-1')).toMatchObject({ state: 'shipped' });
    expect(await shown('d-1')).toMatchObject({ lines: [{ shipped: 2 }] });
    expect(await level('SOFA', 'supplier')).toMatchObject({ onHand: 3, allocated: 0 });
  });
});

test('whatever happened: events fold to the rows, the ledger sums, and nothing failed unseen', async () => {
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});
