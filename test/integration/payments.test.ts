import { describe, expect, test } from 'vitest';
import { startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { expireAuthorizations } from '../../core/usecases/settlePayments.ts';
import { uuidSource } from '../../store/ids.ts';
import { order } from '../support/documents.ts';
import { type Moved, moneyDesk } from '../support/moneyDesk.ts';
import type { Shown } from '../support/orderDesk.ts';

type Row = Readonly<Record<string, unknown>>;

const { hub, placed, shown, call, policy, settlement, entriesOf, record, confirm, noticed, left } = moneyDesk();

describe('an order paid with a gift card and a card', () => {
  let desk: Shown & { readonly externalId: string };
  test('is held until all of it is covered', async () => {
    await policy('stripe', 'shipment');
    desk = await placed();
    await record(desk.id, {
      provider: 'vouchers',
      method: 'gift_card',
      kind: 'sale',
      externalId: 'GC-1',
      amountMinor: 2000,
    });
    expect(await shown(desk.externalId)).toMatchObject({ holds: ['payment'], paymentState: 'pending' });
    await record(desk.id, {
      kind: 'authorization',
      externalId: 'pi_1',
      amountMinor: 3000,
      expiresAt: '2036-06-01T00:00:00Z',
    });
    expect(await shown(desk.externalId)).toMatchObject({ status: 'released', holds: [], paymentState: 'authorized' });
    expect(await settlement(desk.id)).toMatchObject({ authorizedMinor: 3000, capturedMinor: 2000, collectMinor: 3000 });
  });

  test('is captured in two parts, when each shipment leaves, to the cent', async () => {
    await left(desk, 1, 3);
    const [first] = await entriesOf(desk.id, { kind: 'capture' });
    expect(first).toMatchObject({ status: 'pending', amountMinor: 1000, provider: 'stripe' });
    expect((await confirm(first?.id ?? '', { externalId: 'ch_1' })).status).toBe(200);
    await left(desk, 2, 2);
    const captures = await entriesOf(desk.id, { kind: 'capture' });
    expect(captures.map(({ amountMinor }) => amountMinor).sort()).toEqual([1000, 2000]);
    await confirm(captures.find(({ status }) => status === 'pending')?.id ?? '', { externalId: 'ch_2' });
    expect(await shown(desk.externalId)).toMatchObject({ state: 'closed', paymentState: 'paid' });
    expect(await settlement(desk.id)).toMatchObject({
      authorizedMinor: 0,
      capturedMinor: 5000,
      collectMinor: 0,
      voidDueMinor: 0,
    });
  });

  test('is paid back by units: the card first, then the gift card, and never above what was paid', async () => {
    const one = { lines: [{ line: `${desk.externalId}-1`, quantity: 2 }], reason: 'returned' };
    const { body } = await call(desk.id, 'refund', one);
    expect((body as Moved).entries).toMatchObject([
      { kind: 'refund', amountMinor: 2000, provider: 'stripe', status: 'pending' },
    ]);
    const above = { lines: [{ line: `${desk.externalId}-1`, quantity: 2 }], reason: 'again' };
    expect(await call(desk.id, 'refund', above)).toMatchObject({ status: 409, body: { code: 'above-line' } });
    const rest = await call(desk.id, 'refund', { adjustmentMinor: 1500, reason: 'grace' });
    expect((rest.body as Moved).entries).toMatchObject([
      { provider: 'stripe', amountMinor: 1000 },
      { provider: 'vouchers', amountMinor: 500 },
    ]);
    const most = await call(desk.id, 'refund', { adjustmentMinor: 1501, reason: 'too much' });
    expect(most).toMatchObject({ status: 409, body: { code: 'above-captured' } });
    for (const { id } of await entriesOf(desk.id, { kind: 'refund' })) await confirm(id);
    expect(await settlement(desk.id)).toMatchObject({ refundedMinor: 3500, capturedMinor: 5000 });
    expect((await shown(desk.externalId))['paymentState']).toBe('partially-refunded');
  });
});

describe('money that was not captured', () => {
  test('is not paid back', async () => {
    const { id } = await placed();
    await record(id, { kind: 'authorization', externalId: 'pi_2', amountMinor: 5000 });
    const refused = await call(id, 'refund', { adjustmentMinor: 100, reason: 'too early' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'nothing-captured' } });
    expect(await call(id, 'capture', { amountMinor: 5001 })).toMatchObject({
      status: 409,
      body: { code: 'above-authorized' },
    });
  });

  test('is given free when the order is cancelled', async () => {
    const { id } = await placed();
    await record(id, { kind: 'authorization', externalId: 'pi_3', amountMinor: 5000 });
    await call(id, 'cancel', { reason: 'buyer' });
    await hub().settled();
    expect(await entriesOf(id, { kind: 'void' })).toMatchObject([
      { status: 'pending', amountMinor: 5000, reason: 'order-cancelled' },
    ]);
  });
});

describe('a capture that the provider tells of too', () => {
  const started = async (key: string) => {
    const { id, externalId } = await placed();
    await noticed(key, {
      orderExternalId: externalId,
      paymentExternalId: key,
      kind: 'authorization',
      amountMinor: 5000,
    });
    const { body } = await call(id, 'capture', {});
    const entry = (body as Moved).entries[0]?.id ?? '';
    const notice = { orderExternalId: externalId, paymentExternalId: key, kind: 'capture', amountMinor: 5000 };
    return { id, entry, notice };
  };

  test.each(['the notice first', 'the answer first', 'both at once'])('is one capture: %s', async (which) => {
    const { id, entry, notice } = await started(`pi_${which}`);
    const told = () => noticed(`ch_${which}`, notice);
    const answered = () => confirm(entry, { externalId: `ch_${which}` });
    if (which === 'both at once') await Promise.all([told(), answered()]);
    for (const each of which === 'the answer first' ? [answered, told] : [told, answered]) await each();
    await noticed(`ch_${which}`, { ...notice, reference: entry });
    expect(await entriesOf(id, { kind: 'capture' })).toMatchObject([
      { id: entry, status: 'succeeded', amountMinor: 5000 },
    ]);
    expect(await settlement(id)).toMatchObject({ capturedMinor: 5000, collectMinor: 0 });
  });

  test('is booked whichever came first, the capture or its authorization, and names what does not fit', async () => {
    const { id, externalId } = await placed();
    await noticed('ch_early', {
      orderExternalId: externalId,
      paymentExternalId: 'pi_late',
      kind: 'capture',
      amountMinor: 5000,
    });
    const early = ((await hub().get(`/api/v1/orders/${id}/payments`)).body as { sums: Row }).sums;
    expect(early).toMatchObject({ capturedMinor: 5000, unauthorizedMinor: 5000 });
    await noticed('pi_late', {
      orderExternalId: externalId,
      paymentExternalId: 'pi_late',
      kind: 'authorization',
      amountMinor: 5000,
    });
    const late = ((await hub().get(`/api/v1/orders/${id}/payments`)).body as { sums: Row }).sums;
    expect(late).toMatchObject({ capturedMinor: 5000, unauthorizedMinor: 0, openMinor: 0 });
  });
});

test('an authorization that expires while goods are backordered is asked for again, and the goods wait for it', async () => {
  await policy('adyen', 'shipment', true);
  const { id, externalId } = await placed({}, [{ sku: 'RARE', quantity: 2 }]);
  const authorization = { provider: 'adyen', kind: 'authorization', amountMinor: 2000 };
  await record(id, { ...authorization, externalId: 'psp_1', expiresAt: '2036-01-08T00:00:00Z' });
  expect(await shown(externalId)).toMatchObject({ status: 'backordered', holds: [], paymentState: 'authorized' });
  const later = '2036-01-09T00:00:00.000Z' as Instant;
  const expired = () => hub().parts.store.unitOfWork.transaction((tx) => expireAuthorizations(tx, uuidSource, later));
  expect([await expired(), await expired()]).toEqual([1, 0]);
  expect(await shown(externalId)).toMatchObject({ status: 'on-hold', holds: ['payment'] });
  const [wanted] = await entriesOf(id, { kind: 'authorization', status: 'pending' });
  expect(wanted).toMatchObject({ amountMinor: 2000, reason: 'expired', provider: 'adyen' });
  expect((await hub().list('notices', { kind: 'authorization-expired' })).items).toHaveLength(1);
  await hub().post('/api/v1/stock/adjustments', { sku: 'RARE', location: 'main', difference: 2, reason: 'came' });
  await hub().settled();
  expect(await shown(externalId)).toMatchObject({ status: 'on-hold', lines: [{ allocated: 2, released: 0 }] });
  await confirm(wanted?.id ?? '', { externalId: 'psp_2', expiresAt: '2036-01-20T00:00:00Z' });
  expect(await shown(externalId)).toMatchObject({ status: 'released', holds: [], paymentState: 'authorized' });
});

test('a chargeback after delivery takes the money and leaves the debt, and its reversal brings it back', async () => {
  const { id, externalId } = await placed();
  await record(id, { kind: 'sale', externalId: 'ch_cb', amountMinor: 5000 });
  await left({ externalId }, 1, 3);
  await left({ externalId }, 2, 2);
  const chargeback = { orderExternalId: externalId, paymentExternalId: 'ch_cb', kind: 'chargeback', amountMinor: 5000 };
  await noticed('dp_1', { ...chargeback, reason: 'product_not_received' });
  await noticed('dp_1', { ...chargeback, reason: 'product_not_received' });
  expect(await settlement(id)).toMatchObject({ capturedMinor: 5000, chargedBackMinor: 5000, collectMinor: 5000 });
  expect((await hub().list('notices', { kind: 'chargeback' })).items).toHaveLength(1);
  expect(await call(id, 'refund', { adjustmentMinor: 1, reason: 'twice' })).toMatchObject({
    body: { code: 'nothing-captured' },
  });
  await noticed('dp_1r', { ...chargeback, kind: 'chargeback-reversal' });
  expect(await settlement(id)).toMatchObject({ chargedBackMinor: 0, collectMinor: 0 });
});

test('what the shop pays back is counted once, whether it tells of it alone, in its order, or was asked for it', async () => {
  const { id, externalId } = await placed({ paymentState: 'paid' });
  const wanted = await call(id, 'refund', { lines: [{ line: `${externalId}-2`, quantity: 1 }], reason: 'broken' });
  expect((wanted.body as Moved).entries).toMatchObject([{ provider: 'source', amountMinor: 1000, status: 'pending' }]);
  const refund = {
    externalId: 'r-1',
    orderExternalId: externalId,
    currency: 'EUR',
    amountMinor: 1000,
    refundedAt: '2026-01-05T00:00:00Z',
  };
  for (const messageId of ['once', 'twice'])
    await hub().arrive('refund', 'refund/r-1', `${externalId}/${messageId}`, refund);
  await hub().settled();
  expect(await entriesOf(id)).toMatchObject([
    { kind: 'refund', status: 'succeeded', amountMinor: 1000, externalId: 'refund/r-1' },
  ]);
  const lines = [
    { sku: 'A', quantity: 3 },
    { sku: 'B', quantity: 2 },
  ];
  const payments = [
    { method: 'card', kind: 'sale', status: 'succeeded', amountMinor: 5000 },
    { method: 'card', kind: 'refund', status: 'succeeded', amountMinor: 1000 },
  ];
  const newer = { payments, paymentState: 'partially-refunded', updatedAt: '2026-01-06T00:00:00Z' };
  await hub().post('/api/v1/orders', order(externalId, lines, newer));
  await hub().settled();
  expect(await settlement(id)).toMatchObject({ capturedMinor: 5000, refundedMinor: 1000, unmatchedMinor: 0 });
});

test('a provider’s payout is held against the ledger line by line, and every cent that differs is named', async () => {
  const { id } = await placed();
  await record(id, {
    provider: 'payer',
    kind: 'sale',
    externalId: 'tx-1',
    amountMinor: 5000,
    at: '2026-01-02T00:00:00Z',
  });
  await record(id, {
    provider: 'payer',
    kind: 'refund',
    payment: 'tx-1',
    externalId: 'rf-1',
    amountMinor: 500,
    at: '2026-01-02T00:00:00Z',
  });
  await record(id, {
    provider: 'payer',
    kind: 'chargeback',
    payment: 'tx-1',
    externalId: 'cb-1',
    amountMinor: 700,
    at: '2026-01-02T00:00:00Z',
  });
  const payout = {
    ...{ provider: 'payer', reference: 'po-1', currency: 'EUR', statedMinor: 4280, paidAt: '2026-01-04T00:00:00Z' },
    lines: [
      { externalId: 'tx-1', kind: 'payment', amountMinor: 5000, feeMinor: 175 },
      { externalId: 'rf-1', kind: 'refund', amountMinor: -501 },
      { externalId: 'tx-1', kind: 'payment', amountMinor: 5000 },
      { externalId: 'tx-9', kind: 'payment', amountMinor: 100 },
      { externalId: 'fee-1', kind: 'fee', amountMinor: -45 },
    ],
  };
  const booked = await hub().post('/api/v1/payouts', payout);
  expect(booked).toMatchObject({
    status: 201,
    body: {
      findings: { matched: 1, 'amount-differs': 1, 'paid-twice': 1, unknown: 1, 'no-movement': 1 },
      summedMinor: 9379,
      differenceMinor: 4280 - 9379,
    },
  });
  expect(await hub().post('/api/v1/payouts', payout)).toMatchObject({ status: 409, body: { code: 'already-booked' } });
  const row = await hub().show('payouts', { reference: 'po-1' });
  expect(row).toMatchObject({ lines: 5, open: 3, feeMinor: 175, awaited: [{ externalId: 'cb-1' }] });
  const next = {
    ...payout,
    reference: 'po-2',
    statedMinor: 5000,
    lines: [{ externalId: 'tx-1', kind: 'payment', amountMinor: 5000 }],
  };
  expect(await hub().post('/api/v1/payouts', next)).toMatchObject({ body: { findings: { 'paid-twice': 1 } } });
});

test('a payment in another currency than its order is not booked, and an order with payments is not split', async () => {
  const { id, externalId } = await placed();
  await noticed('ch_usd', { orderExternalId: externalId, kind: 'sale', amountMinor: 5000, currency: 'USD' });
  expect((await hub().list('inbox', { state: 'parked' })).items).toMatchObject([{ fault: { code: 'wrong-currency' } }]);
  await record(id, { kind: 'authorization', externalId: 'pi_split', amountMinor: 100 });
  const split = await call(id, 'split', { lines: [{ line: `${externalId}-1`, quantity: 1 }] });
  expect(split).toMatchObject({ status: 409, body: { code: 'has-payments' } });
});

test('what the ERP makes of an order is learnt when it lands there', async () => {
  const erp = await startOdooSimulator({ stock: { WH: { A: 50, B: 50 } } });
  await hub().post('/api/v1/connections', { name: 'erp', connector: 'odoo', settings: erp.settings });
  const { id } = await placed({ paymentState: 'paid' });
  await hub().settled();
  expect((await hub().get(`/api/v1/orders/${id}/money`)).body).toMatchObject({
    destinations: [
      { connection: 'erp', grandMinor: 5000, oursMinor: 5000, levelledMinor: 0, closing: 'equal', causes: [] },
    ],
  });
  await erp.close();
});
