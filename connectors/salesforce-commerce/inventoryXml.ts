import type { StockDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseDocument } from '../kit/parse.ts';
import { buildXml } from '../kit/xml.ts';
import { attributeOf, elementOf, numberAt, textAt } from './xmlNodes.ts';

export const INVENTORY_NAMESPACE = 'http://www.demandware.com/xml/impex/inventory/2007-05-31';

/**
 * The level that a `<record>` of an inventory export tells: what can be sold. A product that is always in stock, or that
 * is listed without a number, has no level.
 */
export function levelOfXml(xml: string, list: string, modifiedAt: string): Result<StockDocument | undefined, Fault> {
  const record = elementOf(xml, 'record');
  if (!record.ok) return record;
  const available = numberAt(record.value, 'ats') ?? numberAt(record.value, 'allocation');
  if (textAt(record.value, 'perpetual') === 'true' || available === undefined) return ok(undefined);
  if (Number.isNaN(available)) return err(permanent('bad-quantity', 'the level is no decimal', '/xml'));
  return parseDocument('stock', {
    sku: attributeOf(record.value, 'product-id'),
    location: list,
    // Half a unit cannot be sold.
    quantity: Math.floor(available),
    measure: 'available',
    asOf: modifiedAt,
  });
}

/** An inventory feed that sets the allocation of one product in a list, as of an instant. */
export function inventoryXml({ sku, location, quantity, asOf }: StockDocument): string {
  const record = {
    $: { 'product-id': sku },
    allocation: String(Math.max(0, quantity)),
    'allocation-timestamp': asOf,
  };
  return buildXml('inventory', {
    $: { xmlns: INVENTORY_NAMESPACE },
    'inventory-list': { header: { $: { 'list-id': location }, 'default-instock': 'false' }, records: { record } },
  });
}
