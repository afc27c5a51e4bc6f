import fc from 'fast-check';
import { SourcingRules, type SourcingRulesInput, type TemperatureClass } from '../../../../core/documents/index.ts';
import type { LocationId, OrderLineId } from '../../../../core/shared/ids.ts';
import {
  type Candidate,
  type CompiledRules,
  compileRules,
  type GoodsDemand,
  type SourcingOrder,
} from '../../../../core/sourcing/index.ts';

export const CODES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Rules from their input; throws with the findings, as a test's own rules are right. */
export function rulesOf(input: Omit<SourcingRulesInput, 'name'>): CompiledRules {
  const compiled = compileRules(SourcingRules.parse({ name: 'test', ...input }), 'test@1');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

const stock = fc.dictionary(fc.constantFrom(...CODES), fc.integer({ min: 1, max: 6 }), { maxKeys: CODES.length });

const units = (have: Readonly<Record<string, number>>): ReadonlyMap<LocationId, number> =>
  new Map(Object.entries(have).map(([id, count]) => [id as LocationId, count]));

/** Lines of one to three products; a line may share the product, and so the units, of an earlier one. */
const demands: fc.Arbitrary<readonly GoodsDemand[]> = fc
  .tuple(
    fc.array(
      fc.record({
        have: stock,
        isHazardous: fc.boolean(),
        temperature: fc.constantFrom('ambient' as const, 'chilled' as const),
        weightGrams: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }),
        age: fc.integer({ min: 0, max: 40 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 7 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([products, lines]) => {
    const shared = products.map(({ have, isHazardous, temperature, weightGrams, age }, g) => ({
      available: units(have),
      goods: {
        isHazardous: isHazardous && g > 0,
        temperature,
        weightGrams,
        ages: new Map(CODES.map((code, l) => [code as string as LocationId, (age * (l + 1)) % 31])),
      },
    }));
    return lines.flatMap(([g, quantity], d) => {
      const product = shared[g % shared.length];
      return product ? [{ line: String(d) as OrderLineId, quantity, ...product }] : [];
    });
  });

/** Locations in the order of their priority, as the store gives them, with what their day holds already. */
export const candidates: fc.Arbitrary<readonly Candidate[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 5 }), fc.nat({ max: 12 })), {
    minLength: CODES.length,
    maxLength: CODES.length,
  })
  .map((all) =>
    all
      .map(([priority, orders, given], l) => ({
        id: CODES[l] as string as LocationId,
        code: CODES[l] as string,
        priority,
        load: { orders, units: given },
      }))
      .sort((x, y) => x.priority - y.priority),
  );

/** Any time of two years, so that every weekday and both clock changes come up. */
const nowMs = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });

export const orders: fc.Arbitrary<SourcingOrder> = fc
  .record({
    demands,
    nowMs,
    channel: fc.constantFrom('online' as const, 'store' as const, 'b2b' as const),
    country: fc.constantFrom('DE', 'FR', null),
    postalCode: fc.constantFrom('20457', '80331', '99999', null),
    hoursSince: fc.nat({ max: 60 }),
  })
  .map(({ hoursSince, ...order }) => ({
    ...order,
    placedMs: order.nowMs - hoursSince * 3_600_000,
    promisedMs: null,
  }));

const hours = fc.constantFrom('08:00-18:00', '22:00-06:00', '00:00-24:00', '12:00-12:30');

const profile = fc.record(
  {
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
    at: fc.record({
      latitude: fc.double({ min: 47, max: 55, noNaN: true }),
      longitude: fc.double({ min: 6, max: 15, noNaN: true }),
    }),
    groups: fc.subarray(['dc', 'shop']),
    channels: fc.subarray(['online', 'store', 'b2b'] as const),
    hours: fc.record({ mon: fc.array(hours, { maxLength: 2 }), wed: fc.array(hours), sat: fc.array(hours) }),
    cutOff: fc.constantFrom('00:00', '02:30', '15:00', '23:59'),
    ordersPerDay: fc.nat({ max: 6 }),
    unitsPerDay: fc.nat({ max: 20 }),
    keepUnits: fc.nat({ max: 2 }),
    hazardous: fc.boolean(),
    temperatures: fc.constantFrom<TemperatureClass[]>(['ambient'], ['ambient', 'chilled']),
  },
  { requiredKeys: [] },
);

/** Rules of every kind; location f is never named in them. */
export const rules: fc.Arbitrary<CompiledRules> = fc
  .record({
    method: fc.constantFrom('priority' as const, 'greedy' as const, 'exact' as const),
    profiles: fc.array(profile, { minLength: 5, maxLength: 5 }),
    filters: fc.record(
      {
        channels: fc.boolean(),
        groups: fc.constant<string[]>(['dc']),
        hours: fc.boolean(),
        cutOff: fc.boolean(),
        distanceKm: fc.integer({ min: 50, max: 900 }),
        unknownDistance: fc.constantFrom('keep' as const, 'exclude' as const),
        keepUnits: fc.nat({ max: 2 }),
        capacity: fc.boolean(),
        hazardous: fc.boolean(),
        temperature: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    scoring: fc.record(
      {
        perKmMinor: fc.integer({ min: 0, max: 5 }),
        perSplitMinor: fc.integer({ min: 0, max: 900 }),
        perUnitDayOfAgeMinor: fc.integer({ min: 0, max: 20 }),
        fullLoadMinor: fc.integer({ min: 0, max: 500 }),
        perDayLateMinor: fc.integer({ min: 0, max: 300 }),
        perPriorityMinor: fc.integer({ min: 0, max: 100 }),
        perShortUnitMinor: fc.constantFrom(300, 2000, 1_000_000),
      },
      { requiredKeys: [] },
    ),
    maxLocations: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    fallback: fc.subarray([
      { without: ['cutOff' as const, 'hours' as const] },
      { groups: ['shop'] },
      { without: ['distance' as const, 'groups' as const], maxLocations: 4 },
    ]),
    backorder: fc.constantFrom('partial' as const, 'complete' as const),
    hasRates: fc.boolean(),
  })
  .map(({ profiles, filters, maxLocations, hasRates, ...rest }) => {
    // Groups that rules ask for must exist, and a distance needs a place.
    const at = { latitude: 53.55, longitude: 9.99 };
    const all = profiles.map((one, l) => (l === 0 ? { ...one, at, groups: ['dc', 'shop'] } : one));
    return rulesOf({
      ...rest,
      ...(maxLocations === undefined ? {} : { maxLocations }),
      filters,
      promiseDays: 2,
      assumedWeightGrams: 400,
      locations: Object.fromEntries(all.map((one, l) => [CODES[l] as string, one])),
      places: [
        { country: 'DE', postalPrefix: '20', latitude: 53.55, longitude: 9.99 },
        { country: 'DE', postalPrefix: '', latitude: 51.2, longitude: 10.4 },
      ],
      rates: hasRates
        ? [
            { groups: ['shop'], countries: ['DE'], upToKm: 100, baseMinor: 350, days: 1 },
            { countries: ['DE'], baseMinor: 490, perKgMinor: 40, days: 2 },
            { groups: ['dc'], baseMinor: 900, perKgMinor: 90, perKmMinor: 0.2, days: 4 },
          ]
        : [],
    });
  });
