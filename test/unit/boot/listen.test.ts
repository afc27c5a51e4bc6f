import { once } from 'node:events';
import { Agent, createServer, get, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { healthServer } from '../../../boot/healthServer.ts';
import { listen } from '../../../boot/listen.ts';

type Open = { readonly port: number; readonly stop: (deadline?: AbortSignal) => Promise<number> };
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function open(handler: RequestListener | ReturnType<typeof createServer>): Promise<Open> {
  const server = typeof handler === 'function' ? createServer(handler) : handler;
  const opened = await listen(server, { host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.error.message);
  const { value, stop } = opened.value;
  cleanups.push(() => server.closeAllConnections());
  return {
    port: value.port,
    stop: async (deadline = new AbortController().signal) => {
      const begun = performance.now();
      await stop?.(deadline);
      return performance.now() - begun;
    },
  };
}

const textOf = async (port: number, path = '/'): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).text();

test('a connection on which nothing was asked does not hold up the stop', async () => {
  const { port, stop } = await open((_request, response) => response.end('ok'));
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  expect(await textOf(port)).toBe('ok');
  expect(await stop()).toBeLessThan(1_000);
});

test('a connection kept alive between requests does not hold it up either', async () => {
  const { port, stop } = await open((_request, response) => response.end('ok'));
  const agent = new Agent({ keepAlive: true });
  cleanups.push(() => agent.destroy());
  const [response] = await once(get({ port, agent }), 'response');
  response.resume();
  await once(response, 'end');
  expect(await stop()).toBeLessThan(1_000);
});

test('a request under way is answered while the server stops, and no new one is taken', async () => {
  const asked = Promise.withResolvers<() => void>();
  const { port, stop } = await open((_request, response) => asked.resolve(() => response.end('late')));
  const answer = textOf(port);
  const finish = await asked.promise;
  const stopped = stop();
  await expect(textOf(port)).rejects.toThrow();
  finish();
  expect(await answer).toBe('late');
  await stopped;
});

test('a request that never ends is cut at the deadline', async () => {
  const deadline = new AbortController();
  const { port, stop } = await open(() => undefined);
  const answer = textOf(port);
  answer.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = stop(deadline.signal);
  deadline.abort();
  expect(await stopped).toBeLessThan(1_000);
  await expect(answer).rejects.toThrow();
});

test('a port in use is a problem with the next step', async () => {
  const { port } = await open((_request, response) => response.end());
  const second = await listen(createServer(), { host: '127.0.0.1', port });
  expect(second).toMatchObject({
    ok: false,
    error: { code: 'port-in-use', next: expect.stringContaining(`${port + 1}`) },
  });
});

test('an address of another machine is a problem that names HOST', async () => {
  const other = await listen(createServer(), { host: '192.0.2.1', port: 0 });
  expect(other).toMatchObject({ ok: false, error: { code: 'host-unknown', next: expect.stringContaining('HOST') } });
});

test('a health server is alive at once, and ready only while every check holds', async () => {
  let holds = false;
  const checks = [
    { name: 'steady', isReady: async () => true },
    { name: 'late', isReady: async () => holds },
    { name: 'broken', isReady: async () => holds || Promise.reject(new Error('down')) },
  ];
  const { port } = await open(healthServer(checks));
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    return [response.status, ((await response.json()) as { waiting: unknown }).waiting];
  };
  expect(await textOf(port, '/healthz')).toContain('ok');
  expect(await ready()).toEqual([503, ['late', 'broken']]);
  holds = true;
  expect(await ready()).toEqual([200, []]);
});
