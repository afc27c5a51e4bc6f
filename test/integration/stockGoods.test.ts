import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    const [work] = shown['fulfillmentOrders'] as { id: string }[];
    await send('POST', `/fulfillment-orders/${work?.id}/ship`, { carrier: 'van' });
    await drained(hub.parts);
    const may = await hub.show('lots', { code: 'L-MAY' });
    expect(may).toMatchObject({
      quantity: 0,
      movements: [
        { kind: 'receive', onHand: 3 },
        { kind: 'ship', onHand: -3 },
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
    await send('POST', `/counts/${id}/lines`, { lines: [{ sku: 'TEA', bin: 'A1', lot: 'L-JUNE', quantity: 1 }] });
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
    await send('PUT', '/bundles', { sku: 'SET', components: [{ sku: 'MUG', quantity: 5 }] });
    await receive('JAR', 1);
    await drained(hub.parts);
    const released = await hub.show('orders', { externalId: 'wait' });
    expect(released['lines']).toMatchObject([{ released: 3, backordered: 0 }]);
    expect(await level('MUG')).toMatchObject({ allocated: 6 });
    await send('POST', `/orders/${released['id']}/pick`, {});
    const [work] = released['fulfillmentOrders'] as { id: string }[];
    await send('POST', `/fulfillment-orders/${work?.id}/ship`, { carrier: 'van' });
    await drained(hub.parts);
    expect(await level('MUG')).toMatchObject({ onHand: 1, allocated: 0 });
    expect(await level('JAR')).toMatchObject({ onHand: 0, allocated: 0 });
    await booksAgree();
  });
});
