import { z } from '@hono/zod-openapi';
import { FULFILLMENT_STATES, METHODS, PICK_STRATEGIES } from '../core/fulfillment/index.ts';

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });
const Count = z.int().min(0);

const WorkLine = z
  .object({
    line: Uuid,
    sku: z.string(),
    quantity: Count.describe('Units to send; quantity + short + withdrawn is what was released.'),
    picked: Count,
    packed: Count,
    shipped: Count,
    short: Count.describe('Units that were not found and went back to sourcing.'),
    withdrawn: Count.describe('Units that the order took back.'),
  })
  .openapi('FulfillmentLine');

const WorkEvent = z.object({
  version: z.int(),
  type: z.string(),
  actor: z.string(),
  at: At,
  inboxId: z.string().nullable(),
  body: z.record(z.string(), z.unknown()),
});

/** The rows of the lists about the work of locations. */
export const FulfillmentOrderRow = z
  .object({
    id: Uuid,
    number: z.string(),
    orderId: Uuid,
    orderNumber: z.string(),
    location: z.string(),
    locationId: Uuid,
    method: z.enum(METHODS),
    state: z.enum(FULFILLMENT_STATES),
    lines: z.array(WorkLine),
    version: z.int(),
    createdAt: At,
    updatedAt: At,
    events: z.array(WorkEvent).optional().describe('Of one record alone, and after its release.'),
  })
  .openapi('FulfillmentOrder');

const Pick = z
  .object({
    id: Uuid,
    fulfillmentOrder: z.string(),
    fulfillmentOrderId: Uuid,
    line: Uuid,
    sku: z.string(),
    title: z.string(),
    bin: z.string().nullable(),
    zone: z.string().nullable(),
    quantity: Count,
    picked: Count,
    short: Count,
    left: Count.describe('Units still to pick; fewer when the order took some back.'),
  })
  .openapi('Pick');

export const PickListRow = z
  .object({
    id: Uuid,
    number: z.string(),
    location: z.string(),
    locationId: Uuid,
    strategy: z.enum(PICK_STRATEGIES),
    zone: z.string().nullable(),
    wave: z.string().nullable(),
    state: z.enum(['open', 'done']),
    version: z.int(),
    createdBy: z.string(),
    createdAt: At,
    updatedAt: At,
    picks: z.array(Pick).optional().describe('Of one record alone, in walking order.'),
  })
  .openapi('PickList');
