import type { LocationId } from '../../shared/ids.ts';
import type { Candidate, SourcingChoice } from '../candidate.ts';
import type { CompiledRules } from '../compileRules.ts';
import type { Prepared } from '../prepare.ts';
import { priceOf } from '../problem.ts';
import { solveExact } from '../solve/exact.ts';
import { costChoice } from '../sourceOrder.ts';
import { type Gathered, gatherWindow } from './gatherWindow.ts';
import { solveInTurn, solveWindow, type WindowEffort } from './solveWindow.ts';
import type { WindowOrder } from './window.ts';

/**
 * Chooses the locations of orders together, for the least cost of all of them; never worse than each exactly in its turn,
 * the first one first. Null for an order that gets less than all it asks for: it is to be sourced by itself on what the
 * others leave, where fallbacks and backorders are decided.
 */
export function sourceWindow<Product>(
  rules: CompiledRules,
  orders: readonly Gathered<Product>[],
  candidates: readonly Candidate[],
  effort: WindowEffort,
): readonly (SourcingChoice | null)[] {
  const { window, prepared } = gatherWindow(rules, candidates, orders, unitsOf(orders));
  const inTurn = solveInTurn(window, (problem) => solveExact(problem));
  const { takes, cost, bound } = solveWindow(window, inTurn, effort);
  return orders.map(({ order }, o) => {
    const { problem } = window.orders[o] as WindowOrder;
    const take = takes[o] as Int32Array;
    const plan = { take, cost: priceOf(problem, take), bound: Number.NEGATIVE_INFINITY };
    const choice = costChoice({ stage: rules.stages[0], number: 0 }, order, candidates, {
      prepared: prepared[o] as Prepared,
      plan,
    });
    if (choice.short.length > 0) return null;
    return { ...choice, isProven: bound >= cost - 1e-6, verdicts: seenTogether(choice) };
  });
}

/** A location that would have cost this order less by itself serves other orders of the window. */
function seenTogether({ verdicts, costMinor }: SourcingChoice): SourcingChoice['verdicts'] {
  return verdicts.map((verdict) =>
    verdict.reason === 'not-cheaper' && verdict.figure < (costMinor ?? 0)
      ? { ...verdict, reason: 'serves-others' }
      : verdict,
  );
}

function unitsOf<Product>(orders: readonly Gathered<Product>[]): (product: Product, location: LocationId) => number {
  const available = new Map<Product, ReadonlyMap<LocationId, number>>();
  for (const { order, products } of orders) {
    products.forEach((product, d) => {
      const units = order.demands[d]?.available;
      if (units) available.set(product, units);
    });
  }
  return (product, location) => available.get(product)?.get(location) ?? 0;
}
