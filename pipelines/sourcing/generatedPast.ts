import type { SourcingRulesInput } from '../../core/documents/index.ts';
import { poissonDraw, type Random, seededRandom } from '../../core/planning/random.ts';
import type { LocationId } from '../../core/shared/ids.ts';
import { DAY_MS } from '../../core/shared/zone.ts';
import type { PastEvent, PastOrder, PastWorld } from '../../core/sourcing/index.ts';
import type { Past } from './past.ts';

export type GeneratedPast = {
  readonly locations: number;
  readonly orders: number;
  readonly seed: number;
  readonly days: number;
};

const HOUR_MS = 3_600_000;
const FIRST_DAY_MS = Date.UTC(2026, 2, 2);
const PAGE = 250;
/** Of every seven locations one is a warehouse; the others are stores. */
const WAREHOUSE_EVERY = 7;
const REGIONS = 95;

/**
 * A retailer with warehouses and stores over a country some 800 km long, and a month of its orders with a clock change in
 * it. Few products sell most (Zipf's law), stores hold few units of a part of them, warehouses are filled each night with
 * about what was sold: popular products run short now and then. The same seed gives the same past.
 */
export function generatedPast({
  locations,
  orders,
  seed,
  days,
}: GeneratedPast): Past & { readonly rules: SourcingRulesInput } {
  const random = seededRandom(seed);
  const places = Array.from({ length: locations }, (_, l) => placeOf(l, random));
  const products = Math.max(50, Math.round(orders / 50));
  const popularity = cumulated(products);
  const share = orders / (days * Math.ceil(locations / WAREHOUSE_EVERY));
  const world: PastWorld = {
    locations: places.map(({ code, isWarehouse }) => ({
      id: code as LocationId,
      code,
      priority: isWarehouse ? 10 : 20,
    })),
    products: Array.from({ length: products }, () => goodsOf(random)),
    stock: new Int32Array(products * locations),
  };
  for (let p = 0; p < products; p++) {
    const daily = dailyOf(popularity, p) * share * 2.4;
    places.forEach(({ isWarehouse }, l) => {
      world.stock[p * locations + l] = isWarehouse ? poissonDraw(random, daily * 1.3) : storeUnits(random);
    });
  }
  const told = { places, popularity, products, share };
  return { world, rules: rulesOf(places, random), total: orders, events: eventsOf({ orders, days, random, ...told }) };
}

type Place = {
  readonly code: string;
  readonly isWarehouse: boolean;
  readonly latitude: number;
  readonly longitude: number;
};

function placeOf(l: number, random: Random): Place {
  const isWarehouse = l % WAREHOUSE_EVERY === 0;
  const code = `${isWarehouse ? 'warehouse' : 'store'}-${l + 1}`;
  return { code, isWarehouse, latitude: 47.5 + random() * 7, longitude: 6.2 + random() * 8.5 };
}

function goodsOf(random: Random): PastWorld['products'][number] {
  const weightGrams = 50 + Math.floor(random() ** 3 * 12_000);
  const temperature = random() < 0.05 ? 'chilled' : 'ambient';
  return { weightGrams, isHazardous: random() < 0.03, temperature };
}

const storeUnits = (random: Random): number => (random() < 0.4 ? 1 + Math.floor(random() * 3) : 0);

/** Shares of products summed up: the k-th sells 1 / k of the first (Zipf 1949). */
function cumulated(products: number): Float64Array {
  const sums = new Float64Array(products);
  let sum = 0;
  for (let p = 0; p < products; p++) {
    sum += 1 / (p + 1);
    sums[p] = sum;
  }
  return sums.map((value) => value / sum);
}

const dailyOf = (popularity: Float64Array, p: number): number =>
  (popularity[p] as number) - (p === 0 ? 0 : (popularity[p - 1] as number));

type Told = {
  readonly orders: number;
  readonly days: number;
  readonly random: Random;
  readonly places: readonly Place[];
  readonly popularity: Float64Array;
  readonly products: number;
  readonly share: number;
};

/** Pages of events in their order: the night's deliveries, then the day's orders by its hours. */
async function* eventsOf(told: Told): AsyncGenerator<readonly PastEvent[]> {
  const { orders, days, random } = told;
  let page: PastEvent[] = [];
  let placed = 0;
  for (let day = 0; day < days; day++) {
    const midnight = FIRST_DAY_MS + day * DAY_MS;
    if (day > 0) page.push(...deliveries(told, midnight + 3 * HOUR_MS));
    const until = Math.round((orders * (day + 1)) / days);
    const times = Array.from({ length: until - placed }, () => midnight + timeOfDay(random)).sort((a, b) => a - b);
    placed = until;
    for (const atMs of times) {
      page.push(orderAt(told, atMs));
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** Most orders come in the evening, few at night. */
const timeOfDay = (random: Random): number =>
  Math.floor(((random() + random() + random()) / 3) * 20 * HOUR_MS) + 4 * HOUR_MS;

function deliveries({ places, popularity, products, share, random }: Told, atMs: number): PastEvent[] {
  const events: PastEvent[] = [];
  for (let product = 0; product < products; product++) {
    const daily = dailyOf(popularity, product) * share * 2.4;
    places.forEach(({ isWarehouse }, location) => {
      const units = isWarehouse ? poissonDraw(random, daily * 0.97) : 0;
      if (units > 0) events.push({ kind: 'movement', atMs, product, location, units });
    });
  }
  return events;
}

function orderAt({ popularity, products, random }: Told, atMs: number): PastOrder {
  const count = 1 + poissonDraw(random, 0.7);
  const lines = Array.from({ length: Math.min(count, 6) }, () => {
    const share = random();
    let product = 0;
    while (product < products - 1 && (popularity[product] as number) < share) product++;
    return { product, quantity: 1 + (random() < 0.2 ? 1 + Math.floor(random() * 3) : 0) };
  });
  const region = String(1 + Math.floor(random() ** 1.3 * REGIONS)).padStart(2, '0');
  return { kind: 'order', atMs, channel: 'online', country: 'DE', postalCode: `${region}000`, promisedMs: null, lines };
}

/** Rules that use most of what rules can say. */
function rulesOf(places: readonly Place[], random: Random): SourcingRulesInput {
  return {
    name: 'generated',
    method: 'greedy',
    locations: Object.fromEntries(
      places.map(({ code, isWarehouse, latitude, longitude }) => [
        code,
        {
          zone: 'Europe/Berlin',
          at: { latitude, longitude },
          groups: [isWarehouse ? 'warehouse' : 'store'],
          hazardous: isWarehouse,
          temperatures: isWarehouse ? ['ambient' as const, 'chilled' as const] : ['ambient' as const],
          hours: workdays(isWarehouse ? '06:00-22:00' : '10:00-19:00'),
          ...(isWarehouse ? { cutOff: '18:00' } : { cutOff: '14:00', ordersPerDay: 12 }),
        },
      ]),
    ),
    places: Array.from({ length: REGIONS }, (_, region) => ({
      country: 'DE',
      postalPrefix: String(region + 1).padStart(2, '0'),
      latitude: 47.5 + random() * 7,
      longitude: 6.2 + random() * 8.5,
    })),
    rates: [
      { groups: ['store'], upToKm: 60, baseMinor: 420, perKgMinor: 60, days: 1 },
      { upToKm: 300, baseMinor: 490, perKgMinor: 45, days: 1 },
      { baseMinor: 560, perKgMinor: 55, days: 2 },
    ],
    filters: { capacity: true, hazardous: true, temperature: true },
    scoring: { perSplitMinor: 150, perKmMinor: 0.2, perDayLateMinor: 80, fullLoadMinor: 60, perShortUnitMinor: 2500 },
    promiseDays: 2,
    maxLocations: 3,
    fallback: [{ without: ['capacity'], maxLocations: 4 }],
  };
}

const workdays = (hours: string) => ({
  mon: [hours],
  tue: [hours],
  wed: [hours],
  thu: [hours],
  fri: [hours],
  sat: [hours],
});
