import {
  EMPTY_PAYMENTS,
  type PaymentCommand,
  type PaymentEvent,
  type PaymentLedger,
  type PaymentRejection,
  paymentDecider,
} from '../payment/index.ts';
import type { MessageId, PaymentChange, StoredPayments } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';

type Working = {
  readonly order: OrderId;
  readonly before: PaymentLedger;
  ledger: PaymentLedger;
  version: number;
  events: PaymentEvent[];
  currency: string;
  actor: string;
  cause: MessageId | null;
};

/** On what grounds money is moved: who, by which message, and in which currency the order is. */
export type PaymentContext = {
  readonly currency: string;
  readonly actor: string;
  readonly cause: MessageId | null;
};

/** The money of the orders of a batch: loaded, decided on, and what of it is to be written. */
export class Payments {
  readonly #byOrder = new Map<OrderId, Working>();

  constructor(loaded: readonly StoredPayments[]) {
    for (const { order, version, ledger } of loaded) {
      const nothing = { events: [], currency: '', actor: '', cause: null };
      this.#byOrder.set(order, { order, before: ledger, ledger, version, ...nothing });
    }
  }

  /** A new order has no money yet. */
  begin(order: OrderId): void {
    const nothing = { events: [], currency: '', actor: '', cause: null };
    this.#byOrder.set(order, { order, before: EMPTY_PAYMENTS, ledger: EMPTY_PAYMENTS, version: 0, ...nothing });
  }

  /** What is known of an order's money; nothing for an order whose money was not loaded. */
  of(order: OrderId): PaymentLedger {
    return this.#byOrder.get(order)?.ledger ?? EMPTY_PAYMENTS;
  }

  /** Decides a command and keeps its events. A refused command changes nothing. */
  decide(
    order: OrderId,
    command: PaymentCommand,
    { currency, actor, cause }: PaymentContext,
  ): Result<readonly PaymentEvent[], PaymentRejection> {
    const working = this.#byOrder.get(order);
    if (!working) throw new Error(`the money of order ${order} was not loaded for this batch`);
    const decided = paymentDecider.decide(command, working.ledger);
    if (!decided.ok) return decided;
    working.ledger = decided.value.reduce(paymentDecider.evolve, working.ledger);
    working.version += decided.value.length;
    working.events.push(...decided.value);
    Object.assign(working, { currency, actor, cause });
    return ok(decided.value);
  }

  get changes(): readonly PaymentChange[] {
    return [...this.#byOrder.values()].filter(({ events }) => events.length > 0).map(changeOf);
  }
}

function changeOf({ before, ledger, ...working }: Working): PaymentChange {
  const { order, currency, version, events, actor, cause } = working;
  const entries = [...ledger.entries.values()].filter((entry) => before.entries.get(entry.id) !== entry);
  const refunds = [...ledger.refunds.values()].filter(({ id }) => !before.refunds.has(id));
  return { order, currency, version, events, entries, refunds, actor, cause };
}
