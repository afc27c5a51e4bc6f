import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;
type Work = Row & {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly location: string;
};

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of ['north', 'south'].entries())
    await hub.post('/api/v1/locations', { code, name: code, priority });
  for (const sku of ['MUG', 'CUP', 'RARE']) await hub.post('/api/v1/products', product(sku, { weightGrams: 300 }));
  await hub.settled();
  const stock = [
    ['MUG', 'north', 50],
    ['MUG', 'south', 50],
    ['CUP', 'north', 50],
    ['RARE', 'north', 2],
  ] as const;
  for (const [sku, location, difference] of stock) {
    await hub.post('/api/v1/stock/adjustments', { sku, location, difference, reason: 'start' });
  }
  const places = [
    ['MUG', 'A-10', 'a'],
    ['CUP', 'A-2', 'b'],
  ] as const;
  for (const [sku, bin, zone] of places) {
    const body = JSON.stringify({ sku, location: 'north', bin, zone });
    await hub.request('/api/v1/pick-places', { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  }
});
afterAll(() => hub.close());

async function placed(id: string, lines: Parameters<typeof order>[1]): Promise<void> {
  await hub.post('/api/v1/orders', order(id, lines));
  await hub.settled();
}
async function worksOf(id: string): Promise<readonly Work[]> {
  const { items } = await hub.list('fulfillment-orders', { orderNumber: `#${id}` });
  return items.toReversed() as never;
}
async function firstWork(id: string): Promise<Work> {
  const [work] = await worksOf(id);
  if (!work) throw new Error(`order ${id} has no work`);
  return work;
}
const act = (work: Work, verb: string, body?: object, headers = {}) =>
  hub.post(`/api/v1/fulfillment-orders/${work.id}/${verb}`, body ?? {}, headers);

describe('pick short', () => {
  test('gives units back that another location then sends, and takes them off the shelf where they were not found', async () => {
    await placed('short-1', [{ sku: 'MUG', quantity: 3 }]);
    const work = await firstWork('short-1');
    expect(work).toMatchObject({ location: 'north', state: 'released' });
    const before = await hub.show('stock', { sku: 'MUG', location: 'north' });
    const answer = await act(work, 'short', { units: [{ sku: 'MUG', quantity: 2 }], reason: 'not-found' });
    expect(answer).toMatchObject({ status: 200, body: { state: 'picking' } });
    const [first, second] = await worksOf('short-1');
    expect(first).toMatchObject({ location: 'north', lines: [{ quantity: 1, short: 2 }] });
    expect(second).toMatchObject({ location: 'south', state: 'released', lines: [{ quantity: 2 }] });
    const after = await hub.show('stock', { sku: 'MUG', location: 'north' });
    expect(Number(before['onHand']) - Number(after['onHand'])).toBe(2);
    expect(Number(before['allocated']) - Number(after['allocated'])).toBe(2);
    expect(await hub.show('orders', { externalId: 'short-1' })).toMatchObject({ status: 'released' });
  });

  test('backorders units that nobody else has, and sends them when they come, while the rest goes on', async () => {
    await placed('short-2', [{ sku: 'RARE', quantity: 2 }]);
    const work = await firstWork('short-2');
    await act(work, 'pick', { units: [{ sku: 'RARE', quantity: 1 }] });
    await act(work, 'short', { units: [{ sku: 'RARE', quantity: 1 }], reason: 'not-found' });
    expect(await firstWork('short-2')).toMatchObject({
      state: 'picked',
      lines: [{ quantity: 1, picked: 1, short: 1 }],
    });
    expect(await hub.show('orders', { externalId: 'short-2' })).toMatchObject({
      status: 'backordered',
      lines: [{ backordered: 1, released: 1 }],
    });
    await hub.post('/api/v1/stock/adjustments', { sku: 'RARE', location: 'south', difference: 1, reason: 'delivery' });
    await hub.settled();
    expect((await worksOf('short-2'))[1]).toMatchObject({
      location: 'south',
      state: 'released',
      lines: [{ quantity: 1 }],
    });
  });
});

describe('picking', () => {
  test('the same scan twice picks its units once', async () => {
    await placed('scan-1', [{ sku: 'MUG', quantity: 2 }]);
    const work = await firstWork('scan-1');
    const scan = { units: [{ sku: 'MUG', quantity: 1 }], scan: 'pda-1' };
    const answers = await Promise.all([act(work, 'pick', scan), act(work, 'pick', scan), act(work, 'pick', scan)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await firstWork('scan-1')).toMatchObject({ state: 'picking', lines: [{ quantity: 2, picked: 1 }] });
  });

  test('refuses more units than are to pick, and a version that was not seen', async () => {
    const work = await firstWork('scan-1');
    expect(await act(work, 'pick', { units: [{ sku: 'MUG', quantity: 5 }] })).toMatchObject({
      status: 409,
      body: { code: 'insufficient', detail: expect.stringContaining('1 units to pick, not 5') },
    });
    expect(await act(work, 'pick', {}, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'version-mismatch' },
    });
    expect(await act({ ...work, id: 'nobody' }, 'pick')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('cancel racing with a picker who does not find the units: the order is cancelled once, and its stock is right', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => `race-${i}`);
    for (const id of ids) await hub.post('/api/v1/orders', order(id, [{ sku: 'MUG', quantity: 1 }]));
    await hub.settled();
    for (const id of ids) await act(await firstWork(id), 'pick');
    await Promise.all(
      ids.map(async (id, i) => {
        const { id: orderId } = await hub.show('orders', { externalId: id });
        const work = await firstWork(id);
        const cancel = () => hub.post(`/api/v1/orders/${orderId}/cancel`, { reason: 'buyer' });
        const short = () => act(work, 'short', { units: [{ sku: 'MUG', quantity: 1 }], reason: 'x' });
        await Promise.all(i % 2 === 0 ? [cancel(), short()] : [short(), cancel()]);
      }),
    );
    for (const id of ids) expect(await firstWork(id)).toMatchObject({ state: 'cancelled' });
    expect(await hub.ledgerDifferences()).toEqual([]);
  });
});

describe('pick lists', () => {
  test('hold what waits at a location once, in walking order, and are done when all is picked or short', async () => {
    await placed('list-1', [
      { sku: 'MUG', quantity: 2 },
      { sku: 'CUP', quantity: 1 },
    ]);
    await placed('list-2', [{ sku: 'CUP', quantity: 3 }]);
    const names = [(await firstWork('list-1')).number, (await firstWork('list-2')).number];
    const made = await hub.post('/api/v1/pick-lists', { location: 'north', fulfillmentOrders: names });
    expect(made).toMatchObject({ status: 201, body: [{ orders: 2, units: 6, zone: null }] });
    const [{ id, number }] = made.body as [{ id: string; number: string }];
    const again = await hub.post('/api/v1/pick-lists', { location: 'north', fulfillmentOrders: names });
    expect(again.body).toEqual([]);
    const list = await hub.show('pick-lists', { number });
    const picks = list['picks'] as readonly (Row & { id: string; sku: string; left: number; bin: string })[];
    expect(picks.map(({ bin, left }) => [bin, left])).toEqual([
      ['A-2', 1],
      ['A-2', 3],
      ['A-10', 2],
    ]);
    const results = picks.map((pick, i) => ({
      pick: pick.id,
      picked: pick.left - (i === 2 ? 1 : 0),
      short: i === 2 ? 1 : 0,
    }));
    const confirmed = await hub.post(`/api/v1/pick-lists/${id}/confirm`, { picks: results, scan: 'pda-list' });
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'done', version: 2 } });
    const repeated = await hub.post(`/api/v1/pick-lists/${number}/confirm`, { picks: results, scan: 'pda-list' });
    expect(repeated).toMatchObject({ status: 200, body: { state: 'done', version: 2 } });
    expect(await firstWork('list-2')).toMatchObject({ state: 'picked' });
    expect((await worksOf('list-1')).map(({ location, state }) => [location, state])).toEqual([
      ['north', 'picked'],
      ['south', 'released'],
    ]);
  });

  test('send pickers to the bins where units lie by the books, first expired first, then to where the product is kept', async () => {
    const put = (path: string, body: object) =>
      hub.request(`/api/v1${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await hub.post('/api/v1/products', product('TEA'));
    await hub.settled();
    for (const [code, walk] of [
      ['T-1', 30],
      ['T-2', 20],
    ] as const)
      await put('/bins', { location: 'south', code, walk });
    await put('/pick-places', { sku: 'TEA', location: 'south', bin: 'T-9', zone: 'c' });
    const receive = (bin: string, lot: string, quantity: number, expiresOn: string) =>
      hub.post('/api/v1/stock/receipts', {
        ...{ sku: 'TEA', location: 'south', quantity, reference: 'PO', bin, lot, expiresOn },
      });
    expect((await receive('T-1', 'LATE', 2, '2027-06-01')).status).toBe(201);
    await receive('T-2', 'SOON', 2, '2027-01-01');
    await hub.post('/api/v1/stock/receipts', { sku: 'TEA', location: 'south', quantity: 3, reference: 'PO' });
    for (const id of ['bins-1', 'bins-2']) await placed(id, [{ sku: 'TEA', quantity: 3 }]);
    const names = [(await firstWork('bins-1')).number, (await firstWork('bins-2')).number];
    const made = await hub.post('/api/v1/pick-lists', { location: 'south', fulfillmentOrders: names });
    const [{ id, number }] = made.body as [{ id: string; number: string }];
    const { picks } = (await hub.show('pick-lists', { number })) as { picks: (Row & { id: string; left: number })[] };
    const stops = picks.map(({ fulfillmentOrder, bin, lot, left }) => [fulfillmentOrder, bin, lot, left]);
    expect(stops).toEqual([
      ['hub-bins-2-F1', 'T-9', null, 2],
      ['hub-bins-1-F1', 'T-2', 'SOON', 2],
      ['hub-bins-1-F1', 'T-1', 'LATE', 1],
      ['hub-bins-2-F1', 'T-1', 'LATE', 1],
    ]);
    // The last of T-1 is not there: it is written off where it should have been.
    const results = picks.map((pick, i) => ({
      pick: pick.id,
      picked: i === 3 ? 0 : pick.left,
      short: i === 3 ? 1 : 0,
    }));
    expect(await hub.post(`/api/v1/pick-lists/${id}/confirm`, { picks: results })).toMatchObject({ status: 200 });
    for (const code of ['SOON', 'LATE']) expect(await hub.show('lots', { code })).toMatchObject({ quantity: 0 });
    expect(await hub.show('stock', { sku: 'TEA', location: 'south' })).toMatchObject({ onHand: 1, picked: 5 });
    expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ differenceCount: 0 });
  });

  test('are printed as PDF', async () => {
    const { items } = await hub.list('pick-lists');
    const response = await hub.request(`/api/v1/pick-lists/${items[0]?.['number']}/pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await hub.request('/api/v1/pick-lists/PL999/pdf')).status).toBe(404);
  });

  test('leave out units that the order took back meanwhile', async () => {
    await placed('list-3', [{ sku: 'CUP', quantity: 2 }]);
    const work = await firstWork('list-3');
    const made = await hub.post('/api/v1/pick-lists', { location: 'north', fulfillmentOrders: [work.number] });
    const [{ id }] = made.body as [{ id: string }];
    const { id: orderId } = await hub.show('orders', { externalId: 'list-3' });
    await hub.post(`/api/v1/orders/${orderId}/cancel`, { reason: 'buyer' });
    const list = (await hub.get(`/api/v1/pick-lists/${id}`)).body as { picks: { id: string; left: number }[] };
    expect(list.picks.map(({ left }) => left)).toEqual([0]);
    const refused = await hub.post(`/api/v1/pick-lists/${id}/confirm`, {
      picks: [{ pick: list.picks[0]?.id, picked: 2 }],
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-workable' } });
  });
});

test('whatever happened: events fold to the rows, the ledger sums, and nothing failed unseen', async () => {
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});
