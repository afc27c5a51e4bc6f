import type { PaymentState } from '../documents/index.ts';
import { EMPTY_LEDGER, unshipped } from './ledger.ts';
import { BUCKETS, type LineLedger, type OpenOrder, type Order, type OrderLine } from './order.ts';

/** The life of an order, and what keeps it from going on. */
export const ORDER_STATUSES = [
  'received',
  'validated',
  'authorized',
  'sourced',
  'allocated',
  'released',
  'picking',
  'picked',
  'packed',
  'shipped',
  'in-transit',
  'delivered',
  'closed',
  'cancelled',
  'on-hold',
  'parked',
  'backordered',
  'partially-shipped',
  'awaiting-receipt',
  'partially-received',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What is known beside the order itself: the payment, the states of the work that is not ended, and of the shipments. */
export type StatusFacts = {
  readonly paymentState: PaymentState;
  readonly works: readonly string[];
  readonly shipments: readonly string[];
};
const NO_FACTS: StatusFacts = { paymentState: 'pending', works: [], shipments: [] };

type Sums = LineLedger & { readonly left: number; readonly parked: number };
type Known = StatusFacts & { readonly sums: Sums; readonly order: OpenOrder };

/** Facts about an open sales order in the order of their claim to attention; the first that holds names the status. */
const OPEN_STATUSES: readonly (readonly [OrderStatus, (known: Known) => boolean])[] = [
  ['on-hold', ({ order }) => order.holds.size > 0],
  ['parked', ({ sums }) => sums.parked > 0],
  ['partially-shipped', ({ sums }) => sums.shipped > 0 && sums.left > 0],
  ['backordered', ({ sums }) => sums.backordered > 0],
  ['sourced', ({ sums }) => sums.open > 0 && sums.allocated + sums.released > 0],
  [
    'authorized',
    ({ sums, paymentState }) => sums.open > 0 && (paymentState === 'authorized' || paymentState === 'paid'),
  ],
  ['validated', ({ sums, order }) => sums.open > 0 && order.validatedAt !== null],
  ['received', ({ sums }) => sums.open > 0],
  ['allocated', ({ sums }) => sums.allocated > 0],
];

/**
 * The one-word status of an order for lists, derived from its line ledgers, holds, payment, work and shipments: what needs
 * attention first, then the least advanced part. Never stored as a fact of its own. Its SQL twin is `STATUS` in
 * store/queries/orderRow.ts.
 */
export function statusOf(order: Order, facts: StatusFacts = NO_FACTS): OrderStatus {
  if (order.status === 'unplaced') return 'received';
  if (order.status === 'cancelled') return 'cancelled';
  const sums = sumsOf(order.lines.values(), order.kind !== 'sales');
  if (order.status === 'closed') return order.kind === 'sales' && sums.shipped > 0 ? shippedStatus(facts) : 'closed';
  return order.kind === 'sales' ? salesStatus({ ...facts, sums, order }) : supplyStatus(order, sums);
}

function salesStatus(known: Known): OrderStatus {
  const named = OPEN_STATUSES.find(([, holds]) => holds(known))?.[0];
  return named ?? (known.sums.released > 0 ? workStatus(known.works) : 'received');
}

function supplyStatus({ holds }: OpenOrder, { received }: Sums): OrderStatus {
  if (holds.size > 0) return 'on-hold';
  return received > 0 ? 'partially-received' : 'awaiting-receipt';
}

/** States of work in the order of its progress. */
const PROGRESS: readonly OrderStatus[] = ['released', 'picking', 'picked', 'packed'];

function workStatus(works: readonly string[]): OrderStatus {
  const ranks = works.map((state) => {
    const rank = PROGRESS.indexOf(state as OrderStatus);
    return rank < 0 ? PROGRESS.length - 1 : rank;
  });
  return PROGRESS[Math.min(...ranks)] ?? 'released';
}

const MOVING = new Set(['picked-up', 'in-transit', 'out-for-delivery', 'exception', 'delivered']);
const SETTLED = new Set<PaymentState>(['paid', 'partially-refunded', 'refunded']);

/** An order that has been delivered whole is closed when its money is settled too. */
function shippedStatus({ shipments, paymentState }: StatusFacts): OrderStatus {
  const sent = shipments.filter((status) => status !== 'cancelled');
  if (sent.length > 0 && sent.every((status) => status === 'delivered')) {
    return SETTLED.has(paymentState) ? 'closed' : 'delivered';
  }
  return sent.some((status) => MOVING.has(status)) ? 'in-transit' : 'shipped';
}

function sumsOf(lines: Iterable<OrderLine>, isAll: boolean): Sums {
  const sums = { ...EMPTY_LEDGER, left: 0, parked: 0 };
  for (const line of lines) {
    if (!(line.requiresShipping || isAll)) continue;
    for (const bucket of BUCKETS) sums[bucket] += line.ledger[bucket];
    sums.left += unshipped(line.ledger);
    if (line.product === null && line.ledger.open > 0) sums.parked += 1;
  }
  return sums;
}
