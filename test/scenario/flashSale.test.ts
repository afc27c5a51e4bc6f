import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

/** `CROSSDOCK_SALE_BUYERS=10000` for the whole crowd. */
const BUYERS = Number(process.env['CROSSDOCK_SALE_BUYERS'] ?? 1000);
const UNITS = BUYERS / 20;
const database = ownDatabase();
let hub: TestHub;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  for (const [priority, code] of ['main', 'second'].entries())
    await hub.post('/api/v1/locations', { code, name: code, priority });
  await hub.post('/api/v1/products', product('DROP'));
  await drained(hub.parts);
  for (const [location, difference] of [
    ['main', UNITS - UNITS / 5],
    ['second', UNITS / 5],
  ])
    await hub.post('/api/v1/stock/adjustments', { sku: 'DROP', location, difference, reason: 'for the sale' });
});
afterAll(() => hub.close());

const ONE = [{ sku: 'DROP', quantity: 1 }];
const minute = (n: number): string => new Date(Date.UTC(2026, 10, 27, 9, n)).toISOString();

/** As many requests at a time as a shop has workers. */
async function everybody(buyers: readonly number[], send: (buyer: number) => Promise<unknown>): Promise<void> {
  const left = [...buyers];
  const client = async (): Promise<void> => {
    for (let buyer = left.shift(); buyer !== undefined; buyer = left.shift()) await send(buyer);
  };
  await Promise.all(Array.from({ length: 32 }, client));
}

/** What the shop says of a buyer's order in a minute of the sale. */
const stated = (buyer: number, at: number, more: object = {}) =>
  hub.post(
    '/api/v1/orders',
    order(`b${buyer}`, ONE, { placedAt: minute(buyer / 100), updatedAt: minute(at), paymentState: 'pending', ...more }),
  );

type Sums = Readonly<Record<'promised' | 'released' | 'waiting' | 'open' | 'reserved' | 'free', number>>;
async function sums(): Promise<Sums> {
  const { rows } = await hub.parts.store.pool.query<Sums>(`
    select coalesce(sum(allocated + released), 0)::integer as promised, coalesce(sum(released), 0)::integer as released,
           coalesce(sum(backordered), 0)::integer as waiting, coalesce(sum(open), 0)::integer as open,
           (select sum(reserved)::integer from stock_balance) as reserved,
           (select sum(on_hand - reserved - allocated)::integer from stock_balance) as free
    from order_line`);
  return rows[0] as Sums;
}

const lucky: number[] = [];

test(`of ${BUYERS} carts at once exactly as many get a unit as there are`, async () => {
  const statuses = new Map<number, number>();
  await everybody([...Array(BUYERS).keys()], async (buyer) => {
    const { status } = await hub.post('/api/v1/reservations', { sku: 'DROP', quantity: 1, holder: `cart-${buyer}` });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 201) lucky.push(buyer);
  });
  expect(Object.fromEntries(statuses)).toEqual({ 201: UNITS, 409: BUYERS - UNITS });
  expect(await sums()).toEqual({ promised: 0, released: 0, waiting: 0, open: 0, reserved: UNITS, free: 0 });
});

test('a cart becomes an order with the very unit that it held, though others order without one', async () => {
  const unlucky = [...Array(BUYERS).keys()].filter((buyer) => !lucky.includes(buyer)).slice(0, UNITS);
  const mixed = lucky.flatMap((buyer, i) => [unlucky[i] ?? 0, buyer]);
  await everybody(mixed, (buyer) => stated(buyer, 60, { holder: `cart-${buyer}` }));
  await drained(hub.parts);
  expect(await sums()).toEqual({ promised: UNITS, released: 0, waiting: UNITS, open: 0, reserved: 0, free: 0 });
  const { rows } = await hub.parts.store.pool.query<{ external_id: string }>(
    `select o.external_id from orders o join order_line l on l.order_id = o.id where l.allocated > 0`,
  );
  expect(rows.map((row) => row.external_id).sort()).toEqual(lucky.map((buyer) => `b${buyer}`).sort());
  expect((await hub.list('reservations', { state: 'used' })).items).toHaveLength(Math.min(200, UNITS));
});

test('a payment that fails gives its unit to who waits longest, and one that comes after all waits behind them', async () => {
  const [declined, cancelled, paid] = [0, 1, 2].map((third) => lucky.filter((_, i) => Math.min(2, i % 5) === third));
  await everybody(declined ?? [], (buyer) => stated(buyer, 70, { paymentState: 'voided' }));
  await everybody(cancelled ?? [], (buyer) => stated(buyer, 70, { cancelledAt: minute(70), cancelReason: 'payment' }));
  await everybody(paid ?? [], (buyer) => stated(buyer, 70, { paymentState: 'paid' }));
  await drained(hub.parts);
  const freed = (declined?.length ?? 0) + (cancelled?.length ?? 0);
  expect(freed).toBe((UNITS / 5) * 2);
  expect(await sums()).toEqual({
    promised: UNITS,
    released: UNITS - freed,
    waiting: UNITS - freed,
    open: declined?.length ?? 0,
    reserved: 0,
    free: 0,
  });
  const { rows } = await hub.parts.store.pool.query(
    `select count(*)::integer as overtaken from orders o join order_line l on l.order_id = o.id
     where l.backordered > 0 and o.placed_at < (
       select max(p.placed_at) from orders p join order_line m on m.order_id = p.id
       where m.allocated > 0 and not p.external_id = any($1))`,
    [lucky.map((buyer) => `b${buyer}`)],
  );
  expect(rows).toEqual([{ overtaken: 0 }]);
  const [again] = declined ?? [];
  await stated(again ?? 0, 80, { paymentState: 'paid' });
  await drained(hub.parts);
  expect(await hub.show('orders', { externalId: `b${again}` })).toMatchObject({ status: 'backordered', holds: [] });
});

test('whatever happened: no unit was promised twice, the books agree and events fold to the rows', async () => {
  expect((await hub.get('/api/v1/stock/audit')).body).toMatchObject({ overPromised: 0, differenceCount: 0 });
  expect(await foldedWorkDifferences(hub.parts)).toEqual([]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect((await hub.list('inbox', { state: 'parked' })).items).toEqual([]);
});
