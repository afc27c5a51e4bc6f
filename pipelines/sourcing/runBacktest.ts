import { Worker } from 'node:worker_threads';
import type { SourcingRules } from '../../core/documents/index.ts';
import type { BacktestFigures, GapFigures, PastEvent, PastWorld } from '../../core/sourcing/index.ts';
import type { Past } from './past.ts';

export type BacktestEffort = {
  /** Orders of one hour are a window, up to this many. */
  readonly windowOrders: number;
  readonly rounds: number;
  readonly shakes: number;
  /** Small windows that the independent solver solves too. */
  readonly exactWindows: number;
  /** Orders of such a window. */
  readonly exactOrders: number;
  readonly seed: number;
};

/** What a thread is started with. */
export type BacktestAssignment = {
  readonly rules: SourcingRules;
  readonly label: string;
  readonly world: PastWorld;
  readonly effort: BacktestEffort;
  /** Orders to come, as far as that is known. */
  readonly total: number;
};
export type BacktestMessage = { readonly events: readonly PastEvent[] } | { readonly end: true };

/** How the hub's plans of small windows compare with what the independent solver proves. */
export type ExactFigures = {
  windows: number;
  equal: number;
  unproven: number;
  /** The largest difference, in percent of the proven cost. */
  largestPercent: number;
  seconds: number;
};
export type BacktestReport = {
  readonly rules: string;
  readonly figures: BacktestFigures;
  readonly gap: GapFigures | null;
  /** Cost of greedy plans over optimized ones, and of these over the bound, in percent of what the optimized ones cost. */
  readonly greedyGapPercent: number | null;
  readonly boundGapPercent: number | null;
  readonly exact: ExactFigures | null;
  readonly microsecondsPerOrder: number;
};

export type BacktestOptions = {
  readonly rules: SourcingRules;
  readonly label: string;
  readonly effort: BacktestEffort;
  readonly signal: AbortSignal;
  readonly onProgress: (orders: number) => void;
};

/**
 * Plays a past again under rules, in a thread. A page is read when the one before it has been played, so that memory does
 * not grow with the past. Aborting ends it early, with the figures of what was played.
 */
export async function runBacktest(past: Past, options: BacktestOptions): Promise<BacktestReport> {
  const { rules, label, effort, signal, onProgress } = options;
  const workerData: BacktestAssignment = { rules, label, world: past.world, effort, total: past.total };
  const worker = new Worker(new URL('./backtest.worker.ts', import.meta.url), { workerData });
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the backtest's thread ended without an answer (${code})`)));
  });
  failed.catch(() => undefined);
  const ask = <Answer>(message: BacktestMessage): Promise<Answer> => {
    const answer = new Promise<Answer>((resolve) => worker.once('message', resolve));
    worker.postMessage(message);
    return Promise.race([answer, failed]);
  };
  try {
    for await (const events of past.events) {
      if (signal.aborted) break;
      onProgress(await ask<number>({ events }));
    }
    return await ask<BacktestReport>({ end: true });
  } finally {
    await worker.terminate();
  }
}
