import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countDecider, transferDecider } from '../../core/inventory/index.ts';
import { replay } from '../../core/shared/decider.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
let hub: TestHub;

type Json = Readonly<Record<string, unknown>>;
const level = async (sku: string, location: string): Promise<Json> => {
  const { items } = await hub.list('stock', { sku, location });
  return items[0] ?? {};
};
const ask = async (path: string, body: unknown, status = 200): Promise<Json> => {
  const answer = await hub.post(`/api/v1${path}`, body);
  expect([path, answer.status, answer.status === status ? '' : answer.body]).toEqual([path, status, '']);
  return answer.body as Json;
};
const receive = (sku: string, location: string, quantity: number, more: object = {}) =>
  ask('/stock/receipts', { sku, location, quantity, reference: 'PO-1', ...more }, 201);
const audit = async (): Promise<Json> => (await hub.get('/api/v1/stock/audit')).body as Json;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of ['main', 'store'].entries())
    await hub.post('/api/v1/locations', { code, name: code, priority });
  for (const sku of ['MUG', 'TEA', 'JAR', 'LOT', 'LAST', 'PAIR']) await hub.post('/api/v1/products', product(sku));
  await hub.settled();
});
afterAll(() => hub.close());

/** Whatever a test did, the books agree in the end. */
const booksAgree = async (): Promise<void> => {
  await hub.settled();
  expect(await audit()).toMatchObject({ differenceCount: 0, differences: [] });
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(errors).toEqual([]);
};

describe('states of stock', () => {
  test('units move between on hand, inspection and damaged, and only those on hand are available', async () => {
    await receive('MUG', 'main', 20, { unitCostMinor: 450 });
    await receive('MUG', 'main', 5, { toQuality: true });
    const change = (kind: string, quantity: number) =>
      ask('/stock/states', { sku: 'MUG', location: 'main', change: kind, quantity, reason: 'test' });
    await change('damage', 3);
    await change('hold', 2);
    await change('pass', 4);
    await change('reject', 1);
    await change('repair', 1);
    expect(await change('scrap', 2)).toMatchObject({ onHand: 20, damaged: 1, quality: 2, overPromised: 0 });
    expect(await level('MUG', 'main')).toMatchObject({ onHand: 20, available: 20, damaged: 1, quality: 2 });
    await booksAgree();
  });

  test('a damage that breaks promises is written down and says how many', async () => {
    await receive('JAR', 'main', 4);
    await ask('/reservations', { sku: 'JAR', quantity: 3, holder: 'cart', seconds: 600 }, 201);
    const body = { sku: 'JAR', location: 'main', change: 'damage', quantity: 2, reason: 'fell' };
    expect(await ask('/stock/states', body)).toMatchObject({ onHand: 2, reserved: 3, overPromised: 1 });
    expect(await audit()).toMatchObject({ overPromised: 1, differenceCount: 0 });
    await ask('/stock/states', { ...body, change: 'repair' });
  });

  test('a reason says more about the stock than its sign allows, or is refused', async () => {
    const body = { sku: 'MUG', location: 'main', difference: 1, reason: 'stolen', reasonCode: 'theft' };
    expect(await ask('/stock/adjustments', body, 409)).toMatchObject({ code: 'wrong-direction' });
    await ask('/stock/adjustments', { ...body, difference: -1 });
    const [entry] = ((await hub.show('stock', { sku: 'MUG', location: 'main' }))['entries'] as Json[]) ?? [];
    expect(entry).toMatchObject({ kind: 'adjust', onHand: -1, reason: 'theft', actor: 'first administrator' });
  });
});

describe('a transfer', () => {
  test('is sent and received in parts, with what is broken or lost named', async () => {
    await receive('TEA', 'main', 30);
    const lines = [{ sku: 'TEA', quantity: 12 }];
    const { id } = await ask('/transfers', { from: 'main', to: 'store', lines, expectedOn: '2026-02-01' }, 201);
    expect(await level('TEA', 'main')).toMatchObject({ onHand: 30 });
    await ask(`/transfers/${id}/send`, { lines: [{ sku: 'TEA', quantity: 8 }] });
    expect(await level('TEA', 'store')).toMatchObject({ onHand: 0, inTransit: 8, available: 0 });
    expect(await hub.show('transfers', { from: 'main' })).toMatchObject({ status: 'partly-sent' });
    const arrived = { sku: 'TEA', received: 5, damaged: 1, lost: 1 };
    expect(await ask(`/transfers/${id}/receive`, { lines: [arrived] }, 409)).toMatchObject({
      code: 'loss-without-reason',
    });
    await ask(`/transfers/${id}/receive`, { lines: [{ ...arrived, reason: 'box was open' }] });
    expect(await level('TEA', 'store')).toMatchObject({ onHand: 5, damaged: 1, inTransit: 1, available: 5 });
    const late = { lines: [{ sku: 'TEA', received: 2 }] };
    expect(await ask(`/transfers/${id}/receive`, late, 409)).toMatchObject({ code: 'more-than-in-transit' });
    await ask(`/transfers/${id}/receive`, { lines: [{ sku: 'TEA', received: 1 }] });
    await ask(`/transfers/${id}/cancel`, {});
    expect(await hub.show('transfers', { from: 'main' })).toMatchObject({
      status: 'received',
      lines: [{ sku: 'TEA', quantity: 12, sent: 8, received: 6, damaged: 1, lost: 1, cancelled: 4, inTransit: 0 }],
    });
    await booksAgree();
  });

  test('is guarded by its version, and is not sent twice', async () => {
    const lines = [{ sku: 'TEA', quantity: 2 }];
    const { id } = await ask('/transfers', { from: 'main', to: 'store', lines }, 201);
    const send = (version: string) => hub.post(`/api/v1/transfers/${id}/send`, {}, { 'if-match': version });
    const answers = await Promise.all([send('"1"'), send('"1"'), send('"1"')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(await ask(`/transfers/${id}/send`, {}, 409)).toMatchObject({ code: 'no-lines' });
    expect(await ask('/transfers/019c2f0a-7c1e-7000-8000-2f6d1c0a9b11/send', {}, 404)).toMatchObject({
      code: 'unknown-transfer',
    });
    await booksAgree();
  });
});

describe('a stock count', () => {
  test('leaves out what moved after the counting, and what moved between counting and approval stays moved', async () => {
    await ask('/stock/adjustments', {
      sku: 'MUG',
      location: 'main',
      difference: 100,
      reason: 'opening',
      reasonCode: 'opening',
    });
    const { onHand: snapshot } = (await level('MUG', 'main')) as { onHand: number };
    const { id } = await ask('/counts', { location: 'main', kind: 'cycle', skus: ['MUG'] }, 201);
    await receive('MUG', 'main', 10);
    const countedAt = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await receive('MUG', 'main', 7);
    // Found after the first receipt and before the second: three fewer than the books.
    await ask(`/counts/${id}/lines`, { lines: [{ sku: 'MUG', quantity: snapshot + 10 - 3 }], countedAt });
    await ask('/stock/adjustments', { sku: 'MUG', location: 'main', difference: -20, reason: 'sold over the counter' });
    const shown = await hub.show('counts', { location: 'main' });
    expect(shown).toMatchObject({ variances: 1, countLines: [{ snapshot, book: snapshot + 10, variance: -3 }] });
    await ask(`/counts/${id}/approve`, {});
    expect(await level('MUG', 'main')).toMatchObject({ onHand: snapshot + 10 + 7 - 20 - 3 });
    expect(await ask(`/counts/${id}/approve`, {}, 409)).toMatchObject({ code: 'not-open' });
    await booksAgree();
  });

  test('that finds fewer units than the books still have is refused until it is counted again', async () => {
    await receive('PAIR', 'store', 5);
    const { id } = await ask('/counts', { location: 'store', kind: 'cycle', skus: ['PAIR'] }, 201);
    await ask(`/counts/${id}/lines`, { lines: [{ sku: 'PAIR', quantity: 0 }] });
    await ask('/stock/adjustments', { sku: 'PAIR', location: 'store', difference: -3, reason: 'moved' });
    expect(await ask(`/counts/${id}/approve`, {}, 409)).toMatchObject({ code: 'insufficient-stock' });
    await ask(`/counts/${id}/lines`, { lines: [{ sku: 'PAIR', quantity: 2 }] });
    await ask(`/counts/${id}/approve`, {});
    expect(await level('PAIR', 'store')).toMatchObject({ onHand: 2 });
    await booksAgree();
  });

  test('of a whole location has a line for all that is there', async () => {
    const opened = await ask('/counts', { location: 'store', kind: 'full' }, 201);
    const { items } = await hub.list('stock', { location: 'store' });
    expect(opened['lines']).toBe(items.filter(({ onHand }) => onHand !== 0).length);
    await ask(`/counts/${opened['id']}/cancel`, {});
  });
});

test('transfers and counts are what their events fold to', async () => {
  const { pool, unitOfWork } = hub.parts.store;
  const { rows } = await pool.query<{ subject_id: string; events: never[] }>(
    'select subject_id, json_agg(body order by version) as events from stock_event group by 1',
  );
  expect(rows.length).toBeGreaterThanOrEqual(5);
  await unitOfWork.transaction(async (tx) => {
    for (const { subject_id: id, events } of rows) {
      const transfer = await tx.inventory.transfer(id);
      const stored = transfer ?? (await tx.inventory.count(id));
      expect(stored?.version).toBe(events.length);
      if (transfer) expect(replay(transferDecider, events)).toEqual(transfer.transfer);
      else expect(replay(countDecider, events)).toEqual((await tx.inventory.count(id))?.count);
    }
  });
});

test('the audit finds what was changed behind the hub, by its measure', async () => {
  const { pool } = hub.parts.store;
  const changes: readonly (readonly [string, string, Json])[] = [
    ['on_hand = on_hand + 1', 'on_hand = on_hand - 1', { measure: 'onHand', against: 'ledger' }],
    ['quality = quality + 1', 'quality = quality - 1', { measure: 'quality', against: 'ledger' }],
    ['in_transit = in_transit + 1', 'in_transit = in_transit - 1', { measure: 'inTransit', against: 'transfers' }],
    ['reserved = reserved + 1', 'reserved = reserved - 1', { measure: 'reserved', against: 'reservations' }],
    [
      'allocated = allocated + 1',
      'allocated = allocated - 1',
      { measure: 'allocated + picked', against: 'allocations' },
    ],
  ];
  const where = `where product_id = (select id from product where sku = 'MUG') and location_id = (select id from location where code = 'main')`;
  for (const [harm, mend, difference] of changes) {
    await pool.query(`update stock_balance set ${harm} ${where}`);
    const { differences } = await audit();
    await pool.query(`update stock_balance set ${mend} ${where}`);
    expect(differences).toEqual(
      expect.arrayContaining([expect.objectContaining({ sku: 'MUG', location: 'main', ...difference })]),
    );
  }
  await booksAgree();
});

test('two lines of one order on the same shared item are promised its units once', async () => {
  await receive('PAIR', 'main', 1);
  const lines = [
    { sku: 'PAIR', quantity: 2 },
    { sku: 'PAIR', quantity: 2 },
  ];
  await hub.post('/api/v1/orders', order('shared', lines));
  await hub.settled();
  // Three units are there, two in the store and one in the warehouse; the fourth waits.
  const shown = await hub.show('orders', { externalId: 'shared' });
  const ledger = (shown['lines'] as Record<string, number>[]).map(({ allocated, backordered }) => [
    allocated,
    backordered,
  ]);
  expect(ledger.reduce((sum, [allocated = 0]) => sum + allocated, 0)).toBe(3);
  expect(ledger.reduce((sum, [, backordered = 0]) => sum + backordered, 0)).toBe(1);
  expect(await hub.available('PAIR')).toBe(0);
  await booksAgree();
});

test('negative reserved quantity is impossible: a hold that is released by many at once, while it expires, ends once', async () => {
  await receive('LOT', 'main', 3);
  const [held] = (await ask(
    '/reservations',
    { sku: 'LOT', quantity: 3, holder: 'cart', seconds: 600 },
    201,
  )) as unknown as [{ id: string }];
  const release = () => hub.request(`/api/v1/reservations/${held.id}`, { method: 'DELETE' });
  const { pool, expireReservations } = hub.parts.store;
  await pool.query('update reservation set expires_at = now() where id = $1', [held.id]);
  const ended = await Promise.all([release(), expireReservations(), release(), expireReservations(), release()]);
  const released = ended.filter((each) => each instanceof Response && each.status === 200).length;
  const expired = ended.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0);
  expect(released + expired).toBe(1);
  expect(await level('LOT', 'main')).toMatchObject({ reserved: 0, available: 3 });
  const harm = "update stock_balance set reserved = -1 where product_id = (select id from product where sku = 'LOT')";
  await expect(pool.query(harm)).rejects.toThrow(/reserved_check/);
  await booksAgree();
});

test('the last unit bought twice at once is sold once', async () => {
  await receive('LAST', 'main', 1);
  await Promise.all(
    ['one', 'two', 'three'].map((name) =>
      hub.post('/api/v1/orders', order(`last-${name}`, [{ sku: 'LAST', quantity: 1 }])),
    ),
  );
  await hub.settled();
  const { rows } = await hub.parts.store.pool.query(
    `select sum(allocated + released)::integer as promised, sum(backordered)::integer as waiting from order_line where sku = 'LAST'`,
  );
  expect(rows).toEqual([{ promised: 1, waiting: 2 }]);
  await booksAgree();
});

describe('a system that counts the shelf and says what was picked', () => {
  test.each([
    ['first its count', ['stock', 'picking'], '2026-03-01'],
    ['first the picking', ['picking', 'stock'], '2026-03-02'],
  ] as const)('%s: the units leave the shelf once', async (_about, topics, day) => {
    const at = `${day}T10:00:00Z`;
    const reference = `counted-${day}`;
    const sku = `SHELF-${day}`;
    await hub.post('/api/v1/products', product(sku));
    await hub.settled();
    await receive(sku, 'main', 10);
    await hub.post('/api/v1/orders', order(reference, [{ sku, quantity: 4 }]));
    await hub.settled();
    const documents = {
      stock: { sku, location: 'main', quantity: 6, measure: 'on-shelf', asOf: at },
      picking: { externalId: reference, orderReference: `hub-${reference}`, state: 'done', updatedAt: at },
    };
    for (const topic of topics) {
      await hub.arrive(topic, `${topic}/${reference}`, `${topic}-${reference}`, documents[topic]);
      await hub.settled();
    }
    expect(await level(sku, 'main')).toMatchObject({ onHand: 6, picked: 4, allocated: 0 });
    await booksAgree();
  });
});
