import {
  type FulfillmentCommand,
  type FulfillmentEvent,
  type FulfillmentRejection,
  type FulfillmentWork,
  fulfillmentDecider,
} from '../fulfillment/index.ts';
import type { FulfillmentChange, FulfillmentRow, MessageId, OutboxTopic } from '../ports/index.ts';
import type { FulfillmentOrderId, OrderId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import type { OutboxFacts } from './outboxFacts.ts';

type Working = { row: FulfillmentRow; events: FulfillmentEvent[]; cause: MessageId | null; isChanged: boolean };

/** What somebody may have to be told of a state that began: a carrier, or the supplier who sends the goods. */
function topicOf({ state, method }: FulfillmentRow): OutboxTopic | undefined {
  if (state === 'picked') return 'fulfillment.picked';
  if (state === 'packed') return 'fulfillment.packed';
  return state === 'cancelled' && method === 'drop-ship' ? 'fulfillment.cancelled' : undefined;
}

/** The fulfillment orders of a batch: loaded, decided on, and what of them is to be written. */
export class Works {
  readonly #byId = new Map<FulfillmentOrderId, Working>();
  readonly #byOrder = new Map<OrderId, FulfillmentOrderId[]>();
  readonly #outbox: OutboxFacts;

  constructor(loaded: readonly FulfillmentRow[], outbox: OutboxFacts) {
    this.#outbox = outbox;
    for (const row of loaded) this.#keep(row, false);
  }

  get(id: FulfillmentOrderId): FulfillmentRow | undefined {
    return this.#byId.get(id)?.row;
  }

  of(order: OrderId): readonly FulfillmentRow[] {
    return (this.#byOrder.get(order) ?? []).flatMap((id) => this.#byId.get(id)?.row ?? []);
  }

  /** Opens the work that an order's LinesReleased speaks of. A refusal is a bug: the order has decided already. */
  release(command: Extract<FulfillmentCommand, { type: 'Release' }>): void {
    const decided = fulfillmentDecider.decide(command, fulfillmentDecider.initialState);
    if (!decided.ok) throw new Error(`released work is refused: ${JSON.stringify(decided.error)}`);
    const row = { ...folded(fulfillmentDecider.initialState, decided.value), version: 1 };
    this.#keep(row, true);
    if (row.method === 'drop-ship') this.#outbox.push({ topic: 'fulfillment.released', entity: row.id, origin: null });
  }

  /** Decides a command and keeps its events. A refused command changes nothing. */
  decide(
    id: FulfillmentOrderId,
    command: FulfillmentCommand,
    cause: MessageId | null,
  ): Result<readonly FulfillmentEvent[], FulfillmentRejection> {
    const working = this.#byId.get(id);
    if (!working) throw new Error(`fulfillment order ${id} was not loaded for this batch`);
    const decided = fulfillmentDecider.decide(command, working.row);
    if (!decided.ok || decided.value.length === 0) return decided;
    const before = working.row;
    working.row = { ...folded(before, decided.value), version: before.version + decided.value.length };
    working.events.push(...decided.value);
    working.cause = cause;
    working.isChanged = true;
    const topic = working.row.state === before.state ? undefined : topicOf(working.row);
    if (topic) this.#outbox.push({ topic, entity: id, origin: null });
    return ok(decided.value);
  }

  #keep(row: FulfillmentRow, isChanged: boolean): void {
    this.#byId.set(row.id, { row, events: [], cause: null, isChanged });
    const known = this.#byOrder.get(row.order);
    if (known) known.push(row.id);
    else this.#byOrder.set(row.order, [row.id]);
  }

  get changes(): readonly FulfillmentChange[] {
    return [...this.#byId.values()].filter(({ isChanged }) => isChanged);
  }
}

function folded(
  before: Parameters<typeof fulfillmentDecider.evolve>[0],
  events: readonly FulfillmentEvent[],
): FulfillmentWork {
  const after = events.reduce(fulfillmentDecider.evolve, before);
  if (after.state === 'none') throw new Error('a fulfillment order that is worked on was released');
  return after;
}
