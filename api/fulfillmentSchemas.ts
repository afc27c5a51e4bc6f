import { z } from '@hono/zod-openapi';
import { FULFILLMENT_STATES, METHODS, PICK_STRATEGIES } from '../core/fulfillment/index.ts';
import { NOTICE_KINDS } from '../core/ports/index.ts';

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

const WorkPackage = z
  .object({
    id: Uuid,
    shipmentId: Uuid.nullable().describe('null while it waits to be handed over.'),
    box: z.string().nullable(),
    weightGrams: z.int().nullable(),
    lengthMm: z.int().nullable(),
    widthMm: z.int().nullable(),
    heightMm: z.int().nullable(),
    trackingNumber: z.string().nullable(),
    labelFormat: z.string().nullable(),
    lines: z.array(z.object({ line: Uuid, quantity: Count })).nullable(),
    documents: z.array(z.object({ id: Uuid, kind: z.string(), format: z.string() })),
  })
  .openapi('FulfillmentPackage');

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
    packages: z.array(WorkPackage).optional().describe('Of one record alone.'),
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
    lot: z.string().nullable().describe('The lot to take, first expired first.'),
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

export const BoxRow = z
  .object({
    id: Uuid,
    code: z.string(),
    lengthMm: z.int(),
    widthMm: z.int(),
    heightMm: z.int(),
    maxGrams: z.int(),
    tareGrams: z.int(),
    costMinor: z.int(),
    isActive: z.boolean(),
    version: z.int(),
    updatedAt: At,
  })
  .openapi('Box');

const Parcel = z.object({
  shipment: z.string(),
  trackingNumber: z.string().nullable(),
  weightGrams: z.int().nullable(),
});
export const ManifestRow = z
  .object({
    id: Uuid,
    number: z.string(),
    location: z.string(),
    carrier: z.string(),
    shipments: Count,
    packages: Count,
    weightGrams: Count,
    createdBy: z.string(),
    createdAt: At,
    parcels: z.array(Parcel).optional().describe('Of one record alone.'),
  })
  .openapi('Manifest');

export const NoticeRow = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    state: z.enum(['open', 'settled']),
    raisedAt: At,
    settledAt: At.nullable(),
    settledBy: z.string().nullable(),
  })
  .openapi('Notice');
