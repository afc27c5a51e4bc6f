import type pg from 'pg';
import type { OrderDocument, PaymentState } from '../../core/documents/index.ts';
import type { Component } from '../../core/inventory/index.ts';
import type { Committed, HoldReason, LineLedger, Order, OrderKind, OrderLine } from '../../core/order/index.ts';
import { NO_LINKS, type OrderLinks, type StoredOrder } from '../../core/ports/index.ts';
import type { ConnectionId, Instant, LocationId, OrderId, OrderLineId, ProductId } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

type LineJson = LineLedger & {
  readonly id: string;
  readonly external_id: string;
  readonly sku: string;
  readonly product_id: string | null;
  readonly requires_shipping: boolean;
  readonly components: readonly Component[] | null;
  /** Allocated and released units by location, and since when. */
  readonly at: Readonly<Record<string, readonly [number, number, string]>> | null;
};

type OrderJson = {
  readonly id: string;
  readonly connection_id: string;
  readonly external_id: string;
  readonly reference: string;
  readonly number: string;
  readonly payment_state: PaymentState;
  readonly source_version: string;
  readonly placed_at: string;
  readonly updated_at: string;
  readonly state: 'open' | 'cancelled' | 'closed';
  readonly holds: readonly HoldReason[];
  readonly kind: OrderKind;
  readonly priority: number;
  readonly promised_at: string | null;
  readonly source_by: string | null;
  readonly tags: readonly string[];
  readonly validated_at: string | null;
  readonly document: OrderDocument;
  readonly source_document: OrderDocument | null;
  readonly links: OrderLinks | null;
  readonly version: number;
  readonly lines: readonly LineJson[];
  /** The version that the statement began with, to which the lines belong. */
  readonly lines_version: number;
};

/**
 * Whole orders with their lines and what is committed where, locked for this transaction. One statement, because one
 * round trip per order and per line is what makes an ORM slow here.
 */
const SELECT = (where: string): string => `
  with locked as (
    select * from orders where ${where} order by id for update
  )
  select o.id, o.connection_id, o.external_id, o.reference, o.number, o.payment_state, o.source_version, o.placed_at,
         o.updated_at, o.state, o.holds, o.document, o.version, o.kind, o.priority, o.promised_at, o.tags,
         o.source_by, o.validated_at, o.source_document, o.links, l.lines,
         (select s.version from orders s where s.id = o.id) as lines_version
  from locked o
  cross join lateral (
    select jsonb_agg(jsonb_build_object(
      'id', l.id, 'external_id', l.external_id, 'sku', l.sku, 'product_id', l.product_id,
      'requires_shipping', l.requires_shipping, 'components', l.components, 'open', l.open, 'backordered', l.backordered,
      'allocated', l.allocated, 'released', l.released, 'shipped', l.shipped, 'cancelled', l.cancelled,
      'received', l.received,
      'at', (select jsonb_object_agg(a.location_id, jsonb_build_array(a.quantity - a.released, a.released, a.since))
             from allocation a where a.order_line_id = l.id)
    ) order by l.position) as lines
    from order_line l where l.order_id = o.id
  ) l`;

/** Loads and locks orders by their reference. */
export function ordersByReference(db: Executor, references: readonly string[]): Promise<readonly StoredOrder[]> {
  const name = 'orders-by-reference';
  return loadOrders(db, { name, text: SELECT('reference = any($1::text[])'), values: [references] });
}

/** Loads and locks orders by their id. */
export function ordersById(db: Executor, ids: readonly OrderId[]): Promise<readonly StoredOrder[]> {
  const name = 'orders-by-id';
  return loadOrders(db, { name, text: SELECT('id = any($1::uuid[])'), values: [ids] });
}

/**
 * A statement that waited for a lock sees the order's row as it is now, but the lines as they were when it began. Such an
 * order is read again, under the lock that it then has; else a unit could be moved twice.
 */
async function loadOrders(db: Executor, query: pg.QueryConfig): Promise<readonly StoredOrder[]> {
  let { rows } = await db.query<OrderJson>(query);
  if (rows.some(({ version, lines_version }) => version !== lines_version))
    ({ rows } = await db.query<OrderJson>(query));
  return rows.map(storedOrder);
}

function storedOrder(row: OrderJson): StoredOrder {
  return {
    version: row.version,
    header: {
      connection: row.connection_id as ConnectionId,
      externalId: row.external_id,
      reference: row.reference,
      number: row.number,
      paymentState: row.payment_state,
      sourceVersion: instantFrom(row.source_version),
      document: row.document,
      sourceDocument: row.source_document,
      links: row.links ?? NO_LINKS,
    },
    order: orderOf(row),
  };
}

function orderOf(row: OrderJson): Order {
  const lines = new Map(row.lines.map((line) => [line.id as OrderLineId, lineOf(line)]));
  const placed = {
    id: row.id as OrderId,
    kind: row.kind,
    placedAt: instantFrom(row.placed_at),
    lines,
    marks: {
      priority: row.priority,
      promisedAt: maybeInstant(row.promised_at),
      tags: new Set(row.tags),
      sourceBy: maybeInstant(row.source_by),
    },
    validatedAt: maybeInstant(row.validated_at),
  };
  const changedAt = instantFrom(row.updated_at);
  switch (row.state) {
    case 'open':
      return { ...placed, status: 'open', holds: new Set(row.holds) };
    case 'cancelled':
      return {
        ...placed,
        status: 'cancelled',
        reason: row.document.cancelReason ?? 'cancelled',
        cancelledAt: changedAt,
      };
    case 'closed':
      return { ...placed, status: 'closed', closedAt: changedAt };
  }
}

const maybeInstant = (text: string | null): Instant | null => (text === null ? null : instantFrom(text));

function lineOf(row: LineJson): OrderLine {
  const { open, backordered, allocated, released, shipped, cancelled, received } = row;
  return {
    id: row.id as OrderLineId,
    externalId: row.external_id,
    sku: row.sku,
    product: row.product_id as ProductId | null,
    requiresShipping: row.requires_shipping,
    ...(row.components ? { components: row.components } : {}),
    ledger: { open, backordered, allocated, released, shipped, cancelled, received },
    at: new Map(Object.entries(row.at ?? {}).map(committedOf)),
  };
}

const committedOf = ([location, [allocated, released, since]]: readonly [
  string,
  readonly [number, number, string],
]): readonly [LocationId, Committed] => [location as LocationId, { allocated, released, since: instantFrom(since) }];
