import type { Pull, PullName } from '../../connectors/kit/connector.ts';
import { pagesOf } from '../../connectors/kit/run.ts';
import { type Arrival, type Checkpoints, PARTITIONS } from '../../core/ports/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { partitionOf } from '../../core/shared/partition.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Connections, LiveConnection } from '../connections.ts';

export type PullContext = {
  readonly checkpoints: Checkpoints;
  readonly connections: Connections;
  readonly clientFor: (connection: LiveConnection) => unknown;
  readonly signal: AbortSignal;
};

export type PullRun = {
  readonly pages: number;
  readonly items: number;
  readonly fresh: number;
  readonly partitions: readonly number[];
};

const NOTHING: PullRun = { pages: 0, items: 0, fresh: 0, partitions: [] };
const encoder = new TextEncoder();

/**
 * Reads what changed on one connection since its checkpoint, page by page. Each page and the checkpoint behind it are
 * stored together, so a run that dies goes on where it was; items that come twice are recognised by their message id. A
 * run that is stopped ends where it is, which is no fault.
 */
export async function runPull(
  id: ConnectionId,
  capability: PullName,
  context: PullContext,
): Promise<Result<PullRun, Fault>> {
  const connection = context.connections.byId(id);
  const pull = connection?.connector.capabilities[capability];
  if (connection?.state !== 'active' || !pull) return ok(NOTHING);
  const client = context.clientFor(connection);
  const from = await context.checkpoints.load(id, capability);
  let run = NOTHING;
  for await (const page of pagesOf(pull, client, from, context.signal)) {
    if (!page.ok && context.signal.aborted) return ok(run);
    if (!page.ok) return failed(id, capability, page.error, context);
    const arrivals = arrivalsOf(connection, pull, page.value.items);
    if (!arrivals.ok) return failed(id, capability, arrivals.error, context);
    const { checkpoint, more } = page.value;
    const fresh = await context.checkpoints.savePage(id, capability, arrivals.value, checkpoint, !more);
    run = {
      pages: run.pages + 1,
      items: run.items + arrivals.value.length,
      fresh: run.fresh + fresh,
      partitions: [...new Set([...run.partitions, ...arrivals.value.map(({ partition }) => partition)])],
    };
  }
  return ok(run);
}

function arrivalsOf(
  connection: LiveConnection,
  pull: Pull<unknown>,
  items: readonly unknown[],
): Result<readonly Arrival[], Fault> {
  const arrivals: Arrival[] = [];
  for (const item of items) {
    const name = pull.identify(item);
    if (!name.ok) return name;
    arrivals.push({
      connection: connection.id,
      messageId: `${pull.topic}/${name.value.messageId}`,
      topic: pull.topic,
      subject: name.value.subject,
      correlation: name.value.correlation,
      origin: 'pull',
      body: encoder.encode(JSON.stringify(item)),
      partition: partitionOf(connection.id, name.value.subject, PARTITIONS),
      lane: 'live',
    });
  }
  return ok(arrivals);
}

async function failed(
  id: ConnectionId,
  capability: PullName,
  fault: Fault,
  { checkpoints, connections }: PullContext,
): Promise<Result<PullRun, Fault>> {
  await checkpoints.saveFault(id, capability, fault);
  if (fault.kind === 'auth') await connections.needsAuth(id, fault);
  return err(fault);
}
