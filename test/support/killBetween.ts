import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { type FaultProxy, openFaultProxy } from '../../connectors/kit/conformance/faultProxy.ts';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { openHub, type TestHub } from './hub.ts';
import { type HubProcess, startHubProcess } from './processes.ts';

/**
 * A hub whose worker is a process that can be killed. Its API runs here and listens at `url`, so that a shop can send
 * its webhooks there.
 */
export type KillableHub = {
  readonly hub: TestHub;
  readonly url: string;
  /** Adds a connection to a simulator by way of a proxy that can keep an answer back. Answers that proxy and its id. */
  connect(name: string, connector: string, simulator: Simulator, settings?: object): Promise<Connected>;
  /** Ends the worker with SIGKILL when each moment's write is carried out over there and not marked here, and starts another. */
  killBetween(moments: readonly Moment[]): Promise<void>;
  close(): Promise<void>;
};

export type Connected = { readonly id: string; readonly proxy: FaultProxy };

/**
 * A write to be struck: the first request that has `match` in its "METHOD path body" is carried out over there, and its
 * answer never comes.
 */
export type Moment = {
  readonly proxy: FaultProxy;
  readonly match: string;
  /** What makes the hub write. */
  readonly begin: () => Promise<unknown>;
};

const HELD_MS = 30_000;

/** What was sent and not marked, made free as it is after the time for which the killed process had taken it. */
const TAKEN_BY_KILLED = `
  update delivery set leased_until = clock_timestamp()
  where state in ('sent', 'in-doubt') and leased_until > clock_timestamp()`;

/** Opens the hub on a database of its own. */
export async function openKillable(databaseUrl: string, redisUrl: string | undefined): Promise<KillableHub> {
  const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-kill-'));
  const hub = await openHub({ databaseUrl, redisUrl, withWorker: false });
  const { server, url } = await served(hub);
  // The key that the API of these tests seals credentials with.
  const environment = { CROSSDOCK_SECRET_KEY: '07'.repeat(32) };
  const start = (): Promise<HubProcess> =>
    startHubProcess({ role: 'worker', dataDir, databaseUrl, redisUrl, environment });
  let worker = await start();
  const proxies: FaultProxy[] = [];
  return {
    hub,
    url,
    async connect(name, connector, simulator, settings = {}) {
      const proxy = await openFaultProxy(simulator.url);
      proxies.push(proxy);
      const entered = JSON.stringify({ ...simulator.settings, ...settings }).replaceAll(simulator.url, proxy.url);
      const { status, body } = await hub.post('/api/v1/connections', {
        ...{ name, connector },
        settings: JSON.parse(entered) as object,
      });
      if (status >= 300) throw new Error(`connection ${name}: ${status} ${JSON.stringify(body)}`);
      return { id: String((body as { id: string }).id), proxy };
    },
    async killBetween(moments) {
      if (new Set(moments.map(({ proxy }) => proxy)).size < moments.length) {
        throw new Error('a connection that waits for one answer sends nothing else: one moment for each');
      }
      for (const moment of moments) await held(moment).catch(withLog(() => worker.log()));
      await worker.kill();
      const { rowCount } = await hub.parts.store.pool.query(TAKEN_BY_KILLED);
      if (rowCount !== moments.length)
        throw new Error(`${rowCount} of ${moments.length} writes were without their mark`);
      worker = await start();
    },
    async close() {
      await worker.stop();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the request of a moment was carried out and its answer kept back. */
async function held({ proxy, match, begin }: Moment): Promise<void> {
  const answerKept = new Promise<void>((resolve) => {
    proxy.plan({ kind: 'silent', match, times: 1, held: resolve });
  });
  await begin();
  const late = sleep(HELD_MS, 'late' as const, { ref: false });
  if ((await Promise.race([answerKept, late])) === 'late') throw new Error(`no request with ${match} was made`);
}

const withLog =
  (log: () => string) =>
  (error: Error): never => {
    throw new Error(`${error.message}\n${log().slice(-3000)}`);
  };

type Listening = { readonly server: ReturnType<typeof serve>; readonly url: string };

async function served(hub: TestHub): Promise<Listening> {
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    return hub.request(pathname + search, {
      ...{ method: request.method, headers: request.headers },
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    });
  };
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
