import type { Instant } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';

/** A shipment under way, as far as its buyer waits for it. `expectedAt` is what its carrier says. */
export type Awaited = {
  readonly promisedAt: Instant;
  readonly shippedAt: Instant;
  readonly expectedAt: Instant | null;
  /** How long the carrier's parcels of the same service from the same place took, for nine of ten; null without a past. */
  readonly usualTransitMs: number | null;
};
export type Lateness = {
  readonly why: 'promise-passed' | 'carrier-expects-late' | 'usually-late';
  readonly predictedAt: Instant | null;
};

/**
 * Whether a delivery is late: its promise has passed, or it is predicted to. The carrier's own word on this parcel goes
 * before what is usual.
 */
export function latenessOf(
  { promisedAt, shippedAt, expectedAt, usualTransitMs }: Awaited,
  now: Instant,
): Lateness | null {
  const usualAt = usualTransitMs === null ? null : instantOf(epochMs(shippedAt) + usualTransitMs);
  const predictedAt = expectedAt ?? usualAt;
  if (epochMs(now) > epochMs(promisedAt)) return { why: 'promise-passed', predictedAt };
  if (predictedAt === null || epochMs(predictedAt) <= epochMs(promisedAt)) return null;
  return { why: expectedAt === null ? 'usually-late' : 'carrier-expects-late', predictedAt };
}
