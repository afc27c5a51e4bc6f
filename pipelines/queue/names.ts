import type { PullName } from '../../connectors/kit/connector.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';

/** Every job of the hub: its queue, its versioned name and its data. A job only says that there is work; rows say which. */
export type Jobs = {
  'inbox.apply.v1': { readonly partition: number };
  'outbox.relay.v1': Record<string, never>;
  'delivery.send.v1': { readonly connection: ConnectionId };
  'pull.run.v1': { readonly connection: ConnectionId; readonly capability: PullName };
  'shipment.track.v1': Record<string, never>;
  'shipment.watch.v1': Record<string, never>;
  'reservation.expire.v1': Record<string, never>;
  'stock.buffers.v1': Record<string, never>;
  'carrier.choose.v1': Record<string, never>;
  'sourcing.plan.v1': Record<string, never>;
  'payment.expire.v1': Record<string, never>;
  'event.forget.v1': Record<string, never>;
  'case.watch.v1': Record<string, never>;
  'job.run.v1': Record<string, never>;
};
export type JobName = keyof Jobs;

export const QUEUES = ['inbox', 'outbox', 'delivery', 'pull'] as const;
export type QueueName = (typeof QUEUES)[number];

export const QUEUE_OF: Readonly<Record<JobName, QueueName>> = {
  'inbox.apply.v1': 'inbox',
  'outbox.relay.v1': 'outbox',
  'delivery.send.v1': 'delivery',
  'pull.run.v1': 'pull',
  'shipment.track.v1': 'pull',
  'shipment.watch.v1': 'pull',
  'reservation.expire.v1': 'pull',
  'stock.buffers.v1': 'pull',
  'carrier.choose.v1': 'pull',
  'sourcing.plan.v1': 'inbox',
  'payment.expire.v1': 'pull',
  'event.forget.v1': 'pull',
  'case.watch.v1': 'pull',
  'job.run.v1': 'outbox',
};

/** One waiting and one active job per key: more wake-ups of the same work would be the same work. */
export function wakeKey<Name extends JobName>(name: Name, data: Jobs[Name]): string {
  return [name, ...Object.values(data)].join('/');
}
