import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the proxy does to a request instead of handing it on as it is.
 * - `answer`: answered by the proxy; the system behind it never sees the request.
 * - `echo`: answered with that status and the request's own headers and body, as some systems do in their error pages.
 * - `reset`: the connection is cut before the request reaches the system.
 * - `lost`: carried out, and the connection is cut before the answer.
 * - `half`: carried out; half of the answer comes, then the connection is cut.
 * - `cut`: carried out; half of the answer comes and calls itself whole.
 * - `silent`: carried out, and never answered. `held` is told once it was carried out.
 * - `late`: the connection is cut at once; the request is carried out when `release` is called.
 * - `rewrite`: carried out; the answer is changed on its way.
 */
export type ProxyFault = {
  /** A substring of "METHOD path body"; every request without it. */
  readonly match?: string;
  /** How many requests it hits. */
  readonly times: number;
} & (
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Headers; readonly body?: string }
  | { readonly kind: 'echo'; readonly status: number }
  | { readonly kind: 'reset' | 'lost' | 'half' | 'cut' | 'late' }
  | { readonly kind: 'silent'; readonly held: () => void }
  | { readonly kind: 'rewrite'; readonly rewrite: (answer: ProxyAnswer) => ProxyAnswer }
);
type Headers = Readonly<Record<string, string>>;

export type ProxyAnswer = { readonly status: number; readonly headers: Headers; readonly body: string };

/** A server on 127.0.0.1 in front of a simulator, which does to requests and answers what networks and vendors do. */
export type FaultProxy = {
  readonly url: string;
  /** Every request so far: "METHOD path body". */
  readonly requests: readonly string[];
  /** How many requests planned faults still wait for. */
  readonly pending: number;
  plan(fault: ProxyFault): void;
  /** Forgets faults that were not met, and late requests that were not released. */
  clear(): void;
  /** Carries out the requests that were held back, and waits until they are done. */
  release(): Promise<void>;
  close(): Promise<void>;
};

type Request = { readonly line: string; readonly headers: Headers; readonly body: Buffer; readonly path: string };

/** Opens a fault proxy on a free port in front of the server at `target`. */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const plans: { fault: ProxyFault; left: number }[] = [];
  const requests: string[] = [];
  const late: (() => Promise<unknown>)[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await read(incoming);
      requests.push(request.line);
      const fault = take(plans, request.line);
      const forward = (): Promise<ProxyAnswer> => handOn(target, url, incoming.method ?? 'GET', request);
      if (fault?.kind === 'late') late.push(forward);
      await reply(fault, request, forward, response);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    get pending() {
      return plans.reduce((sum, { left }) => sum + left, 0);
    },
    plan: (fault) => void plans.push({ fault, left: fault.times }),
    clear() {
      plans.length = 0;
      late.length = 0;
    },
    async release() {
      await Promise.all(late.splice(0).map((run) => run()));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function take(plans: { fault: ProxyFault; left: number }[], line: string): ProxyFault | undefined {
  const at = plans.findIndex(({ fault }) => line.includes(fault.match ?? ''));
  const plan = plans[at];
  if (!plan) return undefined;
  plan.left -= 1;
  if (plan.left <= 0) plans.splice(at, 1);
  return plan.fault;
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = incoming.url ?? '/';
  const line = `${incoming.method} ${path} ${body.toString('utf8')}`;
  return { line, path, body, headers: plainHeaders(Object.entries(incoming.headers)) };
}

/** Headers of one connection alone, which the next one has its own of. */
const HOP = new Set(['host', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'content-encoding']);

function plainHeaders(entries: Iterable<readonly [string, unknown]>): Headers {
  return Object.fromEntries(
    [...entries].filter(([name]) => !HOP.has(name)).map(([name, value]) => [name, String(value)]),
  );
}

/** The request carried out by the system behind. Addresses of that system in its answer become the proxy's own. */
async function handOn(
  target: string,
  self: string,
  method: string,
  { path, headers, body }: Request,
): Promise<ProxyAnswer> {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(`${target}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
  const text = await answer.text();
  const own = (value: string): string => value.replaceAll(target, self);
  const named = Object.entries(plainHeaders(answer.headers)).map(([name, value]) => [name, own(value)] as const);
  return { status: answer.status, headers: Object.fromEntries(named), body: own(text) };
}

async function reply(
  fault: ProxyFault | undefined,
  request: Request,
  forward: () => Promise<ProxyAnswer>,
  response: ServerResponse,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return send(response, await forward());
    case 'answer':
      return send(response, { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' });
    case 'echo':
      return send(response, echoOf(request, fault.status));
    case 'rewrite':
      return send(response, fault.rewrite(await forward()));
    case 'late':
    case 'reset':
      return void response.destroy();
    case 'lost':
      await forward();
      return void response.destroy();
    case 'silent':
      await forward();
      return fault.held();
    case 'half':
    case 'cut':
      return sendHalf(response, await forward(), fault.kind);
  }
}

function echoOf({ headers, path, body }: Request, status: number): ProxyAnswer {
  const echoed = { error: 'bad request', headers, path, body: body.toString('utf8') };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(echoed) };
}

function send(response: ServerResponse, { status, headers, body }: ProxyAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function sendHalf(response: ServerResponse, { status, headers, body }: ProxyAnswer, kind: 'half' | 'cut'): void {
  const whole = Buffer.from(body);
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  response.writeHead(status, { ...headers, 'content-length': kind === 'half' ? whole.length : half.length });
  if (kind === 'cut') {
    response.end(half);
    return;
  }
  response.write(half, () => response.destroy());
}
