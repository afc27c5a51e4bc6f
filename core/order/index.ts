import type { Decider } from '../shared/decider.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Order, OrderCommand, OrderEvent, OrderRejection } from './order.ts';

export { ordered, unshipped } from './ledger.ts';
export * from './order.ts';
export * from './status.ts';

/** The life of one order. */
export const orderDecider: Decider<Order, OrderCommand, OrderEvent, OrderRejection> = {
  initialState: { status: 'unplaced' },
  decide,
  evolve,
};
