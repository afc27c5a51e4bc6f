import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { reachableBinaries, serverAccount } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { type Cluster, checkOwner, hasCluster, readCluster } from './cluster.ts';
import { keepHold, letGo, takeHold } from './holder.ts';
import { makeCluster, removeLeftovers } from './makeCluster.ts';
import type { StartupProblem } from './problem.ts';
import { ensureServer, type ServerOptions, stopServer, urlOf } from './server.ts';
import { serverSettings } from './settings.ts';
import { withStartLock } from './startLock.ts';

export type PrivatePostgres = {
  /** Stays the same until released, also when the server had to be started again. */
  readonly url: string;
  readonly startedByUs: boolean;
  /** Lets go; the last who lets go stops the server. */
  release(): Promise<void>;
};

export type PrivatePostgresOptions = {
  readonly dataDir: string;
  /** There is one hub on a data directory; guests (commands) share its server or start it for their own time. */
  readonly role: 'hub' | 'guest';
  /** PostgreSQL settings other than the hub's own, for tests; a server that runs already keeps its own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what takes time, in a sentence. */
  readonly log?: (message: string) => void;
};

/**
 * Opens the hub's own PostgreSQL in `postgres/` below its data directory: made when there is none, started when it does
 * not run, adopted when a killed hub has left it running, started again when it dies while it is held. It listens on
 * 127.0.0.1 alone, on a port and with a password that are kept in the folder, readable by its owner. Root runs it as
 * the folder's owner, `postgres` or `nobody`, because PostgreSQL refuses root.
 */
export async function openPrivatePostgres(
  options: PrivatePostgresOptions,
): Promise<Result<PrivatePostgres, StartupProblem>> {
  const dataDir = resolve(options.dataDir);
  const lock = join(dataDir, 'postgres.lock');
  const located = locateBinaries();
  if (!located.ok) return located;
  const writable = makeWritable(dataDir, lock);
  if (!writable.ok) return writable;
  try {
    return await withStartLock(lock, () => open(join(dataDir, 'postgres'), located.value, lock, options));
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return err({
      code: 'cannot-open',
      message: `the private PostgreSQL below ${dataDir} cannot be opened: ${message}`,
      next: 'see that the disk has room and the folder is yours, or choose another with --data DIR',
    });
  }
}

async function open(
  folder: string,
  binaries: string,
  lock: string,
  { role, settings, log }: PrivatePostgresOptions,
): Promise<Result<PrivatePostgres, StartupProblem>> {
  const owned = checkOwner(folder);
  if (!owned.ok) return owned;
  const account = serverAccount(folder);
  const native = reachableBinaries(binaries, account);
  const server = { native, account, settings: { ...serverSettings(), ...settings } };
  removeLeftovers(folder);
  if (!hasCluster(folder)) {
    log?.(`making a database in ${folder}`);
    const made = await makeCluster(folder, native, account);
    if (!made.ok) return made;
  }
  const cluster = readCluster(folder);
  if (!cluster.ok) return cluster;
  chmodSync(folder, 0o700);
  const ensured = await ensureServer(cluster.value, server);
  if (!ensured.ok) return ensured;
  return hold(ensured.value, server, lock, role, log);
}

async function hold(
  { cluster, started }: { readonly cluster: Cluster; readonly started: boolean },
  server: ServerOptions,
  lock: string,
  role: 'hub' | 'guest',
  log: PrivatePostgresOptions['log'],
): Promise<Result<PrivatePostgres, StartupProblem>> {
  const url = urlOf(cluster);
  const taken = await takeHold(url, role, dirname(lock));
  if (!taken.ok) return taken;
  const kept = keepHold(taken.value, () =>
    withStartLock(lock, async () => {
      log?.('the connection to the private PostgreSQL was lost; seeing to it');
      const again = await ensureServer(cluster, server, true);
      return again.ok ? takeHold(url, role, dirname(lock)) : again;
    }),
  );
  let released: Promise<void> | undefined;
  const release = async () => {
    const client = await kept.end();
    await withStartLock(lock, async () => {
      if ((await letGo(client, url)) === 0) await stopServer(cluster.folder, server);
    });
  };
  return ok({
    url,
    startedByUs: started,
    release: () => {
      released ??= release();
      return released;
    },
  });
}

function makeWritable(dataDir: string, lock: string): Result<void, StartupProblem> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    if (existsSync(lock)) accessSync(lock, constants.R_OK | constants.W_OK);
    return ok(undefined);
  } catch (error) {
    return err({
      code: 'data-not-writable',
      message: `the data directory ${dataDir} cannot be written: ${(error as Error).message}`,
      next: 'make it writable, or choose another with --data DIR or CROSSDOCK_DATA',
    });
  }
}
