import { capabilityOf, encodeDocument, type NamedCapability, queryFor } from '../connectors/kit/capabilities.ts';
import type { Checkpoint } from '../connectors/kit/connector.ts';
import { type Fault, permanent } from '../core/shared/fault.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import { uuidSource } from '../store/ids.ts';
import type { Parts } from './parts.ts';

export type Call = {
  readonly capability: string;
  readonly input: unknown;
  /** A write is sent only when a person has said so; otherwise the answer is what would be sent. */
  readonly isConfirmed: boolean;
  /** What a write carries over there; a new one when absent. */
  readonly reference?: string | undefined;
  readonly actor: string;
  readonly signal: AbortSignal;
};

export type Called =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'sent'; readonly reference: string; readonly receipt: unknown }
  | { readonly kind: 'not-sent'; readonly wouldSend: unknown };

/**
 * Runs one capability of a connection against its live system, for integrators and support. It is in the audit log and
 * outside the journal: nothing of the hub's own work waits for it or learns of it.
 */
export async function callCapability(
  parts: Parts,
  connection: LiveConnection,
  call: Call,
): Promise<Result<Called, Fault>> {
  const found = capabilityOf(connection.connector, call.capability);
  if (!found) {
    const has = Object.keys(connection.connector.capabilities).join(', ') || 'none';
    return err(permanent('unknown-capability', `${connection.name} cannot ${call.capability}; it has ${has}`));
  }
  if (found.kind === 'write') return callWrite(parts, connection, call, found);
  await audit(parts, connection, call, {});
  const client = parts.clientFor(connection);
  if (found.kind === 'pull') {
    const { since = null, cursor = null } = (call.input ?? {}) as Partial<Checkpoint>;
    return answered(await found.pull.fetch(client, { since, cursor }, call.signal));
  }
  const query = queryFor(found.name, call.input);
  return query.ok ? answered(await found.ask.ask(client, query.value, call.signal)) : query;
}

async function callWrite(
  parts: Parts,
  connection: LiveConnection,
  call: Call,
  { write, name }: Extract<NamedCapability, { kind: 'write' }>,
): Promise<Result<Called, Fault>> {
  const encoded = encodeDocument(write, name, call.input);
  if (!encoded.ok) return encoded;
  if (!call.isConfirmed) return ok({ kind: 'not-sent', wouldSend: encoded.value });
  const reference = call.reference ?? `call-${uuidSource.next()}`;
  // Before it is sent: of a write whose answer never comes, the log must know.
  await audit(parts, connection, call, { reference });
  const key = { reference, idempotencyKey: reference };
  const receipt = await write.send(parts.clientFor(connection), encoded.value, key, call.signal);
  return receipt.ok ? ok({ kind: 'sent', reference, receipt: receipt.value }) : receipt;
}

const answered = (answer: Result<unknown, Fault>): Result<Called, Fault> =>
  answer.ok ? ok({ kind: 'answered', answer: answer.value }) : answer;

function audit({ store }: Parts, { id }: LiveConnection, { capability, actor }: Call, more: object): Promise<void> {
  const detail = { capability, ...more };
  return store.operations.audit({ actor, action: 'connection.call', subject: `connection/${id}`, detail });
}
