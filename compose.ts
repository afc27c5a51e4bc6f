import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './api/app.ts';
import type { Check } from './boot/checks/check.ts';
import { DEFAULT_PORT } from './boot/config.ts';
import type { Foundation } from './boot/foundation.ts';
import { healthServer } from './boot/healthServer.ts';
import type { Lifecycle, Started } from './boot/lifecycle.ts';
import { listen } from './boot/listen.ts';
import type { OpenHub } from './boot/openHub.ts';
import type { OpenPrivatePostgres } from './boot/postgres.ts';
import type { Role } from './boot/role.ts';
import type { StartServices } from './boot/runHub.ts';
import { apiContext } from './compose/api.ts';
import { firstRun } from './compose/firstRun.ts';
import { openParts, type Parts } from './compose/parts.ts';
import { startWork } from './compose/worker.ts';
import { ok } from './core/shared/result.ts';
import { openPrivatePostgres } from './store/private/openPrivatePostgres.ts';
import { probeDatabase } from './store/probeDatabase.ts';

/** The PostgreSQL that the hub brings. */
export const openPrivate: OpenPrivatePostgres = ({ dataDir, role }) => openPrivatePostgres({ dataDir, role });

const PACE = { trackEveryMs: 30_000, pullEveryMs: 10_000, sweepEveryMs: 1000 };
/** The demonstration's parcels travel in seconds. */
const DEMO_PACE = { trackEveryMs: 3000, pullEveryMs: 2000, sweepEveryMs: 500 };

/** Starts what runs on the foundation in a process of this role. The only place where store, pipelines and api meet. */
export const startServices: StartServices = async (life, foundation, { role, isDemo }) => {
  const pace = isDemo ? DEMO_PACE : PACE;
  const parts = await life.start('hub', () => startParts(foundation, pace.trackEveryMs));
  if (!parts.ok) return parts;
  const first = role === 'worker' ? undefined : (await firstRun(parts.value.store)).firstKey;
  await parts.value.connections.reload();
  if (role !== 'api') {
    const work = await life.start('jobs', () => startJobs(parts.value, foundation, pace));
    if (!work.ok) return work;
  }
  return startHttp(life, foundation, { role, parts: parts.value, first });
};

type HttpOptions = { readonly role: Role; readonly parts: Parts; readonly first: string | undefined };

async function startHttp(life: Lifecycle, foundation: Foundation, { role, parts, first }: HttpOptions) {
  const { host, port = role === 'worker' ? undefined : DEFAULT_PORT, publicUrl } = foundation.config;
  if (port === undefined) return ok({ url: undefined, remarks: [] });
  const server = role === 'worker' ? healthServer(checksOf(foundation)) : apiServer(parts, foundation);
  const listening = await life.start('HTTP', () => listen(server, { host, port }));
  if (!listening.ok) return listening;
  const url = publicUrl ?? `http://${host}:${listening.value.port}`;
  return ok({ url, remarks: first ? keyRemarks(first, url) : [] });
}

async function startParts(foundation: Foundation, trackEveryMs: number): Started<Parts> {
  const { config, database, secret, log } = foundation;
  const parts = await openParts({
    databaseUrl: database.url,
    redisUrl: config.redisUrl,
    secretKeys: secret.keys,
    trackEveryMs,
    onError: onErrorOf(log),
  });
  return ok({ value: parts, stop: () => parts.close() });
}

async function startJobs(parts: Parts, { log }: Foundation, pace: typeof PACE): Started<void> {
  return ok({ value: undefined, stop: startWork(parts, { ...pace, onError: onErrorOf(log) }) });
}

const onErrorOf =
  (log: Foundation['log']) =>
  (error: unknown, about: Readonly<Record<string, unknown>> = {}): void =>
    log.error({ ...about, err: error }, 'something failed; it is tried again');

function apiServer(parts: Parts, { log }: Foundation) {
  const app = createApp(apiContext(parts, { version: VERSION, onError: onErrorOf(log) }));
  return createAdaptorServer({ fetch: app.fetch }) as ReturnType<typeof healthServer>;
}

const VERSION: string = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')).version;

const checksOf = ({ database }: Foundation) => [
  { name: 'database', isReady: async () => (await probeDatabase(database.url)).ok },
];

const keyRemarks = (key: string, url: string): readonly string[] => [
  `The first administrator key, shown once: ${key}`,
  `Open ${url}/#key=${key} to see the hub.`,
];

/** What doctor asks beyond the foundation. */
export const hubChecks = (_hub: OpenHub): readonly Check[] => [];
