import { EMPTY_LEDGER, unshipped } from './ledger.ts';
import { BUCKETS, type LineLedger, type Order, type OrderLine } from './order.ts';

export const ORDER_STATUSES = [
  'received',
  'on-hold',
  'parked',
  'backordered',
  'allocated',
  'released',
  'partially-shipped',
  'shipped',
  'cancelled',
  'closed',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

type Sums = LineLedger & { readonly left: number; readonly parked: number };

/** Facts about an open order in the order of their claim to attention; the first that holds names the status. */
const OPEN_STATUSES: readonly (readonly [OrderStatus, (sums: Sums) => boolean])[] = [
  ['parked', (sums) => sums.parked > 0],
  ['partially-shipped', (sums) => sums.shipped > 0 && sums.left > 0],
  ['backordered', (sums) => sums.backordered > 0],
  ['released', (sums) => sums.released > 0],
  ['allocated', (sums) => sums.allocated > 0],
];

/**
 * The one-word status of an order for lists, derived from its line ledgers and holds: the least advanced fact that
 * needs attention wins. Never stored as a fact of its own.
 */
export function statusOf(order: Order): OrderStatus {
  if (order.status === 'unplaced') return 'received';
  if (order.status === 'cancelled') return 'cancelled';
  const sums = sumsOf(order.lines.values());
  if (order.status === 'closed') return sums.shipped > 0 ? 'shipped' : 'closed';
  if (order.holds.size > 0) return 'on-hold';
  return OPEN_STATUSES.find(([, holds]) => holds(sums))?.[0] ?? 'received';
}

function sumsOf(lines: Iterable<OrderLine>): Sums {
  const sums = { ...EMPTY_LEDGER, left: 0, parked: 0 };
  for (const line of lines) {
    if (!line.requiresShipping) continue;
    for (const bucket of BUCKETS) sums[bucket] += line.ledger[bucket];
    sums.left += unshipped(line.ledger);
    if (line.product === null && line.ledger.open > 0) sums.parked += 1;
  }
  return sums;
}
