import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FulfillmentOrderId, OrderId, ShipmentId } from '../../core/shared/ids.ts';
import { shipFulfillment } from '../../core/usecases/applyFulfillment.ts';
import { openWorks } from '../../core/usecases/openWork.ts';
import { uuidSource } from '../../store/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;

type Json = Readonly<Record<string, unknown>>;
async function send(method: string, path: string, body: unknown, status?: number): Promise<Json> {
  const headers = { 'content-type': 'application/json' };
  const response = await hub.request(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as Json;
  const isExpected = status === undefined ? response.ok : response.status === status;
  expect([path, isExpected ? '' : answer]).toEqual([path, '']);
  return answer;
}
const receive = (sku: string, quantity: number, more: object = {}, status?: number) =>
  send('POST', '/stock/receipts', { sku, location: 'main', quantity, reference: 'PO-1', ...more }, status);
const level = async (sku: string): Promise<Json> => (await hub.list('stock', { sku, location: 'main' })).items[0] ?? {};
const place = async (externalId: string, lines: readonly { sku: string; quantity: number }[], more: object = {}) => {
  await hub.post('/api/v1/orders', order(externalId, lines, more));
  await drained(hub.parts);
  return hub.show('orders', { externalId });
};
/** Ships what of an order is in work, as if a carrier had fetched it. */
async function ship(shown: Json): Promise<void> {
  const { store, now } = hub.parts;
  const [{ id = '' } = {}] = shown['fulfillmentOrders'] as { id: FulfillmentOrderId }[];
  await store.unitOfWork.transaction(async (tx) => {
    const batch = await openWorks(tx, [shown['id'] as OrderId], uuidSource, now());
    const row = batch.works.get(id as FulfillmentOrderId);
    if (!row) throw new Error('nothing is in work');
    const lines = row.lines.map(({ line, picked }) => ({ line, quantity: picked }));
    const none = {
      carrierConnection: null,
      carrier: 'van',
      service: null,
      carrierReference: null,
      packages: [],
      isDelivered: false,
    };
    const names = {
      id: uuidSource.next() as ShipmentId,
      reference: row.number,
      order: row.order,
      fulfillmentOrder: row.id,
    };
    const origin = 'report' as const;
    const shipment = { origin, ...none, ...names, location: row.location, lines };
    const left = shipFulfillment(batch, row.id, shipment, { actor: 'test', cause: null, isReport: true });
    expect(left).toMatchObject({ ok: true });
    await tx.save(batch.changes());
  });
  await drained(hub.parts);
}

async function booksAgree(): Promise<void> {
  await drained(hub.parts);
  expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ differenceCount: 0, differences: [] });
  expect(await hub.foldedDifferences()).toEqual([]);
}

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  for (const sku of ['TEA', 'PHONE', 'MUG', 'JAR', 'SET', 'DUO', 'CT'])
    await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  for (const [code, walk] of [
    ['A1', 10],
    ['B1', 20],
  ])
    await send('PUT', '/bins', { location: 'main', code, zone: 'A', walk });
});
afterAll(() => hub.close());

describe('lots, serial numbers and bins', () => {
  test('what is picked first expires first, along the way through the bins', async () => {
    await receive('TEA', 4, { bin: 'B1', lot: 'L-JUNE', expiresOn: '2030-06-30' });
    await receive('TEA', 3, { bin: 'A1', lot: 'L-MAY', expiresOn: '2030-05-31' });
    await receive('TEA', 2);
    const question = { location: 'main', lines: [{ sku: 'TEA', quantity: 5 }] };
    expect(await send('POST', '/stock/picks', question)).toEqual({
      picks: [
        { sku: 'TEA', bin: 'A1', lot: 'L-MAY', expiresOn: '2030-05-31', quantity: 3 },
        { sku: 'TEA', bin: 'B1', lot: 'L-JUNE', expiresOn: '2030-06-30', quantity: 2 },
      ],
      unplaced: [],
    });
    expect(await send('POST', '/stock/picks', { ...question, keepsUntil: '2030-06-01' })).toMatchObject({
      picks: [{ lot: 'L-JUNE', quantity: 4 }],
      unplaced: [{ sku: 'TEA', quantity: 1 }],
    });
  });

  test('units go into another bin with their lot, and unplaced ones are put away', async () => {
    const move = { sku: 'TEA', location: 'main', quantity: 2 };
    await send('POST', '/stock/moves', { ...move, bin: 'B1', lot: 'L-JUNE', toBin: 'A1' });
    await send('POST', '/stock/moves', { ...move, toBin: 'B1' });
    expect(await send('POST', '/stock/moves', { ...move, toBin: 'B1' }, 409)).toMatchObject({
      code: 'insufficient-stock',
    });
    expect(await hub.show('bins', { code: 'A1' })).toMatchObject({
      places: [
        { sku: 'TEA', lot: 'L-JUNE', quantity: 2 },
        { sku: 'TEA', lot: 'L-MAY', quantity: 3 },
      ],
    });
    expect(await level('TEA')).toMatchObject({ onHand: 9, available: 9 });
    await booksAgree();
  });

  test('a shipped order takes the units that expire first, and its lot can be traced to it', async () => {
    const shown = await place('trace', [{ sku: 'TEA', quantity: 4 }]);
    await send('POST', `/orders/${shown['id']}/pick`, {});
    await ship(shown);
    const may = await hub.show('lots', { code: 'L-MAY' });
    expect(may).toMatchObject({
      quantity: 0,
      movements: [
        { kind: 'receive', onHand: 3 },
        { kind: 'pick', onHand: -3, reference: 'work/hub-trace-F1' },
      ],
    });
    expect(await hub.show('lots', { code: 'L-JUNE' })).toMatchObject({ quantity: 3 });
    await booksAgree();
  });

  test('a serial number is one unit in one place', async () => {
    await receive('PHONE', 1, { lot: 'SN-1', isSerial: true });
    expect(await receive('PHONE', 1, { lot: 'SN-1', isSerial: true }, 409)).toMatchObject({
      code: 'serial-there-already',
    });
    expect(await receive('PHONE', 2, { lot: 'SN-2', isSerial: true }, 409)).toMatchObject({
      code: 'serial-there-already',
    });
    expect((await hub.list('lots', { sku: 'PHONE' })).items).toHaveLength(1);
  });

  test('a count compares each place with its books, and a count by a source takes units off their places', async () => {
    const { id } = await send('POST', '/counts', { location: 'main', kind: 'cycle', skus: ['TEA'] });
    await send('POST', `/counts/${id}/lines`, { lines: [{ sku: 'TEA', bin: 'A1', lot: 'L-JUNE', quantity: 0 }] });
    await send('POST', `/counts/${id}/approve`, {});
    expect(await hub.show('lots', { code: 'L-JUNE' })).toMatchObject({ quantity: 2 });
    await hub.post('/api/v1/stock', {
      sku: 'TEA',
      location: 'main',
      quantity: 1,
      measure: 'on-hand',
      asOf: '2030-01-01T00:00:00Z',
    });
    await drained(hub.parts);
    expect(await level('TEA')).toMatchObject({ onHand: 1 });
    await booksAgree();
  });
});

test('a carton is received as the units that are in it', async () => {
  await send('PUT', '/units', { sku: 'CT', code: 'CT', numerator: 24 });
  await send('PUT', '/units', { sku: 'CT', code: 'HALF', numerator: 1, denominator: 2 });
  expect(await receive('CT', 3, { unit: 'CT' })).toMatchObject({ onHand: 72 });
  expect(await receive('CT', 3, { unit: 'HALF' }, 409)).toMatchObject({ code: 'not-whole' });
  expect(await receive('CT', 3, { unit: 'BOX' }, 404)).toMatchObject({ code: 'unknown-unit' });
  const less = { sku: 'CT', location: 'main', difference: -1, unit: 'CT', reason: 'torn', reasonCode: 'damaged' };
  expect(await send('POST', '/stock/adjustments', less)).toEqual({ onHand: 48 });
});

describe('a bundle', () => {
  test('is made of what is there, and has no stock of its own', async () => {
    const components = [
      { sku: 'MUG', quantity: 2 },
      { sku: 'JAR', quantity: 1 },
    ];
    await send('PUT', '/bundles', { sku: 'SET', components });
    await receive('MUG', 7);
    await receive('JAR', 2);
    expect((await hub.get('/api/v1/stock/atp?sku=SET')).body).toMatchObject({ steps: [{ quantity: 2 }] });
    expect(await receive('SET', 1, {}, 409)).toMatchObject({ code: 'bundle-has-no-stock' });
    expect(await send('PUT', '/bundles', { sku: 'DUO', components: [{ sku: 'SET', quantity: 1 }] }, 409)).toMatchObject(
      { code: 'nested-bundle' },
    );
    expect(await send('PUT', '/bundles', { sku: 'JAR', components }, 409)).toMatchObject({ code: 'has-stock' });
    expect(await hub.show('bundles', { sku: 'SET' })).toMatchObject({ components: [{ sku: 'JAR' }, { sku: 'MUG' }] });
  });

  test('is held for a cart as its components, and the order that names the cart gets them', async () => {
    const cart = { sku: 'SET', holder: 'cart-9', seconds: 600 };
    expect(await send('POST', '/reservations', { ...cart, quantity: 3 }, 409)).toMatchObject({
      code: 'insufficient-stock',
    });
    const held = await send('POST', '/reservations', { ...cart, quantity: 2 }, 201);
    expect((held as unknown as Json[]).map(({ quantity }) => quantity).sort()).toEqual([2, 4]);
    expect(await level('MUG')).toMatchObject({ reserved: 4, available: 3 });
    expect((await place('other', [{ sku: 'SET', quantity: 1 }]))['lines']).toMatchObject([{ backordered: 1 }]);
    const shown = await place('cart', [{ sku: 'SET', quantity: 2 }], { holder: 'cart-9' });
    expect(shown['lines']).toMatchObject([{ sku: 'SET', released: 2, backordered: 0 }]);
    expect(await level('MUG')).toMatchObject({ reserved: 0, allocated: 4 });
    await booksAgree();
    for (const id of ['other', 'cart']) {
      const { id: key } = await hub.show('orders', { externalId: id });
      await send('POST', `/orders/${key}/cancel`, { reason: 'test' });
    }
  });

  test('ordered beside its own component shares the units of it: none is promised twice', async () => {
    const shown = await place('both', [
      { sku: 'SET', quantity: 2 },
      { sku: 'MUG', quantity: 5 },
    ]);
    expect(shown['lines']).toMatchObject([
      { sku: 'SET', allocated: 2, backordered: 0 },
      { sku: 'MUG', allocated: 3, backordered: 2 },
    ]);
    expect(await level('MUG')).toMatchObject({ onHand: 7, allocated: 7, available: 0 });
    expect(await level('JAR')).toMatchObject({ allocated: 2 });
    await booksAgree();
    await send('POST', `/orders/${shown['id']}/cancel`, { reason: 'test' });
    expect(await level('MUG')).toMatchObject({ allocated: 0, available: 7 });
    await booksAgree();
  });

  test('that waits goes on when its components come, and ships as its components', async () => {
    const shown = await place('wait', [{ sku: 'SET', quantity: 3 }]);
    expect(shown['lines']).toMatchObject([{ allocated: 2, backordered: 1 }]);
    const other = { sku: 'SET', components: [{ sku: 'MUG', quantity: 5 }] };
    expect(await send('PUT', '/bundles', other, 409)).toMatchObject({ code: 'is-waited-for' });
    await receive('JAR', 1);
    await drained(hub.parts);
    const released = await hub.show('orders', { externalId: 'wait' });
    expect(released['lines']).toMatchObject([{ released: 3, backordered: 0 }]);
    expect(await level('MUG')).toMatchObject({ allocated: 6 });
    // What was promised stays as it was promised.
    await send('PUT', '/bundles', other);
    await send('POST', `/orders/${released['id']}/pick`, {});
    await ship(released);
    expect(await level('MUG')).toMatchObject({ onHand: 1, allocated: 0 });
    expect(await level('JAR')).toMatchObject({ onHand: 0, allocated: 0 });
    await booksAgree();
  });
});

test('the value of the stock is what was paid for it, whatever moved, and its units are those of the balances', async () => {
  await hub.post('/api/v1/locations', { code: 'away', name: 'Away', priority: 200 });
  await hub.post('/api/v1/products', product('GOLD'));
  await drained(hub.parts);
  await receive('GOLD', 10, { unitCostMinor: 100 });
  const between = new Date().toISOString();
  await receive('GOLD', 10, { unitCostMinor: 131 });
  const { id } = await send('POST', '/transfers', { from: 'main', to: 'away', lines: [{ sku: 'GOLD', quantity: 8 }] });
  await send('POST', `/transfers/${id}/send`, {});
  await send('POST', `/transfers/${id}/receive`, { lines: [{ sku: 'GOLD', received: 5, lost: 3, reason: 'fell' }] });
  await send('POST', '/stock/states', { sku: 'GOLD', location: 'main', change: 'damage', quantity: 2, reason: 'test' });
  await send('POST', '/stock/adjustments', { sku: 'GOLD', location: 'main', difference: -9, reason: 'sold' });
  const value = async (query: string) => (await hub.get(`/api/v1/stock/valuation?sku=GOLD&${query}`)).body as Json;
  // Three lost and nine sold are twelve: ten at 1.00 and two at 1.31 by FIFO; each at 1.155 by the average.
  expect(await value('method=fifo')).toMatchObject({ total: { units: 8, valueMinor: 1048, issuedMinor: 1262 } });
  // 3 × 115.5 = 346.5 and then 9 × 1,963/17 = 1,039.2, each rounded when it goes.
  expect(await value('method=average')).toMatchObject({
    total: { units: 8, receivedMinor: 2310, issuedMinor: 347 + 1039 },
  });
  expect(await value(`until=${between}`)).toMatchObject({
    items: [{ units: 10, valueMinor: 1000, averageMinor: 100 }],
  });
  const all = (await hub.get('/api/v1/stock/valuation')).body as { total: { units: number } };
  const { items } = await hub.list('stock', { limit: '200' });
  const states = ['onHand', 'picked', 'damaged', 'quality', 'inTransit'] as const;
  const owned = items.reduce((sum, row) => states.reduce((part, state) => part + Number(row[state]), sum), 0);
  expect(all.total.units).toBe(owned);
  await booksAgree();
});

test('a transfer carries the lots that it took: they are on the shelf there, and nobody has to name them', async () => {
  await hub.post('/api/v1/locations', { code: 'branch', name: 'Branch', priority: 300 });
  await hub.post('/api/v1/products', product('PEAR'));
  await drained(hub.parts);
  await receive('PEAR', 2, { bin: 'A1', lot: 'P-MAY', expiresOn: '2030-05-31' });
  await receive('PEAR', 2, { lot: 'P-JULY', expiresOn: '2030-07-31' });
  await receive('PEAR', 1);
  const { id } = await send('POST', '/transfers', {
    from: 'main',
    to: 'branch',
    lines: [{ sku: 'PEAR', quantity: 5 }],
  });
  await send('POST', `/transfers/${id}/send`, { lines: [{ sku: 'PEAR', quantity: 3 }] });
  await send('POST', `/transfers/${id}/receive`, { lines: [{ sku: 'PEAR', received: 2 }] });
  await send('POST', `/transfers/${id}/send`, {});
  await send('POST', `/transfers/${id}/receive`, { lines: [{ sku: 'PEAR', received: 2, damaged: 1 }] });
  const places = async (code: string) =>
    ((await hub.show('lots', { code }))['places'] as Json[]).map(({ location, quantity }) => [location, quantity]);
  expect(await places('P-MAY')).toEqual([['branch', 2]]);
  expect(await places('P-JULY')).toEqual([['branch', 2]]);
  expect(await hub.show('stock', { sku: 'PEAR', location: 'branch' })).toMatchObject({ onHand: 4, damaged: 1 });
  await booksAgree();
});
