import type { Instant, LocationId } from '../shared/ids.ts';
import { BUCKETS, type Bucket, type Committed, type LineLedger, type OrderLine } from './order.ts';

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

/** Units of a line in a bucket; of those that are committed, the ones at a location when it is given. */
export function unitsIn(line: OrderLine, bucket: Bucket, location?: LocationId): number {
  if (location === undefined || (bucket !== 'allocated' && bucket !== 'released')) return line.ledger[bucket];
  return line.at.get(location)?.[bucket] ?? 0;
}

/**
 * What is committed where after units of a bucket came to a location (positive) or left it. Throws when fewer are there:
 * the stream is corrupt.
 */
export function committedAfter(
  at: OrderLine['at'],
  location: LocationId,
  bucket: keyof Omit<Committed, 'since'>,
  units: number,
  since?: Instant,
): OrderLine['at'] {
  const before = at.get(location);
  const had = before?.[bucket] ?? 0;
  if (had + units < 0)
    throw new Error(`corrupt stream: ${-units} units leave ${bucket} at ${location}, which holds ${had}`);
  const from = before?.since ?? since;
  if (from === undefined) throw new Error(`corrupt stream: units are ${bucket} at ${location} since no time`);
  const { allocated = 0, released = 0 } = before ?? {};
  const after = { allocated, released, since: from, [bucket]: had + units };
  const next = new Map(at);
  if (after.allocated + after.released === 0) next.delete(location);
  else next.set(location, after);
  return next;
}
