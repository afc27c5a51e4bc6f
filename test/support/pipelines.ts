import type { Parts } from '../../compose/parts.ts';
import { PARTITIONS } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { applyPartition } from '../../pipelines/inbox/applyInbox.ts';
import { deliverTo } from '../../pipelines/outbox/deliver.ts';
import { relayOutbox } from '../../pipelines/outbox/relayOutbox.ts';
import { uuidSource } from '../../store/ids.ts';

const fail = (error: unknown): never => {
  throw error;
};

/** Takes the steps of a worker by hand until inbox and outbox are empty; with `delivering`, what is due there is sent. */
export async function drained(parts: Parts, { delivering }: { delivering?: ConnectionId } = {}): Promise<void> {
  const { store, connections, clientFor, now } = parts;
  const shared = { connections, ids: uuidSource, clock: { now }, random: () => 0.5, onError: fail };
  const inbox = { ...shared, unitOfWork: store.unitOfWork };
  for (let busy = true; busy; ) {
    busy = false;
    for (let partition = 0; partition < PARTITIONS; partition++) {
      if ((await applyPartition(partition, inbox)).claimed > 0) busy = true;
    }
    const { facts } = await relayOutbox({ ...shared, transaction: store.relayTransaction });
    if (facts > 0) busy = true;
    if (delivering && (await deliverTo(delivering, deliverContext(parts, shared, clientFor))) > 0) busy = true;
  }
}

function deliverContext(
  { store }: Parts,
  shared: Pick<Parameters<typeof deliverTo>[1], 'connections' | 'ids' | 'clock' | 'random' | 'onError'>,
  clientFor: Parts['clientFor'],
): Parameters<typeof deliverTo>[1] {
  const { deliveries, unitOfWork, budget } = store;
  return { ...shared, clientFor, deliveries, unitOfWork, budget, signal: new AbortController().signal };
}
