import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { StartupProblem } from './problem.ts';

/** A database folder and how to reach the server that runs on it. */
export type Cluster = { readonly folder: string; readonly port: number; readonly password: string };

const MAJOR = '18';
const ACCESS = 'crossdock.json';
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** Whether a database was made in a folder; an empty folder is as good as none. */
export const hasCluster = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** Reads what a cluster's folder says of itself; `other-owner`, `other-version` or `damaged-data` when that is no use. */
export function readCluster(folder: string): Result<Cluster, StartupProblem> {
  const version = readText(join(folder, 'PG_VERSION'))?.trim();
  if (version === undefined) return damaged(folder, 'PG_VERSION is missing');
  if (version !== MAJOR) {
    if (!/^\d+(\.\d+)?$/.test(version)) return damaged(folder, 'PG_VERSION holds no version');
    return err({
      code: 'other-version',
      message: `the database folder ${folder} belongs to PostgreSQL ${version}, this hub runs ${MAJOR}`,
      next: 'dump it with the earlier version and restore it into a new folder',
    });
  }
  if (!existsSync(join(folder, 'global', 'pg_control'))) return damaged(folder, 'global/pg_control is missing');
  try {
    const { port, password } = JSON.parse(readText(join(folder, ACCESS)) ?? '') as { port: number; password: string };
    if (Number.isInteger(port) && typeof password === 'string') return ok({ folder, port, password });
  } catch {
    // Told below.
  }
  return damaged(folder, `${ACCESS} is missing or unreadable`);
}

/** Refuses a folder of another user, whom only root can stand in for; PostgreSQL would refuse it in other words. */
export function checkOwner(folder: string): Result<void, StartupProblem> {
  const mine = process.getuid?.();
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (mine === undefined || mine === 0 || owner === undefined || owner === mine) return ok(undefined);
  return err({
    code: 'other-owner',
    message: `the database folder ${folder} belongs to the user ${owner}, this is the user ${mine}`,
    next: `run as that user or as root, give the folder away with chown -R ${mine}, or choose another with --data DIR`,
  });
}

/** Keeps a new port for a cluster whose old one is taken by somebody else. */
export async function movePort(cluster: Cluster): Promise<Cluster> {
  const moved = { ...cluster, port: await freePort() };
  writeAccess(cluster.folder, moved);
  return moved;
}

/** Writes the file that tells the port and the password, readable by the owner alone; returns its path. */
export function writeAccess(folder: string, { port, password }: Omit<Cluster, 'folder'>): string {
  const path = join(folder, ACCESS);
  writeFileSync(path, `${JSON.stringify({ port, password })}\n`, { mode: 0o600 });
  return path;
}

/**
 * A TCP port of 127.0.0.1 that nobody listens on now. It is to be kept, so it lies below the ranges that systems give
 * to outgoing connections (Linux from 32768, others from 49152), where it would be taken while the hub is stopped.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function damaged(folder: string, what: string): Result<never, StartupProblem> {
  return err({
    code: 'damaged-data',
    message: `the database folder ${folder} is damaged: ${what}`,
    next: 'restore a backup, or move the folder away to start with an empty database',
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
