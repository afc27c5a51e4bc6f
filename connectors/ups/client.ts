import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo, HttpFailure, HttpRequest } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { baseOf, type Settings } from './settings.ts';

export type Client = {
  readonly settings: Settings;
  call(
    request: Omit<HttpRequest, 'url'> & { readonly path: string },
    signal: AbortSignal,
  ): Promise<Result<unknown, Fault>>;
};

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });

/** Calls of the UPS APIs with an OAuth token by client credentials. */
export function createClient(settings: Settings, io: ConnectorIo): Client {
  const base = baseOf(settings);
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
    const token = parseWire(Token, answer.value.body, 'UPS token');
    return token.ok ? ok({ value: token.value.access_token, expiresInSeconds: token.value.expires_in }) : token;
  };
  return {
    settings,
    async call({ path, ...request }, signal) {
      const token = await io.token('ups', () => fetchToken(signal));
      if (!token.ok) return token;
      const headers = { Authorization: `Bearer ${token.value}`, transactionSrc: 'crossdock' };
      const answer = await io.http.request({ ...request, url: `${base}${path}`, headers }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

const Errors = z.object({
  response: z.object({ errors: z.array(z.object({ code: z.string(), message: z.string() })).min(1) }),
});

/** UPS states its errors as `response.errors`; the status says what kind they are, the code which. */
export function classify({ status, body }: HttpFailure): Fault | undefined {
  const errors = Errors.safeParse(body);
  const first = errors.success ? errors.data.response.errors[0] : undefined;
  if (!first || status !== 400) return undefined;
  return permanent(`ups-${first.code}`, first.message);
}

/** The value behind a fault that says "there is none", else the fault itself. */
export function noneWhen<T>(answer: Result<T, Fault>, isNone: (fault: Fault) => boolean): Result<T | null, Fault> {
  if (answer.ok) return answer;
  return isNone(answer.error) ? ok(null) : err(answer.error);
}
