import type { Fault } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Auth } from '../kit/auth.ts';
import type { ConnectorIo, HttpRequest } from '../kit/connector.ts';
import type { ErrorTable } from '../kit/errorTable.ts';
import type { Settings } from './settings.ts';
import { Failure } from './wire.ts';

export type Client = {
  readonly settings: Settings;
  readonly now: ConnectorIo['now'];
  /** The body of the answer. `transaction` is what FedEx's support finds the call by; it prevents no duplicate. */
  call(request: Call & { readonly transaction?: string }, signal: AbortSignal): Promise<Result<unknown, Fault>>;
  /** The same for papers, which FedEx takes on a server of its own. */
  upload(request: Call, signal: AbortSignal): Promise<Result<unknown, Fault>>;
};
type Call = Pick<HttpRequest, 'method' | 'body' | 'effect'> & { readonly path: string };

const PAPER_SERVERS = {
  production: 'https://documentapi.prod.fedex.com',
  sandbox: 'https://documentapitest.prod.fedex.com/sandbox',
} as const;
/** The hosts beside that of the API. */
export const PAPER_HOSTS = Object.values(PAPER_SERVERS).map((url) => new URL(url).host);

/** Id and secret go as fields of the form, and so do those of an account that is acted for. */
export function auth({ apiKey, secretKey, grantType, childKey, childSecret }: Settings): Auth {
  const child = childKey && childSecret ? { child_Key: childKey, child_secret: childSecret } : {};
  return {
    kind: 'client-credentials',
    tokenUrl: '/oauth/token',
    clientId: apiKey,
    clientSecret: secretKey,
    credentialsIn: 'form',
    more: { grant_type: grantType, ...child },
  };
}

/** Calls of the FedEx APIs, answered in English, which is what status texts are read in. */
export function createClient(settings: Settings, io: ConnectorIo): Client {
  const ask = async (request: HttpRequest, signal: AbortSignal): Promise<Result<unknown, Fault>> => {
    const headers = { 'x-locale': 'en_US', ...request.headers };
    const answer = await io.http.request({ ...request, headers }, signal);
    return answer.ok ? ok(answer.value.body) : answer;
  };
  return {
    settings,
    now: io.now,
    call({ path, transaction, ...request }, signal) {
      const headers = transaction === undefined ? {} : { 'x-customer-transaction-id': transaction };
      return ask({ ...request, url: path, headers }, signal);
    },
    upload({ path, ...request }, signal) {
      const server = settings.baseUrl === undefined ? PAPER_SERVERS[settings.environment] : '';
      return ask({ ...request, url: `${server}${path}` }, signal);
    },
  };
}

const PREFIX = 'fedex-';

/** FedEx states a refusal as `errors`: the code of the first names the fault. */
export const errors: ErrorTable = {
  prefix: PREFIX,
  read(body) {
    const failure = Failure.safeParse(body);
    return failure.success ? failure.data.errors[0] : undefined;
  },
  otherCodes: 'refused',
};

/** The code of the fault that a FedEx error becomes. */
export const codeOf = (fedexCode: string): string => PREFIX + fedexCode;

/** FedEx said yes in words that cannot be read: it was carried out, most likely, and so never simply refused. */
export function inDoubt({ code, message }: Fault): Result<never, Fault> {
  return err({ kind: 'in-doubt', code, message });
}
