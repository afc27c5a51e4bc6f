import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Postmaster, runningPostmaster } from '../../store/private/postmaster.ts';

export type Told = {
  readonly ok: boolean;
  readonly url: string;
  readonly startedByUs: boolean;
  readonly ms: number;
  readonly error?: { readonly code: string; readonly message: string; readonly next: string };
};
export type Holder = { readonly told: Told; readonly process: ChildProcess };
export type As = { readonly uid: number; readonly gid: number };

export const isRoot = process.getuid?.() === 0;
export const NOBODY: As = { uid: 65534, gid: 65534 };
export const HOLDER_SCRIPT = join(import.meta.dirname, 'privateHolder.ts');
const folders: string[] = [];
const holders: ChildProcess[] = [];

/** A data directory that is not there yet, in a folder that `endAll` removes. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-private-'));
  folders.push(folder);
  return join(folder, 'data');
}

/** Where a data directory keeps its database. */
export const clusterOf = (dataDir: string): string => join(dataDir, 'postgres');

/** The server that runs on a data directory, if one does. */
export const postmasterOf = (dataDir: string): Postmaster | undefined => runningPostmaster(clusterOf(dataDir));

/** Opens the private PostgreSQL of a data directory in a process of its own. */
export async function open(dataDir: string, role: 'hub' | 'guest', as?: As): Promise<Holder> {
  const child = spawn(process.execPath, [HOLDER_SCRIPT, dataDir, role], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  });
  holders.push(child);
  let line = '';
  for await (const chunk of child.stdout ?? []) {
    line += String(chunk);
    if (line.endsWith('\n')) break;
  }
  return { told: JSON.parse(line) as Told, process: child };
}

/** Copies a data directory of which no server runs, with the owners of what is in it. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  if (!isRoot) return;
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const { uid, gid } = statSync(join(from, name));
    chownSync(join(to, name), uid, gid);
  }
}

/** Ends a holder and gives its exit code, null when the signal ended it. */
export async function end(holder: Holder, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const { process: child } = holder;
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** Asks a server something on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Asks until there is an answer and no error, for 10 s. */
export async function eventually<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await Promise.resolve(find()).catch(() => undefined);
    if (found !== undefined) return found;
    await sleep(25);
  }
  throw new Error('it did not happen in 10 s');
}

/** Ends what a test has started and removes its folders; for `afterEach`. */
export async function endAll(): Promise<void> {
  for (const child of holders.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    const running = postmasterOf(join(folder, 'data'));
    if (running) process.kill(running.pid, 'SIGQUIT');
    await eventually(() => (postmasterOf(join(folder, 'data')) ? undefined : true));
    rmSync(folder, { recursive: true, force: true });
  }
}
