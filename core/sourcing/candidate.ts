import type { SourcingChannel, TemperatureClass } from '../documents/index.ts';
import type { Placement, Portion } from '../order/index.ts';
import type { LocationId } from '../shared/ids.ts';
import type { Demand, SourcingLocation } from './source.ts';

/** What a location was given on its local day before this order. */
export type Load = { readonly orders: number; readonly units: number };

/** A location that may be chosen. */
export type Candidate = SourcingLocation & { readonly code: string; readonly load?: Load | undefined };

/** What rules may ask about a product; what is not known is null. */
export type Goods = {
  readonly weightGrams: number | null;
  readonly isHazardous: boolean;
  readonly temperature: TemperatureClass;
  /** Days that the oldest units have lain, by location. */
  readonly ages?: ReadonlyMap<LocationId, number> | undefined;
};

export type GoodsDemand = Demand & { readonly goods?: Goods | undefined };

/** An order as the rules see it. Times are Unix milliseconds. Lines of one product share one `available` map. */
export type SourcingOrder = {
  readonly channel: SourcingChannel;
  readonly nowMs: number;
  /** When the buyer was promised it at the latest; null when nobody promised, then the rules' own days count. */
  readonly promisedMs: number | null;
  readonly placedMs: number;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly demands: readonly GoodsDemand[];
};

/**
 * Why a location gives units or does not, each with one figure: units given or covered, kilometres, minor units, its
 * priority, a limit, minutes.
 */
export const REASONS = {
  won: 'gives units',
  'no-stock': 'has none of the goods',
  'kept-back': 'keeps the units it has',
  'wrong-channel': 'does not serve the channel',
  'wrong-group': 'is in no group that is asked for',
  closed: 'is closed',
  'past-cut-off': 'is past its cut-off, in minutes',
  'too-far': 'is too far, in km',
  'distance-unknown': 'is at an unknown distance',
  'capacity-full': 'has reached its limit for the day',
  hazardous: 'may not handle hazardous goods',
  temperature: 'has not the temperature class',
  'no-rate': 'has no shipping rate that fits',
  'covers-part': 'has a part only, in units',
  'lower-priority': 'comes later by its priority',
  'not-cheaper': 'costs as much or more, in minor units',
  'serves-others': 'would cost less, but serves others of its window better, in minor units',
  'split-limit': 'would be one location too many; units it has',
  'waits-for-all': 'would give units, but the order goes whole or not at all',
} as const;
export type ReasonCode = keyof typeof REASONS;

export type Verdict = { readonly code: string; readonly reason: ReasonCode; readonly figure: number };

/** Where an order is to come from, and why. A candidate without a verdict has none of the goods. */
export type SourcingChoice = {
  readonly placements: readonly Placement[];
  readonly short: readonly Portion[];
  readonly reason:
    | 'one-location'
    | 'fewest-splits'
    | 'least-cost'
    | 'partly-available'
    | 'nothing-available'
    | 'waits-for-all';
  /** 0 for the rules as they stand, then the number of the fallback. */
  readonly stage: number;
  /** Cost by the rules' scoring in minor units, rounded, without that of what waits; null when nothing was scored. */
  readonly costMinor: number | null;
  /** true when no cheaper choice exists under the rules. */
  readonly isProven: boolean;
  readonly verdicts: readonly Verdict[];
};
