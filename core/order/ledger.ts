import { BUCKETS, type Bucket, type LineLedger } from './order.ts';

export const EMPTY_LEDGER: LineLedger = {
  open: 0,
  backordered: 0,
  allocated: 0,
  released: 0,
  shipped: 0,
  cancelled: 0,
  received: 0,
};

/** All units of the line, wherever they are now. */
export function ordered(ledger: LineLedger): number {
  return BUCKETS.reduce((sum, bucket) => sum + ledger[bucket], 0);
}

/** Units that can still ship or come in. */
export function unshipped(ledger: LineLedger): number {
  return ledger.open + ledger.backordered + ledger.allocated + ledger.released;
}

/** The ledger after `quantity` units moved between two buckets. Throws when the stream is corrupt. */
export function moveUnits(ledger: LineLedger, from: Bucket, to: Bucket, quantity: number): LineLedger {
  if (ledger[from] < quantity) {
    throw new Error(`corrupt stream: ${quantity} units leave ${from}, which holds ${ledger[from]}`);
  }
  return { ...ledger, [from]: ledger[from] - quantity, [to]: ledger[to] + quantity };
}
