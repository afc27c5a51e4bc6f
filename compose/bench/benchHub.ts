import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openDatabase } from '../../store/database.ts';
import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';
import { type Child, startChild } from './childProcess.ts';
import { newSecret, PRODUCTS, skuOf } from './sampleOrders.ts';

/** A hub of its own for a benchmark: a PostgreSQL with the hub's settings, and the roles in processes of their own. */
export type BenchHub = {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly port: number;
  readonly secret: string;
  /** Where the webhooks of the benchmark's connection go. */
  readonly path: string;
  close(): Promise<void>;
};

const SHOP = 'bench-shop';

export type BenchHubOptions = { readonly roles: readonly ('api' | 'worker')[]; readonly redisUrl?: string | undefined };

/** Starts it in a temporary folder, with products in ample stock at two locations and one signed connection. */
export async function openBenchHub({ roles, redisUrl }: BenchHubOptions): Promise<BenchHub> {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-bench-'));
  // The instants of commits, so that a latency ends when the work was durable and not when it was sent to the database.
  const settings = { track_commit_timestamp: 'on' };
  const opened = await openPrivatePostgres({ dataDir: folder, role: 'guest', settings });
  if (!opened.ok) throw new Error(`${opened.error.message}; ${opened.error.next}`);
  const { url, release } = opened.value;
  const pool = openDatabase({ url, max: 4, onError: () => undefined });
  const children: Child[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
    await pool.end();
    await release();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const environment = { DATABASE_URL: url, ...(redisUrl ? { REDIS_URL: redisUrl } : {}) };
    for (const role of roles) {
      const args = ['start', '--json', '--role', role, '--port', '0', '--data', join(folder, 'hub')];
      children.push(await startChild('cli/crossdock.ts', args, environment));
    }
    const { url: address, firstKey } = (children[0]?.ready ?? {}) as { url: string; firstKey: string };
    await stockUp(pool);
    const secret = newSecret();
    await addShop(address, firstKey, secret);
    return { pool, databaseUrl: url, port: Number(new URL(address).port), secret, path: `/hooks/${SHOP}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addShop(address: string, key: string, secret: string): Promise<void> {
  const answer = await fetch(`${address}/api/v1/connections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: SHOP, connector: 'marketplace', settings: { secret } }),
  });
  if (!answer.ok) throw new Error(`the connection of the benchmark was refused: ${await answer.text()}`);
}

/** Products with a million units each at two locations, in the ledger as in the balances. */
async function stockUp(pool: pg.Pool): Promise<void> {
  const skus = Array.from({ length: PRODUCTS }, (_, n) => skuOf(n));
  await pool.query(
    `insert into location (id, code, name, priority)
     values (gen_random_uuid(), 'bench-1', 'First', 1), (gen_random_uuid(), 'bench-2', 'Second', 2)`,
  );
  await pool.query(
    `insert into product (id, sku, title) select gen_random_uuid(), sku, 'Product ' || sku from unnest($1::text[]) sku`,
    [skus],
  );
  await pool.query(
    `insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference)
     select p.id, l.id, 'receive', 1000000, 0, 0, 'bench' from product p cross join location l`,
  );
  await pool.query(
    `insert into stock_balance (product_id, location_id, on_hand)
     select p.id, l.id, 1000000 from product p cross join location l`,
  );
  await pool.query('vacuum analyze');
}
