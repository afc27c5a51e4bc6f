import { err, ok, type Result } from '../core/shared/result.ts';
import type { Log } from './log.ts';
import type { Problem } from './problem.ts';

/** Something started: what it gives, and how it is stopped. `deadline` aborts when it must give up what it still waits for. */
export type Running<T> = { readonly value: T; readonly stop?: (deadline: AbortSignal) => Promise<void> };
export type Started<T> = Promise<Result<Running<T>, Problem>>;

/** The parts of a process in the order in which they started. */
export type Lifecycle = {
  /** Aborts when the process is asked to end. */
  readonly signal: AbortSignal;
  /**
   * Starts the next part and remembers how to stop it. A problem is returned as it is; the caller ends the start and
   * calls `stop`. Refuses once the signal has aborted.
   */
  start<T>(name: string, step: () => Started<T>): Promise<Result<T, Problem>>;
  /**
   * Stops what has started, newest first, each part whatever became of the others. After `deadlineMs` the parts that are
   * left get `graceMs` each. Answers the names of those that failed or overran. Later calls answer the same.
   */
  stop(): Promise<readonly string[]>;
};

export type LifecycleOptions = {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly deadlineMs?: number;
  readonly graceMs?: number;
};

type Part = { readonly name: string; readonly stop: (deadline: AbortSignal) => Promise<void> };

export function openLifecycle({ log, signal, deadlineMs = 25_000, graceMs = 3_000 }: LifecycleOptions): Lifecycle {
  const parts: Part[] = [];
  let stopping: Promise<readonly string[]> | undefined;
  return {
    signal,
    async start(name, step) {
      if (signal.aborted || stopping) return err(STOPPED);
      const begun = performance.now();
      const started = await step();
      if (!started.ok) return started;
      const { value, stop } = started.value;
      if (stop) parts.push({ name, stop });
      log.debug({ ms: Math.round(performance.now() - begun) }, `${name} started`);
      return ok(value);
    },
    stop() {
      stopping ??= stopAll(parts, { deadlineMs, graceMs, log });
      return stopping;
    },
  };
}

const STOPPED: Problem = { code: 'stopped', message: 'Stopped while starting.', next: 'Start again when you like.' };

type StopOptions = { readonly deadlineMs: number; readonly graceMs: number; readonly log: Log };

async function stopAll(parts: readonly Part[], { deadlineMs, graceMs, log }: StopOptions): Promise<readonly string[]> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  const failed: string[] = [];
  for (const part of parts.toReversed()) {
    const begun = performance.now();
    const outcome = await stopPart(part, deadline.signal, graceMs);
    if (outcome === 'stopped') {
      log.debug({ ms: Math.round(performance.now() - begun) }, `${part.name} stopped`);
      continue;
    }
    failed.push(part.name);
    if (outcome === 'overran') log.warn(`${part.name} did not stop in time`);
    else log.error({ err: outcome }, `${part.name} failed to stop`);
  }
  clearTimeout(timer);
  return failed;
}

async function stopPart(
  { stop }: Part,
  deadline: AbortSignal,
  graceMs: number,
): Promise<'stopped' | 'overran' | Error> {
  const done = new AbortController();
  try {
    return await Promise.race([stop(deadline).then(() => 'stopped' as const), overrun(deadline, graceMs, done.signal)]);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    done.abort();
  }
}

/** Resolves `graceMs` after the deadline; never when the part was done before. */
function overrun(deadline: AbortSignal, graceMs: number, done: AbortSignal): Promise<'overran'> {
  return new Promise((resolve) => {
    const wait = (): void => {
      const timer = setTimeout(() => resolve('overran'), graceMs);
      done.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    if (deadline.aborted) wait();
    else deadline.addEventListener('abort', wait, { once: true, signal: done });
  });
}
