import type { OrderDocument } from '../documents/index.ts';
import type { ListPrice } from '../order/index.ts';

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
