import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;
let message = 0;
type Row = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of ['north', 'south'].entries()) {
    await hub.post('/api/v1/locations', { code, name: code, priority });
  }
  for (const sku of ['MUG', 'CUP']) await hub.post('/api/v1/products', product(sku));
  await hub.settled();
  for (const sku of ['MUG', 'CUP']) {
    for (const location of ['north', 'south']) {
      await hub.post('/api/v1/stock/adjustments', { sku, location, difference: 20, reason: 'start' });
    }
  }
});
afterAll(() => hub.close());

async function placed(id: string, lines: Parameters<typeof order>[1]): Promise<void> {
  await hub.post('/api/v1/orders', order(id, lines));
  await hub.settled();
}
/** A fulfillment made in the shop, as its webhook tells of it. Answers how the message ended. */
async function reported(id: string, reference: string, lines: readonly object[], more: object = {}): Promise<Row> {
  const messageId = `shop-${++message}`;
  const document = { reference, orderExternalId: id, location: 'north', lines, ...more };
  await hub.arrive('shipment', `order/${id}`, messageId, document);
  await hub.settled();
  const { items } = await hub.list('inbox', { topic: 'shipment' });
  const found = items.find((each) => each['messageId'] === messageId);
  if (!found) throw new Error('the message is not there');
  return found;
}
const shown = (id: string): Promise<Row> => hub.show('orders', { externalId: id });
const works = async (id: string): Promise<readonly Row[]> =>
  (await hub.list('fulfillment-orders', { orderNumber: `#${id}` })).items;
const onHand = async (sku: string, location: string): Promise<Row> => hub.show('stock', { sku, location });

describe('a shipment made by hand in the shop', () => {
  test('ships the units of its lines at its location, once, however often it is told', async () => {
    await placed('s-1', [
      { sku: 'MUG', quantity: 3 },
      { sku: 'CUP', quantity: 1 },
    ]);
    const before = await onHand('MUG', 'north');
    const lines = [{ lineExternalId: 's-1-1', sku: 'MUG', quantity: 2 }];
    expect(await reported('s-1', 'ful-1', lines, { carrier: 'DHL', trackingNumber: 'T-1' })).toMatchObject({
      state: 'applied',
    });
    expect(await shown('s-1')).toMatchObject({
      status: 'partially-shipped',
      lines: [{ shipped: 2, released: 1 }, { released: 1 }],
    });
    expect(await works('s-1')).toMatchObject([
      { state: 'picking', lines: [{ quantity: 3, shipped: 2 }, { shipped: 0 }] },
    ]);
    const after = await onHand('MUG', 'north');
    expect([after['onHand'], after['allocated']]).toEqual([
      Number(before['onHand']) - 2,
      Number(before['allocated']) - 2,
    ]);
    expect(await reported('s-1', 'ful-1', lines, { trackingNumber: 'T-1' })).toMatchObject({
      state: 'ignored',
      reason: 'already-recorded',
    });
    expect(await onHand('MUG', 'north')).toMatchObject({ onHand: after['onHand'] });
    const { items } = await hub.list('shipments', { reference: 'hub-ful-1' });
    expect(items).toMatchObject([{ carrier: 'DHL', packages: [{ trackingNumber: 'T-1' }] }]);
  });

  test('closes the order with its last unit', async () => {
    const rest = [
      { lineExternalId: 's-1-1', sku: 'MUG', quantity: 1 },
      { lineExternalId: 's-1-2', sku: 'CUP', quantity: 1 },
    ];
    await reported('s-1', 'ful-2', rest);
    expect(await shown('s-1')).toMatchObject({ status: 'shipped', state: 'closed' });
    expect(await works('s-1')).toMatchObject([{ state: 'shipped' }]);
  });

  test('that only repeats what the hub sent moves nothing, whether it has our tracking number or our reference', async () => {
    await placed('s-2', [{ sku: 'MUG', quantity: 2 }]);
    const [work] = await works('s-2');
    await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/pick`, { units: [{ sku: 'MUG', quantity: 1 }] });
    await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/ship`, { carrier: 'UPS', trackingNumber: '1Z-1' });
    const lines = [{ lineExternalId: 's-2-1', sku: 'MUG', quantity: 1 }];
    const before = await onHand('MUG', 'north');
    expect(await reported('s-2', 'ful-3', lines, { trackingNumber: '1Z-1' })).toMatchObject({
      state: 'ignored',
      reason: 'echo',
    });
    expect(await reported('s-2', 'ful-4', lines, { trackingNumber: String(work?.['number']) })).toMatchObject({
      reason: 'echo',
    });
    expect(await shown('s-2')).toMatchObject({ lines: [{ shipped: 1, released: 1 }] });
    expect(await onHand('MUG', 'north')).toMatchObject({ onHand: before['onHand'] });
  });

  test('of more units than are left ships what is left and raises a notice', async () => {
    const lines = [{ lineExternalId: 's-2-1', sku: 'MUG', quantity: 2 }];
    expect(await reported('s-2', 'ful-5', lines, { trackingNumber: 'T-5' })).toMatchObject({ state: 'applied' });
    expect(await shown('s-2')).toMatchObject({ lines: [{ shipped: 2 }] });
    const { items } = await hub.list('notices', { kind: 'shipment-mismatch', state: 'open' });
    expect(items).toMatchObject([{ subject: 'order/hub-s-2' }]);
    const settled = await hub.post(`/api/v1/notices/${items[0]?.['id']}/settle`, {});
    expect(settled.status).toBe(200);
    expect((await hub.list('notices', { state: 'open' })).items).toEqual([]);
  });

  test('from another location than the hub had planned frees the units there and takes them here', async () => {
    await placed('s-3', [{ sku: 'CUP', quantity: 2 }]);
    const [north, south] = [await onHand('CUP', 'north'), await onHand('CUP', 'south')];
    await reported('s-3', 'ful-6', [{ sku: 'CUP', quantity: 2 }], { location: 'south' });
    expect(await works('s-3')).toMatchObject([{ location: 'north', state: 'cancelled' }]);
    expect(await shown('s-3')).toMatchObject({ status: 'shipped' });
    expect(await onHand('CUP', 'north')).toMatchObject({
      onHand: north['onHand'],
      allocated: Number(north['allocated']) - 2,
    });
    expect(await onHand('CUP', 'south')).toMatchObject({
      onHand: Number(south['onHand']) - 2,
      allocated: south['allocated'],
    });
  });

  test('of units that nobody had in stock ships them all the same: they are gone', async () => {
    await placed('s-4', [{ sku: 'CUP', quantity: 100 }]);
    await reported('s-4', 'ful-7', [{ sku: 'CUP', quantity: 100 }]);
    expect(await shown('s-4')).toMatchObject({ status: 'shipped', lines: [{ shipped: 100 }] });
    expect(Number((await onHand('CUP', 'north'))['onHand'])).toBeLessThan(0);
    const { items } = await hub.list('notices', { subject: 'order/hub-s-4' });
    expect(items).toMatchObject([{ detail: { why: 'more of CUP left than lay there' } }]);
  });

  test('that names no known place or line is kept with its fault, and one that comes before its order waits', async () => {
    await placed('s-5', [{ sku: 'MUG', quantity: 1 }]);
    const lines = [{ sku: 'MUG', quantity: 1 }];
    expect(await reported('s-5', 'ful-8', lines, { location: 'moon' })).toMatchObject({
      fault: { code: 'unknown-location' },
    });
    expect(await reported('s-5', 'ful-9', [{ sku: 'HAT', quantity: 1 }])).toMatchObject({
      fault: { code: 'unknown-line' },
    });
    const messageId = 'early';
    await hub.arrive('shipment', 'order/s-6', messageId, {
      reference: 'ful-10',
      orderExternalId: 's-6',
      location: 'north',
      lines,
    });
    await hub.post('/api/v1/orders', order('s-6', [{ sku: 'MUG', quantity: 1 }]));
    await hub.settled();
    expect(await shown('s-6')).toMatchObject({ status: 'shipped' });
  });
});

describe('a shipment of an order that was split here', () => {
  test('is of the part whose work it was, though the shop knows one order only, and its echo is known again', async () => {
    await hub.post('/api/v1/orders', order('d-1', [{ sku: 'MUG', quantity: 5 }], { paymentState: 'pending' }));
    await hub.settled();
    const { id } = await shown('d-1');
    await hub.post(`/api/v1/orders/${id}/split`, { lines: [{ line: 'd-1-1', quantity: 2 }] });
    const part = await hub.show('orders', { reference: 'hub-d-1-S1' });
    await hub.post(`/api/v1/orders/${part['id']}/release`, { reason: 'payment' });
    await hub.settled();
    const lines = [{ lineExternalId: 'd-1-1', sku: 'MUG', quantity: 2 }];
    expect(await reported('d-1', 'ful-20', lines, { trackingNumber: 'D-1' })).toMatchObject({ state: 'applied' });
    expect(await hub.show('orders', { reference: 'hub-d-1-S1' })).toMatchObject({ status: 'shipped' });
    expect(await hub.show('orders', { reference: 'hub-d-1' })).toMatchObject({ lines: [{ allocated: 3, shipped: 0 }] });
    await hub.post(`/api/v1/orders/${id}/release`, { reason: 'payment' });
    await hub.settled();
    const [work] = await works('d-1');
    await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/pick`, { units: [{ sku: 'MUG', quantity: 1 }] });
    await hub.post(`/api/v1/fulfillment-orders/${work?.['id']}/ship`, { carrier: 'UPS', trackingNumber: 'D-2' });
    const one = [{ lineExternalId: 'd-1-1', sku: 'MUG', quantity: 1 }];
    expect(await reported('d-1', 'ful-21', one, { trackingNumber: 'D-2' })).toMatchObject({ reason: 'echo' });
  });

  test('that holds units of both parts ships both, once', async () => {
    await hub.post('/api/v1/orders', order('d-2', [{ sku: 'MUG', quantity: 3 }], { paymentState: 'pending' }));
    await hub.settled();
    const { id } = await shown('d-2');
    await hub.post(`/api/v1/orders/${id}/split`, { lines: [{ line: 'd-2-1', quantity: 1 }] });
    const lines = [{ lineExternalId: 'd-2-1', sku: 'MUG', quantity: 3 }];
    for (const state of ['applied', 'ignored'])
      expect(await reported('d-2', 'ful-22', lines, { trackingNumber: 'D-3' })).toMatchObject({ state });
    for (const reference of ['hub-d-2', 'hub-d-2-S1'])
      expect(await hub.show('orders', { reference })).toMatchObject({ status: 'shipped' });
    expect((await hub.list('notices', { subject: 'order/hub-d-2' })).items).toEqual([]);
  });
});

test('whatever happened: events fold to the rows, the ledger sums, and nothing failed unseen', async () => {
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});
