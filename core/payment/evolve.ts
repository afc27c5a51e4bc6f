import type { PaymentLedger } from './entry.ts';
import type { PaymentEvent } from './messages.ts';

/** The ledger after an event. Throws on an impossible event: that is a corrupt stream. */
export function evolve(ledger: PaymentLedger, event: PaymentEvent): PaymentLedger {
  if (event.type === 'RefundOpened') {
    return { ...ledger, refunds: new Map(ledger.refunds).set(event.refund.id, event.refund) };
  }
  const { entry } = event;
  if (ledger.entries.has(entry.id) !== (event.type === 'EntryChanged')) {
    throw new Error(`corrupt stream: ${event.type} of entry ${entry.id}`);
  }
  return { ...ledger, entries: new Map(ledger.entries).set(entry.id, entry) };
}
