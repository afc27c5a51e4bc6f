import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDhlExpressSimulator } from '../../connectors/dhl-express/simulator.ts';
import { startDhlParcelDeSimulator } from '../../connectors/dhl-parcel-de/simulator.ts';
import { startFedexSimulator } from '../../connectors/fedex/simulator.ts';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import type { UpsState } from '../../connectors/ups/simulatorWorld.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { chooseCarriers } from '../../pipelines/shipping/chooseCarriers.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
const NAMES = ['dear', 'cheap', 'third'] as const;
type Name = (typeof NAMES)[number];
let hub: TestHub;
const carriers = new Map<Name, { readonly simulator: Simulator; readonly id: ConnectionId }>();
const carrier = (name: Name) => {
  const found = carriers.get(name);
  if (!found) throw new Error(`no carrier ${name}`);
  return found;
};

const address = { company: 'Warehouse', line1: 'Street 1', city: 'Hamburg', postalCode: '20457', country: 'DE' };
const to = { name: 'Jane Roe', line1: 'Street 1', city: 'Berlin', postalCode: '10115', country: 'DE' };
const RATES = 'POST /api/rating';

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main', address: { ...address, phone: '+49 40 1' } });
  await hub.post('/api/v1/products', product('MUG', { weightGrams: 400, hsCode: '69120023', originCountry: 'PT' }));
  await drained(hub.parts);
  await hub.post('/api/v1/stock/adjustments', { sku: 'MUG', location: 'main', difference: 100, reason: 'start' });
  for (const name of NAMES) {
    const simulator = await startUpsSimulator();
    const { body } = await hub.post('/api/v1/connections', { name, connector: 'ups', settings: simulator.settings });
    carriers.set(name, { simulator, id: (body as { id: ConnectionId }).id });
  }
  const adjust = [{ connection: 'cheap', percent: -10 }];
  await hub.post('/api/v1/shipping-rules', { choose: 'cheapest', rules: [{ name: 'contract', adjust }] });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([...carriers.values()].map(({ simulator }) => simulator.close()));
});

type Shopped = {
  readonly best: { readonly connection: string; readonly service: string } | null;
  readonly offers: readonly { readonly connection: string }[];
  readonly missing: readonly { readonly connection: string; readonly reason: string; readonly fault: object }[];
};
const shop = async (body: object): Promise<Shopped> => {
  const answer = await hub.post('/api/v1/rates', body);
  expect(answer.status).toBe(200);
  return answer.body as Shopped;
};

async function workOf(id: string): Promise<{ readonly id: string; readonly number: string }> {
  await hub.post('/api/v1/orders', order(id, [{ sku: 'MUG', quantity: 2 }]));
  await drained(hub.parts);
  return (await hub.show('fulfillment-orders', { orderNumber: `#${id}` })) as never;
}

describe('rates of three carriers', () => {
  test('come of an order, compared by the rules in force', async () => {
    await workOf('all');
    const { best, offers, missing } = await shop({ order: '#all' });
    expect(best).toMatchObject({ connection: 'cheap', service: '11', chargeMinor: 756, comparedMinor: 680 });
    expect(offers).toHaveLength(9);
    expect(missing).toEqual([]);
  });

  test('one refusing and one hanging: the third answers in time, and both are named with their faults', async () => {
    const refusal = JSON.stringify({ response: { errors: [{ code: '111210', message: 'unavailable' }] } });
    carrier('dear').simulator.faults.plan({ kind: 'status', match: RATES, times: 1, status: 400, body: refusal });
    carrier('cheap').simulator.faults.plan({ kind: 'slow', match: RATES, times: 1, ms: 3000 });
    const shipment = { from: { ...address }, to, parcels: [{ weightGrams: 1200 }] };
    const started = performance.now();
    const { best, missing } = await shop({ shipment, deadlineMs: 500 });
    expect(performance.now() - started).toBeLessThan(2500);
    expect(best).toMatchObject({ connection: 'third', service: '11' });
    expect(missing).toMatchObject([
      { connection: 'dear', reason: 'refused', fault: { code: 'ups-111210', message: expect.any(String) } },
      { connection: 'cheap', reason: 'slow', fault: { code: 'no-answer-in-time' } },
    ]);
  });

  test('are not asked of a connection that rests, and it is said', async () => {
    const { id } = carrier('third');
    await hub.post(`/api/v1/connections/${id}/pause`, {});
    const { offers, missing } = await shop({ order: '#all' });
    await hub.post(`/api/v1/connections/${id}/resume`, {});
    expect(missing).toMatchObject([{ connection: 'third', reason: 'off' }]);
    expect(offers).toHaveLength(6);
  });

  test('of nothing, of too much and of what is not there are refused', async () => {
    expect(await hub.post('/api/v1/rates', {})).toMatchObject({ status: 400 });
    expect(await hub.post('/api/v1/rates', { order: 'nope' })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });
});

describe('a location whose carrier is the best offer', () => {
  const standing = async (name: Name): Promise<number> => {
    const { url } = carrier(name).simulator;
    const { shipments } = (await (await fetch(`${url}/_sim/state`)).json()) as UpsState;
    return shipments.filter(({ isVoid }) => !isVoid).length;
  };
  const bought = () => Promise.all(NAMES.map(standing));
  const choose = () =>
    chooseCarriers({
      ...{ shipping: hub.parts.store.shipping, connections: hub.parts.connections, clientFor: hub.parts.clientFor },
      ...{ clock: { now: hub.parts.now }, random: () => 0, signal: new AbortController().signal },
      deadline: () => AbortSignal.timeout(4000),
    });
  const settle = async (): Promise<void> => {
    await drained(hub.parts);
    const woken = await choose();
    for (const delivering of woken) await drained(hub.parts, { delivering });
  };

  beforeAll(async () => {
    const setup = { kind: 'warehouse', carrier: 'best' };
    const answer = await hub.request('/api/v1/locations/main/fulfillment', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(setup),
    });
    expect(answer.status).toBe(200);
  });

  test('buys one label of it, however often it is asked for', async () => {
    const before = await bought();
    const work = await workOf('best');
    await hub.post(`/api/v1/fulfillment-orders/${work.id}/pick`, {});
    await hub.post(`/api/v1/fulfillment-orders/${work.id}/request-label`, {});
    await settle();
    await settle();
    const after = await bought();
    expect(after.map((count, i) => count - (before[i] ?? 0))).toEqual([0, 1, 0]);
    expect(await hub.show('shipments', { reference: 'hub-best-F1' })).toMatchObject({ carrier: 'UPS', service: '11' });
    const { rows } = await hub.parts.store.pool.query('select state, service, explanation from carrier_choice');
    expect(rows).toMatchObject([{ state: 'chosen', service: '11', explanation: { taken: { connection: 'cheap' } } }]);
  });

  test('asks again later where nobody offers, and at last lets the first carrier say why', async () => {
    for (const name of NAMES) {
      carrier(name).simulator.faults.plan({ kind: 'status', match: RATES, times: 50, status: 503 });
    }
    const work = await workOf('nobody');
    await hub.post(`/api/v1/fulfillment-orders/${work.id}/pick`, {});
    await drained(hub.parts);
    for (let round = 0; round < 4; round++) {
      expect(await choose()).toEqual([]);
      await hub.parts.store.pool.query(`update carrier_choice set not_before = '-infinity' where state = 'wanted'`);
    }
    expect(await choose()).toHaveLength(1);
    for (const { simulator } of carriers.values()) simulator.faults.clear();
  });

  test('a fixed carrier is asked as it is, and no other', async () => {
    const put = (carrierName: string) =>
      hub.request('/api/v1/locations/main/fulfillment', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'warehouse', carrier: carrierName }),
      });
    expect((await put('nobody')).status).toBe(404);
    expect((await put('third')).status).toBe(200);
    const before = await bought();
    const work = await workOf('fixed');
    await hub.post(`/api/v1/fulfillment-orders/${work.id}/pick`, {});
    await drained(hub.parts, { delivering: carrier('third').id });
    expect((await bought()).map((count, i) => count - (before[i] ?? 0))).toEqual([0, 0, 1]);
  });
});

describe('what people ask of a carrier', () => {
  const shown = async (id: string) => (await hub.get(`/api/v1/carrier-requests/${id}`)).body as Record<string, unknown>;
  const ask = async (operation: string, document: object) => {
    const answer = await hub.post('/api/v1/carrier-requests', { connection: 'third', operation, document });
    return { status: answer.status, ...(answer.body as { readonly id: string; readonly code?: string }) };
  };
  const deliver = () => drained(hub.parts, { delivering: carrier('third').id });
  const PICKUP = {
    address: { ...address, phone: '+49 40 1234567' },
    date: '2026-12-02',
    readyAt: '14:00',
    closesAt: '18:00',
    parcels: [{ count: 2, weightGrams: 3000 }],
  };

  test('a driver comes once and is called off once, and the answers are kept', async () => {
    const { id } = await ask('schedulePickup', PICKUP);
    await deliver();
    const pickup = await shown(id);
    expect(pickup).toMatchObject({ state: 'landed', operation: 'schedulePickup', connection: 'third' });
    const off = await ask('cancelPickup', pickup['receipt'] as object);
    const again = await ask('cancelPickup', pickup['receipt'] as object);
    expect(again.id).toBe(off.id);
    await deliver();
    expect(await shown(off.id)).toMatchObject({ state: 'landed' });
    const { url } = carrier('third').simulator;
    const { pickups } = (await (await fetch(`${url}/_sim/state`)).json()) as UpsState;
    expect(pickups).toMatchObject([{ isCancelled: true }]);
  });

  test('the label of a shipment is taken back at its carrier', async () => {
    const shipment = await hub.show('shipments', { reference: 'hub-fixed-F1' });
    const { body } = await hub.post(`/api/v1/shipments/${String(shipment['id'])}/void-label`, {});
    await deliver();
    expect(await shown((body as { id: string }).id)).toMatchObject({ state: 'landed', operation: 'voidLabel' });
    const { shipments } = (await (await fetch(`${carrier('third').simulator.url}/_sim/state`)).json()) as UpsState;
    expect(shipments.map(({ isVoid }) => isVoid)).toEqual([true]);
  });

  test('what a carrier cannot do, and what is no document, is refused before it is stored', async () => {
    expect(await ask('closeDay', { date: '2026-12-02' })).toMatchObject({ status: 409, code: 'no-capability' });
    expect(await ask('schedulePickup', {})).toMatchObject({ status: 409, code: 'invalid-document' });
    const nobody = { connection: 'nobody', operation: 'closeDay', document: {} };
    expect(await hub.post('/api/v1/carrier-requests', nobody)).toMatchObject({ status: 404 });
  });
});

test('papers of a label abroad are kept with its package', async () => {
  const abroad = { shippingAddress: { ...to, city: 'Zürich', postalCode: '8001', country: 'CH', phone: '+41 44 1' } };
  await hub.post('/api/v1/orders', order('abroad', [{ sku: 'MUG', quantity: 3 }], abroad));
  await drained(hub.parts);
  const work = await hub.show('fulfillment-orders', { orderNumber: '#abroad' });
  await hub.post(`/api/v1/fulfillment-orders/${String(work['id'])}/pick`, {});
  await drained(hub.parts, { delivering: carrier('third').id });
  expect(await hub.show('shipments', { reference: 'hub-abroad-F1' })).toMatchObject({ carrier: 'UPS' });
  const { rows } = await hub.parts.store.pool.query('select kind, format, created_by from package_document');
  expect(rows).toEqual([{ kind: 'customs', format: 'PDF', created_by: 'carrier' }]);
});

test('UPS, FedEx and DHL Express for one parcel, the first slow and the last down: FedEx answers, and the others are named', async () => {
  const [fedex, dhl] = await Promise.all([startFedexSimulator(), startDhlExpressSimulator()]);
  const add = (name: string, connector: string, { settings }: Simulator) =>
    hub.post('/api/v1/connections', { name, connector, settings });
  expect(await add('fedex', 'fedex', fedex)).toMatchObject({ status: 201 });
  expect(await add('dhl', 'dhl-express', dhl)).toMatchObject({ status: 201 });
  for (const name of ['dear', 'cheap'] as const) await hub.post(`/api/v1/connections/${carrier(name).id}/pause`, {});
  carrier('third').simulator.faults.plan({ kind: 'slow', match: RATES, times: 1, ms: 3000 });
  await dhl.close();
  const from = { ...address, phone: '+49 40 1234567' };
  const shipment = { from, to: { ...to, phone: '+49 30 7654321' }, parcels: [{ weightGrams: 1200 }] };
  const { best, missing } = await shop({ shipment, deadlineMs: 1000 });
  expect(best).toMatchObject({ connection: 'fedex' });
  expect(missing.filter(({ reason }) => reason !== 'off')).toMatchObject([
    { connection: 'third', reason: 'slow' },
    { connection: 'dhl', reason: 'down' },
  ]);
  await fedex.close();
});

test('closing a manifest tells its carrier once what left, and the manifest of the carrier comes back', async () => {
  const parcel = await startDhlParcelDeSimulator();
  const { body } = await hub.post('/api/v1/connections', {
    name: 'parcel',
    connector: 'dhl-parcel-de',
    settings: parcel.settings,
  });
  const { id: delivering } = body as { readonly id: ConnectionId };
  await hub.request('/api/v1/locations/main/fulfillment', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'warehouse', carrier: 'parcel' }),
  });
  const work = await workOf('parcel');
  await hub.post(`/api/v1/fulfillment-orders/${work.id}/pick`, {});
  await drained(hub.parts, { delivering });
  const shipment = await hub.show('shipments', { reference: 'hub-parcel-F1' });
  const closed = await hub.post('/api/v1/manifests', { location: 'main', carrier: shipment['carrier'] });
  const { id, requests } = closed.body as { readonly id: string; readonly requests: readonly string[] };
  expect(requests).toHaveLength(1);
  const [first, second] = await Promise.all([
    hub.post(`/api/v1/manifests/${id}/close-day`, {}),
    hub.post(`/api/v1/manifests/${id}/close-day`, {}),
  ]);
  expect(first).toMatchObject({ status: 201, body: second.body });
  await drained(hub.parts, { delivering });
  expect(first.body).toEqual({ ids: requests });
  expect((await hub.get(`/api/v1/carrier-requests/${requests[0]}`)).body).toMatchObject({
    state: 'landed',
    operation: 'closeDay',
    receipt: { papers: [{ kind: 'manifest' }] },
  });
  await parcel.close();
});
