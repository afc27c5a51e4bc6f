import type { DocumentName } from '../core/documents/index.ts';
import type { MessageId } from '../core/ports/index.ts';
import { applyPartition } from '../pipelines/inbox/applyInbox.ts';
import { relayOutbox } from '../pipelines/outbox/relayOutbox.ts';
import { uuidSource } from '../store/ids.ts';
import { OWN_CONNECTION, ownArrival } from './api.ts';
import { ensureOwnConnection } from './firstRun.ts';
import type { Parts, PartsOptions } from './parts.ts';
import { isPhone } from './phoneNumbers.ts';

type Taken = { readonly id: MessageId; readonly duplicate: boolean };

/**
 * Takes a canonical document in by the hub's own door and applies it in this process, so that a command sees what became
 * of it whether a hub runs beside it or not.
 */
export async function takeIn(
  parts: Parts,
  { name, subject, document }: { readonly name: DocumentName; readonly subject: string; readonly document: unknown },
  onError: PartsOptions['onError'],
): Promise<Taken> {
  if (!parts.connections.byName(OWN_CONNECTION)) {
    await ensureOwnConnection(parts.store);
    await parts.connections.reload();
  }
  const arrival = ownArrival(parts, name, subject, `cli/${uuidSource.next()}`, document);
  const taken = await parts.store.receiver.receive(arrival);
  await drainPartition(parts, arrival.partition, onError);
  return taken;
}

/** Applies what waits in one partition, and tells whom it concerns. Another process that does the same is let do it. */
export async function drainPartition(
  { store, connections, now }: Parts,
  partition: number,
  onError: PartsOptions['onError'],
): Promise<void> {
  const shared = { connections, ids: uuidSource, clock: { now }, random: Math.random, onError };
  const inbox = { ...shared, unitOfWork: store.unitOfWork, isPhone };
  while ((await applyPartition(partition, inbox)).claimed > 0);
  while ((await relayOutbox({ ...shared, transaction: store.relayTransaction })).facts > 0);
}
