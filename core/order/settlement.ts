import type { OrderDocument } from '../documents/index.ts';
import { allEntries, EMPTY_PAYMENTS, type PaymentLedger, sumsOfAll } from '../payment/index.ts';

/**
 * What has been paid for an order and what is still to happen with the money, in minor units of its currency.
 * `authorizedMinor` is what of authorizations is open. `refundDueMinor` goes back to the buyer, `voidDueMinor` of an
 * authorization is to be given free, `collectMinor` is owed. `unmatchedMinor` was paid back beyond what is known as captured.
 */
export type Settlement = {
  readonly owedMinor: number;
  readonly authorizedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  readonly chargedBackMinor: number;
  readonly unmatchedMinor: number;
  readonly refundDueMinor: number;
  readonly voidDueMinor: number;
  readonly collectMinor: number;
};

/**
 * Compares what is owed with all that is known of the order's money: its ledger, and the payments that its document states.
 * A source that only says how the whole is paid (`paymentState`) and lists no payment is taken at its word for its own
 * total, `sourceGrandMinor`.
 */
export function settle(
  document: OrderDocument,
  owedMinor: number,
  sourceGrandMinor: number,
  ledger: PaymentLedger = EMPTY_PAYMENTS,
): Settlement {
  const sums = sumsOfAll(allEntries(document, ledger, sourceGrandMinor));
  // What went back for goods is not owed again; what was charged back is.
  const collectMinor = Math.max(0, owedMinor - sums.capturedMinor + sums.chargedBackMinor);
  return {
    owedMinor,
    authorizedMinor: sums.openMinor,
    capturedMinor: sums.capturedMinor,
    refundedMinor: sums.refundedMinor,
    chargedBackMinor: sums.chargedBackMinor,
    unmatchedMinor: sums.unmatchedMinor,
    refundDueMinor: Math.max(0, sums.keptMinor - owedMinor - sums.pendingRefundMinor),
    voidDueMinor: Math.max(0, sums.openMinor - collectMinor),
    collectMinor,
  };
}
