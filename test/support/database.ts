import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase } from '../../store/database.ts';
import { databaseOf } from './servers.ts';

/** A database of a test file's own, cloned from the migrated template before its tests and dropped after them. */
export function ownDatabase(): { readonly url: () => string } {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = inject('databaseUrl');
  const admin = (): ReturnType<typeof openDatabase> => openDatabase({ url: server, max: 1, onError: () => undefined });
  beforeAll(async () => {
    const pool = admin();
    await pool.query(`create database ${name} template ${inject('template')}`);
    await pool.end();
  });
  afterAll(async () => {
    const pool = admin();
    const left = await openConnections(pool, name);
    await pool.query(`drop database ${name} with (force)`);
    await pool.end();
    if (left > 0) throw new Error(`${left} connections were left open by this test file`);
  });
  return { url: () => databaseOf(server, name) };
}

const CLOSING_MS = 5_000;

/** Connections of clients to a database: the server ends a closed one a moment after its client, and vacuums by itself. */
async function openConnections(pool: pg.Pool, database: string): Promise<number> {
  for (const end = Date.now() + CLOSING_MS; ; await sleep(20)) {
    const { rows } = await pool.query<{ left: number }>(
      `select count(*)::integer as left from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [database],
    );
    const left = rows[0]?.left ?? 0;
    if (left === 0 || Date.now() > end) return left;
  }
}

/**
 * The Redis of this run, undefined when the queues live in PostgreSQL. Files that run beside each other have a logical
 * database each, for their hubs would take each other's jobs.
 */
export function ownRedis(): string | undefined {
  const server = inject('redisUrl');
  return server === null ? undefined : `${server}/${Number(process.env['VITEST_POOL_ID'] ?? 0) % 16}`;
}
