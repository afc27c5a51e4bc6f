import { Hono } from 'hono';
import { z } from 'zod';
import {
  type AnyConnector,
  type Checkpoint,
  type ConnectorIo,
  defineConnector,
  type Page,
  type RemoteRef,
} from '../../../connectors/kit/connector.ts';
import { parseDocument, parseWire } from '../../../connectors/kit/parse.ts';
import { openRun, pageBehind } from '../../../connectors/kit/run.ts';
import { serveSimulator } from '../../../connectors/kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../../../connectors/kit/simulator.ts';
import type { CanonicalRecord, OrderDocument, RateQuote, StockDocument } from '../../../core/documents/index.ts';
import type { Fault } from '../../../core/shared/fault.ts';
import { permanent } from '../../../core/shared/fault.ts';
import { epochMs, parseLocal } from '../../../core/shared/instant.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';

/** The smallest connector that has a bit of everything: what the checks themselves are tried on. */

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

const WireLevel = z.object({
  id: z.int(),
  sku: z.string(),
  place: z.string(),
  count: z.int(),
  updated: z.string(),
  state: z.string().optional(),
});
const WirePage = z.object({ levels: z.array(WireLevel), next: z.string().nullable() });
const WireRates = z.array(z.object({ code: z.string(), name: z.string(), cents: z.int(), currency: z.string() }));
const WireOrder = z.object({ id: z.string() });
/** Acme writes local times of its head office. */
const ZONE = 'Europe/Berlin';

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

/** A write that was answered in words nobody can read may have happened. */
const inDoubt = ({ code, message }: Fault): Fault => ({ kind: 'in-doubt', code, message });

function decodeLevel(raw: unknown): Result<{ kind: 'documents'; documents: readonly CanonicalRecord[] }, Fault> {
  const wire = parseWire(WireLevel, raw, 'level');
  if (!wire.ok) return wire;
  const { sku, place, count, updated } = wire.value;
  const asOf = parseLocal(updated, ZONE);
  if (!asOf.ok) return err(permanent('unexpected-shape', asOf.error, '/updated'));
  const candidate = { sku, location: place, quantity: count, measure: 'on-hand', asOf: asOf.value };
  const document: Result<StockDocument, Fault> = parseDocument('stock', candidate);
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'stock', document: document.value }] }) : document;
}

const CURSOR = {
  kind: 'updated-at',
  field: 'updated',
  zone: ZONE,
  inclusive: true,
  commitLagMs: 60_000,
  tieBreak: 'id',
} as const;

/** By time of change and id, from the place of the last level seen, so that what changes moves to the end. */
async function fetchLevels(to: Client, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const place = openRun(from, CURSOR);
  if (!place.ok) return place;
  const { since, page: after } = place.value;
  const at = after === null ? textOf(since === null ? 0 : epochMs(since)) : String(after);
  const answer = await to.call('GET', `/levels?after=${encodeURIComponent(at)}`, null, signal);
  if (!answer.ok) return answer;
  const parsed = parseWire(WirePage, answer.value, 'page');
  if (!parsed.ok) return parsed;
  const { levels, next } = parsed.value;
  const changed = levels.flatMap(({ updated }) => {
    const read = parseLocal(updated, ZONE);
    return read.ok ? [read.value] : [];
  });
  return ok(pageBehind(from, place.value, { items: levels, next, changed }));
}

async function quote(to: Client, signal: AbortSignal): Promise<Result<readonly RateQuote[], Fault>> {
  const answer = await to.call('GET', '/rates', null, signal);
  if (!answer.ok) return answer;
  const rates = parseWire(WireRates, answer.value, 'rates');
  if (!rates.ok) return rates;
  return ok(
    rates.value.map(({ code, name, cents, currency }) => ({
      service: code,
      title: name,
      chargeMinor: cents,
      currency,
    })),
  );
}

const receiptOf = (answer: Result<unknown, Fault>): Result<RemoteRef, Fault> => {
  if (!answer.ok) return answer;
  const order = parseWire(WireOrder, answer.value, 'order');
  return order.ok ? ok({ externalId: order.value.id }) : err(inDoubt(order.error));
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
      cursor: CURSOR,
      fetch: fetchLevels,
      identify: (raw) => {
        const wire = parseWire(WireLevel, raw, 'level');
        if (!wire.ok) return err(wire.error);
        const { id, sku, updated, count } = wire.value;
        return ok({ messageId: `level/${id}@${updated}=${count}`, subject: `stock/${sku}` });
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
    quoteRates: { ask: (to, _query, signal) => quote(to, signal) },
  },
});

export type AcmeState = {
  readonly orders: readonly { readonly id: string; readonly reference: string }[];
  readonly written: Readonly<Record<string, number>>;
};

const PAGE_SIZE = 3;
type Level = { readonly id: number; readonly sku: string; readonly count: number; readonly at: number };

/** A server that behaves as Acme does: a login, pages of three, and no protection against a second order. */
export async function startAcme(options: SimulatorOptions = {}): Promise<Simulator> {
  const apiKey = 'acme-key-5f1c';
  const now = options.now ?? Date.now;
  const orders: { id: string; reference: string }[] = [];
  const written: Record<string, number> = {};
  const levels = new Map<number, Level>();
  const app = new Hono();
  app.post('/sim/levels/:id', async (c) => {
    const id = Number(c.req.param('id'));
    const { count } = await c.req.json<{ count: number }>();
    levels.set(id, { id, sku: `S${id}`, count, at: now() });
    return c.json({});
  });
  app.post('/login', async (c) => {
    const { key } = await c.req.json<{ key: string }>();
    return key === apiKey ? c.json({ access_token: 'acme-token-77' }) : c.json({ error: `no such key ${key}` }, 401);
  });
  app.use('*', async (c, next) => {
    if (c.req.header('authorization') !== 'Bearer acme-token-77') return c.json({ error: 'log in' }, 401);
    return next();
  });
  app.get('/me', (c) => c.json({ company: 'Acme Ltd' }));
  app.get('/rates', (c) => c.json([{ code: 'STD', name: 'Standard', cents: 490, currency: 'EUR' }]));
  app.get('/levels', (c) => {
    const rest = [...levels.values()]
      .map(({ id, sku, count, at }) => ({ id, sku, place: 'main hall', count, updated: textOf(at), state: 'counted' }))
      .map((level) => ({ level, key: `${level.updated} ${String(level.id).padStart(6, '0')}` }))
      .filter(({ key }) => key > (c.req.query('after') ?? ''))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = rest.slice(0, PAGE_SIZE);
    const next = rest.length > page.length ? (page.at(-1)?.key ?? null) : null;
    return c.json({ levels: page.map(({ level }) => level), next });
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

/** A time as Acme writes it: of its own zone, to the second. */
function textOf(ms: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(ms);
}
