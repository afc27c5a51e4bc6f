import { once } from 'node:events';
import { ok, type Result } from '../core/shared/result.ts';
import { type Foundation, type FoundationOptions, startFoundation } from './foundation.ts';
import { type Lifecycle, openLifecycle } from './lifecycle.ts';
import type { Problem } from './problem.ts';
import type { Role } from './role.ts';

export type ServiceOptions = { readonly role: Role; readonly isDemo: boolean };
/** What runs on the foundation: where it answers, and what else its operator should read once. */
export type Services = {
  readonly url: string | undefined;
  /** The key of the first administrator, when it was made just now: it cannot be shown again. */
  readonly firstKey: string | undefined;
  readonly remarks: readonly string[];
};
export type StartServices = (
  life: Lifecycle,
  foundation: Foundation,
  options: ServiceOptions,
) => Promise<Result<Services, Problem>>;

export type HubReport = { readonly foundation: Foundation; readonly services: Services; readonly ms: number };

export type HubOptions = Omit<FoundationOptions, 'role' | 'schema'> &
  ServiceOptions & {
    /** Aborts to end the hub. */
    readonly signal: AbortSignal;
    readonly startServices: StartServices;
    /** Called once, when everything has started. */
    readonly onReady: (report: HubReport) => void;
    /** Called once, when the hub begins to stop. */
    readonly onStopping: () => void;
  };

/**
 * Runs a hub until its signal aborts, then stops its parts newest first. Answers the names of parts that did not stop
 * well, or the problem that kept it from starting; either way nothing of it runs any more.
 */
export async function runHub(options: HubOptions): Promise<Result<readonly string[], Problem>> {
  const { log, signal } = options;
  const life = openLifecycle({ log, signal });
  const begun = performance.now();
  const started = await startParts(life, options);
  if (!started.ok) {
    await life.stop();
    return started;
  }
  options.onReady({ ...started.value, ms: Math.round(performance.now() - begun) });
  if (!signal.aborted) await once(signal, 'abort');
  options.onStopping();
  return ok(await life.stop());
}

async function startParts(life: Lifecycle, options: HubOptions): Promise<Result<Omit<HubReport, 'ms'>, Problem>> {
  // A worker beside an api process of the same data directory shares its PostgreSQL.
  const role = options.role === 'worker' ? 'guest' : 'hub';
  const foundation = await startFoundation(life, { ...options, role, schema: 'update' });
  if (!foundation.ok) return foundation;
  const services = await options.startServices(life, foundation.value, options);
  return services.ok ? ok({ foundation: foundation.value, services: services.value }) : services;
}
