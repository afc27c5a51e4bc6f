import type { OrderDocument } from '../documents/index.ts';
import type { OpenOrder } from '../order/index.ts';
import type { StoredOrderFacts } from '../ports/index.ts';
import type { Batch } from './batch.ts';

/** Hours in which a second order of the same buyer, lines and total is taken for the same one sent twice. */
export const DUPLICATE_HOURS = 24;

/** Numbers of other orders that are the same but for their number. */
export const duplicatesOf = ({ alike }: Pick<StoredOrderFacts, 'alike'>, document: OrderDocument): readonly string[] =>
  alike.filter(({ lines }) => linesOf(lines) === linesOf(document.lines)).map(({ number }) => number);

const linesOf = (lines: OrderDocument['lines']): string =>
  lines
    .map(({ sku, quantity }) => `${sku} ${quantity}`)
    .sort()
    .join('\n');

/** Units that this order can have of each SKU: what is free, and what is committed to it or gone out already. */
export function availableTo(batch: Batch, { lines }: OpenOrder): ReadonlyMap<string, number> {
  const available = new Map<string, number>();
  for (const { sku, product, ledger } of lines.values()) {
    if (product === null) continue;
    const free = [...batch.shelf.availableOf(product).values()].reduce((sum, units) => sum + units, 0);
    const own = ledger.allocated + ledger.released + ledger.shipped;
    available.set(sku, (available.get(sku) ?? free) + own);
  }
  return available;
}
