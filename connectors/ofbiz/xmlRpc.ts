import { permanent } from '../../core/shared/fault.ts';
import { err } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { decodeAnswer, encodeCall } from '../kit/xmlRpcCodec.ts';
import { answerOrRefusal, refusal, unreadable } from './faults.ts';
import { DecimalParam, type Param, type Params, RecordParam, TimeParam } from './params.ts';
import type { OfbizSettings } from './settings.ts';
import type { Transport } from './transport.ts';

/** The XML-RPC handler: the service is the method, its attributes and the login are one struct. */
export function xmlRpc({ username, password }: OfbizSettings, io: ConnectorIo): Transport {
  return async ({ service, params, effect }, signal) => {
    const login = { 'login.username': username, 'login.password': password };
    const answer = await io.http.request(
      {
        method: 'POST',
        url: '/webtools/control/xmlrpc',
        headers: { 'Content-Type': 'text/xml', Accept: 'text/xml' },
        body: encodeCall(service, [{ ...structOf(params), ...login }]),
        effect,
        responseType: 'text',
      },
      signal,
    );
    if (!answer.ok) return answer;
    const decoded = decodeAnswer(String(answer.value.body));
    if (!decoded.ok) return err(unreadable(decoded.error, effect));
    if (decoded.value.kind === 'fault') return err(refusal(decoded.value.text, effect));
    const { value } = decoded.value;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return answerOrRefusal(value as Readonly<Record<string, unknown>>, effect);
    return err(unreadable(permanent('unexpected-shape', `the answer of ${service} is no struct`), effect));
  };
}

const structOf = (params: Params): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value)]])),
  );

/** A value of the types that XML-RPC has: there is none for a decimal but the double, nor for a time of any use. */
function plain(value: Param): unknown {
  if (value instanceof DecimalParam) return Number(value.text);
  if (value instanceof TimeParam) return value.text;
  if (value instanceof RecordParam) return value.fields;
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' ? structOf(value as Params) : value;
}
