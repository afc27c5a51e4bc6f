import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type ConnectorIo, defineConnector } from '../../../../connectors/kit/connector.ts';
import { createIo, type Exchange } from '../../../../connectors/kit/http.ts';
import { retryable } from '../../../../core/shared/fault.ts';
import { instantOf } from '../../../../core/shared/instant.ts';
import { err, ok } from '../../../../core/shared/result.ts';

const SECRET = 'hunter2-and-more';
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Kit = { readonly io: ConnectorIo; readonly traces: Exchange[]; clock: { ms: number } };

function kit(baseUrl: string, more: { hosts?: string[]; isEntered?: boolean; timeoutMs?: number } = {}): Kit {
  const connector = defineConnector({
    manifest: {
      id: 'probe',
      kind: 'erp',
      title: 'Probe',
      apiVersion: '1',
      docs: '',
      pacing: { requestsPerSecond: 1, burst: 1, concurrency: 8 },
      timeoutMs: more.timeoutMs ?? 1000,
      secretSettings: ['password'],
      redact: ['x-signature'],
    },
    settings: z.object({}),
    hosts: () => more.hosts ?? [new URL(baseUrl).host],
    client: () => null,
    check: async () => ok({ about: '' }),
    topics: {},
    capabilities: {},
  });
  const traces: Exchange[] = [];
  const clock = { ms: 1_700_000_000_000 };
  const settings = { password: SECRET, ...(more.isEntered === false ? {} : { baseUrl }) };
  const io = createIo({
    connector,
    settings,
    acquire: async () => ok(undefined),
    now: () => instantOf(clock.ms),
    trace: (exchange) => traces.push(exchange),
  });
  return { io, traces, clock };
}

const signal = (): AbortSignal => new AbortController().signal;

test('a host that the connector does not declare is never called', async () => {
  let calls = 0;
  const url = await serve((_, response) => {
    calls++;
    response.end('{}');
  });
  const { io } = kit(url, { hosts: ['api.example.com'] });
  for (const target of [url, `${url}/x`, 'file:///etc/passwd', 'http://api.example.com@127.0.0.1/', 'nonsense']) {
    const answer = await io.http.request({ method: 'GET', url: target }, signal());
    expect(answer).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'host-not-allowed' } });
  }
  expect(calls).toBe(0);
});

test('a private address is called only where the user entered it as the base URL', async () => {
  const url = await serve((_, response) => response.end('{"a":1}'));
  const refused = await kit(url, { isEntered: false }).io.http.request({ method: 'GET', url }, signal());
  expect(refused).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'private-address' } });
  expect(await kit(url).io.http.request({ method: 'GET', url }, signal())).toMatchObject({ ok: true });
});

test('a name that resolves to a private address is refused when the socket is opened', async () => {
  const { port } = new URL(await serve((_, response) => response.end('{}')));
  const url = `http://localhost:${port}`;
  const refused = await kit(url, { isEntered: false }).io.http.request({ method: 'POST', url }, signal());
  expect(refused).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'private-address' } });
});

test('a redirect is a fault, and is not followed', async () => {
  const paths: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    paths.push(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  const answer = await kit(url).io.http.request({ method: 'GET', url: `${url}/here` }, signal());
  expect(answer).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'redirected' } });
  expect(paths).toEqual(['/here']);
});

test('a write whose answer is lost is in doubt, a read is tried again, and neither when nothing was sent', async () => {
  const url = await serve((request) => request.socket.destroy());
  const { io } = kit(url);
  expect(await io.http.request({ method: 'POST', url, body: {} }, signal())).toMatchObject({
    error: { kind: 'in-doubt' },
  });
  expect(await io.http.request({ method: 'POST', url, body: {}, effect: 'read' }, signal())).toMatchObject({
    error: { kind: 'retryable' },
  });
  const closed = 'http://127.0.0.1:1';
  expect(await kit(closed).io.http.request({ method: 'POST', url: closed, body: {} }, signal())).toMatchObject({
    error: { kind: 'retryable', code: 'network-econnrefused' },
  });
});

test('an answer that drips is cut at the time limit of the whole call', async () => {
  const url = await serve((_, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  const { io } = kit(url, { timeoutMs: 200 });
  const started = performance.now();
  const answer = await io.http.request({ method: 'POST', url, body: {} }, signal());
  expect(answer).toMatchObject({ ok: false, error: { kind: 'in-doubt', code: 'network-etimedout' } });
  expect(performance.now() - started).toBeLessThan(1000);
});

test('secrets are in no trace and in no message, wherever they stand', async () => {
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.writeHead(400).end(`no: ${Buffer.concat(chunks).toString()}`));
  });
  const { io, traces } = kit(url);
  const token = await io.token('t', async () => ok({ value: 'tok-4711-zz', expiresInSeconds: 60 }));
  const answer = await io.http.request(
    {
      method: 'POST',
      url: `${url}/${SECRET}`,
      headers: { 'X-Signature': 'sig-9', Authorization: 'Bearer tok-4711-zz' },
      query: { key: SECRET },
      body: { params: ['db', 'admin', SECRET], deep: [{ text: `<v>${SECRET}</v>` }], password: 'other-secret' },
    },
    signal(),
  );
  expect(token.ok).toBe(true);
  expect(traces).toHaveLength(1);
  const said = JSON.stringify([traces, answer.ok ? '' : answer.error.message]);
  for (const secret of [SECRET, 'tok-4711-zz', 'sig-9']) expect(said).not.toContain(secret);
  expect(said).toContain('admin');
});

test('concurrent callers share one fetch of a token, and it is fetched again before it expires', async () => {
  const { io, clock } = kit('http://127.0.0.1:9');
  let fetches = 0;
  const get = () =>
    io.token('t', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return ok({ value: `token-${++fetches}`, expiresInSeconds: 120 });
    });
  expect((await Promise.all([get(), get(), get()])).map((token) => token.ok && token.value)).toEqual([
    'token-1',
    'token-1',
    'token-1',
  ]);
  clock.ms += 89_000;
  expect(await get()).toEqual(ok('token-1'));
  clock.ms += 2_000;
  expect(await get()).toEqual(ok('token-2'));
});

test('a failed fetch of a token is not remembered', async () => {
  const { io } = kit('http://127.0.0.1:9');
  expect((await io.token('t', async () => err(retryable('down', 'down')))).ok).toBe(false);
  expect(await io.token('t', async () => ok({ value: 'good', expiresInSeconds: 60 }))).toEqual(ok('good'));
});

test('a kept token that is refused is fetched again; a fresh one that is refused is an auth fault', async () => {
  const url = await serve((_, response) => response.writeHead(401).end('{}'));
  const { io } = kit(url);
  let fetches = 0;
  const call = async () => {
    await io.token('t', async () => ok({ value: `token-${++fetches}`, expiresInSeconds: 600 }));
    return io.http.request({ method: 'GET', url }, signal());
  };
  await io.token('t', async () => ok({ value: `token-${++fetches}`, expiresInSeconds: 600 }));
  expect(await call()).toMatchObject({ error: { kind: 'retryable', code: 'token-refused' } });
  expect(await call()).toMatchObject({ error: { kind: 'auth' } });
  expect(fetches).toBe(2);
});

test('after eight calls without an answer the circuit opens, and closes again after a while', async () => {
  let calls = 0;
  const url = await serve((request) => {
    calls++;
    request.socket.destroy();
  });
  const { io, clock } = kit(url);
  const call = () => io.http.request({ method: 'GET', url }, signal());
  for (let i = 0; i < 8; i++) await call();
  expect(await call()).toMatchObject({ error: { kind: 'rate-limited', code: 'circuit-open', retryAfterMs: 5000 } });
  expect(calls).toBe(8);
  clock.ms += 5001;
  await call();
  expect(calls).toBe(9);
});

test('an answer of a hundred megabytes is broken off and named, within a bounded memory', async () => {
  const url = await serve((_request, response) => {
    const chunk = Buffer.alloc(2 ** 20, '<a>');
    let left = 100;
    const more = (): void => {
      while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
      response.end();
    };
    more();
  });
  const { io } = kit(url, { timeoutMs: 20_000 });
  const before = process.memoryUsage().rss;
  const read = await io.http.request({ method: 'GET', url, responseType: 'text' }, new AbortController().signal);
  expect(read).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'answer-too-large' } });
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20);
  const written = await io.http.request({ method: 'POST', url, body: {} }, new AbortController().signal);
  expect(written).toMatchObject({ ok: false, error: { kind: 'in-doubt', code: 'answer-too-large' } });
});
