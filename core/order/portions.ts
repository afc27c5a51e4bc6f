import type { OrderLineId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { OrderRejection } from './messages.ts';
import type { OpenOrder, OrderLine, Portion, Taken } from './order.ts';

export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n > 0;

const CANCEL_ORDER = ['open', 'backordered', 'allocated', 'released'] as const;

/** Which units to take out of a line: the least committed first; committed ones give back the stock of their locations. */
export function take(line: OrderLine, quantity: number): readonly Taken[] {
  const taken: Taken[] = [];
  let left = quantity;
  for (const from of CANCEL_ORDER) {
    const count = Math.min(left, line.ledger[from]);
    if (count === 0) continue;
    left -= count;
    if (from === 'open' || from === 'backordered') taken.push({ from, quantity: count });
    else taken.push(...takeFromLocations(line, from, count));
  }
  return taken;
}

function takeFromLocations(line: OrderLine, from: 'allocated' | 'released', count: number): readonly Taken[] {
  const taken: Taken[] = [];
  let left = count;
  for (const [location, committed] of line.at) {
    const part = Math.min(left, committed[from]);
    if (part === 0) continue;
    taken.push({ from, quantity: part, location });
    left -= part;
  }
  return taken;
}

export type LinePortion = { readonly line: OrderLine; readonly quantity: number };

/** The units wanted of each line, summed over the portions; refused when a line is not there or a quantity is no count. */
export function wantedOf(order: OpenOrder, lines: readonly Portion[]): Result<readonly LinePortion[], OrderRejection> {
  if (lines.length === 0) return err({ code: 'no-lines' });
  const wanted = new Map<OrderLineId, LinePortion>();
  for (const { line: id, quantity } of lines) {
    if (!isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
    const line = order.lines.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    wanted.set(id, { line, quantity: (wanted.get(id)?.quantity ?? 0) + quantity });
  }
  return ok([...wanted.values()]);
}
