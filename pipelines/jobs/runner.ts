import { setInterval as every } from 'node:timers/promises';
import type { JobOutcome, JobStore, NewJob } from '../../core/ports/index.ts';
import { removeOrphanFolders } from './jobFolder.ts';
import { runInThread } from './runInThread.ts';

export type JobRunnerContext = {
  readonly jobs: JobStore;
  /** Names this runner; a new one for each start of a process. */
  readonly runner: string;
  readonly onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void;
};

/** Works on queued jobs. `wake` says that there may be some; losing it loses nothing, for the sweep says it again. */
export type JobRunner = {
  wake(): void;
  /** Ends the threads of jobs under way and gives the jobs back. */
  stop(): Promise<void>;
};

/** A job that nobody beats for is taken up by another runner after this time. */
const LEASE_MS = 10_000;
/** Also how soon a cancelled job notices. */
const BEAT_MS = 400;
/** Jobs of one process at once: each may use all cores. */
const AT_ONCE = 2;

/** Starts the runner of this process. */
export function startJobRunner(context: JobRunnerContext): JobRunner {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let claiming: Promise<void> | undefined;
  const cleaned = removeOrphanFolders().catch((error: unknown) => context.onError(error, {}));

  const claimAll = async (): Promise<void> => {
    while (!stopping.signal.aborted && running.size < AT_ONCE) {
      const job = await context.jobs.claim(context.runner, LEASE_MS);
      if (!job) return;
      const done = runClaimed(job, stopping.signal, context).catch((error: unknown) => {
        context.onError(error, { job: job.id });
      });
      running.add(done);
      void done.finally(() => {
        running.delete(done);
        wake();
      });
    }
  };
  const wake = (): void => {
    if (claiming || stopping.signal.aborted) return;
    claiming = claimAll()
      .catch((error: unknown) => context.onError(error, {}))
      .finally(() => {
        claiming = undefined;
      });
  };
  return {
    wake,
    async stop() {
      stopping.abort();
      await Promise.all([claiming, cleaned]);
      await Promise.all(running);
    },
  };
}

/** Stores a job as this runner's own and works on it until it ends; nobody else takes it up while this process lives. */
export async function runJobHere(
  job: NewJob,
  actor: string,
  context: JobRunnerContext & { readonly onProgress: (share: number) => void },
): Promise<void> {
  await context.jobs.submit(job, actor, { runner: context.runner, leaseMs: LEASE_MS });
  await runClaimed(job, new AbortController().signal, context);
}

type Held = 'held' | 'cancelled' | 'lost' | 'stopping';

async function runClaimed(
  job: NewJob,
  stopping: AbortSignal,
  { jobs, runner, onError, onProgress }: JobRunnerContext & { readonly onProgress?: (share: number) => void },
): Promise<void> {
  const end = new AbortController();
  let held: Held = 'held';
  let progress = 0;
  const leave = (why: Held): void => {
    if (held === 'held') held = why;
    end.abort();
  };
  const stop = (): void => leave('stopping');
  if (stopping.aborted) stop();
  stopping.addEventListener('abort', stop, { once: true });
  const beating = new AbortController();
  const beats = beat(
    beating.signal,
    async () => {
      const heard = await jobs.beat(job.id, runner, LEASE_MS, progress);
      if (heard !== 'running') leave(heard === 'cancel' ? 'cancelled' : 'lost');
    },
    (error) => onError(error, { job: job.id }),
  );
  try {
    const outcome = await runInThread(job, end.signal, (share) => {
      progress = share;
      onProgress?.(share);
    });
    await settle(held, outcome);
  } finally {
    stopping.removeEventListener('abort', stop);
    beating.abort();
    await beats;
  }

  async function settle(now: Held, outcome: JobOutcome): Promise<void> {
    if (outcome.state !== 'cancelled') await jobs.finish(job.id, runner, outcome);
    else if (now === 'stopping') await jobs.release(job.id, runner);
    else if (now === 'cancelled') await jobs.finish(job.id, runner, outcome);
  }
}

/** Beats until the signal says so. A beat that fails (the database restarts) is reported, and the next one tried. */
async function beat(signal: AbortSignal, once: () => Promise<void>, onError: (error: unknown) => void): Promise<void> {
  try {
    for await (const _ of every(BEAT_MS, undefined, { signal })) await once().catch(onError);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
