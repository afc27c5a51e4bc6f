import type { OrderDocument, PaymentState } from '../documents/index.ts';
import { type ExplainedTotals, explainTotals, type Settlement, settle } from '../order/index.ts';
import type { Row } from '../ports/index.ts';

export type OrderMoney = {
  readonly currency: string;
  readonly totals: ExplainedTotals;
  /** The source's own totals, explained, when the order was changed after they were stated. */
  readonly sourceTotals: ExplainedTotals | null;
  readonly settlement: Settlement;
};

/** What an order costs and why, and what has been and is to be paid, of an order as `show` gives it. */
export function orderMoney(row: Row): OrderMoney {
  const document = { ...(row['document'] as OrderDocument), paymentState: row['paymentState'] as PaymentState };
  const source = (row['sourceDocument'] ?? null) as OrderDocument | null;
  const owedMinor = row['state'] === 'cancelled' ? 0 : document.totals.grandMinor;
  return {
    currency: document.currency,
    totals: explainTotals(document),
    sourceTotals: source && explainTotals(source),
    settlement: settle(document, owedMinor, (source ?? document).totals.grandMinor),
  };
}
