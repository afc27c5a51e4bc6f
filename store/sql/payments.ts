import type { PaymentEntry, Refund } from '../../core/payment/index.ts';
import type { PaymentChange, PaymentPolicy, PaymentTransaction, StoredPayments } from '../../core/ports/index.ts';
import { type Instant, isUuid, type OrderId } from '../../core/shared/ids.ts';
import { column, type Executor, jsonColumn } from '../database.ts';
import { instant } from '../queries/nounQuery.ts';

/** The side of a transaction that deals with money, on its client. */
export function paymentTransaction(db: Executor): PaymentTransaction {
  return {
    payments: (orders) => payments(db, orders),
    withPayments: (orders) => withPayments(db, orders),
    orderOfEntry: (entry) => orderOfEntry(db, entry),
    paymentPolicies: () => paymentPolicies(db),
    lapsing: (now, limit) => lapsing(db, now, limit),
    markLapsed: (orders, now) => markLapsed(db, orders, now),
  };
}

/** An entry as JSON, by the names that the domain has for its parts. `e` is its row. */
export const ENTRY_JSON = `jsonb_build_object('id', e.id, 'payment', e.payment, 'provider', e.provider, 'method', e.method,
  'kind', e.kind, 'status', e.status, 'amountMinor', e.amount_minor, 'externalId', e.external_id, 'at', ${instant('e.at')},
  'statedAt', ${instant('e.stated_at')}, 'expiresAt', ${instant('e.expires_at')}, 'cause', e.cause, 'reason', e.reason)`;

/** A refund as JSON, of a row by this name. */
export const refundJson = (
  row: string,
): string => `jsonb_build_object('id', ${row}.id, 'amountMinor', ${row}.amount_minor,
  'lines', ${row}.lines, 'shippingMinor', ${row}.shipping_minor, 'adjustmentMinor', ${row}.adjustment_minor,
  'returnId', ${row}.return_id, 'reason', ${row}.reason)`;

async function payments(db: Executor, orders: readonly OrderId[]): Promise<readonly StoredPayments[]> {
  if (orders.length === 0) return [];
  type Row = { order_id: OrderId; version: number; entries: PaymentEntry[] | null; refunds: Refund[] | null };
  const { rows } = await db.query<Row>({
    name: 'payments-of-orders',
    text: `
      select l.order_id, l.version,
             (select jsonb_agg(${ENTRY_JSON} order by e.created_at, e.id) from payment_entry e
              where e.order_id = l.order_id) as entries,
             (select jsonb_agg(${refundJson('r')} order by r.created_at, r.id) from payment_refund r
              where r.order_id = l.order_id) as refunds
      from payment_ledger l where l.order_id = any($1::uuid[])`,
    values: [orders],
  });
  const known = new Map(rows.map((row) => [row.order_id, row]));
  return orders.map((order) => {
    const row = known.get(order);
    const entries = new Map((row?.entries ?? []).map((entry) => [entry.id, entry]));
    const refunds = new Map((row?.refunds ?? []).map((refund) => [refund.id, refund]));
    return { order, version: row?.version ?? 0, ledger: { entries, refunds } };
  });
}

async function withPayments(db: Executor, orders: readonly OrderId[]): Promise<readonly OrderId[]> {
  const { rows } = await db.query<{ order_id: OrderId }>({
    name: 'orders-with-payments',
    text: 'select order_id from payment_ledger where order_id = any($1::uuid[])',
    values: [orders],
  });
  return rows.map((row) => row.order_id);
}

async function orderOfEntry(db: Executor, entry: string): Promise<OrderId | null> {
  if (!isUuid(entry)) return null;
  const { rows } = await db.query<{ order_id: OrderId }>({
    name: 'order-of-entry',
    text: 'select order_id from payment_entry where id = $1',
    values: [entry],
  });
  return rows[0]?.order_id ?? null;
}

async function paymentPolicies(db: Executor): Promise<readonly PaymentPolicy[]> {
  const { rows } = await db.query<PaymentPolicy>({
    name: 'payment-policies',
    text: 'select provider, capture, is_reauthorizing as "isReauthorizing" from payment_policy',
  });
  return rows;
}

const LAPSED = `kind = 'authorization' and status = 'succeeded' and expires_at <= $1 and not is_lapsed`;

async function lapsing(db: Executor, now: Instant, limit: number): Promise<readonly OrderId[]> {
  const { rows } = await db.query<{ order_id: OrderId }>({
    name: 'lapsing-payments',
    text: `select order_id from payment_entry where ${LAPSED} order by expires_at limit $2`,
    values: [now, limit],
  });
  return [...new Set(rows.map((row) => row.order_id))];
}

async function markLapsed(db: Executor, orders: readonly OrderId[], now: Instant): Promise<void> {
  await db.query({
    name: 'mark-lapsed',
    text: `update payment_entry set is_lapsed = true where ${LAPSED} and order_id = any($2::uuid[])`,
    values: [now, orders],
  });
}

/** Writes what changed of orders' money, with its history. */
export async function savePayments(db: Executor, changes: readonly PaymentChange[]): Promise<void> {
  if (changes.length === 0) return;
  await db.query({
    name: 'save-payment-ledgers',
    text: `
      insert into payment_ledger (order_id, currency, version)
      select * from unnest($1::uuid[], $2::text[], $3::integer[])
      on conflict (order_id) do update set version = excluded.version, updated_at = clock_timestamp()`,
    values: [column(changes, (c) => c.order), column(changes, (c) => c.currency), column(changes, (c) => c.version)],
  });
  await saveEntries(db, changes);
  await saveRefunds(db, changes);
  await insertPaymentEvents(db, changes);
}

async function saveEntries(db: Executor, changes: readonly PaymentChange[]): Promise<void> {
  const rows = changes.flatMap(({ order, entries }) => entries.map((entry) => ({ order, entry })));
  if (rows.length === 0) return;
  await db.query({
    name: 'save-payment-entries',
    text: `
      insert into payment_entry (id, order_id, payment, provider, method, kind, status, amount_minor, external_id, at,
                                 stated_at, expires_at, cause, reason)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                           $8::bigint[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[],
                           $13::uuid[], $14::text[])
      on conflict (id) do update
      set payment = excluded.payment, method = excluded.method, status = excluded.status,
          amount_minor = excluded.amount_minor, external_id = excluded.external_id, at = excluded.at,
          stated_at = excluded.stated_at, expires_at = excluded.expires_at, reason = excluded.reason,
          is_lapsed = payment_entry.is_lapsed and payment_entry.expires_at is not distinct from excluded.expires_at`,
    values: [
      column(rows, (r) => r.entry.id),
      column(rows, (r) => r.order),
      column(rows, (r) => r.entry.payment),
      column(rows, (r) => r.entry.provider),
      column(rows, (r) => r.entry.method),
      column(rows, (r) => r.entry.kind),
      column(rows, (r) => r.entry.status),
      column(rows, (r) => r.entry.amountMinor),
      column(rows, (r) => r.entry.externalId),
      column(rows, (r) => r.entry.at),
      column(rows, (r) => r.entry.statedAt),
      column(rows, (r) => r.entry.expiresAt),
      column(rows, (r) => r.entry.cause),
      column(rows, (r) => r.entry.reason),
    ],
  });
}

async function saveRefunds(db: Executor, changes: readonly PaymentChange[]): Promise<void> {
  const rows = changes.flatMap(({ order, refunds }) => refunds.map((refund) => ({ order, refund })));
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-payment-refunds',
    text: `
      insert into payment_refund (id, order_id, amount_minor, lines, shipping_minor, adjustment_minor, return_id, reason)
      select id, order_id, amount_minor, lines::jsonb, shipping_minor, adjustment_minor, return_id, reason
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], string_to_array($4, chr(30)), $5::bigint[], $6::bigint[],
                  $7::uuid[], $8::text[])
        as row (id, order_id, amount_minor, lines, shipping_minor, adjustment_minor, return_id, reason)`,
    values: [
      column(rows, (r) => r.refund.id),
      column(rows, (r) => r.order),
      column(rows, (r) => r.refund.amountMinor),
      jsonColumn(rows, (r) => r.refund.lines),
      column(rows, (r) => r.refund.shippingMinor),
      column(rows, (r) => r.refund.adjustmentMinor),
      column(rows, (r) => r.refund.returnId),
      column(rows, (r) => r.refund.reason),
    ],
  });
}

async function insertPaymentEvents(db: Executor, changes: readonly PaymentChange[]): Promise<void> {
  const rows = changes.flatMap(({ order, version, events, actor, cause }) =>
    events.map((event, i) => ({ order, version: version - events.length + i + 1, event, actor, cause })),
  );
  await db.query({
    name: 'insert-payment-events',
    text: `
      insert into payment_event (order_id, version, type, body, actor, inbox_id)
      select order_id, version, type, body::jsonb, actor, inbox_id
      from unnest($1::uuid[], $2::integer[], $3::text[], string_to_array($4, chr(30)), $5::text[], $6::bigint[])
        as row (order_id, version, type, body, actor, inbox_id)`,
    values: [
      column(rows, (r) => r.order),
      column(rows, (r) => r.version),
      column(rows, (r) => r.event.type),
      jsonColumn(rows, (r) => r.event),
      column(rows, (r) => r.actor),
      column(rows, (r) => r.cause),
    ],
  });
}
