import { PULL_NAMES, pullEveryMs } from '../../connectors/kit/connector.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import type { Connections } from '../connections.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { Wakes } from './wakes.ts';

/** What rows say that there is to do. */
export type Backlog = {
  readonly partitions: readonly number[];
  readonly hasOutbox: boolean;
  readonly hasJobs: boolean;
  readonly hasChoices: boolean;
  readonly hasWindows: boolean;
  readonly connections: readonly ConnectionId[];
};

export type SweepContext = {
  readonly backlog: () => Promise<Backlog>;
  readonly connections: Connections;
  readonly wakes: Wakes;
  /** Of this very process: a wake-up by queue may go to one that has its hands full. */
  readonly jobs: Pick<JobRunner, 'wake'>;
  readonly onError: (error: unknown) => void;
  readonly everyMs: number;
  /** One pace for all pulls, instead of the ones that connectors declare. */
  readonly pullEveryMs: number | undefined;
  readonly trackEveryMs: number;
};

const SCHEDULES_EVERY = 15;

/**
 * The plain timer of every worker process. It finds the rows whose wake-up was lost, and makes the schedules anew, so
 * that a queue that forgot everything has forgotten nothing. Answers how to stop it.
 */
export function startSweep(context: SweepContext): () => Promise<void> {
  let round = 0;
  let running: Promise<void> = Promise.resolve();
  let isIdle = true;
  const timer = setInterval(() => {
    if (!isIdle) return;
    isIdle = false;
    running = sweepOnce(context, round++ % SCHEDULES_EVERY === 0)
      .catch(context.onError)
      .finally(() => {
        isIdle = true;
      });
  }, context.everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function sweepOnce(context: SweepContext, withSchedules: boolean): Promise<void> {
  await context.connections.reload();
  const { partitions, hasOutbox, hasJobs, hasChoices, hasWindows, connections } = await context.backlog();
  for (const partition of partitions) context.wakes.wake('inbox.apply.v1', { partition });
  if (hasOutbox) context.wakes.wake('outbox.relay.v1', {});
  if (hasJobs) context.jobs.wake();
  if (hasChoices) context.wakes.wake('carrier.choose.v1', {});
  if (hasWindows) context.wakes.wake('sourcing.plan.v1', {});
  for (const connection of connections) context.wakes.wake('delivery.send.v1', { connection });
  if (withSchedules) await schedule(context);
}

/** Channel buffers follow the lag and the sales of a day: minutes are soon enough. */
const BUFFERS_EVERY_MS = 300_000;
const FORGET_EVERY_MS = 3_600_000;

async function schedule({ connections, wakes, pullEveryMs: pace, trackEveryMs }: SweepContext): Promise<void> {
  await wakes.every('shipment.track.v1', {}, trackEveryMs);
  await wakes.every('shipment.watch.v1', {}, Math.max(60_000, trackEveryMs));
  await wakes.every('reservation.expire.v1', {}, 5000);
  await wakes.every('payment.expire.v1', {}, 30_000);
  await wakes.every('event.forget.v1', {}, FORGET_EVERY_MS);
  await wakes.every('case.watch.v1', {}, 60_000);
  await wakes.every('stock.buffers.v1', {}, BUFFERS_EVERY_MS);
  for (const connection of connections.all()) {
    if (connection.state !== 'active') continue;
    for (const capability of PULL_NAMES) {
      const pull = connection.connector.capabilities[capability];
      if (!pull) continue;
      await wakes.every('pull.run.v1', { connection: connection.id, capability }, pace ?? pullEveryMs(pull));
    }
  }
}
