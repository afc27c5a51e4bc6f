import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { OrderDocument } from '../../core/documents/index.ts';
import type { ConnectionId, Instant } from '../../core/shared/ids.ts';
import { applyMessage, type Incoming, openBatch } from '../../core/usecases/applyIncoming.ts';
import { type Environment, reserveStock } from '../../core/usecases/operateStock.ts';
import { openDatabase } from '../../store/database.ts';
import { uuidSource } from '../../store/ids.ts';
import { migrate } from '../../store/migrate.ts';
import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';
import { unitOfWork } from '../../store/unitOfWork.ts';
import { percentile } from './load.ts';
import { benchOrder } from './sampleOrders.ts';

export type AllocationOptions = {
  readonly orders: number;
  readonly signal: AbortSignal;
  onStep(step: string): void;
};

/**
 * Orders of one line that are placed, committed and released per second in batches as the inbox makes them, and
 * reservations of one unit per second by clients at once: all of one SKU, and of SKUs that seldom meet. `plain` is what
 * this PostgreSQL does of the bare rows of a reservation, one transaction each.
 */
export type Allocation = {
  readonly ordersHotPerSecond: number;
  readonly ordersTailPerSecond: number;
  readonly reservationsHotPerSecond: number;
  readonly reservationsHotP95Ms: number;
  readonly reservationsTailPerSecond: number;
  readonly reservationsTailP95Ms: number;
  readonly plainHotPerSecond: number;
  readonly plainTailPerSecond: number;
};

const BATCH = 400;
const DRAINS = 2;
const CLIENTS = 16;
const TAIL = 20_000;
const PLACES = 4;
const HOT = 'HOT';
const tailSku = (n: number): string => `TAIL-${(n * 7919) % TAIL}`;
const now = (): Instant => new Date().toISOString() as Instant;

/** Measures it on a PostgreSQL of its own with the hub's settings, every commit on disk. */
export async function benchAllocation({ orders, signal, onStep }: AllocationOptions): Promise<Allocation> {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-bench-'));
  const opened = await openPrivatePostgres({ dataDir: folder, role: 'guest' });
  if (!opened.ok) throw new Error(`${opened.error.message}; ${opened.error.next}`);
  const { url, release } = opened.value;
  const pool = openDatabase({ url, max: CLIENTS, onError: () => undefined });
  try {
    await migrate(url);
    await stockUp(pool);
    const bench = { pool, orders, signal };
    onStep('orders of one product');
    const ordersHotPerSecond = await allocated(bench, 'hot', () => HOT);
    onStep('orders of many products');
    const ordersTailPerSecond = await allocated(bench, 'tail', tailSku);
    onStep('reservations');
    const hot = await reserved(bench, () => HOT);
    const tail = await reserved(bench, tailSku);
    onStep('plain SQL');
    return {
      ordersHotPerSecond,
      ordersTailPerSecond,
      reservationsHotPerSecond: hot.perSecond,
      reservationsHotP95Ms: hot.p95Ms,
      reservationsTailPerSecond: tail.perSecond,
      reservationsTailP95Ms: tail.p95Ms,
      plainHotPerSecond: await plain(bench, () => HOT),
      plainTailPerSecond: await plain(bench, tailSku),
    };
  } finally {
    await pool.end();
    await release();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Bench = { readonly pool: pg.Pool; readonly orders: number; readonly signal: AbortSignal };

async function stockUp(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into location (id, code, name, priority)
     select gen_random_uuid(), 'place-' || n, 'Place ' || n, n from generate_series(1, $1::integer) n`,
    [PLACES],
  );
  await pool.query(
    `insert into product (id, sku, title)
     select gen_random_uuid(), sku, sku from (
       select $2::text as sku union all select 'TAIL-' || n from generate_series(0, $1::integer - 1) n) skus`,
    [TAIL, HOT],
  );
  await pool.query(
    `insert into stock_balance (product_id, location_id, on_hand)
     select p.id, l.id, 100000000 from product p cross join location l`,
  );
  await pool.query('vacuum analyze');
}

/** Batches of orders, on as many transactions at a time as a process drains partitions. */
async function allocated({ pool, orders, signal }: Bench, name: string, skuOf: (n: number) => string): Promise<number> {
  const sender = { id: uuidSource.next() as ConnectionId, name, isStockSource: false };
  const batches: Incoming[][] = [];
  for (let first = 0; first < orders; first += BATCH) {
    batches.push(
      Array.from({ length: Math.min(BATCH, orders - first) }, (_, i) => {
        const document = oneLine(first + i, skuOf(first + i));
        return { message: String(first + i + 1), sender, records: [{ name: 'order', document }] };
      }),
    );
  }
  const { transaction } = unitOfWork(pool);
  const drain = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      signal.throwIfAborted();
      const incoming = batch;
      await transaction(async (tx) => {
        const opened = await openBatch(tx, incoming, uuidSource, now());
        for (const message of incoming) {
          const done = applyMessage(opened, message);
          if (!done.ok) throw new Error(done.error.message);
        }
        await tx.save(opened.changes());
      });
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: DRAINS }, drain));
  return Math.round(orders / ((performance.now() - begun) / 1000));
}

function oneLine(n: number, sku: string): OrderDocument {
  const { lines, ...rest } = benchOrder(n, now());
  return OrderDocument.parse({ ...rest, lines: [{ ...lines[0], sku }] });
}

async function reserved(bench: Bench, skuOf: (n: number) => string): Promise<{ perSecond: number; p95Ms: number }> {
  const environment: Environment = { unitOfWork: unitOfWork(bench.pool), ids: uuidSource, now };
  const times: number[] = [];
  const perSecond = await byClients(bench, async (n) => {
    const begun = performance.now();
    const held = await reserveStock({ sku: skuOf(n), quantity: 1, holder: `cart-${n}`, seconds: 3600 }, environment);
    if (!held.ok) throw new Error(JSON.stringify(held.error));
    times.push(performance.now() - begun);
  });
  return { perSecond, p95Ms: Math.round(percentile(Float64Array.from(times), 0.95) * 10) / 10 };
}

const PLAIN = `
  with balance as (
    update stock_balance set reserved = reserved + 1
    where product_id = (select id from product where sku = $1) and location_id = (select id from location where code = 'place-1')
    returning product_id, location_id
  ), held as (
    insert into reservation (id, product_id, location_id, quantity, holder, expires_at)
    select gen_random_uuid(), product_id, location_id, 1, 'plain', now() from balance
  )
  insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference)
  select product_id, location_id, 'reserve', 0, 1, 0, 'plain' from balance`;

const plain = (bench: Bench, skuOf: (n: number) => string): Promise<number> =>
  byClients(bench, (n) => bench.pool.query({ name: 'plain', text: PLAIN, values: [skuOf(n)] }));

/** Calls per second of clients that each make one call after another. */
async function byClients({ orders, signal }: Bench, call: (n: number) => Promise<unknown>): Promise<number> {
  const calls = Math.round(orders / 10);
  let next = 0;
  const client = async (): Promise<void> => {
    for (let n = next++; n < calls; n = next++) {
      signal.throwIfAborted();
      await call(n);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return Math.round(calls / ((performance.now() - begun) / 1000));
}
