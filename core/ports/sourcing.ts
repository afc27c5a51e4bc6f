import type { SourcingChannel, SourcingRules, TemperatureClass } from '../documents/index.ts';
import type { SourcingNote } from '../order/index.ts';
import type { Instant, LocationId, OrderId, ProductId } from '../shared/ids.ts';
import type { CompiledRules, Goods, PastEvent, PastWorld, SourcingWindow } from '../sourcing/index.ts';

/** The channel for which rules are active; `*` is every channel that has none of its own. */
export type RulesChannel = SourcingChannel | '*';
export type ActiveRules = ReadonlyMap<RulesChannel, CompiledRules>;

/** Windows are planned this long before their orders are due, so that none waits longer than it may. */
export const PLAN_AHEAD_MS = 2000;

/** What was sourced to a location on one of its local days, counted from 1 January 1970. */
export type SourcingLoad = {
  readonly location: LocationId;
  readonly day: number;
  readonly orders: number;
  readonly units: number;
};

/** What a transaction loads to choose locations by rules. Nothing beside the first is asked where no rules are active. */
export type SourcingTransaction = {
  /** The active rules, compiled once for each version. */
  sourcingRules(): Promise<ActiveRules>;
  /** What of products rules ask for; `withAges` adds how long their oldest units have lain, by the ledger. */
  sourcingGoods(
    products: readonly ProductId[],
    withAges: boolean,
    now: Instant,
  ): Promise<ReadonlyMap<ProductId, Goods>>;
  /** The loads of these days, locked in their order, so that two batches never fill a location twice. */
  sourcingLoads(days: readonly Pick<SourcingLoad, 'location' | 'day'>[]): Promise<readonly SourcingLoad[]>;
  /**
   * Orders that wait to be sourced together, of each channel in which one is due by then, the earliest first. None while
   * another transaction plans.
   */
  ordersToPlan(by: Instant, limit: number): Promise<readonly OrderId[]>;
};

/** One version of rules in a list. */
export type RulesVersion = {
  readonly name: string;
  readonly version: number;
  readonly method: SourcingRules['method'];
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly activeFor: readonly RulesChannel[];
};

/** One decision on where units of an order come from, as its event tells it. */
export type SourcingDecision = {
  readonly version: number;
  readonly at: Instant;
  readonly note: SourcingNote;
  /** Locations that there were then and that had none of the goods. */
  readonly without: readonly string[];
};

/** The rules that are kept, and what they decided. Versions are added and never changed. */
export type SourcingStore = {
  /** The next version under the name of the rules; the last one when nothing has changed. */
  add(document: SourcingRules, actor: string): Promise<{ readonly name: string; readonly version: number }>;
  list(): Promise<readonly RulesVersion[]>;
  /** A version, or the last; null when there is none. */
  show(name: string, version: number | null): Promise<(RulesVersion & { readonly document: SourcingRules }) | null>;
  /** false when there is no such version. */
  activate(name: string, version: number, channel: RulesChannel, actor: string): Promise<boolean>;
  /** Back to the rules of `*`, or for `*` to the default; false when none were active. */
  deactivate(channel: RulesChannel, actor: string): Promise<boolean>;
  /** What rules may ask about a product; false when there is no such SKU. */
  describeGoods(sku: string, goods: GoodsDescription, actor: string): Promise<boolean>;
  decisions(order: string): Promise<readonly SourcingDecision[] | null>;
};

export type GoodsDescription = { readonly isHazardous: boolean; readonly temperature: TemperatureClass };

/** An independent solver for windows, against which the hub's own plans are measured. Small windows only. */
export type ExactModel = {
  /** The least cost of a window; null when the solver has not proven it within the seconds. */
  leastCost(window: SourcingWindow, seconds: number): Promise<number | null>;
  close(): Promise<void>;
};

/** Which past orders: those placed from an instant on, up to another that does not belong to them. */
export type PastPeriod = { readonly from: Instant; readonly to: Instant };

/** A world by the ledger, with the number of each product in it by its SKU. */
export type NamedWorld = { readonly world: PastWorld; readonly products: ReadonlyMap<string, number> };

/** Past orders and the stock that there was for them. */
export type SourcingHistory = {
  count(period: PastPeriod): Promise<number>;
  /** Active locations and free units as the ledger had them at an instant, for products of the period or by their SKUs. */
  world(at: Instant, wanted: PastPeriod | { readonly skus: readonly string[] }): Promise<NamedWorld>;
  /** Sales orders of a period, and units that came or went otherwise, in pages and in the order of time. */
  events(period: PastPeriod, world: NamedWorld): AsyncIterable<readonly PastEvent[]>;
};
