/**
 * A small HTTP server that behaves as a vendor does. Used by the certification, the scenarios and the
 * demonstration, where it runs in a process of its own.
 */
export type Simulator = {
  readonly url: string;
  /** What to enter as the connection's settings, so that it talks to this simulator. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly faults: FaultPlan;
  close(): Promise<void>;
};

export type SimulatorOptions = { readonly port?: number; readonly now?: () => number };

/**
 * Faults to come, each used up by the requests that it hits.
 * - `drop`: the request is carried out and the connection is cut before the answer.
 * - `late`: the connection is cut at once and the request is carried out `ms` later.
 * - `status`: answered with that status, not carried out.
 * - `slow`: carried out and answered after `ms`.
 */
export type PlannedFault =
  | { readonly kind: 'drop'; readonly match: string; readonly times: number }
  | { readonly kind: 'late'; readonly match: string; readonly times: number; readonly ms: number }
  | { readonly kind: 'slow'; readonly match: string; readonly times: number; readonly ms: number }
  | {
      readonly kind: 'status';
      readonly match: string;
      readonly times: number;
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

export type FaultPlan = {
  /** `match` is a substring of "METHOD path body". */
  plan(fault: PlannedFault): void;
  clear(): void;
  /** Faults that were planned and not yet used up. */
  readonly pending: readonly PlannedFault[];
};
