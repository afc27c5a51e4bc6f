import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { migrateQueues } from '../../pipelines/queue/backend.ts';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's administrative database, and the name of the migrated template. */
    readonly databaseUrl: string;
    readonly template: string;
    /** A Redis of this run's own; null when the queues live in PostgreSQL. */
    readonly redisUrl: string | null;
  }
}

const TEMPLATE = 'crossdock_template';

/** Starts the servers of the integration and scenario levels: a PostgreSQL, and a Redis when the run asks for it. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const opened = await openPrivatePostgres({ dataDir: folder, role: 'guest', settings });
  if (!opened.ok) throw new Error(`${opened.error.message} ${opened.error.next}`);
  const { url, release } = opened.value;
  await makeTemplate(url);
  const redis = process.env['CROSSDOCK_TEST_QUEUE'] === 'redis' ? await startRedis(folder) : undefined;
  project.provide('databaseUrl', url);
  project.provide('template', TEMPLATE);
  project.provide('redisUrl', redis?.url ?? null);
  stop = async () => {
    redis?.process.kill('SIGTERM');
    await release();
    rmSync(folder, { recursive: true, force: true });
  };
}

let stop: () => Promise<void> = async () => undefined;

/** Ends what `setup` started. */
export async function teardown(): Promise<void> {
  await stop();
}

async function makeTemplate(url: string): Promise<void> {
  const admin = openDatabase({ url, max: 1, onError: () => undefined });
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const templateUrl = databaseOf(url, TEMPLATE);
  await migrate(templateUrl);
  const pool = openDatabase({ url: templateUrl, max: 1, onError: () => undefined });
  const client = await pool.connect();
  await migrateQueues(client);
  client.release();
  await pool.end();
}

/** The URL of another database on the same server. */
export function databaseOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

/** Whether a redis-server can be run here. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export type RunningRedis = { readonly url: string; readonly port: number; readonly process: ChildProcess };

/** A Redis on a free port with its files in a folder; `port` to start it again where it was. */
export async function startRedis(folder: string, port?: number): Promise<RunningRedis> {
  const chosen = port ?? (await freePort());
  const options = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  for (let tries = 0; tries < 200; tries++) {
    if (await answers(chosen)) return { url: `redis://127.0.0.1:${chosen}`, port: chosen, process: server };
    await sleep(25);
  }
  throw new Error('redis-server does not answer');
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    (error: Error) => !String(error.cause).includes('ECONNREFUSED'),
  );
}

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
