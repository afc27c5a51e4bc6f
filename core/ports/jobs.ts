import type { Fault } from '../shared/fault.ts';

/** What a job works on, by the name that its kind knows it under. */
export type JobFile = { readonly name: 'input' | 'stock'; readonly body: Uint8Array };

export type NewJob = {
  readonly id: string;
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: readonly JobFile[];
};

/** A job that this runner took, with what it works on. `attempts` counts the runners that began it, this one included. */
export type ClaimedJob = NewJob & { readonly attempts: number };

export type JobHolder = { readonly runner: string; readonly leaseMs: number };

/** How a job ended. `summary` is shown in lists, `result` (JSON) is what is downloaded. */
export type JobOutcome =
  | { readonly state: 'done'; readonly summary: unknown; readonly result: string }
  | { readonly state: 'failed'; readonly fault: Fault }
  | { readonly state: 'cancelled' };

/**
 * Long computations as rows. A job belongs to the runner that claimed it until its lease ends; a runner that dies stops
 * saying so, and another takes the job up from its beginning. Only the runner that holds a job may end it.
 */
export type JobStore = {
  /** Stores a job, to be claimed by any runner, or with a holder as claimed already. */
  submit(job: NewJob, actor: string, holder?: JobHolder): Promise<void>;
  /** Takes the oldest job that waits or that its runner left; null when there is none. */
  claim(runner: string, leaseMs: number): Promise<ClaimedJob | null>;
  /** Says that the runner is alive and how far it is (0 to 1). `cancel`: somebody asked; `lost`: it is another's now. */
  beat(id: string, runner: string, leaseMs: number, progress: number): Promise<'running' | 'cancel' | 'lost'>;
  /** Ends a job; false when the runner had lost it. */
  finish(id: string, runner: string, outcome: JobOutcome): Promise<boolean>;
  /** Gives a job back that a stopping runner will not end. */
  release(id: string, runner: string): Promise<void>;
  /** Ends a waiting job, or asks its runner to stop; false when there is none that goes on. */
  cancel(id: string, actor: string): Promise<boolean>;
  /** The result of a job that is done, as JSON text. */
  result(id: string): Promise<string | null>;
};
