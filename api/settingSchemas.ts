import { z } from '@hono/zod-openapi';

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });
const Day = z.string().meta({ format: 'date' });

/** The rows of what people decided about stock, and of what channels were told. */
export const IncomingRow = z
  .object({
    id: Uuid,
    sku: z.string(),
    location: z.string(),
    quantity: z.int(),
    received: z.int(),
    open: z.int(),
    dueOn: Day,
    reference: z.string(),
    unitCostMinor: z.int().nullable(),
    status: z.enum(['open', 'received', 'cancelled']),
    version: z.int(),
    createdAt: At,
    updatedAt: At,
  })
  .openapi('IncomingSupply');

export const SellingPolicyRow = z
  .object({
    id: Uuid.describe('Of the product.'),
    sku: z.string(),
    selling: z.enum(['stock', 'backorder', 'preorder']),
    limit: z.int().nullable(),
    leadDays: z.int().nullable(),
    availableOn: Day.nullable(),
    updatedAt: At,
  })
  .openapi('SellingPolicy');

export const SafetyStockRow = z
  .object({ id: z.string(), sku: z.string(), location: z.string(), quantity: z.int(), updatedAt: At })
  .openapi('SafetyStock');

export const ChannelPolicyRow = z
  .object({
    id: Uuid,
    connection: z.string(),
    sku: z.string().nullable(),
    buffer: z.int(),
    oversellProbability: z.number().nullable(),
    cap: z.int().nullable(),
    updatedAt: At,
  })
  .openapi('ChannelPolicy');

export const PublicationRow = z
  .object({
    id: z.string(),
    connection: z.string(),
    sku: z.string(),
    place: z.string().describe("The location's key at the channel."),
    quantity: z.int().nullable().describe('What landed there last; null while a level is on its way.'),
    sent: z.int(),
    lagSeconds: z.number().nullable().describe('From the change here to the landing there.'),
    publishedAt: At.nullable(),
    buffer: z
      .object({ units: z.int(), salesPerHour: z.number(), lagSeconds: z.number(), computedAt: At })
      .nullable()
      .describe('The buffer that was computed last.'),
  })
  .openapi('StockPublication');

export const BinRow = z
  .object({
    id: Uuid,
    location: z.string(),
    code: z.string(),
    zone: z.string().nullable(),
    walk: z.int(),
    isActive: z.boolean(),
  })
  .openapi('Bin');

export const LotRow = z
  .object({
    id: Uuid,
    sku: z.string(),
    code: z.string(),
    isSerial: z.boolean(),
    expiresOn: Day.nullable(),
    quantity: z.int().describe('On hand, over all locations.'),
    createdAt: At,
  })
  .openapi('Lot');

export const BundleRow = z
  .object({
    id: Uuid,
    sku: z.string(),
    title: z.string(),
    components: z.array(z.object({ sku: z.string(), quantity: z.int() })),
  })
  .openapi('Bundle');

export const UnitRow = z
  .object({ id: z.string(), sku: z.string(), code: z.string(), numerator: z.int(), denominator: z.int() })
  .openapi('ProductUnit');
