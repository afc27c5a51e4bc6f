import type { ApiContext } from '../api/context.ts';
import { err, ok } from '../core/shared/result.ts';
import { shopRates } from '../core/usecases/shopRates.ts';
import { rateSources } from '../pipelines/shipping/rateSources.ts';
import type { Parts } from './parts.ts';

/** How long carriers have for an answer, where nobody says: a person waits for it. */
const DEADLINE_MS = 4000;

export const rateDeadline = (ms = DEADLINE_MS): AbortSignal => AbortSignal.timeout(ms);

/** Rate shopping and its rules, for the API and the command line. */
export function rateOperations({ store, connections, clientFor, now }: Parts): Pick<ApiContext, 'rates'> {
  const { shipping } = store;
  return {
    rates: {
      async shop({ of, choose, promisedBy, deadlineMs }) {
        const plan = 'query' in of ? ok({ number: null, ...plainPlan(of) }) : await shipping.plan(of);
        if (!plan.ok) return err(plan.error);
        const { number, query, shipment } = plan.value;
        const rules = await shipping.rules();
        const wish = {
          query,
          shipment: {
            ...shipment,
            shipOn: query.shipOn ?? now().slice(0, 10),
            promisedBy: promisedBy ?? shipment.promisedBy,
          },
          rules: rules.body,
          choose,
        };
        const shopped = await shopRates(wish, rateSources({ connections, clientFor }), rateDeadline(deadlineMs));
        return ok({ fulfillmentOrder: number, rulesVersion: rules.version, ...shopped });
      },
      rules: () => shipping.rules(),
      publishRules: (rules, actor) => shipping.publishRules(rules, actor),
    },
  };
}

type Plain = Extract<Parameters<ApiContext['rates']['shop']>[0]['of'], { query: unknown }>;

/** Parcels and addresses that nobody has ordered yet. */
function plainPlan({ query, location }: Plain) {
  const grams = query.parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  const { country = null } = query.to;
  return {
    query,
    shipment: { location: location ?? null, country, grams, currency: query.currency ?? null, promisedBy: null },
  };
}
