import type { LoadingCase } from '../../core/documents/loadingCase.ts';

/** How long to search: by the clock over all loads, or so many completed loads for each room, which is repeatable. */
export type LoadBudget = { readonly milliseconds: number } | { readonly steps: number };

/** What the thread that plans loads is started with. */
export interface LoadTask {
  readonly given: LoadingCase;
  readonly budget: LoadBudget;
  /** In shared memory; above zero asks the thread to end with what it has. */
  readonly stop: Int32Array;
}
