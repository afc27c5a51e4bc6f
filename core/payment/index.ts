import type { Decider } from '../shared/decider.ts';
import { decide } from './decide.ts';
import { EMPTY_PAYMENTS, type PaymentLedger } from './entry.ts';
import { evolve } from './evolve.ts';
import type { PaymentCommand, PaymentEvent, PaymentRejection } from './messages.ts';

export { refundedLines } from './decide.ts';
export * from './entry.ts';
export type * from './messages.ts';
export * from './payout.ts';
export * from './shippedValue.ts';
export { paymentStateOf } from './state.ts';
export * from './stated.ts';
export * from './sums.ts';

/** The money of one order. */
export const paymentDecider: Decider<PaymentLedger, PaymentCommand, PaymentEvent, PaymentRejection> = {
  initialState: EMPTY_PAYMENTS,
  decide,
  evolve,
};
