import { isWanted } from '../documents/index.ts';
import type { NewDelivery, NumberedEvent } from '../ports/index.ts';
import type { ConnectionId } from '../shared/ids.ts';

/** A connection that is told events, of the types that its patterns name. */
export type Listener = { readonly connection: ConnectionId; readonly events: readonly string[] };

/** Who is told which events. Events of one entity go to a connection one after another. */
export function eventDeliveries(
  events: readonly NumberedEvent[],
  listeners: readonly Listener[],
): readonly NewDelivery[] {
  return events.flatMap((event) =>
    listeners
      .filter((listener) => isWanted(event.type, listener.events))
      .map(({ connection }) => ({
        connection,
        operation: 'pushEvent' as const,
        reference: `event/${event.id}`,
        entity: event.entity,
        subject: event.subject,
      })),
  );
}
