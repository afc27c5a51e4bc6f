import type { PaymentState } from '../documents/index.ts';
import type { PaymentSums } from './sums.ts';

/**
 * The one word for the payment of an order, derived from its sums and what is owed. A chargeback is not a refund: it takes
 * the money away and leaves the debt.
 */
export function paymentStateOf(sums: PaymentSums, owedMinor: number): PaymentState {
  const { openMinor, capturedMinor, refundedMinor, chargedBackMinor, voidedMinor } = sums;
  if (refundedMinor > 0) return refundedMinor === capturedMinor ? 'refunded' : 'partially-refunded';
  const paid = capturedMinor - chargedBackMinor;
  if (paid > 0 && paid >= owedMinor) return 'paid';
  if (openMinor + paid > 0 && openMinor + paid >= owedMinor) return 'authorized';
  return voidedMinor > 0 && openMinor + capturedMinor === 0 ? 'voided' : 'pending';
}
