import type { EventLog } from '../../core/ports/index.ts';
import { eventDeliveries, type Listener } from '../../core/usecases/eventDeliveries.ts';
import type { Connections } from '../connections.ts';

/** Numbers what happened and has it told to who listens. A paused connection still collects its events. Answers how many. */
export function followEvents(log: Pick<EventLog, 'follow'>, connections: Connections): Promise<number> {
  const listeners: readonly Listener[] = connections
    .all()
    .flatMap(({ id, connector, events }) => (connector.capabilities.pushEvent ? [{ connection: id, events }] : []));
  return log.follow((events) => eventDeliveries(events, listeners));
}
