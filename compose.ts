import type { Check } from './boot/checks/check.ts';
import { DEFAULT_PORT } from './boot/config.ts';
import { healthServer } from './boot/healthServer.ts';
import { listen } from './boot/listen.ts';
import type { OpenHub } from './boot/openHub.ts';
import type { OpenPrivatePostgres } from './boot/postgres.ts';
import type { StartServices } from './boot/runHub.ts';
import { ok } from './core/shared/result.ts';
import { probeDatabase } from './store/probeDatabase.ts';

/** The PostgreSQL that the hub brings. */
export const openPrivate: OpenPrivatePostgres | undefined = undefined;

/** Starts what runs on the foundation in a process of this role. The only place where store, pipelines and api meet. */
export const startServices: StartServices = async (life, { config, database }, { role }) => {
  const port = config.port ?? (role === 'worker' ? undefined : DEFAULT_PORT);
  if (port === undefined) return ok({ url: undefined, remarks: [] });
  const checks = [{ name: 'database', isReady: async () => (await probeDatabase(database.url)).ok }];
  const server = await life.start('HTTP', () => listen(healthServer(checks), { host: config.host, port }));
  if (!server.ok) return server;
  return ok({ url: config.publicUrl ?? `http://${config.host}:${server.value.port}`, remarks: [] });
};

/** What doctor asks beyond the foundation. */
export const hubChecks = (_hub: OpenHub): readonly Check[] => [];
