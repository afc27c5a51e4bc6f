import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { demandCsv } from '../support/jobInputs.ts';
import { Description } from '../support/openapi.ts';
import { filled, type PathOf, TypedClient } from '../support/typedClient.ts';
import { until } from '../support/world.ts';

const database = ownDatabase();
const description = new Description(join(import.meta.dirname, '..', '..', 'openapi', 'hub.json'));
let hub: TestHub;
let api: TypedClient;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
  api = new TypedClient(description, hub.request);
});
afterAll(() => hub.close());

const operations = Object.entries(description.document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);
const at = '2026-01-01T00:00:00Z';

/** Calls that succeed, each typed by the description; the order tells a short story. */
describe('a client made from the published types', () => {
  test('sets up a place, a product, a customer and stock', async () => {
    await api.call('post', '/api/v1/locations', { body: { code: 'main', name: 'Main', priority: 10, address: {} } });
    const product = { externalId: 'p1', sku: 'A', title: 'Product A', active: true, updatedAt: at };
    expect(await api.call('post', '/api/v1/products', { body: product })).toMatchObject({ duplicate: false });
    await api.call('post', '/api/v1/customers', { body: { externalId: 'c1', name: 'Jane Roe', updatedAt: at } });
    await hub.settled();
    await api.call('post', '/api/v1/stock', {
      body: { sku: 'A', location: 'main', quantity: 40, measure: 'on-hand', asOf: at },
    });
    await hub.settled();
    const adjustment = { sku: 'A', location: 'main', difference: 5, reason: 'found' };
    expect(await api.call('post', '/api/v1/stock/adjustments', { body: adjustment })).toEqual({ onHand: 45 });
  });

  test('holds units and gives them back', async () => {
    const held = await api.call('post', '/api/v1/reservations', {
      body: { sku: 'A', quantity: 2, holder: 'cart', seconds: 60 },
    });
    const id = String(held[0]?.['id']);
    expect(await api.call('delete', '/api/v1/reservations/{id}', { path: { id } })).toEqual({ done: true });
  });

  test('places an order, picks it, and cancels another', async () => {
    const ids: string[] = [];
    for (const externalId of ['o1', 'o2']) {
      const { id } = await api.call('post', '/api/v1/orders', { body: orderOf(externalId) });
      await hub.settled();
      expect(await api.call('get', '/api/v1/inbox/{id}', { path: { id } })).toMatchObject({ state: 'applied' });
      const { items } = await api.call('get', '/api/v1/orders', { query: { externalId, limit: 1 } });
      ids.push(items[0]?.id ?? '');
    }
    const [first = '', second = ''] = ids;
    await api.call('post', '/api/v1/orders/{id}/pick', { path: { id: first }, body: undefined });
    await api.call('post', '/api/v1/orders/{id}/cancel', { path: { id: second }, body: { reason: 'buyer' } });
    const order = await api.call('get', '/api/v1/orders/{id}', { path: { id: second } });
    expect([order.status, order.grandMinor]).toEqual(['cancelled', 1000]);
  });

  test('connects a system, tests it, stops it and lets it go', async () => {
    const erp = await startOdooSimulator({ stock: { WH: {} } });
    const added = { name: 'erp', connector: 'odoo', settings: { ...erp.settings } };
    const { id } = await api.call('post', '/api/v1/connections', { body: added });
    const mapping = { externalId: 'WH', location: 'main' };
    await api.call('put', '/api/v1/connections/{id}/locations', { path: { id }, body: mapping });
    expect(await api.call('post', '/api/v1/connections/{id}/test', { path: { id } })).toMatchObject({
      about: expect.stringContaining('Odoo'),
    });
    await api.call('post', '/api/v1/connections/{id}/pause', { path: { id } });
    await api.call('post', '/api/v1/connections/{id}/resume', { path: { id } });
    await api.call('post', '/api/v1/connections/{id}/remove', { path: { id } });
    await erp.close();
  });

  test('moves the money of an order, and holds a payout against it', async () => {
    const { items } = await api.call('get', '/api/v1/orders', { query: { externalId: 'o1', limit: 1 } });
    const path = { id: items[0]?.id ?? '' };
    const card = { provider: 'psp', method: 'card' };
    await api.call('put', '/api/v1/payment-policies', { body: { provider: 'psp', capture: 'manual' } });
    const sale = { ...card, kind: 'sale' as const, externalId: 'tx-1', amountMinor: 600 };
    await api.call('post', '/api/v1/orders/{id}/payments', { path, body: sale });
    const asked = { ...card, amountMinor: 400 };
    const authorized = await api.call('post', '/api/v1/orders/{id}/authorize', { path, body: asked });
    await api.call('post', '/api/v1/payments/{id}/confirm', { path: idOf(authorized), body: { externalId: 'au-1' } });
    const captured = await api.call('post', '/api/v1/orders/{id}/capture', { path, body: { amountMinor: 100 } });
    await api.call('post', '/api/v1/payments/{id}/fail', { path: idOf(captured), body: { reason: 'declined' } });
    await api.call('post', '/api/v1/orders/{id}/void', { path, body: { reason: 'paid otherwise' } });
    const refunded = await api.call('post', '/api/v1/orders/{id}/refund', {
      path,
      body: { adjustmentMinor: 100, reason: 'grace' },
    });
    expect(refunded.entries).toMatchObject([{ kind: 'refund', status: 'pending', amountMinor: 100 }]);
    const { sums } = await api.call('get', '/api/v1/orders/{id}/payments', { path });
    expect(sums).toMatchObject({ capturedMinor: 600, pendingVoidMinor: 400, pendingRefundMinor: 100 });
    const document = {
      externalId: 'cb-1',
      orderExternalId: 'o1',
      provider: 'psp',
      method: 'card',
      paymentExternalId: 'tx-1',
    };
    const chargeback = { kind: 'chargeback', status: 'succeeded', amountMinor: 200, currency: 'EUR', at } as const;
    await api.call('post', '/api/v1/payments', { body: { ...document, ...chargeback } });
    await hub.settled();
    const payout = { provider: 'psp', reference: 'po-1', currency: 'EUR', statedMinor: 585, paidAt: at };
    const lines = [{ externalId: 'tx-1', kind: 'payment' as const, amountMinor: 600, feeMinor: 15 }];
    expect(await api.call('post', '/api/v1/payouts', { body: { ...payout, lines } })).toMatchObject({
      differenceMinor: 0,
      findings: { matched: 1 },
    });
  });

  test('takes goods back, settles them, and hears the buyer out', async () => {
    const { items } = await api.call('get', '/api/v1/orders', { query: { externalId: 'o1', limit: 1 } });
    const path = { id: items[0]?.id ?? '' };
    await sent('o1');
    const policy = { windowDays: 3650, conditions: ['new' as const, 'used' as const] };
    await api.call('put', '/api/v1/return-policies', { body: policy });
    const line = { line: '1', quantity: 1 };
    const wanted = { lines: [{ ...line, reason: 'unwanted' as const }], resolution: 'store-credit' as const };
    const first = await api.call('post', '/api/v1/orders/{id}/returns', { path, body: wanted });
    await api.call('post', '/api/v1/returns/{id}/cancel', { path: { id: first.id }, body: undefined });
    const { id } = await api.call('post', '/api/v1/orders/{id}/returns', { path, body: wanted });
    await api.call('post', '/api/v1/returns/{id}/label', { path: { id }, body: undefined });
    await api.call('post', '/api/v1/returns/{id}/receive', { path: { id }, body: {} });
    const inspected = { ...line, condition: 'used' as const, disposition: 'restock' as const };
    await api.call('post', '/api/v1/returns/{id}/inspect', { path: { id }, body: { lines: [inspected] } });
    // Of the 600 that were captured, 200 were charged back and 100 are on their way back.
    const resolved = await api.call('post', '/api/v1/returns/{id}/resolve', { path: { id }, body: { feeMinor: 900 } });
    expect(resolved).toMatchObject({ status: 'resolved', amountMinor: 100 });
    const [credit] = (await api.call('get', '/api/v1/store-credits', { query: { limit: 1 } })).items;
    await api.call('post', '/api/v1/orders', { body: orderOf('o3') });
    await hub.settled();
    const next =
      (await api.call('get', '/api/v1/orders', { query: { externalId: 'o3', limit: 1 } })).items[0]?.id ?? '';
    const use = { code: credit?.code ?? '', amountMinor: 100 };
    await api.call('post', '/api/v1/orders/{id}/store-credit', { path: { id: next }, body: use });
    await sent('o3');
    const cheap = await api.call('post', '/api/v1/orders/{id}/returns', { path: { id: next }, body: wanted });
    await api.call('post', '/api/v1/returns/{id}/keep', { path: { id: cheap.id }, body: {} });
    const about = { subject: 'late', text: 'Where is it?', orderId: path.id, returnId: id };
    const opened = await api.call('post', '/api/v1/cases', { body: about });
    const own = { path: { id: opened.id } };
    const said = { direction: 'out' as const, text: 'On its way.' };
    await api.call('post', '/api/v1/cases/{id}/messages', { ...own, body: said });
    await api.call('post', '/api/v1/cases/{id}/link', { ...own, body: { connection: 'hub', externalId: 'K-1' } });
    expect(await api.call('post', '/api/v1/cases/{id}/move', { ...own, body: { state: 'solved' } })).toMatchObject({
      state: 'solved',
      version: 4,
    });
    expect((await api.call('get', '/api/v1/cases/{id}', own)).messages).toHaveLength(2);
  });

  test('names what an order comes to elsewhere, and how the difference was closed', async () => {
    const { items } = await api.call('get', '/api/v1/orders', { query: { externalId: 'o1', limit: 1 } });
    const path = { id: items[0]?.id ?? '' };
    await api.call('put', '/api/v1/closing-policies', { body: { connection: 'hub', toleranceMinor: 1 } });
    const state = (grandMinor: number) =>
      api.call('post', '/api/v1/orders/{id}/destination-totals', { path, body: { connection: 'hub', grandMinor } });
    await state(1300);
    const closing = { connection: 'hub', note: 'credited there' };
    await api.call('post', '/api/v1/orders/{id}/close-difference', { path, body: closing });
    const { destinations } = await api.call('get', '/api/v1/orders/{id}/money', { path });
    expect(destinations).toMatchObject([{ closing: 'operator', causes: [{ cause: 'unexplained', minor: 300 }] }]);
    const day = destinations[0]?.statedAt.slice(0, 10) ?? '';
    expect((await api.call('get', '/api/v1/closed-differences', { query: { day } })).rows).toMatchObject([
      { closing: 'operator', cause: 'unexplained', orders: 1, sumMinor: 300 },
    ]);
  });

  test('runs a job and cancels one', async () => {
    const body = { kind: 'plan-abc', options: { mapping: 'demand' }, input: { text: demandCsv() } } as const;
    const { id } = await api.call('post', '/api/v1/jobs', { body });
    await until('the job', async () => (await api.call('get', '/api/v1/jobs/{id}', { path: { id } })).state === 'done');
    const result = await api.call('get', '/api/v1/jobs/{id}/result', { path: { id } });
    expect(result['items']).toHaveLength(3);
    const other = await api.call('post', '/api/v1/jobs', { body });
    await hub.post(`/api/v1/jobs/${other.id}/cancel`, {});
  });

  test('sends a signed webhook', async () => {
    const secret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
    await api.call('post', '/api/v1/connections', {
      body: { name: 'market', connector: 'marketplace', settings: { secret } },
    });
    const body = JSON.stringify({ type: 'order.created', timestamp: at, data: orderOf('m1') });
    const now = new Date();
    const response = await hub.request('/hooks/market', {
      method: 'POST',
      headers: {
        'webhook-id': 'msg-1',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg-1', now, body),
      },
      body,
    });
    expect(api.problems('post', '/hooks/{connection}', response.status, await response.json())).toEqual([]);
    expect(response.status).toBe(202);
  });

  test('takes up again what stopped', async () => {
    await hub.arrive('order', 'order/bad', 'bad-1', { externalId: 'bad' });
    await hub.settled();
    const { items } = await api.call('get', '/api/v1/inbox', { query: { state: 'dead', limit: 50 } });
    const path = { id: items[0]?.id ?? '' };
    expect(await api.call('post', '/api/v1/inbox/{id}/retry', { path })).toEqual({ done: true });
  });
});

/** The one unit of an order leaves. */
async function sent(orderExternalId: string): Promise<void> {
  const shipment = { reference: `s-${orderExternalId}`, orderExternalId, location: 'main', shippedAt: at };
  const lines = [{ sku: 'A', quantity: 1 }];
  await hub.arrive('shipment', `shipment/${shipment.reference}`, shipment.reference, { ...shipment, lines });
  await hub.settled();
}

/** The first movement of money that a call began. */
const idOf = ({ entries }: { entries: readonly { id: string }[] }) => ({ id: entries[0]?.id ?? '' });

function orderOf(externalId: string) {
  const totals = { linesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 1000 };
  const line = { externalId: '1', sku: 'A', quantity: 1, unitPrice: '10.00', totalMinor: 1000 };
  const head = { externalId, number: `#${externalId}`, placedAt: at, updatedAt: at, currency: 'EUR' };
  return { ...head, paymentState: 'paid' as const, lines: [line], totals };
}

const LISTS = operations
  .map(({ path }) => path)
  .filter(
    (path) => description.operation('get', path) && description.operation('get', `${path}/{id}`),
  ) as PathOf<'get'>[];

describe('every operation of the description', () => {
  test.each(LISTS)('GET %s and its records are as described', async (path) => {
    const { items = [] } = (await api.call('get', path, {} as never)) as { items?: readonly { id: string }[] };
    const one = `${path}/{id}` as PathOf<'get'>;
    for (const { id } of items.slice(0, 3)) await api.call('get', one, { path: { id } } as never);
  });

  const inApi = operations.filter(({ path }) => path.startsWith('/api/'));
  test.each(inApi)('$method $path needs a key, and refuses what makes no sense in a described way', async (call) => {
    const { method, path, operation } = call;
    const url = filled(path, {});
    const bodies = operation.requestBody ? { body: '{"nonsense": true}' } : {};
    const headers = { 'content-type': 'application/json' };
    const init = { method: method.toUpperCase(), headers, ...bodies };
    const stranger = await hub.request(url, { ...init, headers: { ...headers, authorization: 'Bearer wrong' } });
    expect([stranger.status, api.problems(method, path, 401, await stranger.json())]).toEqual([401, []]);
    const answer = await hub.request(url, init);
    expect(answer.status).toBeLessThan(500);
    if (answer.ok) return;
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(api.problems(method, path, answer.status, await answer.json())).toEqual([]);
  });

  const WHOLE = ['money', 'payments', 'returns', 'return-policies', 'store-credits', 'cases'];
  test.each(WHOLE)('of %s is called with success by the stories above', (noun) => {
    const own = operations.filter(({ operation, path }) => operation.tags?.includes(noun) && path.startsWith('/api/'));
    const names = own.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name) => !api.called.has(name))).toEqual([]);
  });

  test('has a name of its own', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});
