import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../api/app.ts';
import { apiContext } from '../../compose/api.ts';
import { firstRun } from '../../compose/firstRun.ts';
import { openParts, type Parts } from '../../compose/parts.ts';
import { startWork } from '../../compose/worker.ts';
import { type OrderEvent, orderDecider } from '../../core/order/index.ts';
import { replay } from '../../core/shared/decider.ts';
import type { OrderId } from '../../core/shared/ids.ts';

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };
type Row = Readonly<Record<string, unknown>>;

/** A whole hub in this process, called by its API as a user would. */
export type TestHub = {
  readonly parts: Parts;
  readonly key: string;
  request(path: string, init?: RequestInit): Promise<Response>;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  list(noun: string, filters?: Readonly<Record<string, string>>): Promise<{ readonly items: readonly Row[] }>;
  /** The one record that a filter finds, whole. */
  show(noun: string, filters: Readonly<Record<string, string>>): Promise<Row>;
  available(sku: string): Promise<number>;
  /** Puts raw content into the hub's own door, as a sender with a mistake would. */
  arrive(topic: string, subject: string, messageId: string, body: unknown): Promise<void>;
  /** Waits until nothing is left to do by itself. */
  settled(): Promise<void>;
  foldedDifferences(): Promise<readonly unknown[]>;
  ledgerDifferences(): Promise<readonly unknown[]>;
  close(): Promise<void>;
};

export type HubOptions = {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly withWorker?: boolean;
  readonly errors?: unknown[];
};

const SETTLE_MS = 30_000;

export async function openHub({ databaseUrl, redisUrl, withWorker = true, errors = [] }: HubOptions): Promise<TestHub> {
  const onError = (error: unknown): void => void errors.push(error);
  const secretKeys = new Map([[1, new Uint8Array(32).fill(7)]]);
  const parts = await openParts({ databaseUrl, redisUrl, secretKeys, trackEveryMs: 200, onError });
  const { firstKey = '' } = await firstRun(parts.store);
  await parts.connections.reload();
  const work = { trackEveryMs: 200, pullEveryMs: 300, sweepEveryMs: 200, onError };
  const stop = withWorker ? startWork(parts, work) : async () => undefined;
  const context = apiContext(parts, { version: 'test', publicUrl: () => 'http://hub.test', onError });
  const app = createApp(context);
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${firstKey}`);
    return app.request(path, { ...init, headers });
  };
  const answer = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
  const list: TestHub['list'] = async (noun, filters = {}) =>
    (await answer(await request(`/api/v1/${noun}?${new URLSearchParams({ limit: '200', ...filters })}`))).body as never;
  return {
    parts,
    key: firstKey,
    request,
    get: async (path) => answer(await request(path)),
    post: async (path, body, headers = {}) =>
      answer(
        await request(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      ),
    list,
    async show(noun, filters) {
      const { items } = await list(noun, filters);
      if (items.length !== 1) throw new Error(`${items.length} ${noun} for ${JSON.stringify(filters)}`);
      return (await answer(await request(`/api/v1/${noun}/${items[0]?.['id']}`))).body as Row;
    },
    available: async (sku) =>
      (await list('stock', { sku })).items.reduce((sum, row) => sum + Number(row['available']), 0),
    async arrive(topic, subject, messageId, body) {
      const arrival = context.arrivalOf(topic, subject, messageId, body);
      await context.receive(arrival);
      context.wakeInbox(arrival.partition);
    },
    settled: () => settled(parts),
    foldedDifferences: () => foldedDifferences(parts),
    ledgerDifferences: async () => (await parts.store.pool.query(LEDGER_DIFFERENCES)).rows,
    async close() {
      await stop();
      await parts.close();
    },
  };
}

async function settled({ store }: Parts): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  for (let quiet = 0; quiet < 3; ) {
    if (Date.now() > until) throw new Error('the hub does not come to rest');
    await store.orderSearch.follow(false);
    const { rows } = await store.pool.query<{ busy: boolean }>(BUSY);
    quiet = rows[0]?.busy ? 0 : quiet + 1;
    await sleep(20);
  }
}

const BUSY = `
  select exists (select from inbox_work where state = 'received')
      or exists (select from outbox_message)
      or exists (select from order_search_due)
      or exists (select from orders where source_by <= now())
      or exists (select from delivery where state in ('prepared', 'sent', 'in-doubt')) as busy`;

const LEDGER_DIFFERENCES = `
  select b.product_id, b.location_id from stock_balance b
  left join (select product_id, location_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated
             from stock_entry group by 1, 2) e using (product_id, location_id)
  where (b.on_hand, b.reserved, b.allocated) is distinct from
        (coalesce(e.on_hand, 0), coalesce(e.reserved, 0), coalesce(e.allocated, 0))`;

/** Orders whose events do not fold to the state that their rows give. */
async function foldedDifferences({ store }: Parts): Promise<readonly unknown[]> {
  const { rows } = await store.pool.query<{ order_id: OrderId; events: OrderEvent[] }>(
    'select order_id, json_agg(body order by version) as events from order_event group by order_id',
  );
  const stored = await store.unitOfWork.transaction((tx) => tx.ordersById(rows.map((row) => row.order_id)));
  const byId = new Map(stored.map((entry) => [entry.order.status === 'unplaced' ? '' : entry.order.id, entry]));
  return rows.flatMap(({ order_id, events }) => {
    const folded = comparable(replay(orderDecider, events));
    const kept = byId.get(order_id);
    if (kept && folded === comparable(kept.order) && kept.version === events.length) return [];
    return [
      { order_id, folded, stored: kept && comparable(kept.order), version: kept?.version, events: events.length },
    ];
  });
}

function comparable(
  order: ReturnType<typeof replay<typeof orderDecider.initialState, never, OrderEvent, never>>,
): string {
  if (order.status === 'unplaced') return 'unplaced';
  const lines = [...order.lines.values()]
    .map(({ id, product, ledger, at }) => ({ id, product, ledger: Object.entries(ledger).sort(), at: [...at].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const holds = order.status === 'open' ? [...order.holds].sort() : [];
  const marks = { ...order.marks, tags: [...order.marks.tags].sort() };
  return JSON.stringify({
    status: order.status,
    kind: order.kind,
    holds,
    marks,
    validatedAt: order.validatedAt,
    lines,
  });
}
