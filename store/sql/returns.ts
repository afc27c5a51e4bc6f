import type {
  CreditUse,
  NewCredit,
  ReturnChanges,
  ReturnTransaction,
  RmaChange,
  StoredReturns,
} from '../../core/ports/index.ts';
import type { Resolution, ReturnPolicy, RmaLine, UnitsBack } from '../../core/returns/index.ts';
import type { ConnectionId, Instant, LocationId, OrderId, OrderLineId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import { column, type Executor, jsonColumn } from '../database.ts';
import { instantFrom } from '../instant.ts';

/** The side of a transaction that deals with returns, on its client. */
export function returnTransaction(db: Executor): ReturnTransaction {
  return {
    returns: (orders) => returns(db, orders),
    orderOfReturn: (id) => orderOfReturn(db, id),
    nextRmaNumber: () => nextRmaNumber(db),
    returnPolicies: () => returnPolicies(db),
    deliveredAt: (order) => deliveredAt(db, order),
    ownConnection: () => ownConnection(db),
    useCredit: (code, amountMinor, currency) => useCredit(db, code, amountMinor, currency),
  };
}

type RmaJson = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly location: LocationId;
  readonly exception: string | null;
  readonly note: string | null;
  readonly resolution: Resolution;
  readonly lines: readonly RmaLine[];
};

/** A line of a return as JSON, by the names that the domain has for its counters. `l` is its row. */
export const RMA_LINE_JSON = `jsonb_build_object('line', l.order_line_id, 'sku', l.sku, 'reason', l.reason,
  'condition', l.condition, 'quantity', l.quantity, 'received', l.received, 'kept', l.kept, 'cancelled', l.cancelled,
  'restock', l.restock, 'refurbish', l.refurbish, 'scrap', l.scrap, 'supplier', l.supplier, 'resolved', l.resolved)`;

async function returns(db: Executor, orders: readonly OrderId[]): Promise<readonly StoredReturns[]> {
  if (orders.length === 0) return [];
  type Back = UnitsBack & { readonly line: OrderLineId };
  const { rows } = await db.query<{ order: OrderId; rmas: RmaJson[] | null; backs: Back[] | null }>({
    name: 'returns-of-orders',
    text: `
      select o.id as order,
        (select jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'version', r.version, 'location', r.location_id,
           'exception', r.exception, 'note', r.note, 'resolution', r.resolution,
           'lines', (select jsonb_agg(${RMA_LINE_JSON} order by l.position) from rma_line l where l.rma_id = r.id))
           order by r.created_at) from rma r where r.order_id = o.id) as rmas,
        (select jsonb_agg(jsonb_build_object('line', b.order_line_id, 'returned', b.returned, 'byRefund', b.by_refund,
           'byReturn', b.by_return)) from order_line_return b where b.order_id = o.id) as backs
      from unnest($1::uuid[]) as o (id)`,
    values: [orders],
  });
  return rows.map(({ order, rmas, backs }) => ({
    order,
    rmas: (rmas ?? []).map(({ resolution, lines, ...head }) => ({
      ...head,
      rma: { status: 'opened', order, resolution, lines: new Map(lines.map((line) => [line.line, line])) },
    })),
    backs: (backs ?? []).map(({ line, ...back }) => ({ line, back })),
  }));
}

async function orderOfReturn(db: Executor, id: string): Promise<OrderId | null> {
  if (!isUuid(id)) return null;
  const text = 'select order_id from rma where id = $1';
  const { rows } = await db.query<{ order_id: OrderId }>({ name: 'order-of-return', text, values: [id] });
  return rows[0]?.order_id ?? null;
}

async function nextRmaNumber(db: Executor): Promise<string> {
  const text = `select 'R' || nextval('rma_number') as number`;
  const { rows } = await db.query<{ number: string }>({ name: 'next-rma-number', text });
  return rows[0]?.number ?? '';
}

async function returnPolicies(db: Executor): Promise<readonly ReturnPolicy[]> {
  const { rows } = await db.query<Omit<ReturnPolicy, 'returnlessBelowMinor'> & { readonly below: string | null }>({
    name: 'return-policies',
    text: `select channel, window_days as "windowDays", conditions, always_for as "alwaysFor", fee_bps as "feeBps",
                  returnless_below_minor as below from return_policy`,
  });
  return rows.map(({ below, ...row }) => ({ ...row, returnlessBelowMinor: below === null ? null : Number(below) }));
}

async function deliveredAt(db: Executor, order: OrderId): Promise<Instant | null> {
  const { rows } = await db.query<{ at: string | null }>({
    name: 'order-delivered-at',
    text: `select max(coalesce(delivered_at, shipped_at)) as at from shipment where order_id = $1 and status <> 'cancelled'`,
    values: [order],
  });
  const at = rows[0]?.at;
  return at ? instantFrom(at) : null;
}

async function ownConnection(db: Executor): Promise<ConnectionId> {
  const text = `select id from connection where connector = 'hub' order by created_at limit 1`;
  const { rows } = await db.query<{ id: ConnectionId }>({ name: 'own-connection', text });
  const id = rows[0]?.id;
  if (!id) throw new Error('the connection of the hub itself is missing');
  return id;
}

async function useCredit(db: Executor, code: string, amountMinor: number, currency: string): Promise<CreditUse> {
  const { rows } = await db.query<{ id: string; currency: string; left: string }>({
    name: 'lock-credit',
    text: 'select id, currency, amount_minor - used_minor as left from store_credit where code = $1 for update',
    values: [code],
  });
  const [credit] = rows;
  if (!credit) return { outcome: 'unknown' };
  if (credit.currency !== currency) return { outcome: 'other-currency', currency: credit.currency };
  const leftMinor = Number(credit.left);
  if (amountMinor > leftMinor) return { outcome: 'too-little', leftMinor };
  await db.query({
    name: 'use-credit',
    text: 'update store_credit set used_minor = used_minor + $2 where id = $1',
    values: [credit.id, amountMinor],
  });
  return { outcome: 'used', id: credit.id, leftMinor: leftMinor - amountMinor };
}

/** Writes returns with their history, which units are back, and credits that were given. */
export async function saveReturns(db: Executor, { rmas, backs, credits }: ReturnChanges): Promise<void> {
  if (rmas.length > 0) await saveRmas(db, rmas);
  if (backs.length > 0) await saveBacks(db, backs);
  if (credits.length > 0) await insertCredits(db, credits);
}

async function saveRmas(db: Executor, rmas: readonly RmaChange[]): Promise<void> {
  await db.query({
    name: 'save-rmas',
    text: `
      insert into rma (id, number, order_id, resolution, exception, note, location_id, version, created_by)
      select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::integer[],
                           $9::text[])
      on conflict (id) do update set version = excluded.version, updated_at = clock_timestamp()`,
    values: [
      column(rmas, (r) => r.id),
      column(rmas, (r) => r.number),
      column(rmas, (r) => r.rma.order),
      column(rmas, (r) => r.rma.resolution),
      column(rmas, (r) => r.exception),
      column(rmas, (r) => r.note),
      column(rmas, (r) => r.location),
      column(rmas, (r) => r.version),
      column(rmas, (r) => r.actor),
    ],
  });
  await saveRmaLines(db, rmas);
  const events = rmas.flatMap(({ id, version, events: own, actor }) =>
    own.map((event, i) => ({ id, version: version - own.length + i + 1, event, actor })),
  );
  await db.query({
    name: 'insert-rma-events',
    text: `
      insert into rma_event (rma_id, version, type, body, actor)
      select rma_id, version, type, body::jsonb, actor
      from unnest($1::uuid[], $2::integer[], $3::text[], string_to_array($4, chr(30)), $5::text[])
        as row (rma_id, version, type, body, actor)`,
    values: [
      column(events, (e) => e.id),
      column(events, (e) => e.version),
      column(events, (e) => e.event.type),
      jsonColumn(events, (e) => e.event),
      column(events, (e) => e.actor),
    ],
  });
}

const COUNTERS = ['received', 'kept', 'cancelled', 'restock', 'refurbish', 'scrap', 'supplier', 'resolved'] as const;

async function saveRmaLines(db: Executor, rmas: readonly RmaChange[]): Promise<void> {
  const lines = rmas.flatMap(({ id, rma }) =>
    [...rma.lines.values()].map((line, position) => ({ id, line, position })),
  );
  await db.query({
    name: 'save-rma-lines',
    text: `
      insert into rma_line (rma_id, order_line_id, position, sku, reason, condition, quantity, ${COUNTERS.join(', ')})
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::integer[],
                           $8::integer[], $9::integer[], $10::integer[], $11::integer[], $12::integer[], $13::integer[],
                           $14::integer[], $15::integer[])
      on conflict (rma_id, order_line_id) do update
      set ${COUNTERS.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    values: [
      column(lines, (l) => l.id),
      column(lines, (l) => l.line.line),
      column(lines, (l) => l.position),
      column(lines, (l) => l.line.sku),
      column(lines, (l) => l.line.reason),
      column(lines, (l) => l.line.condition),
      column(lines, (l) => l.line.quantity),
      ...COUNTERS.map((name) => column(lines, (l) => l.line[name])),
    ],
  });
}

async function saveBacks(db: Executor, backs: ReturnChanges['backs']): Promise<void> {
  await db.query({
    name: 'save-units-back',
    text: `
      insert into order_line_return (order_line_id, order_id, returned, by_refund, by_return)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::integer[])
      on conflict (order_line_id) do update
      set returned = excluded.returned, by_refund = excluded.by_refund, by_return = excluded.by_return`,
    values: [
      column(backs, (b) => b.line),
      column(backs, (b) => b.order),
      column(backs, (b) => b.back.returned),
      column(backs, (b) => b.back.byRefund),
      column(backs, (b) => b.back.byReturn),
    ],
  });
}

async function insertCredits(db: Executor, credits: readonly NewCredit[]): Promise<void> {
  await db.query({
    name: 'insert-credits',
    text: `
      insert into store_credit (id, code, order_id, rma_id, currency, amount_minor)
      select id, 'C' || nextval('store_credit_number'), order_id, rma_id, currency, amount_minor
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[])
        as row (id, order_id, rma_id, currency, amount_minor)`,
    values: [
      column(credits, (c) => c.id),
      column(credits, (c) => c.order),
      column(credits, (c) => c.rma),
      column(credits, (c) => c.currency),
      column(credits, (c) => c.amountMinor),
    ],
  });
}
