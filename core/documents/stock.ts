import { z } from 'zod';
import { CountryCode, ExternalId, GtinValue, HsCode, InstantValue, SkuValue, Text } from './values.ts';

/** How much of one item is at one location, as a system says or as the hub tells it. */
export const StockDocument = z
  .object({
    sku: SkuValue,
    location: ExternalId.describe("The location's key in the system that sends or gets the document."),
    item: ExternalId.optional().describe("The item's key for stock in that system, where it differs from the SKU."),
    quantity: z.int().min(-1_000_000_000).max(1_000_000_000),
    measure: z
      .enum(['on-hand', 'on-shelf', 'available'])
      .describe(
        'on-hand counts all units there; on-shelf leaves out those that were picked for orders; available leaves out what is promised.',
      ),
    asOf: InstantValue.describe("The source's instant or version; an older level never overwrites a newer one."),
  })
  .describe('A canonical stock level.');
export type StockDocument = z.infer<typeof StockDocument>;

/** What is read of the answer to a level that was written: the key of the item over there, when it says one. */
export const StockReceipt = z.object({ stockItem: ExternalId.optional() });

export const ProductDocument = z
  .object({
    externalId: ExternalId,
    sku: SkuValue,
    gtin: GtinValue.optional(),
    title: Text,
    active: z.boolean().default(true),
    weightGrams: z.int().min(0).optional(),
    hsCode: HsCode.optional().describe('Its customs tariff number.'),
    originCountry: CountryCode.optional().describe('Where it is made.'),
    stockItem: ExternalId.optional().describe('The key under which the system tells levels of this product.'),
    updatedAt: InstantValue,
  })
  .describe('A canonical product: one sellable item.');
export type ProductDocument = z.infer<typeof ProductDocument>;
