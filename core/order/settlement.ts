import type { OrderDocument } from '../documents/index.ts';

/**
 * What has been paid for an order and what is still to happen with the money, in minor units of its currency.
 * `refundDueMinor` goes back to the buyer, `voidDueMinor` of an authorization is to be given free, `collectMinor` is owed.
 */
export type Settlement = {
  readonly owedMinor: number;
  readonly authorizedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly refundDueMinor: number;
  readonly voidDueMinor: number;
  readonly collectMinor: number;
};

type Paid = Pick<Settlement, 'authorizedMinor' | 'capturedMinor' | 'refundedMinor'>;

/**
 * Compares what is owed with the payments that the order's document states. A source that only says how the whole is paid
 * (`paymentState`) and lists no payment is taken at its word for its own total, `sourceGrandMinor`.
 */
export function settle(document: OrderDocument, owedMinor: number, sourceGrandMinor: number): Settlement {
  const paid = document.payments.length > 0 ? listed(document) : asStated(document, sourceGrandMinor);
  const balance = paid.capturedMinor - paid.refundedMinor - owedMinor;
  const collectMinor = Math.max(0, -balance);
  return {
    owedMinor,
    ...paid,
    refundDueMinor: Math.max(0, balance),
    voidDueMinor: Math.max(0, paid.authorizedMinor - collectMinor),
    collectMinor,
  };
}

function listed({ payments }: OrderDocument): Paid {
  const sum = (...kinds: readonly string[]): number =>
    payments.reduce(
      (all, { kind, status, amountMinor }) => all + (status === 'succeeded' && kinds.includes(kind) ? amountMinor : 0),
      0,
    );
  return {
    authorizedMinor: Math.max(0, sum('authorization') - sum('capture', 'void')),
    capturedMinor: sum('capture', 'sale'),
    refundedMinor: sum('refund'),
  };
}

function asStated({ paymentState }: OrderDocument, grandMinor: number): Paid {
  const isPaid = paymentState === 'paid' || paymentState === 'partially-refunded' || paymentState === 'refunded';
  return {
    authorizedMinor: paymentState === 'authorized' ? grandMinor : 0,
    capturedMinor: isPaid ? grandMinor : 0,
    refundedMinor: paymentState === 'refunded' ? grandMinor : 0,
  };
}
