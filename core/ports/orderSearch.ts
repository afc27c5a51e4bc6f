import type { Instant } from '../shared/ids.ts';
import type { ListPage, Row } from './queries.ts';

/** What orders are searched by; all that is given must hold. */
export type OrderFilter = {
  /** An email address, a phone number, a name or an external id of the buyer, as the order states it. */
  readonly customer?: string | undefined;
  readonly number?: string | undefined;
  readonly sku?: string | undefined;
  readonly externalId?: string | undefined;
  readonly status?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
  /** Placed at or after this instant. */
  readonly from?: Instant | undefined;
  /** Placed before this instant. */
  readonly to?: Instant | undefined;
  /** Words of the order: names, addresses, titles, notes. "…" keeps words together, - leaves one out. */
  readonly text?: string | undefined;
};

/** Finding orders. What is found follows the orders within moments: at once when the hub rests, later while it is busy. */
export type OrderSearch = {
  /** A page of orders, the last placed first, as lists show them. */
  search(
    filter: OrderFilter,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<ListPage<Row>>;
  /**
   * Brings the search up to a batch of the orders that changed and answers how many they were: 0 when there were none, when
   * another process is at it, and for a patient caller while messages wait to be applied.
   */
  follow(isPatient: boolean): Promise<number>;
};
