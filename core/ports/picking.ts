import type { BinPlace, PickNeed, PickStrategy } from '../fulfillment/index.ts';
import type { BinId, PlacedUnits } from '../inventory/index.ts';
import type { FulfillmentOrderId, Instant, LocationId, OrderId, OrderLineId, ProductId } from '../shared/ids.ts';

/** One stop of a pick list, with what came of it. */
export type PickRow = Omit<PickNeed, 'walk'> & {
  readonly id: string;
  readonly order: OrderId;
  readonly picked: number;
  readonly short: number;
};

export type PickListRow = {
  readonly id: string;
  readonly number: string;
  readonly location: LocationId;
  readonly state: 'open' | 'done';
  readonly version: number;
  readonly picks: readonly PickRow[];
};

export type NewPickList = {
  readonly id: string;
  readonly location: LocationId;
  readonly strategy: PickStrategy;
  readonly zone: string | null;
  readonly wave: string | null;
  readonly createdBy: string;
  readonly picks: readonly (PickNeed & { readonly id: string })[];
};

export type PickCandidate = {
  readonly id: FulfillmentOrderId;
  readonly order: OrderId;
  readonly priority: number;
  readonly since: Instant;
};
export type PickFilter = {
  readonly location: LocationId;
  /** Ids or numbers; all that wait when absent. */
  readonly names?: readonly string[] | undefined;
  /** Only orders placed before this instant: those that make today's cut-off. */
  readonly placedBefore?: Instant | undefined;
  readonly limit: number;
};

/** What is ordered on a line, and the bin in which a location keeps it, with the bin's own key. */
export type LineGoods = BinPlace & {
  readonly line: OrderLineId;
  readonly product: ProductId | null;
  readonly sku: string;
  readonly binId: BinId | null;
};

export type NewBin = { readonly id: string; readonly code: string; readonly zone: string | null };

/** Units of a product in a bin or a lot that no open pick list asks for yet. */
export type FreePlace = {
  readonly units: PlacedUnits;
  readonly bin: string | null;
  readonly zone: string | null;
  readonly lot: string | null;
};

/** What picking reads and writes in a transaction. */
export type PickingTransaction = {
  /** The fulfillment orders of these ids or numbers, not locked. */
  worksNamed(
    names: readonly string[],
  ): Promise<readonly { readonly id: FulfillmentOrderId; readonly order: OrderId; readonly number: string }[]>;
  /** Fulfillment orders with units to pick, the most urgent first, not locked. */
  pickCandidates(filter: PickFilter): Promise<readonly PickCandidate[]>;
  goodsOf(location: LocationId, lines: readonly OrderLineId[]): Promise<readonly LineGoods[]>;
  freePlaces(location: LocationId, products: readonly ProductId[]): Promise<readonly FreePlace[]>;
  /** Units that open pick lists still ask for, by fulfillment order and line. */
  listedUnits(
    works: readonly FulfillmentOrderId[],
  ): Promise<
    readonly { readonly fulfillmentOrder: FulfillmentOrderId; readonly line: OrderLineId; readonly units: number }[]
  >;
  /** Answers their numbers, in the order of the lists. */
  insertPickLists(lists: readonly NewPickList[]): Promise<readonly string[]>;
  /** Loads and locks a pick list by its id or number. */
  pickList(name: string): Promise<PickListRow | null>;
  savePickList(list: PickListRow): Promise<void>;
  /** Says in which bin a location keeps a product, a new one where it has none of that code; null when in none any more. */
  keepProduct(product: ProductId, location: LocationId, bin: NewBin | null): Promise<void>;
};
