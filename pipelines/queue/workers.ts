import type { ConnectionId } from '../../core/shared/ids.ts';
import { applyPartition, type InboxContext } from '../inbox/applyInbox.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { type DeliverContext, deliverTo } from '../outbox/deliver.ts';
import { type RelayContext, relayOutbox } from '../outbox/relayOutbox.ts';
import { type PullContext, runPull } from '../pull/runPull.ts';
import { type TrackContext, trackShipments } from '../pull/trackShipments.ts';
import { type ChooseContext, chooseCarriers } from '../shipping/chooseCarriers.ts';
import { type PlanContext, planWindows } from '../sourcing/planWindows.ts';
import type { QueueBackend } from './backend.ts';
import type { JobName, Jobs, QueueName } from './names.ts';
import type { Wakes } from './wakes.ts';

export type WorkerContext = {
  readonly inbox: InboxContext;
  readonly relay: RelayContext;
  readonly deliver: DeliverContext;
  readonly pull: PullContext;
  readonly track: TrackContext;
  readonly jobs: JobRunner;
  readonly expireReservations: () => Promise<number>;
  readonly watchDeliveries: () => Promise<number>;
  readonly refreshBuffers: () => Promise<number>;
  readonly forgetEvents: () => Promise<number>;
  readonly choose: ChooseContext;
  readonly plan: PlanContext;
  readonly expireAuthorizations: () => Promise<number>;
  readonly watchCases: () => Promise<number>;
  readonly wakes: Wakes;
};

/** How many jobs of each queue one process works on at once. A delivery mostly waits for its system, slow ones long. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = { inbox: 2, outbox: 1, delivery: 32, pull: 4 };

type Handlers = { readonly [Name in JobName]: (data: Jobs[Name]) => Promise<unknown> };

/** Starts this process's workers. Each job drains what there is, wakes what follows, and ends. */
export function startWorkers(backend: QueueBackend, context: WorkerContext): void {
  const handlers = handlersOf(context);
  const process = (name: string, data: unknown): Promise<unknown> => {
    const handle = handlers[name as JobName] as ((data: unknown) => Promise<unknown>) | undefined;
    if (!handle) throw new Error(`no handler for job ${name}`);
    return handle(data);
  };
  for (const [queue, concurrency] of Object.entries(CONCURRENCY)) backend.worker(queue, process, concurrency);
}

function handlersOf(context: WorkerContext): Handlers {
  const { wakes } = context;
  return {
    'inbox.apply.v1': async ({ partition }) => {
      for (;;) {
        const { claimed, applied } = await applyPartition(partition, context.inbox);
        if (applied > 0) wakes.wake('outbox.relay.v1', {});
        if (claimed === 0) return;
      }
    },
    'outbox.relay.v1': async () => {
      for (;;) {
        const { facts, woken, choices } = await relayOutbox(context.relay);
        if (choices > 0) wakes.wake('carrier.choose.v1', {});
        for (const connection of woken) wakes.wake('delivery.send.v1', { connection });
        if (facts === 0) return;
      }
    },
    'delivery.send.v1': async ({ connection }: { connection: ConnectionId }) => {
      const attempts = await deliverTo(connection, context.deliver);
      if (attempts > 0) wakes.wake('outbox.relay.v1', {});
    },
    'pull.run.v1': async ({ connection, capability }) => {
      const run = await runPull(connection, capability, context.pull);
      if (run.ok) for (const partition of run.value.partitions) wakes.wake('inbox.apply.v1', { partition });
    },
    // Only a wake-up: the runner holds its jobs by leases of its own and may take hours.
    'job.run.v1': async () => context.jobs.wake(),
    'shipment.track.v1': () => trackShipments(context.track),
    'shipment.watch.v1': () => context.watchDeliveries(),
    'reservation.expire.v1': async () => {
      if ((await context.expireReservations()) > 0) wakes.wake('outbox.relay.v1', {});
    },
    'case.watch.v1': () => context.watchCases(),
    'carrier.choose.v1': async () => {
      for (const connection of await chooseCarriers(context.choose)) wakes.wake('delivery.send.v1', { connection });
    },
    'sourcing.plan.v1': async () => {
      if ((await planWindows(context.plan)) > 0) wakes.wake('outbox.relay.v1', {});
    },
    'payment.expire.v1': async () => {
      if ((await context.expireAuthorizations()) > 0) wakes.wake('outbox.relay.v1', {});
    },
    'event.forget.v1': async () => {
      while ((await context.forgetEvents()) > 0);
    },
    'stock.buffers.v1': async () => {
      if ((await context.refreshBuffers()) > 0) wakes.wake('outbox.relay.v1', {});
    },
  };
}
