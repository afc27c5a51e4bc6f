import type {
  BinId,
  CountEvent,
  CountKey,
  LotId,
  OpenedCount,
  OpenedTransfer,
  PlacedUnits,
  StockKey,
  TransferEvent,
  UnitFactor,
} from '../inventory/index.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';

/** A transfer as it is stored. `version` counts its events. */
export type StoredTransfer = { readonly id: string; readonly version: number; readonly transfer: OpenedTransfer };

export type TransferChange = {
  readonly id: string;
  /** The version before the events; 0 for a new transfer. */
  readonly version: number;
  readonly after: OpenedTransfer;
  readonly events: readonly TransferEvent[];
  readonly actor: string;
  /** Of a new transfer. */
  readonly expectedOn: string | null;
  readonly note: string | null;
};

export type StoredCount = { readonly id: string; readonly version: number; readonly count: OpenedCount };

export type CountChange = {
  readonly id: string;
  readonly version: number;
  readonly after: OpenedCount;
  readonly events: readonly CountEvent[];
  readonly actor: string;
  readonly note: string | null;
};

export type LotRow = {
  readonly id: LotId;
  readonly code: string;
  readonly isSerial: boolean;
  readonly expiresOn: string | null;
};

export type StoredIncoming = StockKey & {
  readonly open: number;
  readonly reference: string;
  readonly unitCostMinor: number | null;
};

export type PlaceNames = {
  readonly bins: ReadonlyMap<BinId, string>;
  readonly walks: ReadonlyMap<BinId, number>;
  readonly lots: ReadonlyMap<LotId, Pick<LotRow, 'code' | 'expiresOn'>>;
};

/** What only inventory operations load and write, within the transaction of their stock. */
export type TransferLot = { readonly product: ProductId; readonly lot: LotId; readonly quantity: number };
export type TransferLotMove = Omit<TransferLot, 'quantity'> & { readonly sent: number; readonly received: number };

export type InventoryTransaction = {
  /** Units by bin and lot. The balances of the products must be locked. */
  places(products: readonly ProductId[]): Promise<readonly PlacedUnits[]>;
  /** The codes of the places that hold these products, and the bins' positions on the walk. */
  placeNames(products: readonly ProductId[]): Promise<PlaceNames>;
  bin(location: LocationId, code: string): Promise<BinId | null>;
  lot(product: ProductId, code: string): Promise<LotRow | null>;
  /** A unit in which a product is handled. */
  unit(product: ProductId, code: string): Promise<UnitFactor | null>;
  addLot(product: ProductId, row: LotRow): Promise<void>;
  /** Locks a transfer; null when there is none. */
  transfer(id: string): Promise<StoredTransfer | null>;
  saveTransfer(change: TransferChange): Promise<void>;
  /** Lots of a transfer with units that are not received, first expired first. The transfer must be locked. */
  transferLots(transfer: string): Promise<readonly TransferLot[]>;
  /** Adds to what was sent and received of the lots of a transfer. */
  moveTransferLots(transfer: string, moves: readonly TransferLotMove[]): Promise<void>;
  /** Locks a count; null when there is none. */
  count(id: string): Promise<StoredCount | null>;
  saveCount(change: CountChange): Promise<void>;
  /** Locks what is to come; null when there is none. */
  incoming(id: string): Promise<StoredIncoming | null>;
  /** Books units of it as come. */
  receiveIncoming(id: string, quantity: number): Promise<void>;
  /** Products with a balance at a location, for a full count. */
  stocked(location: LocationId): Promise<readonly ProductId[]>;
  /** Units on hand of each key as the ledger had them at an instant; null for now. */
  booksAt(location: LocationId, keys: readonly CountKey[], at: Instant | null): Promise<readonly number[]>;
};
