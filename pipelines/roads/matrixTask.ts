import type { Buckets, Hierarchy, Seed } from '../../core/roads/index.ts';

/** What the threads of a matrix share: the hierarchy and buckets to read, the matrices to fill, and counters of rows. */
export interface MatrixTask {
  readonly hierarchy: Hierarchy;
  readonly buckets: Buckets;
  readonly departures: readonly (readonly Seed[])[];
  readonly cost: Float64Array;
  readonly beside: Float64Array;
  readonly control: Int32Array;
}

/** Places in `control`: the next row to work on, the rows that are done, and whether to stop. */
export const ROWS_TAKEN = 0;
export const ROWS_DONE = 1;
export const STOPPED = 2;
