import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Auth } from '../kit/auth.ts';
import type { ConnectorIo, HttpRequest } from '../kit/connector.ts';
import type { ErrorTable } from '../kit/errorTable.ts';
import type { Settings } from './settings.ts';
import { Failure } from './wire.ts';

export type Client = {
  readonly settings: Settings;
  readonly now: () => Instant;
  call(
    request: Omit<HttpRequest, 'url'> & { readonly path: string },
    signal: AbortSignal,
  ): Promise<Result<unknown, Fault>>;
};

export function auth({ clientId, clientSecret }: Settings): Auth {
  return { kind: 'client-credentials', tokenUrl: '/security/v1/oauth/token', clientId, clientSecret };
}

/** Calls of the UPS APIs. */
export function createClient(settings: Settings, io: ConnectorIo): Client {
  let calls = 0;
  return {
    settings,
    now: io.now,
    async call({ path, headers: more = {}, ...request }, signal) {
      // The Tracking API refuses a call that does not name itself.
      const transId = `${epochMs(io.now()).toString(36)}-${(++calls).toString(36)}`;
      const headers = { transId, transactionSrc: 'crossdock', ...more };
      const answer = await io.http.request({ ...request, url: path, headers }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

const PREFIX = 'ups-';

/** UPS states a refusal as `response.errors`: the code of the first names the fault. */
export const errors: ErrorTable = {
  prefix: PREFIX,
  read(body) {
    const failure = Failure.safeParse(body);
    return failure.success ? failure.data.response.errors[0] : undefined;
  },
  otherCodes: 'refused',
};

/** The code of the fault that a UPS error becomes. */
export const codeOf = (upsCode: string): string => PREFIX + upsCode;

/** The value, null for a fault that says "there is none", else the fault itself. */
export function noneWhen<T>(answer: Result<T, Fault>, isNone: (fault: Fault) => boolean): Result<T | null, Fault> {
  if (answer.ok) return answer;
  return isNone(answer.error) ? ok(null) : err(answer.error);
}
