import { isEnded, outstanding } from '../fulfillment/index.ts';
import type { OpenOrder, OrderLine, Portion, Taken } from '../order/index.ts';
import type { FulfillmentRow } from '../ports/index.ts';
import type { FulfillmentOrderId, LocationId, OrderLineId } from '../shared/ids.ts';

/** Units of a line that left, and where the hub had them. */
export type ReportedLine = {
  readonly line: OrderLine;
  readonly taken: readonly Taken[];
  /** Work at the place that they left from, which is done with them. */
  readonly done: readonly WorkUnits[];
  /** Work at other places, which loses them. */
  readonly lost: readonly WorkUnits[];
};
export type WorkUnits = Portion & { readonly work: FulfillmentOrderId };

/**
 * Where units that somebody else sent from a location are taken from: its work, then what is committed there, then what
 * is committed nowhere, and last what other locations hold for the line. Never more than the line still has to send.
 */
export function planReport(
  order: OpenOrder,
  works: readonly FulfillmentRow[],
  location: LocationId,
  lineId: OrderLineId,
  quantity: number,
): ReportedLine | undefined {
  const line = order.lines.get(lineId);
  if (!line) return undefined;
  const plan = new Plan(line, works, quantity);
  plan.takeWork(location);
  plan.takeCommitted(location);
  plan.takeFree('open');
  plan.takeFree('backordered');
  for (const other of line.at.keys()) if (other !== location) plan.takeCommitted(other);
  for (const other of line.at.keys()) if (other !== location) plan.takeWork(other);
  return {
    line,
    taken: plan.taken,
    done: plan.works.filter(({ at }) => at === location),
    lost: plan.works.filter(({ at }) => at !== location),
  };
}

type Unshipped = 'open' | 'backordered' | 'allocated' | 'released';

class Plan {
  readonly taken: Taken[] = [];
  readonly works: (WorkUnits & { readonly at: LocationId })[] = [];
  readonly #line: OrderLine;
  readonly #open: readonly FulfillmentRow[];
  readonly #ledger: Record<Unshipped, number>;
  #left: number;

  constructor(line: OrderLine, works: readonly FulfillmentRow[], quantity: number) {
    this.#line = line;
    this.#open = works.filter((row) => !isEnded(row));
    const { open, backordered, allocated, released } = line.ledger;
    this.#ledger = { open, backordered, allocated, released };
    this.#left = quantity;
  }

  takeWork(at: LocationId): void {
    for (const row of this.#open) {
      const part = row.location === at ? row.lines.find(({ line }) => line === this.#line.id) : undefined;
      const units = this.#take('released', part ? outstanding(part) : 0, at);
      if (units > 0) this.works.push({ work: row.id, line: this.#line.id, quantity: units, at });
    }
  }

  takeCommitted(at: LocationId): void {
    this.#take('allocated', this.#line.at.get(at)?.allocated ?? 0, at);
  }

  takeFree(from: 'open' | 'backordered'): void {
    this.#take(from, this.#ledger[from]);
  }

  #take(from: Unshipped, there: number, location?: LocationId): number {
    const quantity = Math.min(this.#left, there, this.#ledger[from]);
    if (quantity <= 0) return 0;
    this.#left -= quantity;
    this.#ledger[from] -= quantity;
    this.taken.push(location === undefined ? { from, quantity } : { from, quantity, location });
    return quantity;
  }
}
