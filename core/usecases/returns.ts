import type { LineBack, NewCredit, ReturnChanges, RmaChange, StoredReturns, StoredRma } from '../ports/index.ts';
import {
  claimable,
  NONE_BACK,
  type RmaCommand,
  type RmaEvent,
  type RmaLine,
  type RmaRejection,
  rmaDecider,
  type UnitsBack,
} from '../returns/index.ts';
import type { OrderId, OrderLineId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';

type Working = { stored: StoredRma; events: RmaEvent[]; actor: string };

/** The returns of a batch's orders: loaded, decided on, and what of them is to be written. */
export class Returns {
  readonly credits: NewCredit[] = [];
  readonly #rmas = new Map<string, Working>();
  readonly #backs = new Map<OrderLineId, UnitsBack>();
  readonly #changed = new Map<OrderLineId, OrderId>();

  constructor(loaded: readonly StoredReturns[]) {
    for (const { rmas, backs } of loaded) {
      for (const stored of rmas) this.#rmas.set(stored.id, { stored, events: [], actor: '' });
      for (const { line, back } of backs) this.#backs.set(line, back);
    }
  }

  get(id: string): StoredRma | undefined {
    return this.#rmas.get(id)?.stored;
  }

  of(order: OrderId): readonly StoredRma[] {
    return [...this.#rmas.values()].flatMap(({ stored }) => (stored.rma.order === order ? [stored] : []));
  }

  back(line: OrderLineId): UnitsBack {
    return this.#backs.get(line) ?? NONE_BACK;
  }

  setBack(order: OrderId, line: OrderLineId, back: UnitsBack): void {
    this.#backs.set(line, back);
    this.#changed.set(line, order);
  }

  /** Units of a line that a new return may claim. */
  claimable(order: OrderId, line: OrderLineId, shipped: number): number {
    const claims = this.of(order).flatMap(({ rma }): readonly RmaLine[] => {
      const own = rma.lines.get(line);
      return own ? [own] : [];
    });
    return claimable(shipped, this.back(line), claims);
  }

  /** Opens a return; a refused one is not kept. */
  open(
    head: Pick<StoredRma, 'id' | 'number' | 'location' | 'note'>,
    command: Extract<RmaCommand, { type: 'OpenReturn' }>,
    actor: string,
  ): Result<StoredRma, RmaRejection> {
    const decided = rmaDecider.decide(command, rmaDecider.initialState);
    if (!decided.ok) return decided;
    const rma = decided.value.reduce(rmaDecider.evolve, rmaDecider.initialState);
    if (rma.status !== 'opened') throw new Error('an opened return is open');
    const stored: StoredRma = { ...head, exception: command.exception, version: decided.value.length, rma };
    this.#rmas.set(head.id, { stored, events: [...decided.value], actor });
    return ok(stored);
  }

  /** Decides a command on a return and keeps its events. A refused command changes nothing. */
  decide(id: string, command: RmaCommand, actor: string): Result<StoredRma, RmaRejection> {
    const working = this.#rmas.get(id);
    if (!working) throw new Error(`return ${id} was not loaded for this batch`);
    const decided = rmaDecider.decide(command, working.stored.rma);
    if (!decided.ok) return decided;
    const rma = decided.value.reduce(rmaDecider.evolve, working.stored.rma);
    if (rma.status !== 'opened') throw new Error('an opened return stays open');
    working.stored = { ...working.stored, rma, version: working.stored.version + decided.value.length };
    working.events.push(...decided.value);
    working.actor = actor;
    return ok(working.stored);
  }

  get changes(): ReturnChanges {
    return {
      rmas: [...this.#rmas.values()].flatMap(({ stored, events, actor }): readonly RmaChange[] =>
        events.length > 0 ? [{ ...stored, events, actor }] : [],
      ),
      backs: [...this.#changed].map(([line, order]): LineBack & { readonly order: OrderId } => {
        return { order, line, back: this.back(line) };
      }),
      credits: this.credits,
    };
  }
}
