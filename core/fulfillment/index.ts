import type { Decider } from '../shared/decider.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type {
  FulfillmentCommand,
  FulfillmentEvent,
  FulfillmentOrder,
  FulfillmentRejection,
} from './fulfillmentOrder.ts';

export * from './cartonize.ts';
export * from './fulfillmentOrder.ts';
export * from './lateness.ts';
export * from './naturalOrder.ts';
export * from './pickList.ts';
export type { Size } from './spaces.ts';
export * from './tracking.ts';

/** The life of one location's work on an order. */
export const fulfillmentDecider: Decider<FulfillmentOrder, FulfillmentCommand, FulfillmentEvent, FulfillmentRejection> =
  { initialState: { state: 'none' }, decide, evolve };
