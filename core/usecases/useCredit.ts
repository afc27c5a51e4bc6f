import { err, ok, type Result } from '../shared/result.ts';
import { noticed } from './applyPayment.ts';
import type { OrderRefusal, OrderTarget } from './changeOrder.ts';
import { type MoneyMoved, moveMoney } from './operatePayments.ts';
import type { Environment } from './operateStock.ts';

export type CreditWanted = { readonly code: string; readonly amountMinor: number };

/** Pays an order with a store credit of its currency, never more than the credit has left. */
export function useCredit(
  target: OrderTarget,
  { code, amountMinor }: CreditWanted,
  environment: Environment,
): Promise<Result<MoneyMoved, OrderRefusal>> {
  return moveMoney(target, environment, async ({ tx, batch, stored }) => {
    const { currency } = stored.header.document;
    const use = await tx.useCredit(code, amountMinor, currency);
    if (use.outcome === 'unknown') return err({ code: 'unknown-credit', message: `there is no credit ${code}` });
    if (use.outcome === 'other-currency') {
      return err({ code: 'wrong-currency', message: `credit ${code} is in ${use.currency}, the order in ${currency}` });
    }
    if (use.outcome === 'too-little') {
      return err({
        code: 'above-credit',
        message: `credit ${code} has ${use.leftMinor} minor units of ${currency} left`,
      });
    }
    const key = { provider: 'store-credit', payment: null, externalId: `${code}/${batch.newId()}`, reference: null };
    const what = { method: 'store_credit', kind: 'sale', status: 'succeeded', amountMinor, at: batch.now } as const;
    noticed(batch, stored, target.id, { ...key, ...what, expiresAt: null, reason: null }, null);
    return ok(undefined);
  });
}
