import { ok, type Result } from '../core/shared/result.ts';
import { type Foundation, type FoundationOptions, startFoundation } from './foundation.ts';
import { openLifecycle } from './lifecycle.ts';
import type { Problem } from './problem.ts';

/** The hub of a data directory as a command uses it, whether it runs at the moment or not. */
export type OpenHub = Foundation & { close(): Promise<void> };

export type OpenHubOptions = Omit<FoundationOptions, 'role'> & { readonly signal: AbortSignal };

/**
 * Opens the database of the hub for one command: the one of DATABASE_URL, that of the running hub, or the private
 * PostgreSQL, started until `close`.
 */
export async function openHub(options: OpenHubOptions): Promise<Result<OpenHub, Problem>> {
  const life = openLifecycle(options);
  const foundation = await startFoundation(life, { ...options, role: 'guest' });
  if (!foundation.ok) {
    await life.stop();
    return foundation;
  }
  return ok({ ...foundation.value, close: async () => void (await life.stop()) });
}
