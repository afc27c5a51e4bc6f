import { greatCircleKm } from '../shared/greatCircle.ts';
import type { LocationId } from '../shared/ids.ts';
import { DAY_MS } from '../shared/zone.ts';
import type { Candidate, Goods, GoodsDemand, Load, SourcingOrder } from './candidate.ts';
import type { CompiledRules } from './compileRules.ts';
import { because, type Refusal, refusalOf } from './filters.ts';
import type { SourcingProblem } from './problem.ts';
import { type Rate, rateFor, type Site, type Stage } from './site.ts';

/** An order under one stage of the rules: the problem to solve, and why a location is not in it. */
export type Prepared = {
  readonly problem: SourcingProblem;
  /** By candidate; null for one that may be used. */
  readonly refusals: readonly (Refusal | null)[];
  /** The good of each demand. */
  readonly goodOf: Int32Array;
  /** Whole days by which an order from each candidate comes after its promise; 0 where costs are not looked at. */
  readonly late: Float64Array;
};

type Merged = {
  readonly available: ReadonlyMap<LocationId, number>;
  readonly goods: Goods | undefined;
  quantity: number;
};
const NO_LOAD: Load = { orders: 0, units: 0 };

/** Applies the filters and prices of a stage. Lines of one product are one good. */
export function prepare(
  rules: CompiledRules,
  stage: Stage,
  order: SourcingOrder,
  candidates: readonly Candidate[],
): Prepared {
  const { goods, goodOf } = mergeGoods(order.demands);
  const L = candidates.length;
  const problem = emptyProblem(rules, stage, goods, L);
  const late = new Float64Array(L);
  const sites = candidates.map(({ code }) => rules.site(code));
  const km = distances(rules, order, sites);
  const farthest = km.reduce((most, one) => (one > most ? one : most), 0);
  const refusals = candidates.map((candidate, l) => {
    const offered = offer(stage, goods, candidate, sites[l] as Site, { stock: problem.stock, l, locations: L });
    const refusal =
      offered ?? open({ rules, stage, order, candidate, km: km[l] as number, farthest }, problem, late, l);
    if (refusal) for (let i = l; i < problem.stock.length; i += L) problem.stock[i] = 0;
    else priceUnits(rules, order, candidate, goods, problem, l, km[l] as number);
    return refusal;
  });
  return { problem, refusals, goodOf, late };
}

/** Lines by product: those that share one map of units are one good. */
export function mergeGoods(demands: readonly GoodsDemand[]) {
  const goods: Merged[] = [];
  const known = new Map<ReadonlyMap<LocationId, number>, number>();
  const goodOf = new Int32Array(demands.length);
  demands.forEach(({ available, quantity, goods: facts }, d) => {
    const g = known.get(available) ?? goods.length;
    goodOf[d] = g;
    const merged = goods[g];
    if (merged) merged.quantity += quantity;
    else {
      known.set(available, g);
      goods.push({ available, goods: facts, quantity });
    }
  });
  return { goods: goods as readonly Readonly<Merged>[], goodOf };
}

function emptyProblem({ document }: CompiledRules, stage: Stage, goods: readonly Merged[], L: number): SourcingProblem {
  const { perSplitMinor, perShortUnitMinor } = document.scoring;
  return {
    locations: L,
    demand: Int32Array.from(goods, ({ quantity }) => quantity),
    stock: new Int32Array(goods.length * L),
    unitCost: new Float64Array(goods.length * L),
    openCost: new Float64Array(L).fill(Number.POSITIVE_INFINITY),
    room: new Float64Array(L).fill(Number.POSITIVE_INFINITY),
    maxLocations: stage.maxLocations,
    splitCost: perSplitMinor,
    shortCost: perShortUnitMinor,
  };
}

function distances({ places, needs }: CompiledRules, order: SourcingOrder, sites: readonly Site[]): Float64Array {
  const to = needs.destination ? places.find(order.country, order.postalCode) : null;
  return Float64Array.from(sites, ({ point }) => (to && point ? greatCircleKm(point, to) : Number.NaN));
}

/** Enters what a location may give of each good; the refusal when that is nothing. */
function offer({ applies }: Stage, goods: readonly Merged[], { id }: Candidate, site: Site, own: OwnStock) {
  const keep = applies.keepUnits ? site.keepUnits : 0;
  let refusal: Refusal | null = because('no-stock');
  for (let g = 0; g < goods.length; g++) {
    const { available, goods: facts } = goods[g] as Merged;
    const have = available.get(id) ?? 0;
    if (have <= 0) continue;
    const barred = barrier(applies, facts, site, have - keep);
    if (barred === null) own.stock[g * own.locations + own.l] = have - keep;
    if (refusal !== null) refusal = barred;
  }
  return refusal;
}

type OwnStock = { readonly stock: Int32Array; readonly l: number; readonly locations: number };

function barrier(applies: Stage['applies'], goods: Goods | undefined, site: Site, left: number): Refusal | null {
  if (applies.hazardous && goods?.isHazardous && !site.isForHazardous) return because('hazardous');
  if (applies.temperature && goods && !site.temperatures.has(goods.temperature)) return because('temperature');
  return left > 0 ? null : because('kept-back', site.keepUnits);
}

type Opening = {
  readonly rules: CompiledRules;
  readonly stage: Stage;
  readonly order: SourcingOrder;
  readonly candidate: Candidate;
  readonly km: number;
  /** Counts where the distance is not known: an unknown one must not look near. */
  readonly farthest: number;
};

/** Applies the filters to a location and enters what using it costs and how much room it has; or the refusal. */
function open(
  { rules, stage, order, candidate, km, farthest }: Opening,
  problem: SourcingProblem,
  late: Float64Array,
  l: number,
): Refusal | null {
  const { document } = rules;
  const site = rules.site(candidate.code);
  const load = candidate.load ?? NO_LOAD;
  const { channel, nowMs, country } = order;
  const { distanceKm: maxKm = Number.POSITIVE_INFINITY, unknownDistance } = document.filters;
  const facts = { site, channel, nowMs, km, load, maxKm, keepsUnknown: unknownDistance === 'keep' };
  const refusal = refusalOf(facts, stage);
  if (refusal) return refusal;
  if (stage.applies.capacity) problem.room[l] = site.unitsPerDay - load.units;
  if (document.method === 'priority') {
    problem.openCost[l] = 0;
    return null;
  }
  const rate = rateFor(site, { country, km, hasRates: document.rates.length > 0 });
  if (!rate) return because('no-rate');
  late[l] = daysLate(order, site, rate, document.promiseDays);
  const cost = openingCost(rules, candidate, site, rate, Number.isNaN(km) ? farthest : km);
  problem.openCost[l] = cost + document.scoring.perDayLateMinor * late[l];
  return null;
}

function openingCost(
  { document }: CompiledRules,
  { priority, load = NO_LOAD }: Candidate,
  site: Site,
  rate: Rate,
  km: number,
): number {
  const { shipping, perKmMinor, fullLoadMinor, perPriorityMinor } = document.scoring;
  return (
    shipping * (rate.baseMinor + rate.perKmMinor * km) +
    perKmMinor * km +
    fullLoadMinor * (load.orders / site.ordersPerDay || 0) +
    perPriorityMinor * Math.max(0, priority)
  );
}

/** A year is as late as an order can count; a location that opens no more would else cost without end. */
const MOST_DAYS = 366;

/** Whole days after the promise at which an order arrives that a location is given now; 0 when nothing is promised. */
function daysLate(order: SourcingOrder, site: Site, rate: Rate, promiseDays: number | undefined): number {
  const own = promiseDays === undefined ? null : order.placedMs + promiseDays * DAY_MS;
  const promised = order.promisedMs ?? own;
  if (promised === null) return 0;
  const arrives = site.schedule.leavesAt(order.nowMs) + rate.days * DAY_MS;
  return Math.min(MOST_DAYS, Math.max(0, Math.ceil((arrives - promised) / DAY_MS)));
}

function priceUnits(
  { document, site }: CompiledRules,
  { country }: SourcingOrder,
  { id, code }: Candidate,
  goods: readonly Merged[],
  { unitCost, locations: L }: SourcingProblem,
  l: number,
  km: number,
): void {
  if (document.method === 'priority') return;
  const { shipping, perUnitDayOfAgeMinor } = document.scoring;
  const rate = rateFor(site(code), { country, km, hasRates: document.rates.length > 0 });
  for (let g = 0; g < goods.length; g++) {
    const facts = goods[g]?.goods;
    const kg = (facts?.weightGrams ?? document.assumedWeightGrams) / 1000;
    const days = facts?.ages?.get(id) ?? 0;
    unitCost[g * L + l] = shipping * (rate?.perKgMinor ?? 0) * kg - perUnitDayOfAgeMinor * days;
  }
}
