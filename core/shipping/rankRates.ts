import type { OfferPattern, RateChoice, ShippingRule, ShippingRules } from '../documents/index.ts';
import { deliveredBy } from './keepsPromise.ts';
import type { Offer, Parcelled } from './offer.ts';

/** An offer in its place. */
export type RankedOffer = Offer & {
  readonly keepsPromise: 'yes' | 'no' | 'unknown';
  /** What it counts as by the rules, in minor units of its currency. */
  readonly comparedMinor: number;
  /** Why it is not taken: the name of a rule, or another currency than that of the comparison. */
  readonly notTaken: string | null;
};
type Ranking = {
  readonly choose: RateChoice;
  /** The best first; those that are not taken last. */
  readonly offers: readonly RankedOffer[];
};

/**
 * Offers in the order in which they would be taken. `choose` overrides what the rules say. Offers in another currency are
 * not converted: they stand at the end, unsaid which is better.
 */
export function rankRates(
  offers: readonly Offer[],
  shipment: Parcelled,
  { choose: usual, rules }: ShippingRules,
  wanted?: RateChoice,
): Ranking {
  const fitting = rules.filter((rule) => fits(rule, shipment));
  const choose = wanted ?? fitting.findLast((rule) => rule.choose !== undefined)?.choose ?? usual;
  const currency = shipment.currency ?? offers[0]?.currency ?? null;
  const judged = offers.map((offer) => judge(offer, shipment, fitting, currency));
  return { choose, offers: judged.toSorted(order(choose, shipment.shipOn)) };
}

/** The best offer of a ranking; null when none is taken. */
export function bestOf({ offers }: Ranking): RankedOffer | null {
  const [first] = offers;
  return first?.notTaken === null ? first : null;
}

function fits({ when }: ShippingRule, { location, country, grams }: Parcelled): boolean {
  const { locations, countries, minGrams = 0, maxGrams = Number.POSITIVE_INFINITY } = when;
  const isHere = locations === undefined || (location !== null && locations.includes(location));
  const isThere = countries === undefined || (country !== null && countries.includes(country));
  return isHere && isThere && grams >= minGrams && grams <= maxGrams;
}

const means = (pattern: OfferPattern, { connection, service }: Offer): boolean =>
  pattern.connection === connection && (pattern.service ?? service) === service;

function judge(
  offer: Offer,
  shipment: Parcelled,
  fitting: readonly ShippingRule[],
  currency: string | null,
): RankedOffer {
  const { promisedBy, shipOn } = shipment;
  const refusing = fitting.find(
    ({ only, refuse }) =>
      refuse.some((each) => means(each, offer)) || (only !== undefined && !only.some((each) => means(each, offer))),
  );
  let comparedMinor = offer.chargeMinor;
  for (const each of fitting.flatMap(({ adjust }) => adjust)) {
    if (means(each, offer)) comparedMinor = Math.round(comparedMinor * (1 + each.percent / 100)) + each.minor;
  }
  return {
    ...offer,
    keepsPromise: keeps(deliveredBy(offer, shipOn), promisedBy),
    comparedMinor,
    notTaken: refusing?.name ?? (offer.currency === currency ? null : 'other-currency'),
  };
}

function keeps(deliveredMs: number | null, promisedBy: string | null): RankedOffer['keepsPromise'] {
  if (promisedBy === null) return 'yes';
  if (deliveredMs === null) return 'unknown';
  return deliveredMs <= Date.parse(promisedBy) ? 'yes' : 'no';
}

type Order = (a: RankedOffer, b: RankedOffer) => number;
const NEVER = Number.MAX_SAFE_INTEGER;

function order(choose: RateChoice, shipOn: string): Order {
  const late = ({ keepsPromise }: RankedOffer): number => (keepsPromise === 'yes' ? 0 : 1);
  const arrival = (offer: RankedOffer): number => deliveredBy(offer, shipOn) ?? NEVER;
  const byTaken: Order = (a, b) => Number(a.notTaken !== null) - Number(b.notTaken !== null);
  const byCost: Order = (a, b) => a.comparedMinor - b.comparedMinor;
  const byArrival: Order = (a, b) => arrival(a) - arrival(b);
  // Between those that miss the promise speed goes first: the least harm.
  const byPromise: Order = (a, b) => late(a) - late(b) || (late(a) === 0 ? byCost(a, b) : byArrival(a, b));
  const byName: Order = (a, b) => compare(a.connection, b.connection) || compare(a.service, b.service);
  const first = { cheapest: byCost, fastest: byArrival, promise: byPromise }[choose];
  return (a, b) => byTaken(a, b) || first(a, b) || byCost(a, b) || byArrival(a, b) || byName(a, b);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
