import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Auth } from '../kit/auth.ts';
import type { ConnectorIo, HttpRequest } from '../kit/connector.ts';
import type { ErrorTable } from '../kit/errorTable.ts';
import type { Settings } from './settings.ts';
import { codeOf, Failure, saidOf } from './wire.ts';

type Call = Omit<HttpRequest, 'url'> & { readonly path: string };
export type Client = {
  readonly settings: Settings;
  readonly now: () => Instant;
  /** A call of the Parcel DE APIs, in the name of the user. */
  call(request: Call, signal: AbortSignal): Promise<Result<unknown, Fault>>;
  /** A call of the Unified APIs, which know the app alone. */
  callUnified(request: Call & { readonly hosts: UnifiedHosts }, signal: AbortSignal): Promise<Result<unknown, Fault>>;
};

export const SHIPPING = '/parcel/de/shipping/v2';

/** The password grant of OAuth 2 (RFC 6749, section 4.3), with all parameters in the form, as DHL wants it. */
export function auth({ apiKey, apiSecret, username, password }: Settings): Auth {
  return {
    kind: 'client-credentials',
    tokenUrl: '/parcel/de/account/auth/ropc/v1/token',
    clientId: apiKey,
    clientSecret: apiSecret,
    credentialsIn: 'form',
    more: { grant_type: 'password', username, password },
  };
}

/** Where a Unified API answers; tracking has no sandbox. */
type UnifiedHosts = { readonly production: string; readonly sandbox: string };
export const UNIFIED_HOSTS = {
  tracking: { production: 'api-eu.dhl.com', sandbox: 'api-eu.dhl.com' },
  locations: { production: 'api.dhl.com', sandbox: 'api-sandbox.dhl.com' },
} as const satisfies Readonly<Record<string, UnifiedHosts>>;

export function createClient(settings: Settings, io: ConnectorIo): Client {
  return {
    settings,
    now: io.now,
    async call({ path, ...request }, signal) {
      const headers = { 'Accept-Language': 'en-US', ...request.headers };
      const answer = await io.http.request({ ...request, url: path, headers }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
    async callUnified({ path, hosts, ...request }, signal) {
      const url = settings.baseUrl === undefined ? `https://${hosts[settings.environment]}${path}` : path;
      const headers = { 'DHL-API-Key': settings.apiKey };
      const answer = await io.http.request({ ...request, url, headers, auth: 'none' }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

const PREFIX = 'dhl-parcel-de-';

/** DHL states a refusal as a problem, or as the status of a list whose items say what is wrong with each. */
export const errors: ErrorTable = {
  prefix: PREFIX,
  read(body) {
    const failure = Failure.safeParse(body);
    if (!failure.success) return undefined;
    const { items = [], ...whole } = failure.data;
    const { status } = whole;
    const about = typeof status === 'object' ? status : whole;
    const message = items.length > 0 ? items.map(saidOf).join('; ') : saidOf({ sstatus: about });
    return { code: String(codeOf(about) || 'refused'), message: message || 'refused' };
  },
  otherCodes: 'refused',
};

/** Whether DHL said that it has no such record. */
export const isNotFound = ({ code }: Fault): boolean => code === `${PREFIX}404`;

/** Whether DHL read a request and refused it: so it took the credentials. */
export const isRefusal = ({ code, kind }: Fault): boolean => kind === 'permanent' && code.startsWith(PREFIX);
