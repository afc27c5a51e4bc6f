import type { Decider } from '../shared/decider.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import type { Order } from './order.ts';

export * from './attachment.ts';
export type * from './difference.ts';
export * from './divideDocument.ts';
export { retotalled } from './documentTotals.ts';
export * from './editDocument.ts';
export * from './explainThere.ts';
export { followSource } from './followSource.ts';
export { ordered, unshipped } from './ledger.ts';
export * from './messages.ts';
export * from './order.ts';
export * from './settlement.ts';
export * from './status.ts';
export * from './totals.ts';
export {
  FINDING_CODES,
  type Finding,
  type HoldPolicy,
  holdsFor,
  type ListPrice,
  type OrderFacts,
  USUAL_POLICY,
  validateOrder,
} from './validation/validateOrder.ts';

/** The life of one order. */
export const orderDecider: Decider<Order, OrderCommand, OrderEvent, OrderRejection> = {
  initialState: { status: 'unplaced' },
  decide,
  evolve,
};
