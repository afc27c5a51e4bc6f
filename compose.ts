import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './api/app.ts';
import type { Check } from './boot/checks/check.ts';
import { DEFAULT_PORT } from './boot/config.ts';
import type { Foundation } from './boot/foundation.ts';
import { healthServer } from './boot/healthServer.ts';
import type { Lifecycle } from './boot/lifecycle.ts';
import { listen } from './boot/listen.ts';
import type { OpenHub } from './boot/openHub.ts';
import { publicUrlOf } from './boot/publicUrl.ts';
import type { Role } from './boot/role.ts';
import type { StartServices } from './boot/runHub.ts';
import { VERSION } from './boot/version.ts';
import { apiContext } from './compose/api.ts';
import { connectionCheck } from './compose/connectionCheck.ts';
import { openDemo, startBuyers } from './compose/demo.ts';
import { firstRun } from './compose/firstRun.ts';
import { openParts, type Parts, type PartsOptions } from './compose/parts.ts';
import { startWork } from './compose/worker.ts';
import { ok } from './core/shared/result.ts';

/**
 * How often a shipment on its way is asked about, connections are pulled (each as its connector declares, unless one pace is
 * given for all), and lost wake-ups are looked for.
 */
type Intervals = {
  readonly trackEveryMs: number;
  readonly pullEveryMs: number | undefined;
  readonly sweepEveryMs: number;
};
const INTERVALS: Intervals = { trackEveryMs: 15 * 60_000, pullEveryMs: undefined, sweepEveryMs: 1_000 };
/** The demonstration's parcels travel in seconds. */
const DEMO_INTERVALS: Intervals = { trackEveryMs: 3_000, pullEveryMs: 2_000, sweepEveryMs: 500 };

/** Starts what runs on the foundation in a process of this role. The only place where store, pipelines and api meet. */
export const startServices: StartServices = async (life, foundation, { role, isDemo }) => {
  const onError = logged(foundation);
  const intervals = intervalsOf(foundation, isDemo);
  const parts = await life.start('parts', () => openRunningParts(foundation, intervals, onError));
  if (!parts.ok) return parts;
  // A worker shows its log to nobody: the key is made by the process that has the API.
  const firstKey = role === 'worker' ? undefined : (await firstRun(parts.value.store)).firstKey;
  await parts.value.connections.reload();
  if (role !== 'api') {
    const stop = startWork(parts.value, { ...intervals, onError });
    const work = await life.start('work', async () => ok({ value: undefined, stop }));
    if (!work.ok) return work;
  }
  const url = await serve(life, foundation, role, parts.value, onError);
  if (!url.ok) return url;
  const shown = await startDemo(life, parts.value, isDemo ? url.value : undefined);
  return shown.ok ? ok({ url: url.value, firstKey, remarks: [] }) : shown;
};

async function startDemo(life: Lifecycle, parts: Parts, url: string | undefined) {
  if (url === undefined) return ok(undefined);
  return life.start('demonstration', async () => {
    const demo = await openDemo(parts);
    const stopBuyers = startBuyers(demo, url);
    const stop = async (): Promise<void> => {
      stopBuyers();
      await demo.close();
    };
    return ok({ value: undefined, stop });
  });
}

/** The pace of the configuration, else that of the demonstration or the hub's own. */
function intervalsOf({ config }: Foundation, isDemo: boolean): Intervals {
  const own = isDemo ? DEMO_INTERVALS : INTERVALS;
  return {
    ...own,
    pullEveryMs: config.pullEveryMs ?? own.pullEveryMs,
    trackEveryMs: config.trackEveryMs ?? own.trackEveryMs,
  };
}

type OnError = PartsOptions['onError'];

/** Errors of parts that carry on by themselves: a lost connection, a job that failed. */
const logged =
  ({ log }: Foundation): OnError =>
  (error, about = {}) =>
    log.error({ ...about, err: error }, error instanceof Error ? error.message : 'failed');

async function openRunningParts(
  { config, secret, database }: Foundation,
  { trackEveryMs }: Intervals,
  onError: OnError,
) {
  const parts = await openParts({
    databaseUrl: database.url,
    redisUrl: config.redisUrl,
    secretKeys: secret.keys,
    trackEveryMs,
    connectors: config.connectors,
    onError,
  });
  return ok({ value: parts, stop: () => parts.close() });
}

/** Opens the API, or for a worker that was given a port its health. Answers the address to look at. */
async function serve(life: Lifecycle, { config }: Foundation, role: Role, parts: Parts, onError: OnError) {
  const port = config.port ?? (role === 'worker' ? undefined : DEFAULT_PORT);
  if (port === undefined) return ok(undefined);
  let open = { port };
  const publicUrl = () => publicUrlOf({ ...config, ...open });
  const context = apiContext(parts, { version: VERSION, publicUrl, admitSeconds: config.admitSeconds, onError });
  const isReady = async () => (await context.ready()).every(({ ok: holds }) => holds);
  const server =
    role === 'worker'
      ? healthServer([{ name: 'hub', isReady }])
      : (createAdaptorServer({ fetch: createApp(context).fetch }) as Server);
  const listening = await life.start('HTTP', () => listen(server, { host: config.host, port }));
  if (!listening.ok) return listening;
  open = listening.value;
  return ok(role === 'worker' ? undefined : publicUrl());
}

/** What doctor asks beyond the foundation. */
export const hubChecks = (hub: OpenHub): readonly Check[] => [connectionCheck(hub)];
