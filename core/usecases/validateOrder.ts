import {
  type Finding,
  type HoldPolicy,
  holdsFor,
  type OrderFacts,
  USUAL_POLICY,
  validateOrder,
} from '../order/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Changed, changeOrder, type OrderRefusal, type OrderTarget, openOrder, refusalOf } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';
import { availableTo, DUPLICATE_HOURS, duplicatesOf } from './orderKnowledge.ts';

export type Validation = {
  readonly isPhone: OrderFacts['isPhone'];
  /** Which finding holds the order; the usual policy when absent. */
  readonly policy?: Partial<HoldPolicy> | undefined;
};
export type Validated = Changed & { readonly findings: readonly Finding[] };

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
    findings = validateOrder(document, {
      ...known,
      available: availableTo(batch, open.value),
      duplicates: duplicatesOf(known, document),
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
