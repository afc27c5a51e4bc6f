import { Hono } from 'hono';
import { serveSimulator } from './serveSimulator.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';

type Row = Readonly<Record<string, unknown>>;

/** `tokenUrl` and `secret`: where the header's token is got for a client secret, by OAuth 2. */
type Login = { readonly header: string; readonly value: string; readonly tokenUrl?: string; readonly secret?: string };

/** A plain JSON API as data: enough to try a connector on before its vendor's own server is there. */
export type ApiDescription = {
  /** The header (in lower case) or parameter that a request must carry, with its value; and what a user enters for it. */
  readonly login: Login;
  readonly settings: Row;
  /** GET of these answers `{data, next}`, oldest change first, with `updated_since`, `cursor` and `reference`. */
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
  /** POST to these makes a record and answers its id; one with the Idempotency-Key of an earlier one answers that again. */
  readonly creates?: readonly string[];
  /** PUT below these stores a body under its path. */
  readonly sets?: readonly string[];
  /** What else is asked, by path. */
  readonly answers?: Readonly<Record<string, (query: Row) => unknown>>;
};

const PAGE_SIZE = 5;

/** Records like one, each with a key and a time of change of its own: enough for more than one page. */
export const rowsLike = (record: Row, count = 7): readonly Row[] =>
  Array.from({ length: count }, (_, n) => ({
    ...record,
    id: `${n}`,
    updated_at: `2026-01-${String(n + 1).padStart(2, '0')}T08:00:00Z`,
  }));

/** Serves a described API on 127.0.0.1, with faults to be planned as every simulator has them. */
export async function simulatorOf(api: ApiDescription, options: SimulatorOptions = {}): Promise<Simulator> {
  const app = new Hono();
  const created: Record<string, Row[]> = Object.fromEntries((api.creates ?? []).map((path) => [path, []]));
  const set: Record<string, unknown> = {};
  logIn(app, api.login);
  app.get('/me', (c) => c.json({ name: 'Simulated account' }));
  for (const path of new Set([...Object.keys(api.lists ?? {}), ...Object.keys(created)])) {
    const rows = (): readonly Row[] => [...(api.lists?.[path] ?? []), ...(created[path] ?? [])];
    app.get(path, (c) => c.json(pageOf(rows(), c.req.query()) as never));
  }
  create(app, created);
  for (const path of api.sets ?? []) {
    app.put(`${path}/*`, async (c) => {
      set[decodeURIComponent(c.req.path)] = await c.req.json();
      return c.json({ id: c.req.path.slice(path.length + 1) });
    });
  }
  for (const [path, answer] of Object.entries(api.answers ?? {}))
    app.post(path, async (c) => c.json(answer(await c.req.json<Row>()) as never));
  const served = await serveSimulator(app, () => ({ created, set }), options);
  return { ...served, settings: { ...api.settings, baseUrl: served.url } };
}

function logIn(app: Hono, { header, value, tokenUrl, secret }: Login): void {
  if (tokenUrl !== undefined && secret !== undefined) {
    const basic = Buffer.from(`client:${secret}`).toString('base64');
    const token = value.replace(/^Bearer /, '');
    app.post(tokenUrl, (c) =>
      c.req.header('authorization') === `Basic ${basic}`
        ? c.json({ access_token: token, expires_in: 3600 })
        : c.json({ error: 'invalid_client' }, 401),
    );
  }
  app.use('*', async (c, next) =>
    (c.req.header(header) ?? c.req.query(header)) === value ? next() : c.json({ error: 'who are you?' }, 401),
  );
}

function create(app: Hono, created: Readonly<Record<string, Row[]>>): void {
  const seen = new Map<string, string>();
  for (const [path, rows] of Object.entries(created)) {
    app.post(path, async (c) => {
      const key = c.req.header('idempotency-key');
      const known = key === undefined ? undefined : seen.get(key);
      if (known !== undefined) return c.json({ id: known });
      const id = `${rows.length + 1}-${path.slice(1)}`;
      rows.push({ id, ...(await c.req.json<Row>()) });
      if (key !== undefined) seen.set(key, id);
      return c.json({ id }, 201);
    });
  }
}

function pageOf(
  rows: readonly Row[],
  { updated_since: since, cursor = '0', reference }: Readonly<Record<string, string>>,
) {
  const found = rows
    .filter((row) => reference === undefined || row['reference'] === reference)
    .filter((row) => since === undefined || String(row['updated_at']) >= since)
    .toSorted((a, b) => (String(a['updated_at']) < String(b['updated_at']) ? -1 : 1));
  const from = Number(cursor);
  return {
    data: found.slice(from, from + PAGE_SIZE),
    next: from + PAGE_SIZE < found.length ? String(from + PAGE_SIZE) : null,
  };
}
