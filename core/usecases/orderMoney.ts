import type { OrderDocument, PaymentState } from '../documents/index.ts';
import { type ExplainedTotals, explainTotals, type Settlement, settle } from '../order/index.ts';
import {
  allEntries,
  type PaymentEntry,
  type PaymentLedger,
  type PaymentSums,
  paymentsOf,
  type Refund,
  sumsOf,
  sumsOfAll,
} from '../payment/index.ts';
import type { Row } from '../ports/index.ts';

export type OrderMoney = {
  readonly currency: string;
  readonly totals: ExplainedTotals;
  /** The source's own totals, explained, when the order was changed after they were stated. */
  readonly sourceTotals: ExplainedTotals | null;
  readonly settlement: Settlement;
  /** What it comes to at the systems that were told of it, with each difference by its cause and how it was closed. */
  readonly destinations: readonly Row[];
};

/** What an order costs and why, and what has been and is to be paid, of an order as `show` gives it. */
export function orderMoney(row: Row): OrderMoney {
  const { document, source } = documentsOf(row);
  const owedMinor = row['state'] === 'cancelled' ? 0 : document.totals.grandMinor;
  return {
    currency: document.currency,
    totals: explainTotals(document),
    sourceTotals: source && explainTotals(source),
    settlement: settle(document, owedMinor, (source ?? document).totals.grandMinor, ledgerOf(row)),
    destinations: (row['destinationTotals'] ?? []) as readonly Row[],
  };
}

/** Every movement of an order's money, by the payments that they belong to, with where the money is. */
export type OrderPayments = {
  readonly currency: string;
  readonly sums: PaymentSums;
  readonly payments: readonly {
    readonly payment: string;
    readonly provider: string;
    readonly method: string;
    readonly sums: PaymentSums;
    readonly entries: readonly PaymentEntry[];
  }[];
  readonly refunds: readonly Refund[];
};

/** The payments of an order as `show` gives it: those of the ledger, and those that only its source states. */
export function orderPayments(row: Row): OrderPayments {
  const { document, source } = documentsOf(row);
  const ledger = ledgerOf(row);
  const entries = allEntries(document, ledger, (source ?? document).totals.grandMinor);
  return {
    currency: document.currency,
    sums: sumsOfAll(entries),
    payments: [...paymentsOf(entries)].map(([payment, own]) => ({
      payment,
      provider: own[0]?.provider ?? '',
      method: own[0]?.method ?? '',
      sums: sumsOf(own),
      entries: own,
    })),
    refunds: [...ledger.refunds.values()],
  };
}

function documentsOf(row: Row): { readonly document: OrderDocument; readonly source: OrderDocument | null } {
  const document = { ...(row['document'] as OrderDocument), paymentState: row['paymentState'] as PaymentState };
  return { document, source: (row['sourceDocument'] ?? null) as OrderDocument | null };
}

function ledgerOf(row: Row): PaymentLedger {
  const entries = (row['payments'] ?? []) as readonly PaymentEntry[];
  const refunds = (row['refunds'] ?? []) as readonly Refund[];
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    refunds: new Map(refunds.map((refund) => [refund.id, refund])),
  };
}
