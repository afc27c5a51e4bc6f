import { afterAll, describe, expect, test } from 'vitest';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { foldedReturnDifferences } from '../support/foldedReturns.ts';
import { moneyDesk } from '../support/moneyDesk.ts';

type Row = Readonly<Record<string, unknown>>;
type Opened = { readonly id: string; readonly number: string; readonly status: string };

const { hub, placed, shown, call, settlement, record, confirm, left, entriesOf } = moneyDesk();
afterAll(async () => expect(await foldedReturnDifferences(hub().parts)).toEqual([]));

const post = (id: string, verb: string, body: object = {}) => hub().post(`/api/v1/returns/${id}/${verb}`, body);
const put = (path: string, body: object) =>
  hub().request(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const levelOf = async (sku: string): Promise<Row> => (await hub().show('stock', { sku, location: 'main' })) as Row;

/** An order of 3 × A and 2 × B, paid by card and gone. */
async function gone() {
  const desk = await placed();
  await record(desk.id, { kind: 'sale', externalId: `ch_${desk.externalId}`, amountMinor: 5000 });
  await left(desk, 1, 3);
  await left(desk, 2, 2);
  return desk;
}
async function opened(id: string, lines: readonly object[], more: object = {}): Promise<Opened> {
  const answer = await call(id, 'returns', { lines, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as Opened;
}

describe('a return', () => {
  test('is received in parts, inspected unit by unit, and paid back bound to its lines', async () => {
    const { id, externalId } = await gone();
    const before = await levelOf('A');
    const rma = await opened(id, [{ line: `${externalId}-1`, quantity: 3, reason: 'wrong-size' }]);
    expect(await post(rma.id, 'receive', { lines: [{ line: 'A', quantity: 2 }] })).toMatchObject({
      body: { status: 'partly-received' },
    });
    expect(await levelOf('A')).toMatchObject({ onHand: before['onHand'], quality: 2 });
    const inspected = {
      lines: [
        { line: 'A', quantity: 1, condition: 'new', disposition: 'restock' },
        { line: 'A', quantity: 1, condition: 'damaged', disposition: 'scrap' },
      ],
    };
    expect((await post(rma.id, 'inspect', inspected)).status).toBe(200);
    expect(await levelOf('A')).toMatchObject({ onHand: Number(before['onHand']) + 1, quality: 0, damaged: 0 });
    expect(await post(rma.id, 'inspect', inspected)).toMatchObject({ status: 409, body: { code: 'above-received' } });
    const paid = await post(rma.id, 'resolve');
    expect(paid).toMatchObject({ status: 200, body: { amountMinor: 2000, status: 'partly-received' } });
    const [refund] = await entriesOf(id, { kind: 'refund' });
    expect(refund).toMatchObject({ amountMinor: 2000, status: 'pending', provider: 'stripe' });
    await confirm(refund?.id ?? '', { externalId: `re_${externalId}` });
    expect(await settlement(id)).toMatchObject({ refundedMinor: 2000, collectMinor: 0, refundDueMinor: 0 });
    expect(await post(rma.id, 'resolve')).toMatchObject({ status: 409, body: { code: 'nothing-to-resolve' } });
    expect(await post(rma.id, 'cancel')).toMatchObject({ body: { status: 'resolved' } });
    const row = await hub().show('returns', { number: rma.number });
    expect(row).toMatchObject({ status: 'resolved', refunds: [{ amountMinor: 2000, lines: [{ quantity: 2 }] }] });
  });

  test('claims no unit that did not leave, that another return claims, or that is back', async () => {
    const { id, externalId } = await gone();
    const line = { line: `${externalId}-2`, reason: 'unwanted' };
    await opened(id, [{ ...line, quantity: 1 }]);
    const more = { lines: [{ ...line, quantity: 2 }] };
    expect(await call(id, 'returns', more)).toMatchObject({ status: 409, body: { code: 'above-shipped' } });
    const { id: open } = await placed();
    const unshipped = { lines: [{ line: 'A', quantity: 1, reason: 'unwanted' }] };
    expect(await call(open, 'returns', unshipped)).toMatchObject({ status: 409, body: { code: 'above-shipped' } });
  });

  test('outside the policy is refused, unless it is a named exception', async () => {
    await put('/api/v1/return-policies', {
      channel: 'online',
      windowDays: 0,
      conditions: ['new'],
      feeBps: 1000,
      returnlessBelowMinor: 1500,
    });
    const { id } = await gone();
    const used = { lines: [{ line: 'A', quantity: 2, reason: 'unwanted', condition: 'used' }] };
    expect(await call(id, 'returns', used)).toMatchObject({ status: 409, body: { code: 'condition-not-taken' } });
    await hub().parts.store.pool.query(
      `update shipment set shipped_at = shipped_at - interval '2 days' where order_id = $1`,
      [id],
    );
    const late = { lines: [{ line: 'A', quantity: 2, reason: 'unwanted' }] };
    expect(await call(id, 'returns', late)).toMatchObject({ status: 409, body: { code: 'outside-window' } });
    const rma = await opened(id, late.lines, { exception: 'a good customer' });
    await post(rma.id, 'receive');
    await post(rma.id, 'inspect', { lines: [{ line: 'A', quantity: 2, condition: 'used', disposition: 'refurbish' }] });
    expect((await levelOf('A'))['damaged']).toBe(2);
    expect(await post(rma.id, 'resolve')).toMatchObject({ body: { amountMinor: 1800 } });
  });

  test('of goods cheaper than their way back leaves them with the buyer and pays all the same', async () => {
    const { id } = await gone();
    const cheap = await opened(id, [{ line: 'B', quantity: 1, reason: 'unwanted' }], { exception: 'today' });
    expect(cheap.status).toBe('inspected');
    expect(await post(cheap.id, 'receive', { lines: [{ line: 'B', quantity: 1 }] })).toMatchObject({
      status: 409,
      body: { code: 'above-expected' },
    });
    expect(await post(cheap.id, 'resolve', { feeMinor: 0 })).toMatchObject({
      body: { status: 'resolved', amountMinor: 1000 },
    });
    await put('/api/v1/return-policies', { channel: 'online', windowDays: 30, conditions: ['new', 'opened', 'used'] });
  });
});

describe('an exchange', () => {
  test('for a dearer item is sent when the difference is paid; the rest of the money goes along', async () => {
    const { id, externalId } = await gone();
    const rma = await opened(id, [{ line: `${externalId}-1`, quantity: 1, reason: 'wrong-size' }], {
      resolution: 'exchange',
    });
    await post(rma.id, 'receive');
    await post(rma.id, 'inspect', { lines: [{ line: 'A', quantity: 1, condition: 'new', disposition: 'restock' }] });
    const exchange = [{ sku: 'C', quantity: 1, unitPrice: '15.00', taxes: [{ title: 'VAT', rate: '0.19' }] }];
    const done = await post(rma.id, 'resolve', { exchange });
    expect(done).toMatchObject({
      status: 200,
      body: { status: 'resolved', amountMinor: 1000, exchange: { collectMinor: 785 } },
    });
    const sent = (done.body as { exchange: { id: string; number: string } }).exchange;
    const order = () => hub().get(`/api/v1/orders/${sent.id}`);
    expect((await order()).body).toMatchObject({
      number: `#${externalId}-X1`,
      grandMinor: 1785,
      holds: ['payment'],
      links: { exchangeFor: id },
    });
    expect(await settlement(sent.id)).toMatchObject({ capturedMinor: 1000, collectMinor: 785 });
    expect(await settlement(id)).toMatchObject({ refundedMinor: 1000, collectMinor: 0 });
    await hub().post(`/api/v1/orders/${sent.id}/payments`, {
      provider: 'stripe',
      method: 'card',
      kind: 'sale',
      externalId: 'ch_x',
      amountMinor: 785,
    });
    expect((await order()).body).toMatchObject({ holds: [], paymentState: 'paid', lines: [{ released: 1 }] });
    expect(await shown(externalId)).toMatchObject({
      links: { exchangedInto: [sent.id] },
      paymentState: 'partially-refunded',
    });
  });

  test('for a cheaper item is sent at once, and the difference is paid back', async () => {
    const { id } = await gone();
    const rma = await opened(id, [{ line: 'A', quantity: 2, reason: 'unwanted' }], { resolution: 'exchange' });
    await post(rma.id, 'keep');
    const done = await post(rma.id, 'resolve', { exchange: [{ sku: 'C', quantity: 1, unitPrice: '15.00' }] });
    expect(done).toMatchObject({ body: { amountMinor: 2000, exchange: { collectMinor: 0 } } });
    const entries = await entriesOf(id, { kind: 'refund' });
    expect(entries.map(({ provider, status, amountMinor }) => [provider, status, amountMinor]).sort()).toEqual([
      ['exchange', 'succeeded', 1500],
      ['stripe', 'pending', 500],
    ]);
  });
});

test('a store credit pays other orders of its currency, and never more than it has', async () => {
  const { id } = await gone();
  const rma = await opened(id, [{ line: 'A', quantity: 1, reason: 'unwanted' }], { resolution: 'store-credit' });
  await post(rma.id, 'receive');
  await post(rma.id, 'inspect', { lines: [{ line: 'A', quantity: 1, condition: 'new', disposition: 'restock' }] });
  const { body } = await post(rma.id, 'resolve');
  const credit = await hub().show('store-credits', { orderId: id });
  expect([credit['id'], credit['leftMinor']]).toEqual([(body as Row)['credit'], 1000]);
  const next = await placed({}, [{ sku: 'C', quantity: 1 }]);
  const use = (amountMinor: number) => call(next.id, 'store-credit', { code: credit['code'], amountMinor });
  expect(await use(1001)).toMatchObject({ status: 409, body: { code: 'above-credit' } });
  const both = await Promise.all([use(600), use(600)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await use(400)).status).toBe(200);
  expect(await shown(next.externalId)).toMatchObject({ paymentState: 'paid', status: 'released' });
});

describe('goods that the shop takes back itself', () => {
  const refund = (externalId: string, key: string, quantity: number) => ({
    ...{
      externalId: key,
      orderExternalId: externalId,
      currency: 'EUR',
      amountMinor: 0,
      refundedAt: '2026-01-05T00:00:00Z',
    },
    lines: [{ lineExternalId: `${externalId}-1`, sku: 'A', quantity, restock: true }],
  });
  const told = async (externalId: string, key: string, quantity = 1): Promise<void> => {
    await hub().arrive('refund', `refund/${key}`, `${key}/${Math.random()}`, refund(externalId, key, quantity));
    await hub().settled();
  };

  test('are on the shelf once, whether the shop tells it once or twice, or the warehouse has them already', async () => {
    const { id, externalId } = await gone();
    const before = Number((await levelOf('A'))['onHand']);
    await told(externalId, `${externalId}-r1`);
    await told(externalId, `${externalId}-r1`);
    const back = {
      externalId: `${externalId}-b1`,
      number: 'B1',
      currency: 'EUR',
      returnedAt: '2026-01-05T00:00:00Z',
      orderExternalId: externalId,
      lines: refund(externalId, '', 1).lines,
    };
    await hub().arrive('return', 'return/b1', `${externalId}-b1`, back);
    await hub().settled();
    expect((await levelOf('A'))['onHand']).toBe(before + 1);
    const rma = await opened(id, [{ line: 'A', quantity: 1, reason: 'unwanted' }]);
    await post(rma.id, 'receive');
    await post(rma.id, 'inspect', { lines: [{ line: 'A', quantity: 1, condition: 'new', disposition: 'restock' }] });
    await told(externalId, `${externalId}-r2`);
    expect((await levelOf('A'))['onHand']).toBe(before + 2);
    await told(externalId, `${externalId}-r3`, 9);
    expect((await levelOf('A'))['onHand']).toBe(before + 3);
  });

  test('are what an open return waited for: nobody receives them a second time', async () => {
    const { id, externalId } = await gone();
    const rma = await opened(id, [{ line: 'A', quantity: 1, reason: 'unwanted' }]);
    await told(externalId, `${externalId}-r1`);
    expect(await hub().show('returns', { number: rma.number })).toMatchObject({
      status: 'inspected',
      lines: [{ restock: 1 }],
    });
    expect(await post(rma.id, 'receive', { lines: [{ line: 'A', quantity: 1 }] })).toMatchObject({
      body: { code: 'above-expected' },
    });
  });
});

test('a return gets one label from the buyer back, which the carrier sold once', async () => {
  const carrier = await startUpsSimulator();
  const settings = { ...carrier.settings, labelFormat: 'ZPL' };
  await hub().post('/api/v1/connections', { name: 'carrier', connector: 'ups', settings });
  const address = { company: 'Returns', line1: 'Street 2', city: 'Hamburg', postalCode: '20457', country: 'DE' };
  await hub().post('/api/v1/locations', { code: 'back', name: 'Returns', priority: 99, address });
  const { id } = await gone();
  const rma = await opened(id, [{ line: 'A', quantity: 1, reason: 'unwanted' }], { location: 'back' });
  for (const _ of [1, 2]) expect((await post(rma.id, 'label')).status).toBe(200);
  await hub().settled();
  const bought = (await hub().list('deliveries', { operation: 'buyLabel' })).items;
  expect(bought.map(({ state, fault }) => [state, fault])).toEqual([['landed', null]]);
  const row = await hub().show('returns', { number: rma.number });
  expect(row).toMatchObject({
    labelFormat: 'ZPL',
    trackingNumber: expect.stringMatching(/^1Z/),
    labelBase64: expect.any(String),
  });
  await carrier.close();
});

test('a case runs between buyer and company, is opened again by a word, and is missed when it is overdue', async () => {
  const { id } = await placed();
  const about = { subject: 'broken', text: 'In two pieces.', priority: 'high', orderId: id };
  const { id: own, number } = (await hub().post('/api/v1/cases', about)).body as { id: string; number: string };
  const say = (direction: string, text: string) => hub().post(`/api/v1/cases/${own}/messages`, { direction, text });
  const move = (state: string) => hub().post(`/api/v1/cases/${own}/move`, { state });
  expect(await move('solved')).toMatchObject({ status: 409, body: { code: 'not-answered' } });
  const watch = async (hours: number): Promise<number> =>
    hub().parts.store.watchCases(new Date(Date.now() + hours * 3_600_000).toISOString() as Instant);
  expect([await watch(3), await watch(5), await watch(5)]).toEqual([0, 1, 0]);
  expect(await say('out', 'We send another.')).toMatchObject({ body: { state: 'waiting' } });
  expect(await watch(25)).toBe(1);
  expect(await move('solved')).toMatchObject({ body: { state: 'solved' } });
  expect(await say('in', 'Broken again.')).toMatchObject({ body: { state: 'open' } });
  expect(await say('note', 'Third one.')).toMatchObject({ body: { state: 'open' } });
  await move('closed');
  expect(await say('in', 'Hello?')).toMatchObject({ status: 409, body: { code: 'case-closed' } });
  const row = await hub().show('cases', { number });
  expect(row).toMatchObject({ orderId: id, state: 'closed', answeredAt: expect.any(String) });
  expect((row['messages'] as Row[]).map(({ direction }) => direction)).toEqual(['in', 'out', 'in', 'note']);
  expect((await hub().list('notices', { kind: 'case-overdue' })).items).toHaveLength(2);
  const other = { connection: 'hub', externalId: 'CRM-1' };
  expect((await hub().post(`/api/v1/cases/${own}/link`, other)).status).toBe(200);
  const second = (await hub().post('/api/v1/cases', { ...about, priority: 'low' })).body as { id: string };
  expect(await hub().post(`/api/v1/cases/${second.id}/link`, other)).toMatchObject({
    status: 409,
    body: { code: 'already-linked' },
  });
});
