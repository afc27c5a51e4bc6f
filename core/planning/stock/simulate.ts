import { orderQuantity, type Policy, reviewOf } from './policy.ts';

export type Costs = {
  readonly orderCost: number;
  /** Per unit and period. */
  readonly holdingCost: number;
};

/** A declared history to try a policy on. */
export type Trial = {
  readonly demand: Float64Array;
  /** The lead time, in whole periods, that an order placed at the end of period t would have. */
  readonly leadTimes: Uint16Array;
  /** Periods at the start that are run and not counted. */
  readonly warmUp: number;
  /** Units at the start; without it the policy's own highest position. */
  readonly firstStock?: number;
};

export type Outcome = {
  /** Share of demand met at once from stock. */
  readonly fillRate: number;
  /** Share of periods without a shortage. */
  readonly readyRate: number;
  readonly meanStock: number;
  readonly ordersPerPeriod: number;
  /** Ordering and holding cost per period. */
  readonly cost: number;
};

/**
 * Runs a policy through a history, period by period: receive, serve (what is owed is served first), look, order. An
 * order of the end of period t with lead time L is there at the start of period t + 1 + L, so L periods' demand falls in
 * between. Unmet demand waits. `plan` is one policy, or the policy in force at each period.
 */
export function simulatePolicy(plan: Policy | ((period: number) => Policy), trial: Trial, costs: Costs): Outcome {
  const { demand, leadTimes, warmUp } = trial;
  const policyAt = typeof plan === 'function' ? plan : () => plan;
  const longest = leadTimes.reduce((most, v) => Math.max(most, v), 0);
  const arriving = new Float64Array(demand.length + longest + 2);
  let net = trial.firstStock ?? highestPosition(policyAt(0));
  let position = net;
  const sums = { demand: 0, short: 0, dry: 0, stock: 0, orders: 0 };
  for (let t = 0; t < demand.length; t++) {
    net += arriving[t] as number;
    const wanted = demand[t] as number;
    const short = wanted - Math.min(wanted, Math.max(0, net));
    net -= wanted;
    position -= wanted;
    const policy = policyAt(t);
    const order = t % reviewOf(policy) === 0 ? orderQuantity(policy, position) : 0;
    if (order > 0) {
      const due = t + 1 + (leadTimes[t] as number);
      arriving[due] = (arriving[due] as number) + order;
      position += order;
    }
    if (t >= warmUp) count(sums, wanted, short, net, order);
  }
  return summarise(sums, demand.length - warmUp, costs);
}

type Sums = { demand: number; short: number; dry: number; stock: number; orders: number };

function count(sums: Sums, wanted: number, short: number, net: number, order: number): void {
  sums.demand += wanted;
  sums.short += short;
  if (short > 0) sums.dry++;
  if (net > 0) sums.stock += net;
  if (order > 0) sums.orders++;
}

function summarise(sums: Sums, periods: number, costs: Costs): Outcome {
  const meanStock = sums.stock / periods;
  const ordersPerPeriod = sums.orders / periods;
  return {
    fillRate: sums.demand > 0 ? 1 - sums.short / sums.demand : 1,
    readyRate: 1 - sums.dry / periods,
    meanStock,
    ordersPerPeriod,
    cost: ordersPerPeriod * costs.orderCost + meanStock * costs.holdingCost,
  };
}

function highestPosition(policy: Policy): number {
  return policy.kind === '(s,Q)' ? policy.s + policy.Q : policy.S;
}
