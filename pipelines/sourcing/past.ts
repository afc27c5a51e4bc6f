import type { PastEvent, PastWorld } from '../../core/sourcing/index.ts';

/** A past to play again: what there was, and what happened, in pages and in the order of its time. */
export type Past = {
  readonly world: PastWorld;
  readonly events: AsyncIterable<readonly PastEvent[]>;
  /** Orders in it, as far as that is known before they are read. */
  readonly total: number;
};
