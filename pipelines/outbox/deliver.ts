import { WRITE_DOCUMENTS } from '../../connectors/kit/capabilities.ts';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import type {
  Clock,
  Deliveries,
  DeliveryDocument,
  DeliveryOutcome,
  DeliveryTask,
  IdSource,
  NothingToSend,
  RateBudget,
  UnitOfWork,
} from '../../core/ports/index.ts';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { landDelivery } from '../../core/usecases/landDelivery.ts';
import type { Connections, LiveConnection } from '../connections.ts';
import { attemptDelivery, stillInDoubt } from './attempt.ts';

export type DeliverContext = {
  readonly deliveries: Deliveries;
  readonly unitOfWork: UnitOfWork;
  readonly connections: Connections;
  readonly budget: RateBudget;
  readonly clientFor: (connection: LiveConnection) => unknown;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: () => number;
  readonly onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void;
  /** Ends the waiting of calls under way when the process stops; their deliveries are then in doubt. */
  readonly signal: AbortSignal;
};

/** A delivery is this process's as long as its heart beats; after a kill it is taken up again within this time. */
const LEASE_MS = 10_000;
const HEARTBEAT_MS = 3000;

/** Sends what is due to one connection, as many at once as its connector allows, until nothing is due. Answers how many. */
export async function deliverTo(id: ConnectionId, context: DeliverContext): Promise<number> {
  let attempts = 0;
  while (!context.signal.aborted) {
    const connection = context.connections.byId(id);
    if (connection?.state !== 'active') return attempts;
    const tasks = await context.deliveries.claim(id, connection.connector.manifest.pacing.concurrency, LEASE_MS);
    if (tasks.length === 0) return attempts;
    attempts += tasks.length;
    await whileBeating(tasks, context, () => Promise.all(tasks.map((task) => deliverOne(task, connection, context))));
  }
  return attempts;
}

async function whileBeating(
  tasks: readonly DeliveryTask[],
  { deliveries, onError }: DeliverContext,
  run: () => Promise<unknown>,
): Promise<void> {
  const ids = tasks.map((task) => task.id);
  const beat = (): void => void deliveries.renew(ids, LEASE_MS).catch((error: unknown) => onError(error, { ids }));
  const timer = setInterval(beat, HEARTBEAT_MS);
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
}

async function deliverOne(task: DeliveryTask, connection: LiveConnection, context: DeliverContext): Promise<void> {
  let outcome: DeliveryOutcome;
  try {
    outcome = await attempt(task, connection, context);
  } catch (error) {
    context.onError(error, { delivery: task.id, operation: task.operation, connection: connection.name });
    const fault = retryable('hub-error', `the hub failed on this delivery: ${(error as Error).message}`);
    outcome = stillInDoubt(fault, task, context.random);
  }
  if ('fault' in outcome) await heed(outcome.fault, connection, context);
  if (outcome.state === 'landed') await land(task, outcome, context);
  else await context.deliveries.settle(task, outcome);
}

async function attempt(
  task: DeliveryTask,
  connection: LiveConnection,
  context: DeliverContext,
): Promise<DeliveryOutcome> {
  if (task.operatorReceipt !== null) return { state: 'landed', receipt: task.operatorReceipt };
  const document = await context.deliveries.documentFor(task);
  if (!document.ok) return nothingToSay(task, document.error);
  const mapped = mappedOut(connection, document.value);
  if (!mapped.ok)
    return task.was === 'prepared'
      ? { state: 'refused', fault: mapped.error }
      : stillInDoubt(mapped.error, task, context.random);
  return attemptDelivery({
    task,
    connector: connection.connector,
    client: context.clientFor(connection),
    document: mapped.value,
    now: () => context.clock.now(),
    random: context.random,
    signal: context.signal,
  });
}

/** The document as the connection's mapping makes it for its system. */
function mappedOut({ mapping }: LiveConnection, delivery: DeliveryDocument): Result<DeliveryDocument, Fault> {
  if (!mapping) return ok(delivery);
  const record = { name: WRITE_DOCUMENTS[delivery.operation], document: delivery.document } as CanonicalRecord;
  const mapped = mapping.map(record, 'out');
  return mapped.ok ? ok({ ...delivery, document: mapped.value.document } as DeliveryDocument) : mapped;
}

/** What is no longer wanted is dropped, unless it may have arrived already: then a person has to look. */
function nothingToSay({ was, reference }: DeliveryTask, why: NothingToSend): DeliveryOutcome {
  if (was === 'prepared') return { state: 'superseded', ...why };
  const message = `${reference} is no longer wanted (${why.message}), and it is not known whether it had arrived; look in the other system`;
  return { state: 'needs-operator', fault: permanent('outcome-unknown', message) };
}

/** The receipt, and what follows from it here, in one transaction. Failing, the write is in doubt and is looked up again. */
async function land(
  task: DeliveryTask,
  outcome: Extract<DeliveryOutcome, { state: 'landed' }>,
  context: DeliverContext,
): Promise<void> {
  try {
    await landDelivery(context.unitOfWork, task, outcome, context.ids, context.clock.now());
  } catch (error) {
    context.onError(error, { delivery: task.id, operation: task.operation });
    const fault = retryable('hub-error', `landed, but could not be booked: ${(error as Error).message}`);
    await context.deliveries.settle(task, stillInDoubt(fault, task, context.random));
  }
}

/** What a fault means beyond its own delivery: quiet for the whole connection, or a connection to be mended. */
async function heed(fault: Fault, connection: LiveConnection, context: DeliverContext): Promise<void> {
  if (fault.kind === 'rate-limited') await context.budget.block(connection.id, Math.min(fault.retryAfterMs, 60_000));
  if (fault.kind === 'auth') await context.connections.needsAuth(connection.id, fault);
}
