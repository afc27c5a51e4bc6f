import type { OrderFacts } from '../../core/order/index.ts';
import type { Clock, IdSource, InboxItem, Transaction, UnitOfWork } from '../../core/ports/index.ts';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import { applyMessage, type Incoming, openBatch } from '../../core/usecases/applyIncoming.ts';
import type { Batch, Sender } from '../../core/usecases/batch.ts';
import type { Connections, LiveConnection } from '../connections.ts';
import { decodeMessage } from './decodeMessage.ts';
import { settleFault } from './settleFault.ts';

export type InboxContext = {
  readonly unitOfWork: UnitOfWork;
  readonly connections: Connections;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly random: () => number;
  /** Knows telephone numbers, for the check of orders that arrive; without it none is judged. */
  readonly isPhone?: OrderFacts['isPhone'];
  readonly onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void;
};

/** What one pass over a partition did. `busy`: another drain holds the partition. */
export type Drained = { readonly claimed: number; readonly applied: number; readonly busy: boolean };

const BATCH = 400;

/**
 * Applies what waits in one partition of the inbox, at most one batch, in one transaction: rows, events, outbox and the
 * mark that the messages are done. If that transaction fails as a whole, each of its messages is tried alone, so that
 * one bad record stops only itself.
 */
export async function applyPartition(partition: number, context: InboxContext): Promise<Drained> {
  let items: readonly InboxItem[] = [];
  try {
    return await context.unitOfWork.transaction(async (tx) => {
      if (!(await tx.lockPartition(partition))) return { claimed: 0, applied: 0, busy: true };
      items = await tx.waiting(partition, BATCH);
      if (items.length === 0) return { claimed: 0, applied: 0, busy: false };
      const applied = await applyItems(tx, items, context, 'together');
      return { claimed: items.length, applied, busy: false };
    });
  } catch (error) {
    if (items.length === 0) throw error;
    if (!(error instanceof ApartPlease)) context.onError(error, { partition, messages: items.length });
    return applyApart(partition, items, context);
  }
}

/** Thrown to leave the shared transaction: a message of several records was refused half way. */
class ApartPlease extends Error {}

async function applyApart(partition: number, items: readonly InboxItem[], context: InboxContext): Promise<Drained> {
  let applied = 0;
  for (const item of items) {
    try {
      applied += await context.unitOfWork.transaction(async (tx) => {
        if (!(await tx.lockPartition(partition))) return 0;
        const stillWaiting = await tx.isWaiting(item.id);
        return stillWaiting ? applyItems(tx, [item], context, 'alone') : 0;
      });
    } catch (error) {
      context.onError(error, { message: item.id, topic: item.topic });
      await settleCrash(item, error, context);
    }
  }
  return { claimed: items.length, applied, busy: false };
}

/** A message on which the hub itself failed: tried again later, then parked with the error for a person. */
async function settleCrash(item: InboxItem, error: unknown, context: InboxContext): Promise<void> {
  const fault = retryable('hub-error', `the hub failed on this message: ${(error as Error).message}`);
  await context.unitOfWork.transaction((tx) =>
    tx.settle([settleFault(item.id, fault, item.attempts, 'apply', context.random)]),
  );
}

async function applyItems(
  tx: Transaction,
  items: readonly InboxItem[],
  context: InboxContext,
  mode: 'together' | 'alone',
): Promise<number> {
  const { connections } = context;
  // Another process may have added the connection since this one last looked.
  if (items.some(({ connection }) => !connections.byId(connection))) await connections.reload();
  const { incoming, settle } = decodeAll(items, context);
  const now = context.clock.now();
  let batch = await openBatch(tx, incoming, context.ids, now, context.isPhone);
  const attempts = new Map(items.map((item) => [item.id, item.attempts]));
  for (const message of incoming) {
    const outcome = applyMessage(batch, message);
    if (outcome.ok) {
      if (outcome.value.outcome === 'applied') batch.applied.push(message.message);
      else batch.settled.push({ id: message.message, state: 'ignored', reason: outcome.value.reason });
      continue;
    }
    if (message.records.length > 1) {
      if (mode === 'together') throw new ApartPlease();
      batch = await openBatch(tx, [], context.ids, now);
    }
    const tried = attempts.get(message.message) ?? 0;
    batch.settled.push(settleFault(message.message, outcome.error, tried, 'apply', context.random));
  }
  settle(batch);
  await tx.save(batch.changes());
  return batch.applied.length;
}

type Decodings = { readonly incoming: readonly Incoming[]; readonly settle: (batch: Batch) => void };

function decodeAll(items: readonly InboxItem[], context: InboxContext): Decodings {
  const incoming: Incoming[] = [];
  const ended: Batch['settled'] = [];
  for (const item of items) {
    const connection = context.connections.byId(item.connection);
    if (!connection) {
      const fault = permanent('unknown-connection', 'the connection of this message was removed');
      ended.push(settleFault(item.id, fault, item.attempts, 'apply', context.random));
      continue;
    }
    const decoded = decodeMessage(item, connection);
    if (!decoded.ok)
      ended.push(settleFault(item.id, decoded.error, item.attempts, stageOf(decoded.error), context.random));
    else if (decoded.value.kind === 'ignored') {
      ended.push({ id: item.id, state: 'ignored', reason: decoded.value.reason });
    } else incoming.push({ message: item.id, sender: senderOf(connection), records: decoded.value.documents });
  }
  return { incoming, settle: (batch) => batch.settled.push(...ended) };
}

/** What a mapping refuses can be mended by another mapping; what cannot be read stays so. */
const stageOf = ({ code }: Fault): 'decode' | 'apply' => (code.startsWith('mapping-') ? 'apply' : 'decode');

function senderOf({ id, name, isStockSource }: LiveConnection): Sender {
  return { id, name, isStockSource };
}
