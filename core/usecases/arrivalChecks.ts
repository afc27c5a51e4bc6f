import type { OrderFacts } from '../order/index.ts';
import type { ArrivalPolicies, StoredOrderFacts } from '../ports/index.ts';

/** What a batch loaded to check orders that arrive: the policies, and what is known about each order by its reference. */
export type ArrivalChecks = {
  readonly policies: ArrivalPolicies;
  readonly facts: ReadonlyMap<string, StoredOrderFacts>;
  readonly isPhone: OrderFacts['isPhone'];
};

/** No channel has a policy: nothing is checked. */
export const NO_CHECKS: ArrivalChecks = { policies: new Map(), facts: new Map(), isPhone: () => true };
