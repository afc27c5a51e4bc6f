import { type Fault, permanent } from '../../core/shared/fault.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo, HttpFailure, HttpRequest } from '../kit/connector.ts';
import { baseOf, type Settings } from './settings.ts';
import { Failure, parseAnswer, TokenAnswer } from './wire.ts';

export type Client = {
  readonly settings: Settings;
  call(
    request: Omit<HttpRequest, 'url'> & { readonly path: string },
    signal: AbortSignal,
  ): Promise<Result<unknown, Fault>>;
};

/** Calls of the UPS APIs with an OAuth token by client credentials. */
export function createClient(settings: Settings, io: ConnectorIo): Client {
  const base = baseOf(settings);
  let calls = 0;
  const fetchToken = async (signal: AbortSignal) => {
    const basic = Buffer.from(`${settings.clientId}:${settings.clientSecret}`).toString('base64');
    const answer = await io.http.request(
      {
        method: 'POST',
        url: `${base}/security/v1/oauth/token`,
        headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
        effect: 'read',
      },
      signal,
    );
    if (!answer.ok) return answer;
    const token = parseAnswer(TokenAnswer, answer.value.body, 'UPS token');
    return token.ok ? ok({ value: token.value.access_token, expiresInSeconds: token.value.expires_in }) : token;
  };
  return {
    settings,
    async call({ path, ...request }, signal) {
      const token = await io.token('ups', () => fetchToken(signal));
      if (!token.ok) return token;
      // The Tracking API refuses a call that does not name itself.
      const transId = `${epochMs(io.now()).toString(36)}-${(++calls).toString(36)}`;
      const headers = { Authorization: `Bearer ${token.value}`, transId, transactionSrc: 'crossdock' };
      const answer = await io.http.request({ ...request, url: `${base}${path}`, headers }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

/** Statuses that mean the same everywhere; UPS adds nothing to them that changes what to do. */
const GENERAL: ReadonlySet<number> = new Set([401, 403, 408, 409, 412, 425, 429]);

/** UPS states a refusal as `response.errors`: the code of the first names the fault. */
export function classify({ status, body }: HttpFailure): Fault | undefined {
  if (status < 400 || status >= 500 || GENERAL.has(status)) return undefined;
  const failure = Failure.safeParse(body);
  const first = failure.success ? failure.data.response.errors[0] : undefined;
  return first && permanent(codeOf(first.code), first.message);
}

/** The code of the fault that a UPS error becomes. */
export const codeOf = (upsCode: string): string => `ups-${upsCode}`;

/** The value, null for a fault that says "there is none", else the fault itself. */
export function noneWhen<T>(answer: Result<T, Fault>, isNone: (fault: Fault) => boolean): Result<T | null, Fault> {
  if (answer.ok) return answer;
  return isNone(answer.error) ? ok(null) : err(answer.error);
}
