import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { type Fault, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Auth, type Authorized, type Grants, loginUrls, onLoginUrls, secretsIn, withAuth } from './auth.ts';
import { circuitBreaker } from './breaker.ts';
import { answerTooLarge, classifyHttp, classifyNetwork } from './classify.ts';
import type { AnyConnector } from './connector.ts';
import { createEgress, type Egress } from './egress.ts';
import type { ConnectorIo, HttpAnswer, HttpClient, HttpRequest } from './io.ts';
import { redact, redactText, secretHeaders, secretsOf } from './redact.ts';
import { loginUrl, onServer, serverOf } from './server.ts';
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
  /** Ends a call that takes longer than so many milliseconds. Default: by the clock. */
  readonly deadline?: (ms: number) => AbortSignal;
  /** The grant of a connection made by OAuth; without one it waits for somebody to agree. */
  readonly grants?: Grants | undefined;
};

const MAX_BYTES = 32 * 2 ** 20;

/** What a connector may touch the world with: authorized, paced, timed out, guarded and redacted. */
export function createIo(options: IoOptions): ConnectorIo {
  const { connector, settings, now, grants } = options;
  const server = connector.servers && serverOf(connector.servers, settings);
  const auth = declaredAuth(connector, settings);
  const tokens = tokenCache(now);
  const send = sender(options, { tokens, auth, server });
  const plain: HttpClient = { request: (request, signal) => send({ request }, signal) };
  const login = { auth, http: plain, tokens, grants, now };
  const http: HttpClient = {
    async request(given, signal) {
      const request = { ...given, url: onServer(given.url, server) };
      if (given.auth === 'none') return plain.request(request, signal);
      const authorized = await withAuth(request, login, signal);
      return authorized.ok ? send(authorized.value, signal) : authorized;
    },
  };
  return { http, now, token: tokens.token };
}

/** How a connection authorizes, with whole URLs. */
export function declaredAuth(connector: AnyConnector, settings: unknown): Auth {
  const server = connector.servers && serverOf(connector.servers, settings);
  const declared = connector.auth?.(settings) ?? { kind: 'none' };
  return onLoginUrls(declared, (url) => loginUrl(url, server, settings));
}

type Line = IoOptions & {
  readonly axios: AxiosInstance;
  readonly deadline: (ms: number) => AbortSignal;
  readonly secrets: () => readonly string[];
};
type Identity = { readonly tokens: Tokens; readonly auth: Auth; readonly server: string | undefined };

type Send = (authorized: Authorized, signal: AbortSignal) => Promise<Result<HttpAnswer, Fault>>;

function sender(options: IoOptions, { tokens, auth, server }: Identity): Send {
  const { connector, settings } = options;
  const own = [...(server === undefined ? [] : [server]), ...loginUrls(auth)].map((url) => new URL(url).host);
  const egress = createEgress([...own, ...connector.hosts(settings)], settings);
  const breaker = circuitBreaker(options.now);
  const entered = [...secretsOf(settings, connector.manifest.secretSettings), ...secretsIn(auth)];
  const secrets = () => [...entered, ...tokens.secrets()];
  const { deadline = (ms) => AbortSignal.timeout(ms) } = options;
  const line: Line = { ...options, axios: axiosFor(connector, egress), deadline, secrets };
  return async ({ request, token }, signal) => {
    const refused = egress.refusal(request.url) ?? breaker.refusal();
    if (refused) return err(refused);
    const paced = await options.acquire(request.cost ?? 1, signal);
    if (!paced.ok) return paced;
    const answer = await call(line, request, signal);
    if (answer.ok) {
      breaker.note(true);
      tokens.worked(token);
      return answer;
    }
    breaker.note(!answer.error.code.startsWith('network-'));
    const isOldToken = answer.error.code === 'http-401' && request.auth !== 'none' && tokens.forget(token);
    const fault = isOldToken ? retryable('token-refused', 'the token was refused before its time', 0) : answer.error;
    return err({ ...fault, message: redactText(fault.message, secrets()) });
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

const READING: ReadonlySet<string> = new Set(['GET', 'PROPFIND']);

async function call(line: Line, request: HttpRequest, signal: AbortSignal): Promise<Result<HttpAnswer, Fault>> {
  const effect = request.effect ?? (READING.has(request.method) ? 'read' : 'write');
  const started = performance.now();
  const deadline = line.deadline(line.connector.manifest.timeoutMs);
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
    return err(faultOf(line, request, answer, effect));
  } catch (error) {
    trace(line, request, null, performance.now() - started);
    if (!isAxiosError(error)) throw error;
    return err(
      brokenCall(request, effect, { message: error.message, code: deadline.aborted ? 'ETIMEDOUT' : error.code }),
    );
  }
}

function brokenCall(
  { method, url }: HttpRequest,
  effect: 'read' | 'write',
  { code, message }: { readonly code: string | undefined; readonly message: string },
): Fault {
  if (message.startsWith('maxContentLength')) return answerTooLarge(MAX_BYTES, effect);
  return classifyNetwork(code, `${method} ${new URL(url).host}: ${message}`, effect);
}

/** What an error answer means: by the call's own words, the connector's, or the kit's table. */
function faultOf(line: Line, request: HttpRequest, answer: HttpAnswer, effect: 'read' | 'write'): Fault {
  const failure = { ...answer, body: withoutSecrets(line, request, answer.body) };
  const named = request.classify?.(failure) ?? line.connector.classify?.(failure);
  return named ?? classifyHttp(failure, effect, epochMs(line.now()));
}

/**
 * A failed call's answer without secrets, before anything is cut out of it for a message: some systems say the request
 * back, headers and all.
 */
function withoutSecrets(line: Line, request: HttpRequest, body: unknown): unknown {
  const values = [...line.secrets(), ...secretHeaders(request.headers, line.connector.manifest.redact)];
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  return redact(text, { names: line.connector.manifest.redact, values });
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
  const names = connector.manifest.redact;
  const rule = { names, values: [...secrets(), ...secretHeaders(request.headers, names)] };
  const { origin, pathname } = new URL(request.url);
  sink({
    method: request.method,
    url: redactText(`${origin}${pathname}`, rule.values),
    request: redact({ headers: request.headers ?? {}, query: request.query ?? {}, body: shownBody(request) }, rule),
    status: answer?.status ?? null,
    response: answer ? redact({ headers: answer.headers, body: answer.body }, rule) : null,
    ms: Math.round(ms),
  });
}

/** A form by its fields, so that they are redacted by name. */
function shownBody({ headers = {}, body = null }: HttpRequest): unknown {
  const isForm = Object.entries(headers).some(
    ([name, value]) => /^content-type$/i.test(name) && /x-www-form/.test(value),
  );
  return isForm && typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body;
}
