import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Account } from './account.ts';
import { type Cluster, movePort } from './cluster.ts';
import type { StartupProblem } from './problem.ts';

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 25;

export const urlOf = ({ port, password }: Cluster): string =>
  `postgres://crossdock:${password}@127.0.0.1:${port}/postgres`;

/**
 * Makes sure that a server runs on a cluster: one that was left running (its hub was killed) is adopted, else a new one
 * is started in a session of its own, so that Ctrl-C in the terminal reaches the hub and not the database.
 */
export async function ensureServer(
  cluster: Cluster,
  native: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<Result<{ readonly cluster: Cluster; readonly started: boolean }, StartupProblem>> {
  const running = runningServer(cluster.folder);
  if (running) {
    const adopted = { ...cluster, port: running.port };
    if (await answers(adopted, START_TIMEOUT_MS, () => isAlive(running.pid)))
      return ok({ cluster: adopted, started: false });
  }
  const first = await startServer(cluster, native, account, settings);
  if (first.ok || first.error.code !== 'port-taken') return first;
  return startServer(await movePort(cluster), native, account, settings);
}

async function startServer(
  cluster: Cluster,
  native: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<Result<{ readonly cluster: Cluster; readonly started: boolean }, StartupProblem>> {
  const logPath = join(cluster.folder, 'crossdock-postgres.log');
  const log = openSync(logPath, 'a', 0o600);
  if (account) chownSync(logPath, account.uid, account.gid);
  const args = Object.entries({ ...defaults(), ...settings, port: String(cluster.port) }).flatMap(([k, v]) => [
    '-c',
    `${k}=${v}`,
  ]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster.folder, ...args], {
    cwd: cluster.folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(account ?? {}),
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code) => {
    ended = `it ended with code ${code}`;
  });
  const isUp = await answers(cluster, START_TIMEOUT_MS, () => ended === undefined);
  child.removeAllListeners();
  child.unref();
  return isUp ? ok({ cluster, started: true }) : err(whyNot(logPath, ended));
}

/** For a small machine that also runs the hub. What was acknowledged is on disk: fsync and synchronous_commit stay on. */
function defaults(): Readonly<Record<string, string>> {
  const megabytes = Math.min(1024, Math.max(128, Math.round(totalmem() / 2 ** 20 / 16)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: `${megabytes}MB`,
    effective_cache_size: `${megabytes * 4}MB`,
    jit: 'off',
    wal_compression: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    log_checkpoints: 'off',
    cluster_name: 'crossdock',
  };
}

function whyNot(logPath: string, ended: string | undefined): StartupProblem {
  const lines = readFileSync(logPath, 'utf8').trim().split('\n').slice(-30);
  const said = lines.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
  const isTaken = lines.some((line) => line.includes('Address already in use'));
  return {
    code: isTaken ? 'port-taken' : 'cannot-start',
    message: `the private PostgreSQL does not start: ${said ?? ended ?? 'it did not answer in time'}`,
    next: `see ${logPath}; restore a backup if the data is damaged`,
  };
}

/** Stops a server as `pg_ctl stop -m fast` does, and waits until it is gone. */
export async function stopServer(folder: string): Promise<void> {
  const running = runningServer(folder);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  for (let waited = 0; isAlive(running.pid) && waited < START_TIMEOUT_MS; waited += POLL_MS) await sleep(POLL_MS);
}

/** The server that says it runs on a folder, if its process is there. */
export function runningServer(folder: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const server = { pid: Number(pid), port: Number(port) };
    return server.pid > 0 && server.port > 0 && isAlive(server.pid) ? server : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(cluster: Cluster, timeoutMs: number, goOn: () => boolean): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const client = new pg.Client({ connectionString: urlOf(cluster), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await client.end().catch(() => undefined);
    }
    if (!goOn()) return false;
    await sleep(POLL_MS);
  }
  return false;
}
