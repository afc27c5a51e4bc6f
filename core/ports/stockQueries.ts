import type { DatedUnits, OwnedChange, SellingPolicy } from '../inventory/index.ts';

/** A figure of a balance that is not what another record of the same units says. None is ever right. */
export type StockDifference = {
  readonly sku: string;
  readonly location: string;
  /** Which figure: a state of stock, or the units of one place. */
  readonly measure: string;
  /** What it was compared with. */
  readonly against: 'ledger' | 'reservations' | 'allocations' | 'transfers' | 'on-hand';
  readonly balance: number;
  readonly other: number;
};

export type StockAuditSummary = {
  /** How many balances were compared. */
  readonly balances: number;
  /** Balances with more promises than units, after a fact took units away. No difference, but a person must look. */
  readonly overPromised: number;
};

/** Where the stock of a product stands, and what is to come. */
export type StockOutlook = {
  readonly sku: string;
  readonly locations: readonly {
    readonly location: string;
    readonly available: number;
    readonly safetyStock: number;
  }[];
  readonly supply: readonly (DatedUnits & { readonly location: string; readonly reference: string })[];
  /** Units of open orders that wait for stock. */
  readonly owed: number;
  readonly policy: SellingPolicy;
};

/** A line of an open order that waits for stock. */
export type WaitingLine = {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderReference: string;
  readonly sku: string;
  readonly quantity: number;
  readonly placedAt: string;
};

/** Hands on what changed of the owned units of each product, product by product in the order of the ledger. */
export type OwnedChanges = (
  of: { readonly sku: string | null; readonly until: string | null },
  onChange: (sku: string, change: OwnedChange) => void,
) => Promise<void>;

/** What people and programs ask about stock beyond lists. */
export type StockQueries = {
  /** Compares, on one snapshot, and hands on each difference as it is found. */
  audit(onDifference: (difference: StockDifference) => void): Promise<StockAuditSummary>;
  readonly ownedChanges: OwnedChanges;
  outlook(sku: string): Promise<StockOutlook | null>;
  /** In the order in which they are served, of one SKU or of all. */
  waiting(sku: string | null, limit: number): Promise<readonly WaitingLine[]>;
};
