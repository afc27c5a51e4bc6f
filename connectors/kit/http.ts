import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { type Fault, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { circuitBreaker } from './breaker.ts';
import { classifyHttp, classifyNetwork } from './classify.ts';
import type { AnyConnector, ConnectorIo, HttpAnswer, HttpClient, HttpRequest } from './connector.ts';
import { createEgress, type Egress } from './egress.ts';
import { redact, redactText, secretsOf } from './redact.ts';
import { type Tokens, tokenCache } from './tokens.ts';

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

/** What a connector may touch the world with: paced, timed out, guarded and redacted. */
export function createIo(options: IoOptions): ConnectorIo {
  const tokens = tokenCache(options.now);
  return { http: createHttp(options, tokens), now: options.now, token: tokens.token };
}

type Line = IoOptions & {
  readonly axios: AxiosInstance;
  readonly secrets: () => readonly string[];
};

function createHttp(options: IoOptions, tokens: Tokens): HttpClient {
  const { connector, settings } = options;
  const egress = createEgress(connector.hosts(settings), settings);
  const breaker = circuitBreaker(options.now);
  const entered = secretsOf(settings, connector.manifest.secretSettings);
  const secrets = () => [...entered, ...tokens.secrets()];
  const line: Line = { ...options, axios: axiosFor(connector, egress), secrets };
  return {
    async request(request, signal) {
      const refused = egress.refusal(request.url) ?? breaker.refusal();
      if (refused) return err(refused);
      const paced = await options.acquire(request.cost ?? 1, signal);
      if (!paced.ok) return paced;
      const answer = await call(line, request, signal);
      if (answer.ok) {
        breaker.note(true);
        return answer;
      }
      breaker.note(!answer.error.code.startsWith('network-'));
      const isOldToken = answer.error.code === 'http-401' && tokens.forget();
      const fault = isOldToken ? retryable('token-refused', 'the token was refused before its time', 0) : answer.error;
      return err({ ...fault, message: redactText(fault.message, secrets()) });
    },
  };
}

function axiosFor({ manifest }: AnyConnector, { lookup }: Egress): AxiosInstance {
  const agent = { keepAlive: true, maxSockets: manifest.pacing.concurrency, lookup };
  return axios.create({
    // Between two bytes; the whole call is bounded beside it, so that an answer in drops cannot hold it open.
    timeout: manifest.timeoutMs,
    maxRedirects: 0,
    maxContentLength: MAX_BYTES,
    maxBodyLength: MAX_BYTES,
    validateStatus: () => true,
    transitional: { clarifyTimeoutError: true },
    proxy: false,
    httpAgent: new HttpAgent(agent),
    httpsAgent: new HttpsAgent(agent),
  });
}

async function call(line: Line, request: HttpRequest, signal: AbortSignal): Promise<Result<HttpAnswer, Fault>> {
  const effect = request.effect ?? (request.method === 'GET' ? 'read' : 'write');
  const started = performance.now();
  const deadline = AbortSignal.timeout(line.connector.manifest.timeoutMs);
  try {
    const response = await line.axios.request<unknown>({
      method: request.method,
      url: request.url,
      headers: { Accept: 'application/json', ...request.headers },
      ...(request.query ? { params: request.query } : {}),
      data: request.body,
      signal: AbortSignal.any([signal, deadline]),
      responseType: request.responseType === 'bytes' ? 'arraybuffer' : 'text',
      transformResponse: (data: unknown) => data,
    });
    const answer = answerOf(response, request);
    trace(line, request, answer, performance.now() - started);
    if (answer.status >= 200 && answer.status < 300) return ok(answer);
    return err(line.connector.classify?.(answer) ?? classifyHttp(answer, effect, epochMs(line.now())));
  } catch (error) {
    trace(line, request, null, performance.now() - started);
    if (!isAxiosError(error)) throw error;
    const code = deadline.aborted ? 'ETIMEDOUT' : error.code;
    return err(classifyNetwork(code, `${request.method} ${new URL(request.url).host}: ${error.message}`, effect));
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
  { connector, trace: sink, secrets }: Line,
  request: HttpRequest,
  answer: HttpAnswer | null,
  ms: number,
): void {
  if (!sink) return;
  const rule = { names: connector.manifest.redact, values: secrets() };
  const { origin, pathname } = new URL(request.url);
  sink({
    method: request.method,
    url: redactText(`${origin}${pathname}`, rule.values),
    request: redact({ headers: request.headers ?? {}, query: request.query ?? {}, body: request.body ?? null }, rule),
    status: answer?.status ?? null,
    response: answer ? redact({ headers: answer.headers, body: answer.body }, rule) : null,
    ms: Math.round(ms),
  });
}
