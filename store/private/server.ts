import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Account, dataArgument } from './account.ts';
import { type Cluster, movePort } from './cluster.ts';
import { removeForeignPidFile, runningPostmaster } from './postmaster.ts';
import type { StartupProblem } from './problem.ts';

/** What a server is run with: PostgreSQL's own files, whom it runs as, and its settings. */
export type ServerOptions = {
  readonly native: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
};

type Started = { readonly cluster: Cluster; readonly started: boolean };

/** How long a server may give no sign of life. One that says it is recovering is waited for as long as it takes. */
const SILENCE_MS = 60_000;
const POLL_MS = 25;
/** The processes of a server that was killed notice it and end, soon but not at once. */
const REMAINS_MS = 10_000;
const LOG_LIMIT_BYTES = 8 * 2 ** 20;
const CANNOT_CONNECT_NOW = '57P03';

export const urlOf = ({ port, password }: Cluster): string =>
  `postgres://crossdock:${password}@127.0.0.1:${port}/postgres`;

/**
 * Makes sure that a server runs on a cluster: one that was left running (its hub was killed) is adopted, else a new one
 * is started in a session of its own, so that Ctrl-C in the terminal reaches the hub and not the database. Where the
 * kept port is somebody else's by now, another is chosen, unless `keepPort` says that it is in use.
 */
export async function ensureServer(
  cluster: Cluster,
  options: ServerOptions,
  keepPort = false,
): Promise<Result<Started, StartupProblem>> {
  const adopted = await adoptServer(cluster);
  if (adopted) return adopted;
  const until = Date.now() + REMAINS_MS;
  let target = cluster;
  for (;;) {
    const started = await startServer(target, options);
    if (started.ok) return started;
    const { code } = started.error;
    if (code === 'port-taken' && !keepPort) target = await movePort(cluster);
    else if (code !== 'still-in-use') return started;
    if (Date.now() > until) return started;
    await sleep(POLL_MS);
  }
}

async function adoptServer(cluster: Cluster): Promise<Result<Started, StartupProblem> | undefined> {
  const running = runningPostmaster(cluster.folder);
  if (!running) return undefined;
  const adopted = { ...cluster, port: running.port };
  const isThere = () => runningPostmaster(cluster.folder)?.pid === running.pid;
  if (await answers(adopted, isThere)) return ok({ cluster: adopted, started: false });
  if (!isThere()) return undefined;
  return err({
    code: 'not-answering',
    message: `the private PostgreSQL runs as process ${running.pid} on port ${running.port} but does not answer`,
    next: `end it with kill -INT ${running.pid} and start again`,
  });
}

async function startServer(cluster: Cluster, options: ServerOptions): Promise<Result<Started, StartupProblem>> {
  const { folder } = cluster;
  const { account } = options;
  removeForeignPidFile(folder);
  const log = openLog(folder, account);
  const settings = Object.entries({ ...options.settings, port: String(cluster.port) });
  const child = spawn(
    join(options.native, 'bin', 'postgres'),
    ['-D', dataArgument(folder, account), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: folder,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.file, log.file],
      env: environment(),
      ...account,
    },
  );
  closeSync(log.file);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}`;
  });
  const isUp = await answers(cluster, () => ended === undefined);
  if (isUp && ended === undefined) {
    child.removeAllListeners();
    child.unref();
    return ok({ cluster, started: true });
  }
  if (ended === undefined) child.kill('SIGINT');
  return err(whyNot(log, ended));
}

/** PostgreSQL takes much from the environment (PGOPTIONS, PGDATA, LC_*): it gets none of ours but what Windows needs. */
const environment = (): NodeJS.ProcessEnv => ({
  ...(process.platform === 'win32' ? process.env : { PATH: process.env['PATH'] ?? '' }),
  LC_ALL: 'C',
  TZ: 'UTC',
});

type Log = { readonly path: string; readonly file: number; readonly start: number };

/** The server's log, with one earlier file kept; `start` is where the lines of this start begin. */
function openLog(folder: string, account: Account): Log {
  const path = join(folder, 'crossdock-postgres.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  if (account) chownSync(path, account.uid, account.gid);
  return { path, file, start: size > LOG_LIMIT_BYTES ? 0 : size };
}

function whyNot(log: Log, ended: string | undefined): StartupProblem {
  const lines = readFileSync(log.path).subarray(log.start).toString('utf8').trim().split('\n');
  const complaint = /(?:FATAL|PANIC|ERROR):\s*(.*)$/;
  const said = lines.findLast((line) => complaint.test(line));
  const has = (text: string) => lines.some((line) => line.includes(text));
  const code = () => {
    if (has('Address already in use')) return 'port-taken';
    return has('pre-existing shared memory block') ? 'still-in-use' : 'cannot-start';
  };
  const isFull = has('No space left on device');
  return {
    code: code(),
    message: `the private PostgreSQL does not start: ${(said && complaint.exec(said)?.[1]) ?? ended ?? 'it did not answer in time'}`,
    next: isFull ? 'make room on the disk and start again' : `see ${log.path}; restore a backup if the data is damaged`,
  };
}

/** Stops a server: it ends its connections, writes everything down ("fast" shutdown) and is gone when this returns. */
export async function stopServer(folder: string, { native, account }: ServerOptions): Promise<void> {
  const running = runningPostmaster(folder);
  if (!running) return;
  const stop = ['stop', '--mode=fast', '--no-wait', `--pgdata=${dataArgument(folder, account)}`];
  const ended = new Promise<void>((resolve) => {
    const options = { cwd: folder, env: environment(), stdio: 'ignore', windowsHide: true, ...account } as const;
    spawn(join(native, 'bin', 'pg_ctl'), stop, options)
      .once('error', () => resolve())
      .once('exit', () => resolve());
  });
  await ended;
  const until = Date.now() + SILENCE_MS;
  while (runningPostmaster(folder)?.pid === running.pid && Date.now() < until) await sleep(POLL_MS);
}

/** Whether the folder's own server takes a connection, asked again while `goOn` says so and it gives signs of life. */
async function answers(cluster: Cluster, goOn: () => boolean): Promise<boolean> {
  for (let until = Date.now() + SILENCE_MS; Date.now() < until; ) {
    const client = new pg.Client({ connectionString: urlOf(cluster), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      if (await isServerOf(cluster.folder, client)) return true;
    } catch (error) {
      if ((error as { code?: string }).code === CANNOT_CONNECT_NOW) until = Date.now() + SILENCE_MS;
    } finally {
      await client.end().catch(() => undefined);
    }
    if (!goOn()) return false;
    await sleep(POLL_MS);
  }
  return false;
}

/** A copy of a data directory has the port and the password of the original, whose server may be the one that answers. */
async function isServerOf(folder: string, client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid",
  );
  return rows[0]?.pid === String(runningPostmaster(folder)?.pid);
}
