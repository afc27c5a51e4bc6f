import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';

/**
 * A carrier's scans oldest first, from a list that has the newest first. Carriers tell whole seconds; of scans in one
 * second each is put a millisecond after the one before, so that the order they are listed in is not lost: a delivery in
 * the second of the scan before it is still the last that happened. A scan keeps its instant when later ones follow.
 */
export function oldestFirst<T extends { readonly at: Instant }>(newestFirst: readonly T[]): readonly T[] {
  const sorted = newestFirst.toReversed().toSorted((a, b) => epochMs(a.at) - epochMs(b.at));
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map((event) => {
    last = Math.max(epochMs(event.at), last + 1);
    return { ...event, at: instantOf(last) };
  });
}
