import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const STORES = Array.from({ length: 40 }, (_, i) => `store-${String(i + 1).padStart(2, '0')}`);
/** Every fourth store only hands out over its counter. */
const isCounterOnly = (store: number): boolean => store % 4 === 3;
const SKUS = Array.from({ length: 12 }, (_, i) => `SHIRT-${i + 1}`);
const ORDERS_PER_DAY = 4;

const database = ownDatabase();
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;
type Work = Row & { readonly id: string; readonly location: string; readonly method: string; readonly state: string };

const put = (path: string, body: object) =>
  hub.request(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const adjust = (sku: string, location: string, difference: number) =>
  hub.post('/api/v1/stock/adjustments', { sku, location, difference, reason: 'start' });

/** Stores over two countries, each with two of the shirts, and a warehouse far away that has enough of all. */
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'warehouse', name: 'Warehouse', priority: 0 });
  for (const [i, code] of STORES.entries()) {
    await hub.post('/api/v1/locations', { code, name: code, priority: 100 + i });
    await put(`/api/v1/locations/${code}/fulfillment`, {
      kind: 'store',
      isShipping: !isCounterOnly(i),
      collectDays: 3,
    });
  }
  for (const sku of SKUS) await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  for (const sku of SKUS) await adjust(sku, 'warehouse', 20);
  for (const [i, code] of STORES.entries())
    for (const each of [0, 5]) await adjust(SKUS[(i + each) % SKUS.length] ?? '', code, 6);
  const locations = Object.fromEntries(
    STORES.map((code, i) => [
      code,
      { zone: 'Europe/Berlin', at: { latitude: 47.5 + (i % 8), longitude: 7 + i / 8 }, ordersPerDay: ORDERS_PER_DAY },
    ]),
  );
  const rules = {
    name: 'near',
    method: 'exact',
    locations: { ...locations, warehouse: { zone: 'Europe/Berlin', at: { latitude: 38, longitude: 24 } } },
    places: [{ country: 'DE', latitude: 51, longitude: 10 }],
    rates: [{ baseMinor: 400, perKmMinor: 1 }],
    filters: { capacity: true },
  };
  expect((await hub.post('/api/v1/sourcing/rules', rules)).status).toBe(201);
  await hub.post('/api/v1/sourcing/activation', { name: 'near' });
});
afterAll(() => hub.close());

const works = async (id: string): Promise<readonly Work[]> =>
  (await hub.list('fulfillment-orders', { orderNumber: `#${id}` })).items.toReversed() as never;
const act = (work: Work | undefined, verb: string, body: object = {}) =>
  hub.post(`/api/v1/fulfillment-orders/${work?.id}/${verb}`, body);
const shown = (id: string): Promise<Row> => hub.show('orders', { externalId: id });
const level = (sku: string, location: string): Promise<Row> => hub.show('stock', { sku, location });
async function totals(): Promise<Row> {
  const { rows } = await hub.parts.store.pool.query<Row>(`
    select sum(allocated + released)::integer as committed, sum(backordered)::integer as waiting,
           sum(shipped)::integer as shipped, sum(cancelled)::integer as cancelled from order_line`);
  return rows[0] ?? {};
}
async function loads(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await hub.parts.store.pool.query<{ code: string; orders: number }>(
    'select l.code, s.orders from sourcing_load s join location l on l.id = s.location_id',
  );
  return new Map(rows.map(({ code, orders }) => [code, orders]));
}

test('a day of orders goes out from the stores near their buyers, none of them above what it can do', async () => {
  for (let i = 0; i < 120; i++) {
    const lines = [{ sku: SKUS[i % SKUS.length] ?? '', quantity: 1 + (i % 2) }];
    await hub.arrive('order', `order/r-${i}`, `r-${i}`, order(`r-${i}`, lines));
  }
  await drained(hub.parts);
  const { items } = await hub.list('fulfillment-orders', {});
  const places = new Set(items.map(({ location }) => location as string));
  expect(places.size).toBeGreaterThan(15);
  expect(STORES.filter((code, i) => isCounterOnly(i) && places.has(code))).toEqual([]);
  for (const [code, orders] of await loads())
    if (code !== 'warehouse') expect(orders).toBeLessThanOrEqual(ORDERS_PER_DAY);
  expect((await totals())['committed']).toBe(180);
});

test('an order that is cancelled gives its store the place in the day back, and the next one takes it', async () => {
  const full = [...(await loads())].find(([code, orders]) => code !== 'warehouse' && orders === ORDERS_PER_DAY)?.[0];
  const { items } = await hub.list('fulfillment-orders', { location: full ?? '', state: 'released' });
  const [work] = items as unknown as (Work & { orderId: string })[];
  const cancelled = await hub.post(`/api/v1/orders/${work?.orderId}/cancel`, { reason: 'buyer' });
  expect(cancelled.status).toBe(200);
  await drained(hub.parts);
  expect((await loads()).get(full ?? '')).toBe(ORDERS_PER_DAY - 1);
  const { lines } = (await hub.get(`/api/v1/orders/${work?.orderId}`)).body as { lines: { sku: string }[] };
  const sku = lines[0]?.sku ?? '';
  for (const { location } of (await hub.list('stock', { sku })).items)
    if (location !== full)
      await adjust(sku, String(location), -Number((await level(sku, String(location)))['available']) || 1);
  await hub.post('/api/v1/orders', order('r-next', [{ sku, quantity: 1 }]));
  await drained(hub.parts);
  expect(await works('r-next')).toHaveLength(1);
});

test('a store that does not find its units passes them on, and another store sends them the same day', async () => {
  const { items } = await hub.list('fulfillment-orders', { state: 'released' });
  const work = items.find(({ method, location }) => method === 'ship' && location !== 'warehouse') as unknown as Work;
  const { orderNumber } = work as unknown as { orderNumber: string };
  const units = (work['lines'] as { line: string; quantity: number }[]).map(({ line, quantity }) => ({
    line,
    quantity,
  }));
  expect(await act(work, 'short', { units, reason: 'not-found' })).toMatchObject({
    status: 200,
    body: { state: 'cancelled' },
  });
  const all = await works(orderNumber.slice(1));
  expect(all).toHaveLength(2);
  expect(all[1]).toMatchObject({ state: 'released' });
  expect(all[1]?.location).not.toBe(work.location);
  await act(all[1], 'pick');
  expect(await act(all[1], 'ship', { carrier: 'DHL' })).toMatchObject({ status: 200 });
  expect(await shown(orderNumber.slice(1))).toMatchObject({ status: 'shipped' });
});

test('what a store has not comes from another by transfer, is held for its buyer and handed over', async () => {
  const [counter, giver] = ['store-04', 'store-08'];
  const sku = 'SCARF';
  await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  await adjust(sku, giver, 5);
  await hub.post('/api/v1/orders', order('c-1', [{ sku, quantity: 2 }], { collectAt: counter }));
  await drained(hub.parts);
  expect(await shown('c-1')).toMatchObject({ status: 'backordered' });
  const made = await hub.post('/api/v1/transfers', { from: giver, to: counter, lines: [{ sku, quantity: 3 }] });
  const { id } = made.body as { id: string };
  await hub.post(`/api/v1/transfers/${id}/send`, {});
  expect(await level(sku, counter)).toMatchObject({ onHand: 0, inTransit: 3, available: 0 });
  await hub.post(`/api/v1/transfers/${id}/receive`, { lines: [{ sku, received: 2, damaged: 1 }] });
  await drained(hub.parts);
  const [work] = await works('c-1');
  expect(work).toMatchObject({ location: counter, method: 'collect', state: 'released', lines: [{ quantity: 2 }] });
  await act(work, 'pick');
  expect(await level(sku, counter)).toMatchObject({ onHand: 0, picked: 2, damaged: 1 });
  await act(work, 'ready');
  expect(await act(work, 'collect')).toMatchObject({ status: 200, body: { state: 'shipped' } });
  expect(await shown('c-1')).toMatchObject({ status: 'closed', lines: [{ shipped: 2 }] });
  expect(await level(sku, counter)).toMatchObject({ onHand: 0, picked: 0, allocated: 0 });
});

test('goods that nobody collects lie in stock again, and the order that waits for them there gets them', async () => {
  const sku = 'GLOVE';
  await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  await adjust(sku, 'store-12', 1);
  for (const id of ['c-2', 'c-3'])
    await hub.post('/api/v1/orders', order(id, [{ sku, quantity: 1 }], { collectAt: 'store-12' }));
  await drained(hub.parts);
  const [first, second] = (await works('c-2')).length > 0 ? ['c-2', 'c-3'] : ['c-3', 'c-2'];
  const [work] = await works(first);
  await act(work, 'pick');
  await act(work, 'ready');
  expect(await act(work, 'not-collected')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  await drained(hub.parts);
  expect(await shown(first)).toMatchObject({ status: 'cancelled' });
  expect(await works(second)).toMatchObject([{ location: 'store-12', state: 'released' }]);
});

test('whatever happened: the books agree and events fold to the rows', async () => {
  expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ overPromised: 0, differenceCount: 0 });
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
});
