import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOOK_UPS } from '../../connectors/kit/attemptWrite.ts';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { type OdooSimulator, startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;
let erp: OdooSimulator;
let carrier: Simulator;
let erpId: ConnectionId;
let carrierId: ConnectionId;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  [erp, carrier] = await Promise.all([startOdooSimulator({ stock: { WH: { A: 50 } } }), startUpsSimulator()]);
  const address = { company: 'Warehouse', line1: 'Street 1', city: 'Hamburg', postalCode: '20457', country: 'DE' };
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main', address });
  await hub.post('/api/v1/products', product('A'));
  await drained(hub.parts);
  await hub.post('/api/v1/stock/adjustments', { sku: 'A', location: 'main', difference: 50, reason: 'start' });
  const add = async (name: string, connector: string, settings: object): Promise<ConnectionId> =>
    ((await hub.post('/api/v1/connections', { name, connector, settings })).body as { id: ConnectionId }).id;
  erpId = await add('erp', 'odoo', erp.settings);
  carrierId = await add('carrier', 'ups', carrier.settings);
});
afterAll(async () => {
  await hub.close();
  await Promise.all([erp.close(), carrier.close()]);
});

const delivery = async (filters: Readonly<Record<string, string>>) => (await hub.list('deliveries', filters)).items[0];

const messageOf = (row: Readonly<Record<string, unknown>> | undefined): unknown =>
  (row?.['fault'] as { message?: string } | undefined)?.message;

/** Lets the waiting time of every delivery pass. */
const later = (): Promise<unknown> =>
  hub.parts.store.pool.query(`update delivery set not_before = '-infinity' where state in ('prepared', 'in-doubt')`);

async function ordered(externalId: string): Promise<string> {
  await hub.post('/api/v1/orders', order(externalId, [{ sku: 'A', quantity: 1 }]));
  await drained(hub.parts);
  const { items } = await hub.list('orders', { externalId });
  return String(items[0]?.['id']);
}

test('an order that was cancelled before it was told has nothing to cancel over there', async () => {
  const id = await ordered('early');
  await hub.post(`/api/v1/orders/${id}/cancel`, { reason: 'buyer' });
  await drained(hub.parts, { delivering: erpId });
  expect(await delivery({ operation: 'pushOrder', reference: 'hub-early' })).toMatchObject({
    state: 'superseded',
    fault: { code: 'cancelled' },
  });
  expect(await delivery({ operation: 'cancelOrder', reference: 'hub-early' })).toMatchObject({
    state: 'superseded',
    fault: { code: 'nothing-to-cancel' },
  });
});

test('an order that was told is cancelled over there', async () => {
  const id = await ordered('told');
  await drained(hub.parts, { delivering: erpId });
  await hub.post(`/api/v1/orders/${id}/cancel`, { reason: 'buyer' });
  await drained(hub.parts, { delivering: erpId });
  expect(await delivery({ operation: 'cancelOrder', reference: 'hub-told' })).toMatchObject({ state: 'landed' });
});

/** Buys a label whose answer is lost, at a carrier that does not answer look-ups either. */
async function lostLabel(externalId: string): Promise<string> {
  const id = await ordered(externalId);
  await hub.post(`/api/v1/orders/${id}/pick`, {});
  carrier.faults.plan({ kind: 'drop', match: '/ship ', times: 1 });
  carrier.faults.plan({ kind: 'status', match: '/recovery', times: 1000, status: 503 });
  await drained(hub.parts, { delivering: carrierId });
  return id;
}

test('a look-up that keeps failing reaches an operator with what is known, and their word settles it', async () => {
  const id = await lostLabel('lost');
  for (let i = 1; i < LOOK_UPS; i++) {
    await later();
    await drained(hub.parts, { delivering: carrierId });
    expect(await delivery({ operation: 'buyLabel' })).toMatchObject({ state: 'in-doubt', sends: 1 });
  }
  await later();
  await drained(hub.parts, { delivering: carrierId });
  const stuck = await delivery({ operation: 'buyLabel' });
  expect(stuck).toMatchObject({ state: 'needs-operator', sends: 1, fault: { code: 'outcome-unknown' } });
  expect(messageOf(stuck)).toMatch(/^buyLabel hub-lost-F1 was sent at 20.* 24 look-ups failed, the last with http-503/);
  carrier.faults.clear();

  const path = `/api/v1/deliveries/${stuck?.['id']}/resolve`;
  expect(await hub.post(path, { landed: true })).toMatchObject({ status: 409, body: { code: 'receipt-needed' } });
  const receipt = { externalId: '1ZSIM0001', carrier: 'UPS', parcels: [{ trackingNumber: '1ZSIM0001' }] };
  expect(await hub.post(path, { landed: true, receipt })).toMatchObject({ status: 200 });
  await drained(hub.parts, { delivering: carrierId });
  expect(await delivery({ operation: 'buyLabel' })).toMatchObject({ state: 'landed', sends: 1 });
  const shown = (await hub.get(`/api/v1/orders/${id}`)).body;
  expect(shown).toMatchObject({ status: 'shipped', shipments: [{ carrier: 'UPS' }] });
  expect(await hub.post(path, { landed: true, receipt })).toMatchObject({ status: 404 });
});

test('a look-up that works again settles the write by itself', async () => {
  const id = await lostLabel('found');
  await later();
  carrier.faults.clear();
  await drained(hub.parts, { delivering: carrierId });
  expect(await delivery({ reference: 'hub-found-F1' })).toMatchObject({ state: 'landed', sends: 1 });
  expect((await hub.get(`/api/v1/orders/${id}`)).body).toMatchObject({ status: 'shipped' });
});

test('what a person found missing is sent again', async () => {
  await lostLabel('missing');
  carrier.faults.clear();
  await hub.parts.store.pool.query(
    `update delivery set state = 'needs-operator', fault = '{"code": "outcome-unknown"}' where reference = 'hub-missing-F1'`,
  );
  const { id } = (await delivery({ reference: 'hub-missing-F1' })) ?? {};
  expect(await hub.post(`/api/v1/deliveries/${id}/resolve`, { landed: false })).toMatchObject({ status: 200 });
  await drained(hub.parts, { delivering: carrierId });
  expect(await delivery({ reference: 'hub-missing-F1' })).toMatchObject({ state: 'landed', sends: 2 });
});
