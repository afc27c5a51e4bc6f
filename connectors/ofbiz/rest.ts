import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import type { AccessToken, HttpFailure } from '../kit/io.ts';
import { basic } from '../kit/oauth.ts';
import { parseWire } from '../kit/parse.ts';
import { answerOrRefusal, unreadable } from './faults.ts';
import { DecimalParam, type Param, RecordParam, TimeParam } from './params.ts';
import type { OfbizSettings } from './settings.ts';
import type { Transport } from './transport.ts';

const Envelope = z.object({ statusCode: z.number(), data: z.record(z.string(), z.unknown()).nullish() });
const Token = z.object({
  data: z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() }),
});

/** The REST plugin: a token for user and password, then one POST for each call. */
export function rest(settings: OfbizSettings, io: ConnectorIo): Transport {
  return async ({ service, params, effect }, signal) => {
    const token = await io.token('rest', () => logIn(settings, io, signal));
    if (!token.ok) return token;
    const answer = await io.http.request(
      {
        method: 'POST',
        url: `/rest/services/${encodeURIComponent(service)}`,
        headers: { Authorization: `Bearer ${token.value}` },
        body: jsonOf(params),
        effect,
      },
      signal,
    );
    if (!answer.ok) return answer;
    const envelope = parseWire(Envelope, answer.value.body, `answer of ${service}`);
    if (!envelope.ok) return err(unreadable(envelope.error, effect));
    return answerOrRefusal(envelope.value.data ?? {}, effect);
  };
}

async function logIn(
  { username, password }: OfbizSettings,
  io: ConnectorIo,
  signal: AbortSignal,
): Promise<Result<AccessToken, Fault>> {
  const answer = await io.http.request(
    {
      method: 'POST',
      url: '/rest/auth/token',
      headers: { Authorization: basic(username, password) },
      effect: 'read',
      auth: 'none',
      classify: wrongLogin,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const token = parseWire(Token, answer.value.body, 'token');
  if (!token.ok) return token;
  const { access_token: value, expires_in: expiresInSeconds } = token.value.data;
  return ok({ value, expiresInSeconds });
}

/** A wrong password is answered with 403 by the plugin. */
function wrongLogin({ status }: HttpFailure): Fault | undefined {
  if (status !== 403) return undefined;
  return { kind: 'auth', code: 'ofbiz-denied', message: 'OFBiz refuses this user and password', remedy: 'reconnect' };
}

/** A value as JSON: the plugin makes of it what the service's definition wants. */
function jsonOf(value: Param | undefined): unknown {
  if (value instanceof DecimalParam) return Number(value.text);
  if (value instanceof TimeParam) return value.text;
  if (value instanceof RecordParam) return value.fields;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, jsonOf(inner as Param)]));
}
