import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_MS = 90_000;

export type HubProcessOptions = {
  readonly role: 'all' | 'api' | 'worker';
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** A process of the hub, started as a user starts it. */
export type HubProcess = {
  readonly pid: number;
  readonly url: string;
  readonly firstKey: string | null;
  /** What it has logged. */
  readonly log: () => string;
  /** The plug: nothing of the process runs on. */
  kill(): Promise<void>;
  stop(): Promise<number>;
};

/** Starts a hub and waits until it says that it is ready. */
export async function startHubProcess(options: HubProcessOptions): Promise<HubProcess> {
  const { role, dataDir, databaseUrl, redisUrl, port = 0, environment = {} } = options;
  const args = ['cli/crossdock.ts', 'start', '--json', '--role', role, '--data', dataDir, '--port', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
      CROSSDOCK_PULL_SECONDS: '0.5',
      CROSSDOCK_TRACK_SECONDS: '0.5',
      CROSSDOCK_SECRET_KEY: '7'.repeat(64),
      ...environment,
    },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-20_000);
  });
  const ready = await readyLine(child, () => log);
  return {
    pid: child.pid ?? 0,
    url: ready.url ?? '',
    firstKey: ready.firstKey,
    log: () => log,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code ?? -1;
    },
  };
}

type Ready = { readonly url: string | null; readonly firstKey: string | null };

function readyLine(child: ChildProcess & { stdout: NodeJS.ReadableStream }, log: () => string): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the hub is not ready: ${log()}`)), READY_MS);
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${log()}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as Ready);
    });
  });
}
