import { type FileRow, fieldOf } from './fileRow.ts';

/** The lines of one order. `left`: how many more there were than an order can hold; they are counted, not kept. */
export type OrderGroup = { readonly order: string; readonly rows: readonly FileRow[]; readonly left: number };

const MAX_LINES = 10_000;
/** Of how many orders it is remembered that they are complete. */
const REMEMBERED = 100_000;

/**
 * Brings the lines of each order together in bounded memory: so many orders may be under way at once, and the one that
 * had no line for the longest time is complete when another begins. A line that comes too late for its order is told
 * as one, never taken for a new order.
 */
export class OrderGroups {
  readonly #openOrders: number;
  readonly #open = new Map<string, { rows: FileRow[]; left: number }>();
  readonly #done = new Set<string>();
  #current: string | undefined;

  constructor(openOrders: number) {
    this.#openOrders = openOrders;
  }

  /** The groups that this row completes: rows that belong to no order are groups of their own. */
  push(row: FileRow): readonly OrderGroup[] {
    const order = fieldOf(row, 'order');
    if (order === '') return [alone(row, row.problem ?? 'order-missing')];
    if (order !== this.#current) {
      if (this.#done.has(order)) return [alone(row, 'order-was-complete')];
      this.#current = order;
      const group = this.#open.get(order) ?? { rows: [], left: 0 };
      this.#open.delete(order);
      this.#open.set(order, group);
    }
    this.#add(order, row);
    return this.#open.size > this.#openOrders ? this.#completeOldest() : [];
  }

  /** The orders that are still under way. */
  end(): readonly OrderGroup[] {
    const rest = [...this.#open].map(([order, { rows, left }]) => ({ order, rows, left }));
    this.#open.clear();
    return rest;
  }

  #add(order: string, row: FileRow): void {
    const group = this.#open.get(order);
    if (group === undefined) throw new Error(`no open order ${order}`);
    if (group.rows.length < MAX_LINES) group.rows.push(row);
    else group.left += 1;
  }

  #completeOldest(): readonly OrderGroup[] {
    const [oldest] = this.#open;
    if (oldest === undefined) return [];
    const [order, { rows, left }] = oldest;
    this.#open.delete(order);
    this.#done.add(Buffer.from(order).toString());
    const [first] = this.#done;
    if (this.#done.size > REMEMBERED && first !== undefined) this.#done.delete(first);
    return [{ order, rows, left }];
  }
}

function alone(row: FileRow, problem: string): OrderGroup {
  return { order: fieldOf(row, 'order'), rows: [{ ...row, problem }], left: 0 };
}
