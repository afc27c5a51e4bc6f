import { z } from 'zod';
import { CHANNELS, TEMPERATURES } from '../shared/sourcingTerms.ts';
import { isZone } from '../shared/zone.ts';
import { CountryCode, Currency } from './values.ts';

const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'small letters, digits and hyphens');
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a local time such as 16:30');
const Hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'from and to, such as 08:00-18:00')
  .describe('Local times. An end that is not after its beginning is on the next day: 22:00-06:00.');
const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const Count = z.int().min(0).max(1_000_000_000);
const Cost = z.number().min(0).max(1e9);
const Km = z.number().min(0).max(20_100);

/** The filters that a fallback can leave out. */
export const SOURCING_FILTERS = [
  'channels',
  'groups',
  'hours',
  'cutOff',
  'distance',
  'keepUnits',
  'capacity',
  'hazardous',
  'temperature',
] as const;

export const LocationProfile = z.strictObject({
  zone: z
    .string()
    .max(60)
    .default('UTC')
    .refine(isZone, { error: ({ input }) => `there is no time zone ${JSON.stringify(input)}` })
    .describe('IANA time zone: Europe/Berlin.'),
  at: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional()
    .describe('Degrees, WGS 84.'),
  groups: z.array(Slug).max(50).default([]),
  channels: z.array(z.enum(CHANNELS)).optional().describe('Channels it serves; absent means all.'),
  hours: z.partialRecord(Weekday, z.array(Hours).max(10)).optional().describe('When it is open; absent means always.'),
  closedOn: z.array(z.iso.date()).max(1000).default([]).describe('Local dates on which it does not open.'),
  cutOff: z
    .union([Clock, z.partialRecord(Weekday, Clock)])
    .optional()
    .describe('Local time until which an order still leaves the same day; absent means the end of its hours.'),
  ordersPerDay: Count.optional().describe('Orders that may be sourced here on one local day.'),
  unitsPerDay: Count.optional().describe('Units that may be sourced here on one local day.'),
  keepUnits: Count.optional().describe('Units of each product that stay here whatever is ordered.'),
  hazardous: z.boolean().default(false).describe('Whether it may handle hazardous goods.'),
  temperatures: z.array(z.enum(TEMPERATURES)).min(1).default(['ambient']),
});

export const ShippingRate = z.strictObject({
  groups: z.array(Slug).optional().describe('Groups of locations it holds for; absent means all.'),
  countries: z.array(CountryCode).optional().describe('Countries of delivery; absent means all.'),
  upToKm: Km.optional().describe('An unknown distance fits only a rate without this limit.'),
  baseMinor: Cost.default(0).describe('For each parcel.'),
  perKgMinor: Cost.default(0),
  perKmMinor: Cost.default(0),
  days: z.number().min(0).max(365).default(0).describe('Days from leaving to delivery.'),
});

const FilterRules = z.strictObject({
  channels: z.boolean().default(false).describe('Only locations that serve the channel of the order.'),
  groups: z.array(Slug).min(1).optional().describe('Only locations in one of these groups.'),
  hours: z.boolean().default(false).describe('Only locations that are open now.'),
  cutOff: z.boolean().default(false).describe('Only locations from which the order still leaves today.'),
  distanceKm: Km.optional().describe('Only locations within this great-circle distance.'),
  unknownDistance: z.enum(['keep', 'exclude']).default('keep'),
  keepUnits: Count.default(0).describe('Units of each product that stay at each location.'),
  capacity: z.boolean().default(false).describe('Only within ordersPerDay and unitsPerDay.'),
  hazardous: z.boolean().default(false).describe('Hazardous goods only from locations that may handle them.'),
  temperature: z.boolean().default(false).describe('Goods only from locations with their temperature class.'),
});

const Scoring = z.strictObject({
  shipping: z.number().min(0).max(1000).default(1).describe('Factor on the cost by the rate table.'),
  perKmMinor: Cost.default(0).describe('For each parcel and kilometre, beside the rate.'),
  perSplitMinor: Cost.default(0).describe('For each location after the first.'),
  perUnitDayOfAgeMinor: Cost.default(0).describe('Gained for each unit and each day that it has lain there.'),
  fullLoadMinor: Cost.default(0).describe('For each parcel from a location whose day is full; less as it is emptier.'),
  perDayLateMinor: Cost.default(0).describe('For each parcel and day after the promised date.'),
  perPriorityMinor: Cost.default(0).describe('For each parcel and point of the priority of its location.'),
  perShortUnitMinor: Cost.default(1_000_000).describe('For each unit that waits: it waits rather than cost more.'),
});

const Fallback = z.strictObject({
  without: z.array(z.enum(SOURCING_FILTERS)).min(1).optional().describe('Filters that do not hold in this step.'),
  groups: z.array(Slug).min(1).optional().describe('These groups instead.'),
  maxLocations: z.int().min(1).max(100).optional(),
});

/** How the locations of an order are chosen: a version of it is never changed. */
export const SourcingRules = z
  .strictObject({
    name: Slug,
    currency: Currency.default('EUR').describe('Of all amounts, in minor units.'),
    method: z
      .enum(['priority', 'greedy', 'exact'])
      .default('priority')
      .describe('priority: fewest locations, then their priority. greedy, exact: least cost by the scoring.'),
    locations: z.record(z.string().min(1).max(100), LocationProfile).default({}).describe('By code.'),
    places: z
      .array(
        z.strictObject({
          country: CountryCode,
          postalPrefix: z.string().max(20).default(''),
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
        }),
      )
      .max(200_000)
      .default([])
      .describe('Where buyers are: the longest prefix of a postal code counts.'),
    rates: z.array(ShippingRate).max(1000).default([]).describe('The first that fits counts.'),
    assumedWeightGrams: Count.default(0).describe('Of a unit whose weight is not known.'),
    promiseDays: z.number().min(0).max(365).optional().describe('Days after which an order without a date is late.'),
    filters: FilterRules.prefault({}),
    scoring: Scoring.prefault({}),
    maxLocations: z.int().min(1).max(100).optional().describe('Of one order; absent means any number.'),
    fallback: z.array(Fallback).max(10).default([]).describe('Tried in turn while the order is not whole.'),
    backorder: z
      .enum(['partial', 'complete'])
      .default('partial')
      .describe('partial: what is there goes, the rest waits. complete: nothing goes before all of it can.'),
    window: z
      .strictObject({
        seconds: z.int().min(5).max(86_400).describe('An order is sourced at the latest so long after it came.'),
        orders: z.int().min(2).max(500).default(100).describe('Orders that are planned together at most.'),
      })
      .optional()
      .describe('New orders wait and are planned together for the least cost of all of them; for the method exact.'),
  })
  .describe('A set of sourcing rules.');
export type SourcingRules = z.infer<typeof SourcingRules>;
export type SourcingRulesInput = z.input<typeof SourcingRules>;
export type LocationProfile = z.infer<typeof LocationProfile>;
export type ShippingRate = z.infer<typeof ShippingRate>;
export type SourcingFilter = (typeof SOURCING_FILTERS)[number];
export type SourcingChannel = (typeof CHANNELS)[number];
export type TemperatureClass = (typeof TEMPERATURES)[number];
