import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { foldedWorkDifferences } from '../support/foldedWork.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
let hub: TestHub;
type Row = Readonly<Record<string, unknown>>;

const PLACES = ['north', 'south', 'counter'] as const;
const SKUS = ['ONE', 'TWO', 'SET'] as const;

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  for (const [priority, code] of PLACES.entries()) await hub.post('/api/v1/locations', { code, name: code, priority });
  await put('/locations/counter/fulfillment', { kind: 'store', isShipping: false });
  for (const sku of SKUS) await hub.post('/api/v1/products', product(sku));
  await drained(hub.parts);
  const components = [
    { sku: 'ONE', quantity: 2 },
    { sku: 'TWO', quantity: 1 },
  ];
  await put('/bundles', { sku: 'SET', components });
  await put('/bins', { location: 'north', code: 'A1', walk: 1 });
});
afterAll(() => hub.close());

const put = (path: string, body: object) =>
  hub.request(`/api/v1${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** What is done next, with numbers by which it chooses what to do it to. */
type Step = { readonly verb: (typeof VERBS)[number]; readonly a: number; readonly b: number; readonly units: number };
const VERBS = [
  'place',
  'place',
  'place',
  'collect',
  'revise',
  'void',
  'pay',
  'hold',
  'release',
  'cancel',
  'cancelSome',
  'cancelSome',
  'split',
  'edit',
  'pick',
  'pick',
  'pickSome',
  'short',
  'short',
  'ship',
  'ship',
  'ready',
  'report',
  'receive',
  'receive',
  'lose',
  'transfer',
  'damage',
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...VERBS),
  a: fc.nat({ max: 999 }),
  b: fc.nat({ max: 999 }),
  units: fc.integer({ min: 1, max: 4 }),
});

/** One run: what is there to act on, by the names that the hub gave. */
class Run {
  readonly #name: string;
  #placed = 0;
  #minute = 0;
  readonly #unpaid: number[] = [];
  constructor(name: string) {
    this.#name = name;
  }

  async act({ verb, a, b, units }: Step): Promise<void> {
    const sku = SKUS[a % SKUS.length] ?? 'ONE';
    const place = PLACES[b % 2] ?? 'north';
    const lines = [
      { sku, quantity: units },
      { sku: SKUS[b % SKUS.length] ?? 'TWO', quantity: 1 + (a % 3) },
    ];
    switch (verb) {
      case 'place':
        if (a % 2 === 0) this.#unpaid.push(this.#placed);
        return this.#state(this.#placed++, lines, { paymentState: a % 2 === 0 ? 'pending' : 'paid' });
      case 'collect':
        return this.#state(this.#placed++, lines, { paymentState: 'paid', collectAt: 'counter' });
      case 'revise':
        return this.#state(a % Math.max(1, this.#placed), lines, { paymentState: 'paid' });
      case 'void':
        return this.#state(this.#unpaid.at(-1) ?? 0, lines, { paymentState: 'voided' });
      case 'pay':
        return this.#state(a % Math.max(1, this.#placed), lines, { paymentState: 'paid' });
      case 'receive':
        return this.#stock('receipts', {
          sku: a % 2 ? 'ONE' : 'TWO',
          location: PLACES[b % 3],
          quantity: units * 3,
          reference: 'r',
          ...(place === 'north' && b % 3 === 0 ? { bin: 'A1' } : {}),
        });
      case 'lose':
        return this.#stock('adjustments', {
          sku: a % 2 ? 'ONE' : 'TWO',
          location: place,
          difference: -1,
          reason: 'lost',
        });
      case 'damage':
        return this.#stock('states', {
          sku: a % 2 ? 'ONE' : 'TWO',
          location: place,
          change: 'damage',
          quantity: 1,
          reason: 'fell',
        });
      case 'transfer':
        return this.#transfer(a % 2 ? 'ONE' : 'TWO', place, PLACES[(b + 1) % 2] ?? 'south', units);
      case 'report':
        return this.#report(a, b, units);
      default:
        return verb in ORDER_VERBS ? this.#onOrder(verb, a, units) : this.#onWork(verb, a, units);
    }
  }

  async #state(n: number, lines: Parameters<typeof order>[1], more: object): Promise<void> {
    const id = `${this.#name}-${n}`;
    const updatedAt = new Date(Date.UTC(2026, 0, 1, 0, this.#minute++)).toISOString();
    await hub.arrive('order', `order/${id}`, `${id}@${updatedAt}`, order(id, lines, { updatedAt, ...more }));
    await drained(hub.parts);
  }

  async #stock(path: string, body: object): Promise<void> {
    count(await hub.post(`/api/v1/stock/${path}`, body), path);
    await drained(hub.parts);
  }

  async #transfer(sku: string, from: string, to: string, quantity: number): Promise<void> {
    const { body } = await hub.post('/api/v1/transfers', { from, to, lines: [{ sku, quantity }] });
    const { id } = body as { id: string };
    const sent = await hub.post(`/api/v1/transfers/${id}/send`, {});
    count(sent, 'transfer');
    if (sent.status === 200)
      await hub.post(`/api/v1/transfers/${id}/receive`, { lines: [{ sku, received: quantity }] });
  }

  async #pickOf(noun: string, filters: Record<string, string>, a: number): Promise<Row | undefined> {
    const { items } = await hub.list(noun, filters);
    return items[a % Math.max(1, items.length)];
  }

  async #onOrder(verb: string, a: number, units: number): Promise<void> {
    const { items } = await hub.list('orders', { state: 'open' });
    const open =
      verb === 'edit' || verb === 'split' ? items.filter(({ holds }) => (holds as string[]).length > 0) : items;
    const found = open[a % Math.max(1, open.length)];
    if (!found) return;
    const row = (await hub.get(`/api/v1/orders/${found['id']}`)).body as Row & { lines: Row[] };
    const line = row.lines[a % row.lines.length]?.['id'];
    const [path, body] = ORDER_VERBS[verb]?.(line, units) ?? [];
    count(await hub.post(`/api/v1/orders/${row['id']}/${path}`, body ?? {}), verb);
  }

  async #onWork(verb: string, a: number, units: number): Promise<void> {
    const { rows } = await hub.parts.store.pool.query<Row>(OPEN_WORK, [verb]);
    const work = verb === 'ready' ? rows[0] : rows[a % Math.max(1, rows.length)];
    if (!work) return;
    const [line] = work['lines'] as { line: string; quantity: number; picked: number }[];
    const some = { units: [{ line: line?.line, quantity: units }], reason: 'not-found' };
    const path = verb === 'pickSome' ? 'pick' : verb;
    if (verb === 'ready') await hub.post(`/api/v1/fulfillment-orders/${work['id']}/pick`, {});
    const body = verb === 'short' || verb === 'pickSome' ? some : {};
    count(await hub.post(`/api/v1/fulfillment-orders/${work['id']}/${path}`, body), verb);
  }

  async #report(a: number, b: number, units: number): Promise<void> {
    const found = await this.#pickOf('orders', { state: 'open' }, a);
    if (!found) return;
    const row = (await hub.get(`/api/v1/orders/${found['id']}`)).body as Row & { lines: Row[] };
    const line = row.lines[a % row.lines.length];
    const document = {
      reference: `ful-${this.#name}-${this.#minute++}`,
      orderExternalId: found['externalId'],
      location: PLACES[b % 2],
      lines: [{ lineExternalId: line?.['externalId'], sku: line?.['sku'], quantity: units }],
    };
    await hub.arrive('shipment', `order/${found['externalId']}`, document.reference, document);
    await drained(hub.parts);
  }
}

const OPEN_WORK = `
  select id, lines from fulfillment_order where state not in ('shipped', 'cancelled')
  order by $1 = 'ready' and method = 'collect' desc, id`;

const ORDER_VERBS: Readonly<Record<string, (line: unknown, units: number) => readonly [string, object]>> = {
  hold: () => ['hold', { reason: 'manual' }],
  release: () => ['release', { reason: 'manual' }],
  cancel: () => ['cancel', { reason: 'buyer' }],
  cancelSome: (line, quantity) => ['cancel', { reason: 'buyer', lines: [{ line, quantity }] }],
  split: (line) => ['split', { lines: [{ line, quantity: 1 }] }],
  edit: (line, quantity) => ['edit', { lines: [{ line, quantity }] }],
};

const seen = new Map<string, number>();
const add = (name: string): void => void seen.set(name, (seen.get(name) ?? 0) + 1);
function count({ status, body }: { readonly status: number; readonly body: unknown }, what: string): void {
  if (status >= 500) throw new Error(`${what}: ${JSON.stringify(body)}`);
  add(status < 300 ? `${what} done` : `${what} refused`);
}

async function differences(): Promise<Row> {
  const { differences: books } = (await hub.get('/api/v1/stock/audit')).body as { differences: unknown[] };
  const folded = await hub.foldedDifferences();
  return { books, folded, works: await foldedWorkDifferences(hub.parts), stuck: await stuck() };
}

/** Units in work that are not what their order has released there, and messages on which the hub itself failed. */
async function stuck(): Promise<readonly unknown[]> {
  const { rows } = await hub.parts.store.pool.query(`
    with work as (
      select (part ->> 'line')::uuid as line, f.location_id,
             sum((part ->> 'quantity')::integer - (part ->> 'shipped')::integer) as units
      from fulfillment_order f, jsonb_array_elements(f.lines) part where f.state not in ('shipped', 'cancelled') group by 1, 2
    )
    select coalesce(w.line, a.order_line_id) as line, w.units, a.released
    from work w full join allocation a on a.order_line_id = w.line and a.location_id = w.location_id
    where coalesce(w.units, 0) <> coalesce(a.released, 0)
    union all
    select null, id, null from inbox_work where fault ->> 'code' = 'hub-error'`);
  return rows;
}

test('after any commands the rows are what the events fold to, the books agree and no unit is stuck', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
      const run = new Run(`run${runs++}`);
      for (const sku of ['ONE', 'TWO'])
        for (const location of PLACES)
          await hub.post('/api/v1/stock/receipts', { sku, location, quantity: 4, reference: 'start' });
      for (const each of steps) await run.act(each);
      expect(await differences()).toEqual({ books: [], folded: [], works: [], stuck: [] });
    }),
    { numRuns: 4, seed: 20_261_124, endOnFailure: true },
  );
  const { rows } = await hub.parts.store.pool.query<{ name: string; n: number }>(`
    select type as name, count(*)::integer as n from order_event group by 1
    union all select type, count(*)::integer from fulfillment_event group by 1
    union all select 'stock ' || kind, count(*)::integer from stock_entry group by 1`);
  for (const { name, n } of rows) seen.set(name, n);
  expect(REACHED.filter((name) => !seen.has(name))).toEqual([]);
});

const REACHED = [
  ...['OrderPlaced', 'LinesAdded', 'LinesAllocated', 'LinesBackordered', 'LinesReleased', 'LinesShipped'],
  ...['UnitsCancelled', 'UnitsMoved', 'UnitsFreed', 'UnitsRecalled', 'ShipmentRecorded', 'OrderEdited'],
  ...['OrderHeld', 'HoldReleased', 'OrderCancelled', 'OrderClosed', 'MoneyDue'],
  ...['UnitsPicked', 'UnitsShort', 'UnitsWithdrawn', 'UnitsShipped', 'ReadyForCollection'],
  ...['receive', 'adjust', 'allocate', 'deallocate', 'pick', 'unpick', 'ship', 'ship-picked', 'damage'].map(
    (kind) => `stock ${kind}`,
  ),
  ...['transfer-out', 'transit', 'transfer-in'].map((kind) => `stock ${kind}`),
  ...['cancelSome', 'edit', 'split', 'short', 'ship', 'pick'].flatMap((verb) => [`${verb} done`, `${verb} refused`]),
];
