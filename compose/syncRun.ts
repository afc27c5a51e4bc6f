import { PULL_NAMES, type PullName } from '../connectors/kit/connector.ts';
import { type Fault, permanent } from '../core/shared/fault.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import { type PullRun, runPull } from '../pipelines/pull/runPull.ts';
import type { Parts, PartsOptions } from './parts.ts';
import { drainPartition } from './takeIn.ts';

export type SyncRun = { readonly capability: PullName } & (
  | (Pick<PullRun, 'pages' | 'items' | 'fresh'> & { readonly fault: null })
  | { readonly fault: Fault }
);

/**
 * Reads what changed on a connection since its checkpoints, by one capability or by all that it has, and applies what is
 * new in this process. `isFromStart` forgets the checkpoints first: everything is read, and what is known changes nothing.
 */
export async function runSync(
  parts: Parts,
  connection: LiveConnection,
  { capability, isFromStart, signal }: { capability: PullName | undefined; isFromStart: boolean; signal: AbortSignal },
  onError: PartsOptions['onError'],
): Promise<Result<readonly SyncRun[], Fault>> {
  const { store, connections, clientFor } = parts;
  if (connection.state !== 'active') {
    return err(permanent('not-active', `the connection ${connection.name} is ${connection.state}`));
  }
  const has = PULL_NAMES.filter((name) => connection.connector.capabilities[name]);
  const wanted = capability === undefined ? has : has.filter((name) => name === capability);
  if (wanted.length === 0) return err(permanent('no-capability', `${connection.name} has nothing that can be read so`));
  const context = { checkpoints: store.checkpoints, connections, clientFor, signal };
  const runs: SyncRun[] = [];
  for (const name of wanted) {
    if (isFromStart) await store.checkpoints.forget(connection.id, name);
    const run = await runPull(connection.id, name, context);
    if (!run.ok) {
      runs.push({ capability: name, fault: run.error });
      continue;
    }
    for (const partition of run.value.partitions) await drainPartition(parts, partition, onError);
    const { pages, items, fresh } = run.value;
    runs.push({ capability: name, pages, items, fresh, fault: null });
  }
  return ok(runs);
}
