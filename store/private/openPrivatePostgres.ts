import { accessSync, chmodSync, chownSync, constants, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { clusterFolder, reachableBinaries, serverAccount } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { type Cluster, prepareCluster } from './cluster.ts';
import type { StartupProblem } from './problem.ts';
import { ensureServer, stopServer, urlOf } from './server.ts';
import { withStartLock } from './startLock.ts';

export type PrivatePostgres = {
  readonly url: string;
  readonly startedByUs: boolean;
  /** Lets go; the last who lets go stops the server. */
  release(): Promise<void>;
};

export type PrivatePostgresOptions = {
  readonly dataDir: string;
  /** There is one hub on a data directory; guests (commands) share its server or start it for their own time. */
  readonly role: 'hub' | 'guest';
  readonly settings?: Readonly<Record<string, string>>;
};

const HUB_LOCK = 0x1b0e;
const HOLDER = 'crossdock holder';

/** Opens the hub's own PostgreSQL below its data directory, starting or adopting the server as need be. */
export async function openPrivatePostgres(
  options: PrivatePostgresOptions,
): Promise<Result<PrivatePostgres, StartupProblem>> {
  const dataDir = resolve(options.dataDir);
  const located = locateBinaries();
  if (!located.ok) return located;
  const writable = makeWritable(dataDir);
  if (!writable.ok) return writable;
  const account = serverAccount();
  const folder = clusterFolder(dataDir, account);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const native = reachableBinaries(located.value, account);
  const lock = join(dataDir, 'postgres.lock');
  return withStartLock(lock, async () => {
    const cluster = await prepareCluster(folder, native, account);
    if (!cluster.ok) return cluster;
    if (account) chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
    const server = await ensureServer(cluster.value, native, account, options.settings ?? {});
    if (!server.ok) return server;
    return hold(server.value.cluster, server.value.started, options, lock);
  });
}

/** A holder is a connection: it is gone with its process, however that ends. */
async function hold(
  cluster: Cluster,
  startedByUs: boolean,
  { role, dataDir }: PrivatePostgresOptions,
  lock: string,
): Promise<Result<PrivatePostgres, StartupProblem>> {
  const url = urlOf(cluster);
  const holder = new pg.Client({ connectionString: url, application_name: HOLDER, keepAlive: true });
  holder.on('error', () => undefined);
  await holder.connect();
  if (role === 'hub') {
    const { rows } = await holder.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [HUB_LOCK]);
    if (rows[0]?.locked !== true) {
      await holder.end();
      return err({
        code: 'second-hub',
        message: `another hub is running on the data directory ${dataDir}`,
        next: 'stop it first, or give this one a place of its own with --data DIR',
      });
    }
  }
  return ok({ url, startedByUs, release: () => withStartLock(lock, () => letGo(holder, cluster)) });
}

async function letGo(holder: pg.Client, cluster: Cluster): Promise<void> {
  let others = 0;
  try {
    const { rows } = await holder.query<{ others: number }>(
      'select count(*)::integer as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [HOLDER],
    );
    others = rows[0]?.others ?? 0;
    await holder.end();
  } catch {
    // The server is gone or going: there is nobody else to count.
  }
  if (others === 0) await stopServer(cluster.folder);
}

function makeWritable(dataDir: string): Result<void, StartupProblem> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.W_OK);
    return ok(undefined);
  } catch (error) {
    return err({
      code: 'data-not-writable',
      message: `the data directory ${dataDir} cannot be written: ${(error as Error).message}`,
      next: 'make it writable, or choose another with --data DIR or CROSSDOCK_DATA',
    });
  }
}
