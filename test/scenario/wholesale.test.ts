import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const LINES = 500;
const sku = (n: number): string => `PART-${String(n).padStart(3, '0')}`;
/** Units that a line orders, and that lie in stock: every third part is short, every fifteenth is not there at all. */
const wanted = (n: number): number => 10 + (n % 7);
const stocked = (n: number): number => (n % 15 === 0 ? 0 : n % 3 === 0 ? 4 : 100);
const all = Array.from({ length: LINES }, (_, n) => n);
const short = all.filter((n) => stocked(n) < wanted(n));
const sum = (units: readonly number[]): number => units.reduce((total, n) => total + n, 0);

const database = ownDatabase();
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;
type Line = Readonly<Record<string, number>> & { readonly externalId: string; readonly sku: string };
const shown = (id: string) => hub.show('orders', { externalId: id }) as Promise<Row & { id: string; lines: Line[] }>;
const day = (later: number): string => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  for (const n of all) await hub.arrive('product', `product/${sku(n)}`, `p${n}`, product(sku(n)));
  await drained(hub.parts);
  for (const n of all) {
    if (stocked(n) === 0) continue;
    const receipt = { sku: sku(n), location: 'main', quantity: stocked(n), reference: 'PO-1', unitCostMinor: 500 };
    await hub.post('/api/v1/stock/receipts', receipt);
  }
  await hub.request(`/api/v1/selling-policies/${sku(0)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ selling: 'backorder', leadDays: 30 }),
  });
});
afterAll(() => hub.close());

test('500 lines are committed as far as there is stock, in seconds, and the rest is backordered line by line', async () => {
  const lines = all.map((n) => ({ sku: sku(n), quantity: wanted(n) }));
  const begun = performance.now();
  await hub.post('/api/v1/orders', order('b2b', lines, { channel: 'b2b', paymentState: 'pending' }));
  await drained(hub.parts);
  expect(performance.now() - begun).toBeLessThan(10_000);
  const row = await shown('b2b');
  expect(row).toMatchObject({ status: 'backordered', holds: [] });
  expect(sum(row.lines.map(({ allocated = 0 }) => allocated))).toBe(
    sum(all.map((n) => Math.min(wanted(n), stocked(n)))),
  );
  expect(row.lines.filter(({ backordered = 0 }) => backordered > 0)).toHaveLength(short.length);
});

test('each line that waits has the day on which what is bought covers it, and none where nothing is', async () => {
  const bought = short.slice(0, -1);
  for (const [i, n] of bought.entries()) {
    const supply = { sku: sku(n), location: 'main', quantity: 50, dueOn: day(i % 2 === 0 ? 3 : 9), reference: 'PO-2' };
    expect((await hub.post('/api/v1/incoming', supply)).status).toBe(201);
  }
  const { items } = (await hub.get('/api/v1/stock/backorders?limit=1000')).body as {
    items: { sku: string; promisedOn: string | null; quantity: number }[];
  };
  expect(items).toHaveLength(short.length);
  const promised = new Map(items.map((item) => [item.sku, item.promisedOn]));
  for (const [i, n] of bought.entries()) expect([n, promised.get(sku(n))]).toEqual([n, day(i % 2 === 0 ? 3 : 9)]);
  expect(promised.get(sku(short.at(-1) ?? -1))).toBeNull();
  await hub.post(`/api/v1/orders/${(await shown('b2b')).id}/marks`, { promisedAt: `${day(9)}T12:00:00Z` });
});

test('the part that is there is split off and leaves at once; the rest waits and keeps its promise', async () => {
  const { id, lines } = await shown('b2b');
  const ready = lines.flatMap(({ externalId, allocated = 0, backordered = 0 }) =>
    backordered > 0 ? [] : [{ line: externalId, quantity: allocated }],
  );
  const rest = await hub.post(`/api/v1/orders/${id}/split`, { lines: ready });
  expect(rest).toMatchObject({ status: 200 });
  await drained(hub.parts);
  const part = await hub.show('orders', { reference: 'hub-b2b-S1' });
  expect(part).toMatchObject({ status: 'released', promisedAt: `${day(9)}T12:00:00.000Z` });
  const [work] = (await hub.list('fulfillment-orders', { orderNumber: '#b2b-S1' })).items;
  expect(work?.['lines']).toHaveLength(LINES - short.length);
  await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/pick`, {});
  expect(await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/ship`, { carrier: 'DHL' })).toMatchObject({
    status: 200,
  });
  expect(await hub.show('orders', { reference: 'hub-b2b-S1' })).toMatchObject({ status: 'shipped' });
  expect(await hub.show('orders', { reference: 'hub-b2b' })).toMatchObject({ status: 'backordered' });
});

test('a purchase order that comes in serves the lines that wait, at what its units cost', async () => {
  const buying = short.map((n) => ({ sku: sku(n), quantity: 50 }));
  const purchase = order('po-3', buying, { kind: 'purchase', channel: 'b2b', deliverBy: `${day(5)}T08:00:00Z` });
  await hub.post('/api/v1/orders', purchase);
  await drained(hub.parts);
  const { id, lines } = await shown('po-3');
  const received = await hub.post(`/api/v1/orders/${id}/receive`, {
    receipt: 'DN-77',
    location: 'main',
    lines: lines.map(({ externalId }) => ({ line: externalId, quantity: 20 })),
  });
  expect(received).toMatchObject({ status: 200 });
  await drained(hub.parts);
  expect(await hub.show('orders', { reference: 'hub-b2b' })).toMatchObject({ status: 'released' });
  expect(await hub.show('orders', { externalId: 'po-3' })).toMatchObject({ status: 'partially-received' });
  const [entry] = ((await hub.show('stock', { sku: sku(0), location: 'main' }))['entries'] as Row[]).filter(
    ({ kind }) => kind === 'receive',
  );
  expect(entry).toMatchObject({ onHand: 20, reference: 'receipt/DN-77', unitCostMinor: 1000 });
});

test('what of the purchase order is still to come is supply with its day, and is promised', async () => {
  const { body } = await hub.get(`/api/v1/stock/atp?sku=${sku(0)}`);
  expect(body).toMatchObject({
    supply: expect.arrayContaining([
      expect.objectContaining({ on: day(5), quantity: 30, reference: 'order/hub-po-3' }),
    ]),
  });
});

test('whatever happened: the books agree and events fold to the rows', async () => {
  expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ overPromised: 0, differenceCount: 0 });
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
});
