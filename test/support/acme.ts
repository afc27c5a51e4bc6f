import { Hono } from 'hono';
import { z } from 'zod';
import {
  type AnyConnector,
  type ConnectorIo,
  defineConnector,
  type Page,
  type RemoteRef,
} from '../../connectors/kit/connector.ts';
import { parseDocument, parseWire } from '../../connectors/kit/parse.ts';
import { serveSimulator } from '../../connectors/kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../../connectors/kit/simulator.ts';
import type { CanonicalRecord, OrderDocument, StockDocument } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** The smallest connector that has a bit of everything: what the conformance suite itself is tried on. */

const Settings = z.object({ baseUrl: z.url(), apiKey: z.string().min(8) });
type Settings = z.infer<typeof Settings>;
type Client = {
  readonly call: (
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    signal: AbortSignal,
  ) => Promise<Result<unknown, Fault>>;
};

const WireLevel = z.object({ id: z.int(), sku: z.string(), count: z.int(), updated: z.string() });
const WirePage = z.object({ levels: z.array(z.unknown()), next: z.int().nullable() });
const WireOrder = z.object({ id: z.string() });

function client(settings: Settings, io: ConnectorIo): Client {
  return {
    async call(method, path, body, signal) {
      const token = await io.token('session', async () => {
        const url = `${settings.baseUrl}/login`;
        const answer = await io.http.request(
          { method: 'POST', url, body: { key: settings.apiKey }, effect: 'read' },
          signal,
        );
        if (!answer.ok) return answer;
        const parsed = parseWire(z.object({ access_token: z.string() }), answer.value.body, 'login');
        return parsed.ok ? ok({ value: parsed.value.access_token, expiresInSeconds: 3600 }) : parsed;
      });
      if (!token.ok) return token;
      const headers = { Authorization: `Bearer ${token.value}` };
      const url = `${settings.baseUrl}${path}`;
      const answer = await io.http.request({ method, url, headers, ...(body === null ? {} : { body }) }, signal);
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

function decodeLevel(raw: unknown): Result<{ kind: 'documents'; documents: readonly CanonicalRecord[] }, Fault> {
  const wire = parseWire(WireLevel, raw, 'level');
  if (!wire.ok) return wire;
  const { sku, count, updated } = wire.value;
  const candidate = { sku, location: 'main', quantity: count, measure: 'on-hand', asOf: updated };
  const document: Result<StockDocument, Fault> = parseDocument('stock', candidate);
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'stock', document: document.value }] }) : document;
}

async function fetchLevels(to: Client, cursor: string | null, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const answer = await to.call('GET', `/levels?after=${cursor ?? '0'}`, null, signal);
  if (!answer.ok) return answer;
  const page = parseWire(WirePage, answer.value, 'page');
  if (!page.ok) return page;
  const { levels, next } = page.value;
  const last = (levels.at(-1) as { id?: number } | undefined)?.id;
  const at = last === undefined ? cursor : String(last);
  return ok({ items: levels, checkpoint: { since: null, cursor: at }, more: next !== null });
}

const receiptOf = (answer: Result<unknown, Fault>): Result<RemoteRef, Fault> => {
  if (!answer.ok) return answer;
  const order = parseWire(WireOrder, answer.value, 'order');
  return order.ok ? ok({ externalId: order.value.id }) : order;
};

export const acme: AnyConnector = defineConnector<Settings, Client>({
  manifest: {
    id: 'acme',
    kind: 'erp',
    title: 'Acme',
    apiVersion: '1',
    docs: 'https://acme.example',
    pacing: { requestsPerSecond: 100, burst: 100, concurrency: 4 },
    timeoutMs: 2000,
    secretSettings: ['apiKey'],
    redact: ['key'],
  },
  settings: Settings,
  hosts: ({ baseUrl }) => [new URL(baseUrl).host],
  client,
  async check(to, signal) {
    const answer = await to.call('GET', '/me', null, signal);
    if (!answer.ok) return answer;
    const me = parseWire(z.object({ company: z.string() }), answer.value, 'account');
    return me.ok ? ok({ about: me.value.company }) : me;
  },
  topics: { level: { decode: decodeLevel } },
  capabilities: {
    pullStock: {
      topic: 'level',
      cursor: { kind: 'append-only-id', field: 'id' },
      fetch: (to, { cursor }, signal) => fetchLevels(to, cursor, signal),
      identify: (raw) => {
        const wire = parseWire(WireLevel, raw, 'level');
        if (!wire.ok) return err(wire.error);
        return ok({ messageId: `level/${wire.value.id}`, subject: `stock/${wire.value.sku}` });
      },
    },
    pushOrder: {
      encode: (order: OrderDocument) => ok({ number: order.number }),
      send: async (to, raw, { reference }, signal) =>
        receiptOf(await to.call('POST', '/orders', { ...(raw as object), reference }, signal)),
      duplicates: {
        mode: 'lookupByRef',
        settleMs: 10_000,
        landed: async (to, _raw, { reference }, signal) => {
          const answer = await to.call('GET', `/orders?reference=${encodeURIComponent(reference)}`, null, signal);
          if (!answer.ok) return answer;
          const found = parseWire(z.array(WireOrder), answer.value, 'orders');
          if (!found.ok) return found;
          return ok(found.value[0] ? { externalId: found.value[0].id } : null);
        },
      },
    },
    pushStock: {
      encode: (stock: StockDocument) => ok({ sku: stock.sku, count: stock.quantity }),
      send: async (to, raw, _key, signal) => receiptOf(await to.call('POST', '/levels', raw, signal)),
      duplicates: { mode: 'idempotent' },
    },
  },
});

export type AcmeState = {
  readonly orders: readonly { readonly id: string; readonly reference: string }[];
  readonly written: Readonly<Record<string, number>>;
};

const PAGE_SIZE = 3;

/** A server that behaves as Acme does: a login, pages of three, and no protection against a second order. */
export async function startAcme(options: SimulatorOptions = {}): Promise<Simulator> {
  const apiKey = 'acme-key-5f1c';
  const orders: { id: string; reference: string }[] = [];
  const written: Record<string, number> = {};
  const levels = Array.from({ length: 10 }, (_, i) => ({
    id: i + 1,
    sku: `S${i}`,
    count: i,
    updated: instantOf(Date.UTC(2026, 0, 1 + i)),
  }));
  const app = new Hono();
  app.post('/login', async (c) => {
    const { key } = await c.req.json<{ key: string }>();
    return key === apiKey ? c.json({ access_token: 'acme-token-77' }) : c.json({ error: `no such key ${key}` }, 401);
  });
  app.use('*', async (c, next) => {
    if (c.req.header('authorization') !== 'Bearer acme-token-77') return c.json({ error: 'log in' }, 401);
    return next();
  });
  app.get('/me', (c) => c.json({ company: 'Acme Ltd' }));
  app.get('/levels', (c) => {
    const rest = levels.filter(({ id }) => id > Number(c.req.query('after')));
    const page = rest.slice(0, PAGE_SIZE);
    return c.json({ levels: page, next: rest.length > page.length ? page.at(-1)?.id : null });
  });
  app.post('/levels', async (c) => {
    const { sku, count } = await c.req.json<{ sku: string; count: number }>();
    written[sku] = count;
    return c.json({ id: sku });
  });
  app.get('/orders', (c) => c.json(orders.filter(({ reference }) => reference === c.req.query('reference'))));
  app.post('/orders', async (c) => {
    const { reference } = await c.req.json<{ reference: string }>();
    const order = { id: `o-${orders.length + 1}`, reference };
    orders.push(order);
    return c.json(order, 201);
  });
  const served = await serveSimulator(app, () => ({ orders, written }), options);
  return { ...served, settings: { baseUrl: served.url, apiKey } };
}
