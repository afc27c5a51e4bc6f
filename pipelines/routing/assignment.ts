import type { FleetProblem, Problem } from '../../core/routing/index.ts';
import type { SharedBest } from './sharedBest.ts';

/** When a search ends: by the wall clock, or after a number of steps in each thread, which makes it repeatable. */
export type Budget = { readonly milliseconds: number } | { readonly steps: number };

/** What a routing thread is started with. All large arrays are shared memory. */
export interface Assignment {
  readonly problem: Problem;
  readonly seed: number;
  readonly best: SharedBest;
  /** The way to search the whole problem, or to wait for parts of it. */
  readonly engine: 'anneal' | 'genetic' | 'parts';
  readonly vehiclesFirst: boolean;
  readonly budget: Budget;
}

/** A part of a plan to improve: its routes, and temperatures that continue those of the whole. */
export interface PartTask {
  readonly routes: readonly (readonly number[])[];
  readonly seed: number;
  readonly budget: Budget;
  readonly heat: readonly [number, number];
}

/** What a thread that waits for parts is sent: find first routes for the whole, or improve a part. */
export type PartMessage = { readonly kind: 'begin' } | { readonly kind: 'part'; readonly task: PartTask };

/** The answer to a part: the best routes met and those at which the search stood at its end. */
export interface PartResult {
  readonly best: readonly (readonly number[])[];
  readonly last: readonly (readonly number[])[];
  readonly steps: number;
}

/** What a thread that searches the full model is started with. */
export interface FleetAssignment {
  readonly problem: FleetProblem;
  readonly seed: number;
  readonly best: SharedBest;
  readonly budget: Budget;
}
