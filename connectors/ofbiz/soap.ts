import { permanent } from '../../core/shared/fault.ts';
import { err } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { answerOrRefusal, refusal, unreadable } from './faults.ts';
import type { OfbizSettings } from './settings.ts';
import { decodeSoap, encodeSoap } from './soapCodec.ts';
import type { Transport } from './transport.ts';

/** The SOAP handler: the login goes among the attributes; errors come with HTTP 200. */
export function soap({ username, password }: OfbizSettings, io: ConnectorIo): Transport {
  return async ({ service, params, effect }, signal) => {
    const login = { 'login.username': username, 'login.password': password };
    const answer = await io.http.request(
      {
        method: 'POST',
        url: '/webtools/control/SOAPService',
        headers: { 'Content-Type': 'text/xml; charset=UTF-8', Accept: 'text/xml', SOAPAction: '""' },
        body: encodeSoap(service, { ...params, ...login }),
        effect,
        responseType: 'text',
      },
      signal,
    );
    if (!answer.ok) return answer;
    const decoded = decodeSoap(String(answer.value.body));
    if (!decoded.ok) return err(unreadable(decoded.error, effect));
    if (decoded.value.kind === 'fault') return err(refusal(decoded.value.text, effect));
    const { element, value } = decoded.value;
    if (typeof value === 'object' && value !== null && element.endsWith('Response'))
      return answerOrRefusal(value as Readonly<Record<string, unknown>>, effect);
    return err(unreadable(permanent('unexpected-shape', `the answer of ${service} is no map`), effect));
  };
}
