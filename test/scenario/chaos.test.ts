import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateQueues } from '../../pipelines/queue/backend.ts';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';
import { runningPostmaster } from '../../store/private/postmaster.ts';
import { hasRedis, type RunningRedis, startRedis } from '../support/servers.ts';
import { endStateOf, openWorld, until, type World } from '../support/world.ts';

/** How many orders go through the storm. The same story with 2,000: CROSSDOCK_CHAOS_ORDERS=2000 npm run scenario. */
const ORDERS = Number(process.env['CROSSDOCK_CHAOS_ORDERS'] ?? 120);
const SEED = 20_261_124;
const usesRedis = process.env['CROSSDOCK_TEST_QUEUE'] === 'redis' && hasRedis();
const PATIENCE_MS = 120_000 + ORDERS * 300;

/** A PostgreSQL of this story's own, because it is restarted; with its durability as in production. */
let folder: string;
let databaseUrl: string;
let redis: RunningRedis | undefined;
let release: () => Promise<void>;

async function startPostgres(): Promise<void> {
  const opened = await openPrivatePostgres({ dataDir: folder, role: 'guest' });
  if (!opened.ok) throw new Error(opened.error.message);
  databaseUrl = opened.value.url;
  release = () => opened.value.release();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossdock-chaos-'));
  await startPostgres();
  if (usesRedis) redis = await startRedis(folder);
}, 60_000);
afterAll(async () => {
  redis?.process.kill('SIGTERM');
  await release();
  rmSync(folder, { recursive: true, force: true });
});

async function freshDatabase(name: string): Promise<string> {
  const admin = openDatabase({ url: databaseUrl, max: 1, onError: () => undefined });
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await migrate(url.toString());
  const pool = openDatabase({ url: url.toString(), max: 1, onError: () => undefined });
  const client = await pool.connect();
  await migrateQueues(client);
  client.release();
  await pool.end();
  return url.toString();
}

/** mulberry32: the same storm for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function placeOrders(world: World, pauseMs: number): Promise<void> {
  for (let i = 0; i < ORDERS; i++) {
    world.shop.shop.place();
    if (pauseMs > 0 && i % 10 === 9) await sleep(pauseMs);
  }
}

async function allDone(world: World): Promise<void> {
  await until(
    'every order told to the shop as shipped',
    async () => {
      const orders = [...world.shop.shop.orders.values()];
      return orders.length === ORDERS && orders.every(({ remaining }) => [...remaining.values()].every((n) => n === 0));
    },
    PATIENCE_MS,
  );
  await until(
    'the hub at rest',
    async () => {
      const { items } = (await world.get('/api/v1/deliveries?limit=1&state=sent')) as { items: unknown[] };
      const doubts = (await world.get('/api/v1/deliveries?limit=1&state=in-doubt')) as { items: unknown[] };
      return items.length + doubts.items.length === 0;
    },
    PATIENCE_MS,
  );
}

type Blow = readonly [string, (world: World) => Promise<void>];

const BLOWS: readonly Blow[] = [
  ['kill the worker', async (world) => world.worker.kill().then(() => world.startWorker())],
  ['kill the api', async (world) => world.api.kill().then(() => world.startApi())],
  [
    'kill both',
    async (world) => {
      await Promise.all([world.api.kill(), world.worker.kill()]);
      await Promise.all([world.startApi(), world.startWorker()]);
    },
  ],
  [
    'restart PostgreSQL',
    async () => {
      // Killed as by a crash; whoever holds it brings it back.
      const killed = runningPostmaster(join(folder, 'postgres'))?.pid;
      if (killed === undefined) return;
      process.kill(killed, 'SIGQUIT');
      await until(
        'PostgreSQL again',
        async () => (runningPostmaster(join(folder, 'postgres'))?.pid ?? killed) !== killed,
      );
    },
  ],
  [
    'wipe or restart Redis',
    async () => {
      if (!redis) return;
      redis.process.kill('SIGKILL');
      await sleep(200);
      redis = await startRedis(folder, redis.port);
    },
  ],
];

/** Faults of the ERP and the carrier: carried out and not answered, carried out late, refused for now. */
function planFaults({ erp, carrier }: World, next: () => number): void {
  const times = Math.max(2, Math.round(ORDERS / 40));
  erp.faults.plan({ kind: 'drop', match: 'sale.order/create', times });
  erp.faults.plan({ kind: 'drop', match: 'action_confirm', times });
  erp.faults.plan({ kind: 'status', match: 'sale.order/create', times, status: 503, headers: { 'retry-after': '1' } });
  carrier.faults.plan({ kind: 'drop', match: 'POST /api/shipments', times });
  carrier.faults.plan({ kind: 'late', match: 'POST /api/shipments', times: 1 + Math.round(next()), ms: 1500 });
}

describe(`${ORDERS} orders in a storm`, () => {
  let calm: Awaited<ReturnType<typeof endStateOf>>;

  test(
    'go through undisturbed',
    async () => {
      const world = await openWorld({ databaseUrl: await freshDatabase('calm'), redisUrl: redis?.url });
      await placeOrders(world, 0);
      await allDone(world);
      calm = await endStateOf(world);
      await world.close();
      expect(calm['erpOrders']).toHaveLength(ORDERS);
      expect(calm['labels']).toHaveLength(ORDERS);
    },
    PATIENCE_MS * 2,
  );

  test(
    'end the same with processes killed, servers restarted, answers lost and every webhook three times in any order',
    async () => {
      const next = random(SEED);
      const url = await freshDatabase('storm');
      const world = await openWorld({ databaseUrl: url, redisUrl: redis?.url });
      world.shop.sender.copies = 3;
      planFaults(world, next);
      const orders = placeOrders(world, 150);
      const struck: string[] = [];
      let isOver = false;
      const storm = (async () => {
        while (!isOver && struck.length < 5 + ORDERS / 60) {
          await sleep(600 + next() * 1500);
          const [name, strike] = BLOWS[
            struck.length < BLOWS.length ? struck.length : Math.floor(next() * BLOWS.length)
          ] as Blow;
          await strike(world);
          struck.push(name);
        }
      })();
      await orders;
      await storm;
      isOver = true;
      await allDone(world).catch(async (error: Error) => {
        throw new Error(`${error.message}: ${await leftOver(url)}\n${world.worker.log().slice(-3000)}`);
      });
      const stormy = await endStateOf(world);
      const sums = await ledgerDifferences(url);
      await world.close();
      expect(struck).toEqual(
        expect.arrayContaining(['kill the worker', 'kill the api', 'kill both', 'restart PostgreSQL']),
      );
      expect(stormy).toEqual(calm);
      expect(sums).toEqual([]);
    },
    PATIENCE_MS * 2,
  );
});

/** What the hub still has to do, for whoever reads a failure. */
async function leftOver(url: string): Promise<string> {
  const pool = openDatabase({ url, max: 1, onError: () => undefined });
  const { rows } = await pool.query(`
    select 'delivery ' || operation || ' ' || state as what, count(*)::integer as n, min(fault ->> 'code') as fault,
           min(fault ->> 'message') as message from delivery where state <> 'landed' group by 1
    union all select 'inbox ' || state, count(*)::integer, min(fault ->> 'code'), min(fault ->> 'message')
              from inbox_work where state <> 'ignored' group by 1
    union all select 'inbox ignored ' || m.topic || ' ' || w.reason, count(*)::integer, null,
                     string_agg(m.subject, ' ') filter (where m.topic = 'picking')
              from inbox_work w join inbox_message m on m.id = w.id where w.state = 'ignored' group by 1
    union all select 'not sent ' || o.number || ' ' || coalesce(d.operation || ' ' || d.state, 'no delivery'), d.sends,
                     d.receipt::text, null
              from fulfillment_order f join orders o on o.id = f.order_id left join delivery d on d.subject = o.id
              where f.state not in ('shipped', 'cancelled')
    union all select 'outbox', count(*)::integer, null, null from outbox_message
    union all select 'order ' || state, count(*)::integer, null, null from orders group by 1
    union all select 'fulfillment ' || state, count(*)::integer, null, null from fulfillment_order group by 1`);
  await pool.end();
  return JSON.stringify(rows);
}

async function ledgerDifferences(url: string): Promise<readonly unknown[]> {
  const pool = openDatabase({ url, max: 1, onError: () => undefined });
  const { rows } = await pool.query(`
    select b.product_id from stock_balance b
    left join (select product_id, location_id, sum(on_hand) as on_hand, sum(allocated) as allocated
               from stock_entry group by 1, 2) e using (product_id, location_id)
    where (b.on_hand, b.allocated) is distinct from (coalesce(e.on_hand, 0), coalesce(e.allocated, 0))`);
  await pool.end();
  return rows;
}
