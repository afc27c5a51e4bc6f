import { startSweep } from '../pipelines/queue/sweep.ts';
import { startWorkers, type WorkerContext } from '../pipelines/queue/workers.ts';
import { startFollowing } from '../pipelines/search/followOrders.ts';
import { uuidSource } from '../store/ids.ts';
import type { Parts, PartsOptions } from './parts.ts';

export type WorkerOptions = Pick<PartsOptions, 'trackEveryMs' | 'onError'> & {
  readonly sweepEveryMs: number;
  readonly pullEveryMs: number;
};

/** Starts the jobs of this process and its sweep. Answers how to stop both: no new work, and calls under way end. */
export function startWork(parts: Parts, options: WorkerOptions): () => Promise<void> {
  const stopping = new AbortController();
  startWorkers(parts.backend, workerContext(parts, options, stopping.signal));
  const stopSweep = startSweep({
    backlog: parts.store.backlog,
    connections: parts.connections,
    wakes: parts.wakes,
    onError: (error) => options.onError(error),
    everyMs: options.sweepEveryMs,
    pullEveryMs: options.pullEveryMs,
    trackEveryMs: options.trackEveryMs,
  });
  const stopFollowing = startFollowing({
    follow: parts.store.orderSearch.follow,
    everyMs: options.sweepEveryMs / 2,
    onError: (error) => options.onError(error),
  });
  return async () => {
    stopping.abort();
    await Promise.all([stopSweep(), stopFollowing()]);
  };
}

function workerContext(parts: Parts, { onError }: WorkerOptions, signal: AbortSignal): WorkerContext {
  const { store, connections, clientFor, wakes } = parts;
  const clock = { now: parts.now };
  const { random } = Math;
  const shared = { connections, clientFor, signal };
  return {
    inbox: { unitOfWork: store.unitOfWork, connections, ids: uuidSource, clock, random, onError },
    relay: { transaction: store.relayTransaction, connections, ids: uuidSource, clock },
    deliver: {
      ...shared,
      deliveries: store.deliveries,
      unitOfWork: store.unitOfWork,
      budget: store.budget,
      clock,
      ids: uuidSource,
      random,
      onError,
    },
    pull: { ...shared, checkpoints: store.checkpoints },
    track: {
      ...shared,
      tracking: store.tracking,
      onFault: (fault, about) => onError(new Error(fault.message), { ...about, code: fault.code }),
    },
    expireReservations: store.expireReservations,
    wakes,
  };
}
