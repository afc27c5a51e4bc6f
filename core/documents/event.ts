import { z } from 'zod';
import { InstantValue } from './values.ts';

/** Which events: a type, or a beginning with `*` for the rest: `order.*`. */
export const EventPattern = z
  .string()
  .max(100)
  .regex(
    /^(\*|[a-z][a-z-]*\.(\*|[a-z][a-z-]*))$/,
    'a type such as order.lines-released, a beginning such as order.*, or *',
  );

/** An event of the hub for those outside, in the form of CloudEvents 1.0. */
export const EventDocument = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string().min(1).max(100).describe('The number of the event, rising; the same each time that it is sent.'),
    source: z.string().min(1).max(300),
    type: z.string().min(1).max(100).describe('What happened: order.lines-released, stock.changed, shipment.tracked.'),
    subject: z.string().max(300).describe('What it happened to: order/{id}. Events of one subject come in order.'),
    time: InstantValue,
    datacontenttype: z.literal('application/json'),
    data: z.record(z.string(), z.unknown()),
  })
  .describe('An event of the hub: CloudEvents 1.0 in JSON.');
export type EventDocument = z.infer<typeof EventDocument>;

/** Whether an event's type is among those that patterns name. */
export function isWanted(type: string, patterns: readonly string[]): boolean {
  return patterns.some(
    (pattern) =>
      pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))),
  );
}
