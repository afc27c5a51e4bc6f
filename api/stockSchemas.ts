import { z } from '@hono/zod-openapi';
import { ADJUSTMENT_REASON_CODES } from '../core/inventory/index.ts';

/** The fields that stock operations share. Quantities are whole base units of the product. */
export const Sku = z.string().min(1).max(100).openapi({ example: 'MUG-01' });
export const LocationCode = z.string().min(1).max(200).openapi({ example: 'main' });
export const Quantity = z.int().min(1).max(1_000_000_000).openapi({ example: 12 });
export const Reason = z.string().min(1).max(200).openapi({ example: 'fell off the shelf' });
export const Day = z.iso.date().openapi({ example: '2026-03-31' });
export const ReasonCode = z.enum(ADJUSTMENT_REASON_CODES).openapi({ example: 'lost' });
export const UnitCode = z
  .string()
  .min(1)
  .max(10)
  .optional()
  .openapi({ example: 'CT' })
  .describe('The unit of the quantity; base units without it.');
export const PlaceFields = {
  bin: z.string().min(1).max(100).optional().openapi({ example: 'A-01-2' }),
  lot: z.string().min(1).max(100).optional().openapi({ example: 'L2026-03' }).describe('A lot or a serial number.'),
};
export const Note = z.string().max(500).optional();
const Units = z.int();
const At = z.string().meta({ format: 'date-time' });
const Uuid = z.string().meta({ format: 'uuid' });
const MaybeText = z.string().nullable();

export const BalanceAnswer = z
  .object({
    onHand: Units,
    reserved: Units,
    allocated: Units,
    picked: Units,
    damaged: Units,
    quality: Units,
    inTransit: Units,
    overPromised: Units.describe('By how many units the promises now exceed what is on hand.'),
  })
  .openapi('StockBalance', {
    example: {
      onHand: 40,
      reserved: 2,
      allocated: 5,
      picked: 1,
      damaged: 3,
      quality: 0,
      inTransit: 12,
      overPromised: 0,
    },
  });

export const Changed = z
  .object({ id: Uuid, version: z.int() })
  .openapi('ChangedStockRecord', { example: { id: '019c2f0a-7c1e-7000-8000-2f6d1c0a9b11', version: 2 } });

export const TransferRow = z
  .object({
    id: Uuid,
    from: z.string(),
    to: z.string(),
    status: z.enum(['draft', 'partly-sent', 'in-transit', 'received', 'cancelled']).describe('Derived from the lines.'),
    expectedOn: MaybeText,
    note: MaybeText,
    lines: z.array(
      z.object({
        sku: z.string(),
        quantity: Units,
        sent: Units,
        received: Units,
        damaged: Units,
        lost: Units,
        cancelled: Units,
        inTransit: Units,
      }),
    ),
    version: z.int(),
    createdAt: At,
    updatedAt: At,
  })
  .openapi('Transfer');

export const CountRow = z
  .object({
    id: Uuid,
    location: z.string(),
    kind: z.enum(['full', 'cycle']),
    status: z.enum(['open', 'approved', 'cancelled']),
    note: MaybeText,
    lines: z.int(),
    counted: z.int(),
    variances: z.int(),
    version: z.int(),
    createdAt: At,
    updatedAt: At,
  })
  .openapi('StockCount');

export const ReservationRow = z
  .object({
    id: Uuid,
    sku: z.string(),
    location: z.string(),
    quantity: Units,
    holder: z.string(),
    state: z.enum(['held', 'released', 'expired', 'used']),
    expiresAt: At,
    createdAt: At,
  })
  .openapi('Reservation');
