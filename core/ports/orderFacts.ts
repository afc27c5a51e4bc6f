import type { OrderDocument } from '../documents/index.ts';
import type { HoldPolicy, ListPrice } from '../order/index.ts';
import type { Instant } from '../shared/ids.ts';

export type OrderFactsQuery = {
  readonly document: OrderDocument;
  readonly skus: readonly string[];
  /** How far back an order may lie to be taken for the same one. */
  readonly withinHours: number;
};

/** What the store knows about an order that is to be checked. */
export type StoredOrderFacts = {
  /** Known SKUs, and whether they may be sold. */
  readonly sellable: ReadonlyMap<string, boolean>;
  readonly prices: ReadonlyMap<string, ListPrice>;
  /** Other orders of the same buyer, currency and total within that time, that were not cancelled. */
  readonly alike: readonly { readonly number: string; readonly lines: OrderDocument['lines'] }[];
};

/** The price of one unit of an item in a currency, and how far an order's price may be off it, in basis points. */
export type PriceRow = {
  readonly sku: string;
  readonly currency: string;
  readonly unitPrice: string;
  readonly toleranceBps: number;
};

/** How orders of a channel are checked when they arrive: `warn` records what is found, `hold` holds them for it too. */
export type ArrivalPolicy = {
  readonly mode: 'warn' | 'hold';
  /** Which finding holds an order, and how, where it differs from the usual; null lets it pass. */
  readonly holds: Partial<HoldPolicy>;
};
/** By channel; `*` for channels without a policy of their own. */
export type ArrivalPolicies = ReadonlyMap<PolicyChannel, ArrivalPolicy>;
export type PolicyChannel = OrderDocument['channel'] | '*';
export type ArrivalPolicyRow = ArrivalPolicy & {
  readonly channel: PolicyChannel;
  readonly setBy: string;
  readonly updatedAt: Instant;
};

export type PriceQuery = {
  readonly sku?: string | undefined;
  readonly currency?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
};
export type PricePage = {
  readonly items: readonly (PriceRow & { readonly updatedAt: Instant })[];
  readonly cursor: string | null;
};
