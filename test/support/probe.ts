import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Auth, Grants } from '../../connectors/kit/auth.ts';
import { type AnyConnector, type ConnectorSpec, defineConnector } from '../../connectors/kit/connector.ts';
import { createIo, type Exchange } from '../../connectors/kit/http.ts';
import { type ApiClient, apiClient, type ConnectorIo } from '../../connectors/kit/io.ts';
import { SERVER_SETTINGS } from '../../connectors/kit/server.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { ok } from '../../core/shared/result.ts';

/** A connector with nothing to it but what a test gives it. */
export function probeConnector(more: Partial<ConnectorSpec<unknown, ApiClient>> = {}): AnyConnector {
  return defineConnector<unknown, ApiClient>({
    manifest: {
      id: 'probe',
      kind: 'erp',
      title: 'Probe',
      apiVersion: '1',
      docs: '',
      pacing: { requestsPerSecond: 1, burst: 1, concurrency: 8 },
      timeoutMs: 1000,
      secretSettings: [],
      redact: [],
    },
    settings: z.object(SERVER_SETTINGS) as unknown as z.ZodType<unknown>,
    servers: { production: 'https://api.probe.example', sandbox: 'https://sandbox.probe.example' },
    client: apiClient,
    check: async () => ok({ about: '' }),
    topics: {},
    capabilities: {},
    ...more,
  });
}

export type ProbeIo = { readonly io: ConnectorIo; readonly traces: Exchange[]; readonly clock: { ms: number } };

/** The kit's door for a declared way of authorizing, with a clock that a test moves. */
export function probeIo(baseUrl: string, auth: Auth, grants?: Grants): ProbeIo {
  const connector = probeConnector({ auth: () => auth });
  const traces: Exchange[] = [];
  const clock = { ms: Date.UTC(2026, 2, 1) };
  const io = createIo({
    connector,
    settings: { baseUrl },
    acquire: async () => ok(undefined),
    now: () => instantOf(clock.ms),
    trace: (exchange) => void traces.push(exchange),
    grants,
  });
  return { io, traces, clock };
}

export type Told = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown };

/** A server on a free port that answers by a function; what it was told is kept. */
export async function listen(
  answer: (told: Told) => Answer,
): Promise<{ url: string; told: Told[]; close(): Promise<void> }> {
  const told: Told[] = [];
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const one: Told = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      told.push(one);
      const { status = 200, headers = {}, body = {} } = answer(one);
      response.writeHead(status, headers).end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
