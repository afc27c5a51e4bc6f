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

/** What people and programs ask about stock beyond lists. */
export type StockQueries = {
  /** Compares, on one snapshot, and hands on each difference as it is found. */
  audit(onDifference: (difference: StockDifference) => void): Promise<StockAuditSummary>;
};
