import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';

/**
 * Events oldest first, from a list that has the newest first. Systems that tell whole seconds give one instant to several:
 * each is then put a millisecond after the one before, so that the order they stated is not lost, and the last event is
 * the last that happened. An event keeps its instant when later ones follow.
 */
export function inOrder<T extends { readonly at: Instant }>(newestFirst: readonly T[]): readonly T[] {
  const sorted = newestFirst.toReversed().toSorted((a, b) => epochMs(a.at) - epochMs(b.at));
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map((event) => {
    last = Math.max(epochMs(event.at), last + 1);
    return { ...event, at: instantOf(last) };
  });
}
