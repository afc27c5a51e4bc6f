import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../core/shared/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
let hub: TestHub;
let shipment: string;
let parcel: string;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url() });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  await hub.post('/api/v1/products', product('MUG'));
  await hub.settled();
  await hub.post('/api/v1/stock/adjustments', { sku: 'MUG', location: 'main', difference: 10, reason: 'start' });
  await hub.post('/api/v1/orders', order('t-1', [{ sku: 'MUG', quantity: 1 }]));
  await hub.settled();
  const work = await hub.show('fulfillment-orders', { orderNumber: '#t-1' });
  await hub.post(`/api/v1/fulfillment-orders/${work['id']}/pick`, {});
  const shipped = await hub.post(`/api/v1/fulfillment-orders/${work['id']}/ship`, {
    carrier: 'DHL <b>',
    trackingNumber: 'T-9',
  });
  shipment = (shipped.body as { shipment: string }).shipment;
  const row = await hub.show('shipments', { orderId: String(work['orderId']) });
  parcel = (row['packages'] as [{ id: string }])[0].id;
});
afterAll(() => hub.close());

const scan = (status: 'in-transit' | 'delivered' | 'unrecognised', at: string, code: string = status) =>
  hub.parts.store.tracking.save(shipment, parcel, {
    trackingNumber: 'T-9',
    events: [{ code, status, at, place: 'Leipzig' }],
  });
const anonymous = { headers: { authorization: 'none' } };

describe('the page of a shipment', () => {
  test('shows a buyer who has its link where it is, and nothing of who gets what', async () => {
    await scan('in-transit', '2026-05-01T10:00:00Z');
    const made = await hub.post(`/api/v1/shipments/${shipment}/tracking-link`, { days: 3 });
    expect(made.status).toBe(201);
    const { path } = made.body as { path: string };
    expect(Buffer.from(path.slice('/track/'.length), 'base64url')).toHaveLength(16);
    const response = await hub.request(path, anonymous);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>On its way</h1>');
    expect(page).toContain('<time datetime="2026-05-01T10:00:00Z">');
    expect(page).toContain('DHL &lt;b&gt;');
    for (const personal of ['Jane', 'Street', 'Berlin', 'MUG', '#t-1', 'example.com'])
      expect(page).not.toContain(personal);
    expect(page).not.toMatch(/src=|href=|<script|<link|url\(/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  test('is found by the hash of its secret alone, and not under any other', async () => {
    const { rows } = await hub.parts.store.pool.query<{ hash: Buffer }>('select hash from tracking_link');
    expect(rows.map(({ hash }) => hash.length)).toEqual([32]);
    for (const token of ['x', 'A'.repeat(22), rows[0]?.hash.toString('base64url').slice(0, 22)]) {
      expect((await hub.request(`/track/${token}`, anonymous)).status).toBe(404);
    }
    await hub.parts.store.pool.query("update tracking_link set expires_at = now() - interval '1 s'");
    const made = await hub.post(`/api/v1/shipments/${shipment}/tracking-link`, {});
    expect((await hub.request((made.body as { path: string }).path, anonymous)).status).toBe(200);
    expect((await hub.post('/api/v1/shipments/019abc00-0000-7000-8000-000000000003/tracking-link', {})).status).toBe(
      404,
    );
  });

  test('is refused with the time to wait to who asks too often', async () => {
    const statuses = [];
    for (let i = 0; i < 70; i++) statuses.push((await hub.request('/track/none', anonymous)).status);
    const refused = await hub.request('/track/none', anonymous);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('tracking', () => {
  test('never takes an unknown code for a status: it raises a notice, once', async () => {
    await scan('unrecognised', '2026-05-02T10:00:00Z', 'ZZ');
    await scan('unrecognised', '2026-05-02T11:00:00Z', 'ZZ');
    expect((await hub.get(`/api/v1/shipments/${shipment}`)).body).toMatchObject({ status: 'in-transit' });
    const { items } = await hub.list('notices', { kind: 'unrecognised-tracking' });
    expect(items).toMatchObject([{ state: 'open', detail: { code: 'ZZ', trackingNumber: 'T-9' } }]);
  });

  test('raises an alarm for a delivery whose promise passed, once, and none for one that arrived', async () => {
    const { pool, watchDeliveries } = hub.parts.store;
    const now = '2026-05-10T00:00:00.000Z' as Instant;
    expect(await watchDeliveries(now)).toBe(0);
    await pool.query("update orders set promised_at = '2026-05-09T00:00:00Z'");
    expect([await watchDeliveries(now), await watchDeliveries(now)]).toEqual([1, 0]);
    const { items } = await hub.list('notices', { kind: 'late-delivery' });
    expect(items).toMatchObject([{ detail: { order: '#t-1', why: 'promise-passed' } }]);
    await pool.query('update shipment set late_since = null');
    await scan('delivered', '2026-05-09T10:00:00Z');
    expect(await watchDeliveries(now)).toBe(0);
  });

  test('takes a shipment of two parcels as delivered when both are', async () => {
    const { pool, tracking } = hub.parts.store;
    const second = '019abc00-0000-7000-8000-0000000000aa';
    await pool.query(
      `insert into package (id, shipment_id, position, tracking_number) values ('${second}', '${shipment}', 1, 'T-10')`,
    );
    await scan('delivered', '2026-05-09T10:00:00Z');
    expect((await hub.get(`/api/v1/shipments/${shipment}`)).body).toMatchObject({
      status: 'labelled',
      deliveredAt: null,
    });
    await tracking.save(shipment, second, {
      trackingNumber: 'T-10',
      events: [{ code: 'D', status: 'delivered', at: '2026-05-11T08:00:00Z' }],
    });
    expect((await hub.get(`/api/v1/shipments/${shipment}`)).body).toMatchObject({
      status: 'delivered',
      deliveredAt: '2026-05-11T08:00:00.000Z',
    });
  });
});
