import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { exceptionFault, isUnknownDatabase, unknownDatabase, unreadable } from './faults.ts';

const Envelope = z.union([
  z.object({ error: z.object({ message: z.string().optional(), data: z.unknown().optional() }) }),
  z.object({ result: z.unknown().default(null) }),
]);
const ErrorData = z.object({ name: z.string(), message: z.string().default('') });

/** One call of a service over JSON-RPC. Errors come with HTTP 200 and are told apart by the name of the exception. */
export async function callJsonRpc(
  baseUrl: string,
  io: ConnectorIo,
  call: {
    readonly service: 'common' | 'object';
    readonly method: string;
    readonly args: readonly unknown[];
    readonly effect: 'read' | 'write';
  },
  signal: AbortSignal,
): Promise<Result<unknown, Fault>> {
  const { service, method, args, effect } = call;
  const body = { jsonrpc: '2.0', id: 1, method: 'call', params: { service, method, args } };
  const answer = await io.http.request({ method: 'POST', url: `${baseUrl}/jsonrpc`, body, effect }, signal);
  if (!answer.ok) return answer;
  const envelope = parseWire(Envelope, answer.value.body, 'JSON-RPC answer');
  if (!envelope.ok) return effect === 'write' ? err(unreadable(envelope.error)) : envelope;
  if ('result' in envelope.value) return ok(envelope.value.result);
  const { error } = envelope.value;
  const data = ErrorData.safeParse(error.data);
  if (!data.success) return err(permanent('odoo-error', error.message ?? 'an error without a name'));
  if (isUnknownDatabase(data.data.message)) return err(unknownDatabase());
  return err(exceptionFault(data.data.name, data.data.message));
}
