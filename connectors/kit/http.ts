import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import type { Fault } from '../../core/shared/fault.ts';
import { permanent, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { classifyHttp, classifyNetwork } from './classify.ts';
import type { AccessToken, AnyConnector, ConnectorIo, HttpAnswer, HttpClient, HttpRequest } from './connector.ts';
import { redact } from './redact.ts';

/** One call and its answer, redacted: for traces and fixtures. */
export type Exchange = {
  readonly method: string;
  readonly url: string;
  readonly request: unknown;
  readonly status: number | null;
  readonly response: unknown;
  readonly ms: number;
};

export type IoOptions = {
  readonly connector: AnyConnector;
  readonly settings: unknown;
  /** Takes from the connection's budget of calls, waiting a little; a fault when that would take long. */
  readonly acquire: (cost: number, signal: AbortSignal) => Promise<Result<void, Fault>>;
  readonly now: () => Instant;
  readonly trace?: (exchange: Exchange) => void;
};

const MAX_BYTES = 32 * 2 ** 20;
/** After so many network failures in a row, calls fail at once for a while instead of waiting for a dead system. */
const BREAKER_FAILURES = 8;
const BREAKER_MS = 5000;
const TOKEN_MARGIN_MS = 30_000;

/** What a connector may touch the world with: paced, timed out, guarded and redacted. */
export function createIo(options: IoOptions): ConnectorIo {
  return { http: createHttp(options), now: options.now, token: tokenCache(options.now) };
}

function createHttp(options: IoOptions): HttpClient {
  const { connector, settings } = options;
  const hosts = new Set(connector.hosts(settings));
  const breaker = circuitBreaker(options.now);
  const client = axios.create({
    timeout: connector.manifest.timeoutMs,
    maxRedirects: 0,
    maxContentLength: MAX_BYTES,
    maxBodyLength: MAX_BYTES,
    validateStatus: () => true,
    transitional: { clarifyTimeoutError: true },
    proxy: false,
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: connector.manifest.pacing.concurrency }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: connector.manifest.pacing.concurrency }),
  });
  return {
    async request(request, signal) {
      const refused = guard(request.url, hosts) ?? breaker.refusal();
      if (refused) return err(refused);
      const paced = await options.acquire(request.cost ?? 1, signal);
      if (!paced.ok) return paced;
      const answer = await call(client, request, signal, options);
      breaker.note(answer.ok || !answer.error.code.startsWith('network-'));
      return answer;
    },
  };
}

/** Only http(s) to a host that the connector declared: a redirect or a stray setting leads nowhere else. */
function guard(url: string, hosts: ReadonlySet<string>): Fault | undefined {
  let host: string;
  try {
    const parsed = new URL(url);
    host = parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.host : '';
  } catch {
    host = '';
  }
  return hosts.has(host) ? undefined : permanent('host-not-allowed', `${host || url} is not a host of this connection`);
}

async function call(
  client: AxiosInstance,
  request: HttpRequest,
  signal: AbortSignal,
  options: IoOptions,
): Promise<Result<HttpAnswer, Fault>> {
  const effect = request.effect ?? (request.method === 'GET' ? 'read' : 'write');
  const started = performance.now();
  try {
    const response = await client.request<unknown>({
      method: request.method,
      url: request.url,
      headers: { Accept: 'application/json', ...request.headers },
      ...(request.query ? { params: request.query } : {}),
      data: request.body,
      signal,
      responseType: request.responseType === 'bytes' ? 'arraybuffer' : 'text',
      transformResponse: (data: unknown) => data,
    });
    const answer = answerOf(response, request);
    trace(options, request, answer, performance.now() - started);
    if (answer.status >= 200 && answer.status < 300) return ok(answer);
    return err(options.connector.classify?.(answer) ?? classifyHttp(answer, effect, epochMs(options.now())));
  } catch (error) {
    trace(options, request, null, performance.now() - started);
    if (!isAxiosError(error)) throw error;
    return err(classifyNetwork(error.code, `${request.method} ${new URL(request.url).host}: ${error.message}`, effect));
  }
}

function answerOf(response: AxiosResponse<unknown>, request: HttpRequest): HttpAnswer {
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const { data } = response;
  if (request.responseType === 'bytes' && Buffer.isBuffer(data)) {
    return { status: response.status, headers, body: new Uint8Array(data) };
  }
  const isText = request.responseType === 'text' || typeof data !== 'string';
  return { status: response.status, headers, body: isText ? data : jsonOrText(data) };
}

function jsonOrText(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function trace(
  { connector, trace: sink }: IoOptions,
  request: HttpRequest,
  answer: HttpAnswer | null,
  ms: number,
): void {
  if (!sink) return;
  const names = connector.manifest.redact;
  const { origin, pathname } = new URL(request.url);
  sink({
    method: request.method,
    url: `${origin}${pathname}`,
    request: redact({ headers: request.headers ?? {}, query: request.query ?? {}, body: request.body ?? null }, names),
    status: answer?.status ?? null,
    response: answer ? redact({ headers: answer.headers, body: answer.body }, names) : null,
    ms: Math.round(ms),
  });
}

function circuitBreaker(now: () => Instant): { refusal(): Fault | undefined; note(isAnswered: boolean): void } {
  let failures = 0;
  let openUntil = 0;
  return {
    refusal() {
      const left = openUntil - epochMs(now());
      return left > 0 ? retryable('circuit-open', 'the system has not answered for a while', left) : undefined;
    },
    note(isAnswered) {
      failures = isAnswered ? 0 : failures + 1;
      if (failures >= BREAKER_FAILURES) {
        failures = 0;
        openUntil = epochMs(now()) + BREAKER_MS;
      }
    },
  };
}

function tokenCache(now: () => Instant): ConnectorIo['token'] {
  const tokens = new Map<string, { value: string; until: number }>();
  const fetching = new Map<string, Promise<Result<AccessToken, Fault>>>();
  return async (key, fetchToken) => {
    const cached = tokens.get(key);
    if (cached && cached.until > epochMs(now())) return ok(cached.value);
    const pending = fetching.get(key) ?? fetchToken();
    fetching.set(key, pending);
    const fetched = await pending.finally(() => fetching.delete(key));
    if (!fetched.ok) return fetched;
    const { value, expiresInSeconds } = fetched.value;
    tokens.set(key, { value, until: epochMs(now()) + Math.max(0, expiresInSeconds * 1000 - TOKEN_MARGIN_MS) });
    return ok(value);
  };
}
