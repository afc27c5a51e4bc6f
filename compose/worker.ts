import { expireAuthorizations } from '../core/usecases/settlePayments.ts';
import { type JobRunner, startJobRunner } from '../pipelines/jobs/runner.ts';
import { followEvents } from '../pipelines/outbox/followEvents.ts';
import { startSweep } from '../pipelines/queue/sweep.ts';
import { startWorkers, type WorkerContext } from '../pipelines/queue/workers.ts';
import { startFollowing } from '../pipelines/search/followOrders.ts';
import { uuidSource } from '../store/ids.ts';
import type { Parts, PartsOptions } from './parts.ts';
import { isPhone } from './phoneNumbers.ts';
import { rateDeadline } from './rates.ts';

export type WorkerOptions = Pick<PartsOptions, 'trackEveryMs' | 'onError'> & {
  readonly sweepEveryMs: number;
  readonly pullEveryMs: number | undefined;
};

/** Starts the jobs of this process and its sweep. Answers how to stop both: no new work, and calls under way end. */
export function startWork(parts: Parts, options: WorkerOptions): () => Promise<void> {
  const stopping = new AbortController();
  const jobs = startJobRunner({ jobs: parts.store.jobs, runner: uuidSource.next(), onError: options.onError });
  startWorkers(parts.backend, workerContext(parts, jobs, options, stopping.signal));
  const stopSweep = startSweep({
    backlog: parts.store.backlog,
    connections: parts.connections,
    wakes: parts.wakes,
    jobs,
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
  const stopEvents = startFollowing({
    follow: () => followEvents(parts.store.eventLog, parts.connections),
    everyMs: options.sweepEveryMs / 2,
    onError: (error) => options.onError(error),
  });
  return async () => {
    stopping.abort();
    await Promise.all([stopSweep(), stopFollowing(), stopEvents()]);
    await jobs.stop();
  };
}

function workerContext(parts: Parts, jobs: JobRunner, { onError }: WorkerOptions, signal: AbortSignal): WorkerContext {
  const { store, connections, clientFor, wakes } = parts;
  const clock = { now: parts.now };
  const { random } = Math;
  const shared = { connections, clientFor, signal };
  return {
    inbox: { unitOfWork: store.unitOfWork, connections, ids: uuidSource, clock, random, isPhone, onError },
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
    jobs,
    expireReservations: store.expireReservations,
    watchDeliveries: () => store.watchDeliveries(parts.now()),
    watchCases: () => store.watchCases(parts.now()),
    refreshBuffers: store.refreshBuffers,
    forgetEvents: store.eventLog.forget,
    choose: { ...shared, shipping: store.shipping, clock, random, deadline: rateDeadline },
    plan: { unitOfWork: store.unitOfWork, clock, ids: uuidSource },
    expireAuthorizations: () => store.unitOfWork.transaction((tx) => expireAuthorizations(tx, uuidSource, parts.now())),
    wakes,
  };
}
