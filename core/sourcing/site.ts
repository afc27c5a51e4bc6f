import type {
  LocationProfile,
  ShippingRate,
  SourcingChannel,
  SourcingFilter,
  SourcingRules,
  TemperatureClass,
} from '../documents/index.ts';
import type { Point } from '../shared/greatCircle.ts';
import { Schedule } from './schedule.ts';

/** What of a location the rules ask for, ready to be compared. */
export type Site = {
  readonly point: Point | null;
  readonly groups: ReadonlySet<string>;
  readonly channels: ReadonlySet<SourcingChannel> | null;
  readonly schedule: Schedule;
  readonly ordersPerDay: number;
  readonly unitsPerDay: number;
  readonly keepUnits: number;
  readonly isForHazardous: boolean;
  readonly temperatures: ReadonlySet<TemperatureClass>;
  /** The rates that hold for its groups, in their order. */
  readonly rates: readonly Rate[];
};

export type Rate = Omit<ShippingRate, 'groups' | 'countries' | 'upToKm'> & {
  readonly countries: ReadonlySet<string> | null;
  readonly upToKm: number;
};

/** The filters that hold in one step of the rules: the first step, then each fallback. */
export type Stage = {
  readonly applies: Readonly<Record<SourcingFilter, boolean>>;
  readonly groups: ReadonlySet<string> | null;
  readonly maxLocations: number;
};

/** A location as rules see it. A limit per location of units to keep goes before that of the rules. */
export function siteOf(profile: LocationProfile, { rates, filters }: SourcingRules): Site {
  const groups = new Set(profile.groups);
  return {
    point: profile.at ?? null,
    groups,
    channels: profile.channels ? new Set(profile.channels) : null,
    schedule: new Schedule(profile),
    ordersPerDay: profile.ordersPerDay ?? Number.POSITIVE_INFINITY,
    unitsPerDay: profile.unitsPerDay ?? Number.POSITIVE_INFINITY,
    keepUnits: profile.keepUnits ?? filters.keepUnits,
    isForHazardous: profile.hazardous,
    temperatures: new Set(profile.temperatures),
    rates: rates.filter((rate) => !rate.groups || rate.groups.some((group) => groups.has(group))).map(rateOf),
  };
}

const rateOf = ({ countries, upToKm, groups: _, ...amounts }: ShippingRate): Rate => ({
  ...amounts,
  countries: countries ? new Set(countries) : null,
  upToKm: upToKm ?? Number.POSITIVE_INFINITY,
});

export const stageOf = (
  applies: Stage['applies'],
  groups: readonly string[] | undefined,
  maxLocations: number,
): Stage => ({ applies, groups: groups ? new Set(groups) : null, maxLocations });

const FREE: Rate = {
  countries: null,
  upToKm: Number.POSITIVE_INFINITY,
  baseMinor: 0,
  perKgMinor: 0,
  perKmMinor: 0,
  days: 0,
};

/**
 * The first rate that fits a way of so many kilometres into a country; null when the rules have rates and none fits. An
 * unknown distance (NaN) fits a rate without a limit. Without any rate in the rules shipping costs nothing.
 */
export function rateFor(
  { rates }: Site,
  { country, km, hasRates }: { readonly country: string | null; readonly km: number; readonly hasRates: boolean },
): Rate | null {
  if (!hasRates) return FREE;
  for (const rate of rates) {
    const isNear = rate.upToKm === Number.POSITIVE_INFINITY || km <= rate.upToKm;
    if (isNear && (rate.countries === null || (country !== null && rate.countries.has(country)))) return rate;
  }
  return null;
}
