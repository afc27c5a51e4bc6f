import { z } from '@hono/zod-openapi';

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });
const Json = z.record(z.string(), z.unknown());
const MaybeText = z.string().nullable();

/** The rows of the lists, as the read models give them. Units: money in minor units, weights in grams. */
export const OrderRow = z
  .object({
    id: Uuid,
    reference: z.string(),
    number: z.string(),
    kind: z.string(),
    channel: z.string(),
    connectionId: Uuid,
    externalId: z.string(),
    state: z.enum(['open', 'cancelled', 'closed']),
    status: MaybeText.describe('Derived from the line ledgers, the holds and the shipments.'),
    holds: z.array(z.string()),
    paymentState: z.string(),
    currency: z.string(),
    grandMinor: z.int(),
    priority: z.int(),
    promisedAt: At.nullable(),
    shipBy: At.nullable().describe('Until when all of it should have left.'),
    sourceBy: At.nullable().describe('While it waits to be sourced together with others: until when at the latest.'),
    tags: z.array(z.string()),
    placedAt: At,
    updatedAt: At,
    version: z.int(),
  })
  .openapi('Order');

export const StockRow = z
  .object({
    id: z.string(),
    sku: z.string(),
    productId: Uuid,
    location: z.string(),
    locationId: Uuid,
    onHand: z.int(),
    reserved: z.int(),
    allocated: z.int(),
    picked: z.int(),
    damaged: z.int(),
    quality: z.int().describe('Held for inspection.'),
    inTransit: z.int().describe('On its way here by transfers.'),
    available: z.int().describe('max(0, onHand − reserved − allocated).'),
    updatedAt: At,
  })
  .openapi('StockLevel');

export const ProductRow = z
  .object({
    id: Uuid,
    sku: z.string(),
    gtin: MaybeText,
    title: z.string(),
    weightGrams: z.int().nullable(),
    hsCode: MaybeText,
    originCountry: MaybeText,
    isActive: z.boolean(),
    updatedAt: At,
  })
  .openapi('Product');

export const CustomerRow = z
  .object({ id: Uuid, name: MaybeText, email: MaybeText, phone: MaybeText, address: Json, updatedAt: At })
  .openapi('Customer');

export const LocationRow = z
  .object({
    id: Uuid,
    code: z.string(),
    name: z.string(),
    priority: z.int(),
    address: Json,
    isActive: z.boolean(),
    updatedAt: At,
  })
  .openapi('Location');

export const ShipmentRow = z
  .object({
    id: Uuid,
    reference: z.string(),
    orderId: Uuid,
    locationId: Uuid,
    fulfillmentOrderId: Uuid.nullable(),
    origin: z.enum(['hub', 'report']).describe('report when another system sent it and said so.'),
    manifestId: Uuid.nullable(),
    carrier: MaybeText,
    service: MaybeText,
    status: z.string(),
    lines: z.array(Json),
    shippedAt: At,
    deliveredAt: At.nullable(),
    predictedAt: At.nullable().describe('When its carrier expects to deliver it.'),
    lateSince: At.nullable(),
    packages: z.array(Json).nullable(),
  })
  .openapi('Shipment');

export * from './fulfillmentSchemas.ts';

export const ConnectionRow = z
  .object({
    id: Uuid,
    name: z.string(),
    connector: z.string(),
    state: z.enum(['active', 'paused', 'needs-auth']),
    settings: Json.describe('Without the secrets, which are never shown.'),
    fault: Json.nullable(),
    version: z.int(),
    createdAt: At,
  })
  .openapi('Connection');

export const InboxRow = z
  .object({
    id: z.string(),
    connectionId: Uuid,
    messageId: z.string(),
    topic: z.string(),
    subject: z.string(),
    origin: z.enum(['webhook', 'pull', 'api', 'file']),
    state: z.enum(['received', 'applied', 'ignored', 'parked', 'dead']),
    attempts: z.int().nullable(),
    reason: MaybeText,
    fault: Json.nullable(),
    receivedAt: At,
  })
  .openapi('InboxMessage');

export const DeliveryRow = z
  .object({
    id: z.string(),
    connectionId: Uuid,
    operation: z.string(),
    reference: z.string(),
    subject: Uuid,
    state: z.enum(['prepared', 'sent', 'in-doubt', 'landed', 'refused', 'superseded', 'needs-operator']),
    attempts: z.int(),
    sends: z.int(),
    fault: Json.nullable(),
    receipt: Json.nullable(),
    createdAt: At,
    settledAt: At.nullable(),
  })
  .openapi('Delivery');

export const JobRow = z
  .object({
    id: Uuid,
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    progress: z.number().describe('From 0 to 1.'),
    note: MaybeText,
    summary: Json.nullable().describe('The figures of the result; the whole of it is at /api/v1/jobs/{id}/result.'),
    fault: Json.nullable(),
    createdBy: z.string(),
    createdAt: At,
    startedAt: At.nullable(),
    endedAt: At.nullable(),
  })
  .openapi('Job');

export const Received = z
  .object({
    id: z.string().describe('The key of the message in the inbox.'),
    duplicate: z.boolean().describe('true when the same message had been received before.'),
  })
  .openapi('Received');
