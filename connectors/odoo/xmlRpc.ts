import type { Fault } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { decodeAnswer, encodeCall } from '../kit/xmlRpcCodec.ts';
import { isReturnedNothing, unreadable, xmlRpcFault } from './faults.ts';

/**
 * One call over XML-RPC. Faults come with HTTP 200; the one that says that nothing cannot be written comes after the
 * commit and is the answer null, so that the caller reads the record again instead of writing a second time.
 */
export async function callXmlRpc(
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
  const answer = await io.http.request(
    {
      method: 'POST',
      url: `${baseUrl}/xmlrpc/2/${call.service}`,
      headers: { 'Content-Type': 'text/xml', Accept: 'text/xml' },
      body: encodeCall(call.method, call.args),
      effect: call.effect,
      responseType: 'text',
    },
    signal,
  );
  if (!answer.ok) return answer;
  const decoded = decodeAnswer(String(answer.value.body));
  if (!decoded.ok) return call.effect === 'write' ? err(unreadable(decoded.error)) : decoded;
  if (decoded.value.kind === 'value') return ok(decoded.value.value);
  const { code, text } = decoded.value;
  return isReturnedNothing(text) ? ok(null) : err(xmlRpcFault(code, text));
}
