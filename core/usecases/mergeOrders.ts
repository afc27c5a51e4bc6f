import {
  goodsOf,
  joinDocuments,
  lineNameFrom,
  type NewLine,
  type OpenOrder,
  type OrderLine,
  type Portion,
} from '../order/index.ts';
import type { StoredOrder } from '../ports/index.ts';
import type { ConnectionId, OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import type { Batch } from './batch.ts';
import {
  type Changed,
  changeOrder,
  type OpenedOrder,
  type OrderRefusal,
  type OrderTarget,
  openOrder,
  refusalOf,
} from './changeOrder.ts';
import { undivided } from './followPayments.ts';
import type { Environment } from './operateStock.ts';
import { movedLines } from './splitOrder.ts';

/** Whether the system behind a connection is told of each order's shipments. */
export type TellsShipments = (connection: ConnectionId) => boolean;

/**
 * Brings everything that is still to be delivered of other orders into one, for the same buyer at the same address. The
 * others end as merged. Orders of a shop that has to be told of each order's shipments are merged only with what was
 * split from them.
 */
export function mergeOrders(
  target: OrderTarget,
  others: readonly OrderId[],
  tellsShipments: TellsShipments,
  environment: Environment,
): Promise<Result<Changed, OrderRefusal>> {
  const unique = [...new Set(others)].filter((id) => id !== target.id);
  const run = ({ batch, stored }: OpenedOrder): Result<void, OrderRefusal> => {
    if (unique.length === 0)
      return err({ code: 'nothing-to-change', message: 'name other orders to merge into this one' });
    for (const id of unique) {
      const merged = mergeOne(batch, batch.order(target.id) ?? stored, id, tellsShipments);
      if (!merged.ok) return merged;
    }
    allocateOrder(batch, target.id, null);
    return ok(undefined);
  };
  return changeOrder(target, environment, run, unique);
}

function mergeOne(
  batch: Batch,
  into: StoredOrder,
  id: OrderId,
  tellsShipments: TellsShipments,
): Result<void, OrderRefusal> {
  const other = batch.order(id);
  if (!other) return err({ code: 'unknown-order', message: `no order ${id}` });
  for (const each of [into, other]) {
    const whole = undivided(batch, each);
    if (!whole.ok) return whole;
  }
  const pair = mergeable(into, other, tellsShipments);
  return pair.ok ? merge(batch, pair.value, into, other) : pair;
}

type Pair = { readonly into: OpenOrder; readonly from: OpenOrder };

function mergeable(into: StoredOrder, other: StoredOrder, tellsShipments: TellsShipments): Result<Pair, OrderRefusal> {
  const [target, from] = [openOrder(into), openOrder(other)];
  if (!target.ok) return target;
  if (!from.ok) return from;
  const held = [into, other].find(({ order }) => order.status === 'open' && order.holds.size > 0);
  if (held) return err({ code: 'on-hold', message: `order ${held.header.number} is on hold: release it first` });
  for (const { header, order } of [into, other]) {
    const started = order.status === 'open' && [...order.lines.values()].find(isInWork);
    if (started) {
      const message = `order ${header.number}: line ${started.externalId} (SKU ${started.sku}) was released already`;
      return err({ code: 'already-released', message });
    }
  }
  const differing = SAME.find(([, of]) => JSON.stringify(of(into)) !== JSON.stringify(of(other)));
  if (differing) {
    const message = `order ${other.header.number} has another ${differing[0]} than order ${into.header.number}`;
    return err({ code: 'not-alike', message });
  }
  if (!isSameSource(into, other) && tellsShipments(into.header.connection)) {
    const message = `the shop of order ${other.header.number} has to be told of its shipments: it stays an order of its own`;
    return err({ code: 'shop-is-told', message });
  }
  return ok({ into: target.value, from: from.value });
}

const isInWork = ({ ledger }: OrderLine): boolean => ledger.released + ledger.shipped + ledger.received > 0;

const isSameSource = (a: StoredOrder, b: StoredOrder): boolean => a.header.externalId === b.header.externalId;

/** What two orders must have in common to become one. */
const SAME: readonly (readonly [string, (stored: StoredOrder) => unknown])[] = [
  ['connection', ({ header }) => header.connection],
  ['kind', ({ header }) => header.document.kind],
  ['channel', ({ header }) => header.document.channel],
  ['currency', ({ header }) => header.document.currency],
  ['way of stating taxes', ({ header }) => header.document.taxesIncluded],
  ['state of payment', ({ header }) => header.paymentState],
  ['customer', ({ header }) => header.document.customer?.externalId ?? header.document.customer?.email],
  ['address', ({ header }) => header.document.shippingAddress],
];

function merge(
  batch: Batch,
  { into, from }: Pair,
  target: StoredOrder,
  other: StoredOrder,
): Result<void, OrderRefusal> {
  const portions = [...from.lines.values()].flatMap(({ id, ledger }): Portion[] => {
    const quantity = ledger.open + ledger.backordered + ledger.allocated + ledger.released;
    return quantity === 0 ? [] : [{ line: id, quantity }];
  });
  const command = { type: 'MoveUnits', at: batch.now, lines: portions, to: into.id, isMerge: true } as const;
  const moved = batch.decide(from.id, command, null);
  if (!moved.ok) return err(refusalOf(moved.error, other));
  deallocateCancelled(batch, from, moved.value);
  const reference = isSameSource(target, other) ? null : other.header.reference;
  const document = joinDocuments(target.header.document, other.header.document, reference);
  const lines = movedLines(from, moved.value).map((line): NewLine => {
    const externalId = reference === null ? line.externalId : lineNameFrom(reference, line.externalId);
    const known = [...into.lines.values()].find((each) => each.externalId === externalId);
    return { id: known?.id ?? batch.newId(), externalId, ...goodsOf(line), quantity: line.quantity };
  });
  batch.decide(into.id, { type: 'ReviseLines', at: batch.now, added: lines, quantities: [] }, null);
  const { header } = target;
  const splitInto = header.links.splitInto?.filter((id) => id !== from.id) ?? [];
  const { splitInto: _, ...links } = header.links;
  batch.changeHeader(into.id, {
    ...header,
    document,
    sourceDocument: header.sourceDocument ?? header.document,
    links: {
      ...links,
      ...(splitInto.length > 0 ? { splitInto } : {}),
      mergedFrom: [...(links.mergedFrom ?? []), from.id],
    },
  });
  const otherLinks = { ...other.header.links, mergedInto: into.id };
  batch.changeHeader(from.id, { ...other.header, links: otherLinks });
  return ok(undefined);
}
