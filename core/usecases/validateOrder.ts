import type { OrderDocument } from '../documents/index.ts';
import {
  type Finding,
  type HoldPolicy,
  holdsFor,
  type OpenOrder,
  type OrderFacts,
  USUAL_POLICY,
  validateOrder,
} from '../order/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { type Changed, changeOrder, type OrderRefusal, type OrderTarget, openOrder, refusalOf } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';

export type Validation = {
  readonly isPhone: OrderFacts['isPhone'];
  /** Which finding holds the order; the usual policy when absent. */
  readonly policy?: Partial<HoldPolicy> | undefined;
};
export type Validated = Changed & { readonly findings: readonly Finding[] };

/** Hours in which a second order of the same buyer, lines and total is taken for the same one sent twice. */
const DUPLICATE_HOURS = 24;

/** Checks an open order against all that the hub knows, records every finding, and holds it as the policy says. */
export async function validateById(
  target: OrderTarget,
  { isPhone, policy }: Validation,
  environment: Environment,
): Promise<Result<Validated, OrderRefusal>> {
  let findings: readonly Finding[] = [];
  const done = await changeOrder(target, environment, async ({ tx, batch, stored }) => {
    const open = openOrder(stored);
    if (!open.ok) return open;
    const { document } = stored.header;
    const skus = [...new Set(document.lines.map(({ sku }) => sku))];
    const known = await tx.orderFacts(target.id, { document, skus, withinHours: DUPLICATE_HOURS });
    const duplicates = known.alike.filter(({ lines }) => linesOf(lines) === linesOf(document.lines));
    findings = validateOrder(document, {
      ...known,
      available: availableTo(batch, open.value),
      duplicates: duplicates.map(({ number }) => number),
      isPhone,
    });
    const recorded = batch.decide(target.id, { type: 'RecordFindings', at: batch.now, findings }, null);
    if (!recorded.ok) return err(refusalOf(recorded.error, stored));
    for (const reason of holdsFor(findings, { ...USUAL_POLICY, ...policy })) {
      batch.decide(target.id, { type: 'HoldOrder', at: batch.now, reason, note: 'found by validation' }, null);
    }
    return ok(undefined);
  });
  return done.ok ? ok({ ...done.value, findings }) : done;
}

const linesOf = (lines: OrderDocument['lines']): string =>
  lines
    .map(({ sku, quantity }) => `${sku} ${quantity}`)
    .sort()
    .join('\n');

/** Units that this order can have of each SKU: what is free, and what is committed to it or gone out already. */
function availableTo(batch: Batch, { lines }: OpenOrder): ReadonlyMap<string, number> {
  const available = new Map<string, number>();
  for (const { sku, product, ledger } of lines.values()) {
    if (product === null) continue;
    const free = [...batch.shelf.availableOf(product).values()].reduce((sum, units) => sum + units, 0);
    const own = ledger.allocated + ledger.released + ledger.shipped;
    available.set(sku, (available.get(sku) ?? free) + own);
  }
  return available;
}
