import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Account } from './account.ts';
import type { StartupProblem } from './problem.ts';

/** A database folder and how to reach the server that runs on it. */
export type Cluster = { readonly folder: string; readonly port: number; readonly password: string };

const MAJOR = '18';
const ACCESS = 'crossdock.json';

/**
 * The cluster in a folder, made when there is none: beside its place and then renamed, so that half a cluster never
 * stands there. UTF-8 with the builtin C.UTF-8 locale, which sorts the same on every machine.
 */
export async function prepareCluster(
  folder: string,
  native: string,
  account: Account,
): Promise<Result<Cluster, StartupProblem>> {
  if (existsSync(folder)) return readCluster(folder);
  const partial = `${folder}.new-${process.pid}`;
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const passwordFile = join(partial, '..', `pw-${process.pid}`);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [partial, passwordFile]) chownSync(path, account.uid, account.gid);
    const made = initdb(partial, passwordFile, native, account);
    rmSync(passwordFile, { force: true });
    if (!made.ok) return made;
    writeAccess(partial, { port: await freePort(), password });
    renameSync(partial, folder);
    return readCluster(folder);
  } catch (error) {
    return err({
      code: 'cannot-create',
      message: `the database folder ${folder} cannot be made: ${(error as Error).message}`,
      next: 'make its parent writable, or choose another place with --data DIR',
    });
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function initdb(folder: string, passwordFile: string, native: string, account: Account): Result<void, StartupProblem> {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const options = [
    '-D',
    folder,
    '-U',
    'crossdock',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
  ];
  const run = spawnSync(join(native, 'bin', 'initdb'), [...options, ...locale], {
    cwd: dirname(folder),
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
    ...(account ?? {}),
  });
  if (run.status === 0) return ok(undefined);
  const last = `${run.stderr ?? ''}${run.error?.message ?? ''}`.trim().split('\n').at(-1) ?? 'no message';
  return err({
    code: 'initdb-failed',
    message: `the database could not be made: ${last}`,
    next: 'see that the disk has room, or set DATABASE_URL to a PostgreSQL of yours',
  });
}

function readCluster(folder: string): Result<Cluster, StartupProblem> {
  const damaged = (what: string): Result<never, StartupProblem> =>
    err({
      code: 'damaged-data',
      message: `the database folder ${folder} is damaged: ${what}`,
      next: 'restore a backup, or move the folder away to start with an empty database',
    });
  const version = readText(join(folder, 'PG_VERSION'))?.trim();
  if (version === undefined) return damaged('PG_VERSION is missing');
  if (version !== MAJOR) {
    return err({
      code: 'other-version',
      message: `the database folder ${folder} belongs to PostgreSQL ${version}, this hub runs ${MAJOR}`,
      next: 'dump it with the earlier version and restore it into a new folder',
    });
  }
  if (!existsSync(join(folder, 'global', 'pg_control'))) return damaged('global/pg_control is missing');
  try {
    const { port, password } = JSON.parse(readText(join(folder, ACCESS)) ?? '') as { port: number; password: string };
    if (Number.isInteger(port) && typeof password === 'string') return ok({ folder, port, password });
  } catch {
    // Told below.
  }
  return damaged(`${ACCESS} is missing or unreadable`);
}

/** Keeps a new port for a cluster whose old one is taken by somebody else. */
export async function movePort(cluster: Cluster): Promise<Cluster> {
  const moved = { ...cluster, port: await freePort() };
  writeAccess(cluster.folder, moved);
  return moved;
}

function writeAccess(folder: string, { port, password }: Omit<Cluster, 'folder'>): void {
  writeFileSync(join(folder, ACCESS), `${JSON.stringify({ port, password })}\n`, { mode: 0o600 });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
