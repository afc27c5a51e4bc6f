import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Account, dataArgument } from './account.ts';
import { freePort, writeAccess } from './cluster.ts';
import type { StartupProblem } from './problem.ts';

/**
 * Makes a cluster: beside its place and then renamed, so that half a cluster never stands there. UTF-8 with the builtin
 * C.UTF-8 locale, which sorts the same on every machine; access by password only.
 */
export async function makeCluster(
  folder: string,
  native: string,
  account: Account,
): Promise<Result<void, StartupProblem>> {
  const partial = `${folder}.new-${process.pid}`;
  const passwordFile = `${partial}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [partial, passwordFile]) chownSync(path, account.uid, account.gid);
    const made = initdb(partial, passwordFile, native, account);
    if (!made.ok) return made;
    const access = writeAccess(partial, { port: await freePort(), password });
    if (account) chownSync(access, account.uid, account.gid);
    renameSync(partial, folder);
    return ok(undefined);
  } finally {
    for (const path of [partial, passwordFile]) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Removes what a process that was killed while it made a cluster has left. The caller has the lock, so nobody makes one
 * now; but an initdb without its parent may still be writing, and what it keeps is removed another time.
 */
export function removeLeftovers(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(`${basename(folder)}.new-`))) {
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Nothing depends on it.
    }
  }
}

function initdb(folder: string, passwordFile: string, native: string, account: Account): Result<void, StartupProblem> {
  const isWindows = process.platform === 'win32';
  const options = [
    `--pgdata=${dataArgument(folder, account)}`,
    '--username=crossdock',
    '--auth=scram-sha-256',
    // Handed over as an open file: the account may be unable to walk down to it.
    `--pwfile=${isWindows ? passwordFile : '/dev/stdin'}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
  const input = openSync(passwordFile, 'r');
  const run = spawnSync(join(native, 'bin', 'initdb'), options, {
    cwd: folder,
    env: { ...(isWindows ? process.env : { PATH: process.env['PATH'] ?? '' }), LC_ALL: 'C', TZ: 'UTC' },
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
    windowsHide: true,
    ...account,
  });
  closeSync(input);
  if (run.status === 0) return ok(undefined);
  return err({
    code: 'initdb-failed',
    message: `the database in ${folder} could not be made: ${reasonOf(run.stderr) ?? run.error?.message ?? 'no reason given'}`,
    next: 'see that the disk has room, or set DATABASE_URL to a PostgreSQL of yours',
  });
}

/** The first complaint among what initdb wrote, whose last line only says that it cleaned up. */
function reasonOf(stderr: string | null): string | undefined {
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /(fatal|panic|error):/i.test(line)) ?? lines[0];
}
