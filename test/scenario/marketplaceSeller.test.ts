import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../core/shared/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;
type Work = Row & { readonly id: string; readonly location: string; readonly state: string };

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  for (const [priority, code] of ['east', 'west'].entries())
    await hub.post('/api/v1/locations', { code, name: code, priority });
  for (const sku of ['LAMP', 'BULB', 'SHADE']) await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  for (const [sku, location, difference] of [
    ['LAMP', 'east', 3],
    ['LAMP', 'west', 4],
    ['BULB', 'west', 20],
    ['SHADE', 'east', 10],
  ])
    await hub.post('/api/v1/stock/adjustments', { sku, location, difference, reason: 'start' });
});
afterAll(() => hub.close());

const ordered = async (id: string, lines: Parameters<typeof order>[1], more: object = {}): Promise<void> => {
  await hub.post('/api/v1/orders', order(id, lines, { channel: 'marketplace', ...more }));
  await drained(hub.parts);
};
const shown = (id: string): Promise<Row> => hub.show('orders', { externalId: id });
const works = async (id: string): Promise<readonly Work[]> =>
  (await hub.list('fulfillment-orders', { orderNumber: `#${id}` })).items.toReversed() as never;
const act = (work: Work | undefined, verb: string, body: object = {}) =>
  hub.post(`/api/v1/fulfillment-orders/${work?.id}/${verb}`, body);
const level = (sku: string, location: string): Promise<Row> => hub.show('stock', { sku, location });

const SLA = '2026-01-02T12:00:00Z';
const watched = async (now: string): Promise<readonly Row[]> => {
  await hub.parts.store.watchDeliveries(now as Instant);
  return (await hub.list('notices', { kind: 'late-delivery', state: 'open' })).items;
};

test('an order that two houses share keeps its deadline until the last parcel has left', async () => {
  await ordered(
    'm-1',
    [
      { sku: 'LAMP', quantity: 6 },
      { sku: 'BULB', quantity: 6 },
    ],
    { shipBy: SLA },
  );
  expect(await shown('m-1')).toMatchObject({ status: 'released', shipBy: '2026-01-02T12:00:00.000Z' });
  const [east, west] = (await works('m-1')).toSorted((a, b) => (a.location < b.location ? -1 : 1));
  expect([east, west].map((work) => work?.location)).toEqual(['east', 'west']);
  await act(east, 'pick');
  await act(east, 'ship', { carrier: 'DHL', trackingNumber: 'E-1' });
  expect(await shown('m-1')).toMatchObject({ status: 'partially-shipped' });
  expect(await watched('2026-01-02T11:59:00Z')).toEqual([]);
  expect(await watched('2026-01-02T12:01:00Z')).toMatchObject([
    { subject: 'order/hub-m-1', detail: { why: 'not-shipped', units: 9 } },
  ]);
});

test('a partial cancel after the hand-over takes the units from the work that is left, picked ones included', async () => {
  const [, west] = (await works('m-1')).toSorted((a, b) => (a.location < b.location ? -1 : 1));
  await act(west, 'pick');
  expect(await level('BULB', 'west')).toMatchObject({ onHand: 14, allocated: 0, picked: 6 });
  const { id } = await shown('m-1');
  const cancelled = await hub.post(`/api/v1/orders/${id}/cancel`, {
    reason: 'buyer',
    lines: [
      { line: 'm-1-1', quantity: 2 },
      { line: 'm-1-2', quantity: 6 },
    ],
  });
  expect(cancelled).toMatchObject({ status: 200 });
  await drained(hub.parts);
  expect(await level('BULB', 'west')).toMatchObject({ onHand: 20, allocated: 0, picked: 0, available: 20 });
  expect(await level('LAMP', 'west')).toMatchObject({ onHand: 3, picked: 1, available: 3 });
  expect((await works('m-1')).find(({ location }) => location === 'west')).toMatchObject({
    state: 'picked',
    lines: [
      { quantity: 1, picked: 1, withdrawn: 2 },
      { quantity: 0, picked: 0, withdrawn: 6 },
    ],
  });
  const shipped = await act(west, 'ship', { carrier: 'UPS', trackingNumber: 'W-1' });
  expect(shipped).toMatchObject({ status: 200, body: { state: 'shipped' } });
  expect(await shown('m-1')).toMatchObject({
    status: 'shipped',
    grandMinor: 4000,
    lines: [
      { shipped: 4, cancelled: 2 },
      { shipped: 0, cancelled: 6 },
    ],
    shipments: [{}, {}],
  });
  expect(await level('LAMP', 'west')).toMatchObject({ onHand: 3, picked: 0, allocated: 0 });
});

test('a cancel while a part is held takes what no house works on, where it was committed', async () => {
  await ordered('m-2', [{ sku: 'SHADE', quantity: 4 }], { shipBy: SLA });
  const { id } = await shown('m-2');
  await hub.post(`/api/v1/orders/${id}/hold`, { reason: 'manual' });
  await hub.post('/api/v1/stock/adjustments', {
    sku: 'SHADE',
    location: 'east',
    difference: -6,
    reason: 'sold at a fair',
  });
  await hub.post('/api/v1/stock/adjustments', { sku: 'SHADE', location: 'west', difference: 5, reason: 'delivery' });
  await ordered('m-2', [{ sku: 'SHADE', quantity: 7 }], { shipBy: SLA, updatedAt: '2026-01-01T01:00:00Z' });
  expect(await level('SHADE', 'west')).toMatchObject({ allocated: 3 });
  await hub.post(`/api/v1/orders/${id}/cancel`, { reason: 'buyer', lines: [{ line: 'm-2-1', quantity: 2 }] });
  await drained(hub.parts);
  expect([(await level('SHADE', 'east'))['allocated'], (await level('SHADE', 'west'))['allocated']]).toEqual([4, 1]);
  expect(await works('m-2')).toMatchObject([{ location: 'east', lines: [{ quantity: 4, withdrawn: 0 }] }]);
  await hub.post(`/api/v1/orders/${id}/release`, { reason: 'manual' });
  await drained(hub.parts);
  expect((await works('m-2')).map(({ location, state }) => [location, state])).toEqual([
    ['east', 'released'],
    ['west', 'released'],
  ]);
});

test('what a deadline is near for is picked first, and a higher priority before it', async () => {
  await ordered('m-3', [{ sku: 'BULB', quantity: 1 }]);
  await ordered('m-4', [{ sku: 'BULB', quantity: 1 }], { shipBy: new Date(Date.now() + 3_600_000).toISOString() });
  await ordered('m-5', [{ sku: 'BULB', quantity: 1 }]);
  const { id } = await shown('m-5');
  await hub.post(`/api/v1/orders/${id}/marks`, { priority: 5 });
  const names = [...(await works('m-3')), ...(await works('m-4')), ...(await works('m-5'))].map(
    (work) => work['number'],
  );
  const made = await hub.post('/api/v1/pick-lists', { location: 'west', fulfillmentOrders: names, maxOrders: 1 });
  const numbers = (made.body as { number: string }[]).map(({ number }) => number);
  const first: unknown[] = [];
  for (const number of numbers) {
    const list = await hub.show('pick-lists', { number });
    first.push((list['picks'] as Row[])[0]?.['fulfillmentOrder']);
  }
  expect(first).toEqual(['hub-m-5-F1', 'hub-m-4-F1', 'hub-m-3-F1']);
});

test('whatever happened: the books agree and events fold to the rows', async () => {
  expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ overPromised: 0, differenceCount: 0 });
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
});
