import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;
type Work = Row & { readonly id: string; readonly number: string };

const put = (path: string, body: object) =>
  hub.request(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  for (const sku of ['MUG', 'POT', 'SOFA']) await hub.post('/api/v1/products', product(sku, { weightGrams: 300 }));
  await hub.settled();
  for (const sku of ['MUG', 'POT', 'SOFA']) {
    await hub.post('/api/v1/stock/adjustments', { sku, location: 'main', difference: 100, reason: 'start' });
  }
  await put('/api/v1/product-sizes', { sku: 'MUG', lengthMm: 90, widthMm: 90, heightMm: 100, turning: 'upright' });
  await put('/api/v1/product-sizes', { sku: 'SOFA', lengthMm: 900, widthMm: 900, heightMm: 1000 });
  const box = { lengthMm: 200, widthMm: 100, heightMm: 100, maxGrams: 5000, tareGrams: 80, costMinor: 30 };
  await put('/api/v1/boxes', { code: 'S', ...box });
  await put('/api/v1/boxes', { code: 'M', ...box, widthMm: 200, costMinor: 45 });
});
afterAll(() => hub.close());

async function picked(id: string, lines: Parameters<typeof order>[1]): Promise<Work> {
  await hub.post('/api/v1/orders', order(id, lines));
  await hub.settled();
  const work = await workOf(id);
  await act(work, 'pick');
  return work;
}
async function workOf(id: string): Promise<Work> {
  return (await hub.show('fulfillment-orders', { orderNumber: `#${id}` })) as Work;
}
const act = (work: Work, verb: string, body?: object) =>
  hub.post(`/api/v1/fulfillment-orders/${work.id}/${verb}`, body ?? {});

describe('packing', () => {
  test('proposes the cheapest boxes by size and weight, and packs what it proposed', async () => {
    const work = await picked('p-1', [{ sku: 'MUG', quantity: 3 }]);
    const proposal = await hub.get(`/api/v1/fulfillment-orders/${work.number}/packing`);
    expect(proposal).toMatchObject({
      status: 200,
      body: [{ box: { code: 'M' }, weightGrams: 980, lines: [{ sku: 'MUG', quantity: 3 }] }],
    });
    expect(await act(work, 'pack')).toMatchObject({ status: 200, body: { state: 'packed', packages: [{ box: 'M' }] } });
    expect(await workOf('p-1')).toMatchObject({
      packages: [{ box: 'M', weightGrams: 980, lengthMm: 200, shipmentId: null }],
      lines: [{ picked: 3, packed: 3, shipped: 0 }],
    });
  });

  test('says what has to be measured, and what no box holds', async () => {
    const unmeasured = await picked('p-2', [{ sku: 'POT', quantity: 1 }]);
    const proposal = await hub.get(`/api/v1/fulfillment-orders/${unmeasured.id}/packing`);
    expect(proposal).toMatchObject({
      status: 409,
      body: { code: 'size-unknown', detail: expect.stringContaining('POT') },
    });
    const large = await picked('p-3', [{ sku: 'SOFA', quantity: 1 }]);
    expect(await act(large, 'pack')).toMatchObject({ status: 409, body: { code: 'fits-no-box' } });
  });

  test('takes packages as they were made, with labels and papers of their own, and hands over a part', async () => {
    const work = await picked('p-4', [
      { sku: 'MUG', quantity: 2 },
      { sku: 'POT', quantity: 1 },
    ]);
    const first = await act(work, 'pack', {
      packages: [{ box: 'S', weightGrams: 700, units: [{ sku: 'MUG', quantity: 2 }] }],
    });
    expect(first).toMatchObject({ body: { state: 'picked' } });
    const [{ id: parcel }] = (first.body as { packages: [{ id: string }] }).packages;
    const labelled = await act(work, 'labels', {
      labels: [{ package: parcel, trackingNumber: 'TRACK-1', label: { format: 'ZPL', base64: 'XlhB' } }],
    });
    expect(labelled).toMatchObject({ status: 200, body: { state: 'picked' } });
    const document = await hub.post(`/api/v1/packages/${parcel}/documents`, {
      kind: 'customs',
      format: 'PDF',
      base64: 'JVBERi0xLjcK',
    });
    const paper = await hub.request(`/api/v1/package-documents/${(document.body as { id: string }).id}`);
    expect([paper.status, await paper.text()]).toEqual([200, '%PDF-1.7\n']);
    const left = await act(work, 'ship', { carrier: 'DHL' });
    expect(left).toMatchObject({ status: 200, body: { state: 'picked', reference: work.number } });
    expect(await hub.show('orders', { externalId: 'p-4' })).toMatchObject({
      status: 'partially-shipped',
      lines: [{ shipped: 2 }, { shipped: 0, released: 1 }],
    });
    await act(work, 'pack', {
      packages: [{ weightGrams: 350, lengthMm: 200, widthMm: 200, heightMm: 50, units: [{ sku: 'POT', quantity: 1 }] }],
    });
    expect(await act(work, 'ship', { carrier: 'DHL' })).toMatchObject({
      body: { state: 'shipped', reference: `${work.number}-2` },
    });
    expect(await hub.show('orders', { externalId: 'p-4' })).toMatchObject({ status: 'shipped' });
    const { items } = await hub.list('shipments', { reference: work.number });
    expect(items).toMatchObject([{ carrier: 'DHL', packages: [{ trackingNumber: 'TRACK-1', labelFormat: 'ZPL' }] }]);
  });

  test('is labelled when every package has its label, and opens a package again', async () => {
    const work = await picked('p-5', [{ sku: 'MUG', quantity: 2 }]);
    const packed = await act(work, 'pack');
    const [{ id: parcel }] = (packed.body as { packages: [{ id: string }] }).packages;
    expect(await act(work, 'labels', { labels: [{ package: parcel, trackingNumber: 'TRACK-2' }] })).toMatchObject({
      body: { state: 'labelled' },
    });
    expect(await act(work, 'unpack', { package: parcel })).toMatchObject({ status: 200, body: { state: 'picked' } });
    expect(await act(work, 'unpack', { package: parcel })).toMatchObject({
      status: 404,
      body: { code: 'unknown-package' },
    });
    expect(await workOf('p-5')).toMatchObject({ packages: [], lines: [{ packed: 0 }] });
  });

  test('cancel racing with shipment: an order ends shipped or cancelled, never both, and its stock is right', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `race-${i}`);
    const works = new Map<string, Work>();
    for (const id of ids) works.set(id, await picked(id, [{ sku: 'MUG', quantity: 1 }]));
    const outcomes = await Promise.all(
      ids.map(async (id, i) => {
        const { id: orderId } = await hub.show('orders', { externalId: id });
        const cancel = () => hub.post(`/api/v1/orders/${orderId}/cancel`, { reason: 'buyer' });
        const ship = () => act(works.get(id) as Work, 'ship', {});
        const [first, second] = await Promise.all(i % 2 === 0 ? [cancel(), ship()] : [ship(), cancel()]);
        return [first.status, second.status].sort().join(' ');
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['200 409']));
    for (const id of ids) {
      const { status, lines } = await hub.show('orders', { externalId: id });
      const { state } = await workOf(id);
      expect([
        ['shipped', 'shipped'],
        ['cancelled', 'cancelled'],
      ]).toContainEqual([status, state]);
      const [line] = lines as [{ shipped: number; cancelled: number }];
      expect(line.shipped + line.cancelled).toBe(1);
    }
  });
});

describe('manifests', () => {
  test('hold what left a location with a carrier since the last one, once', async () => {
    const closed = await hub.post('/api/v1/manifests', { location: 'main', carrier: 'DHL' });
    expect(closed).toMatchObject({ status: 201, body: { shipments: 2, packages: 2, weightGrams: 1050 } });
    const { number } = closed.body as { number: string };
    expect(await hub.show('manifests', { number })).toMatchObject({
      carrier: 'DHL',
      parcels: [{ trackingNumber: 'TRACK-1', weightGrams: 700 }, { weightGrams: 350 }],
    });
    expect(await hub.post('/api/v1/manifests', { location: 'main', carrier: 'DHL' })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-manifest' },
    });
  });
});

test('whatever happened: events fold to the rows, the ledger sums, and nothing failed unseen', async () => {
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});
