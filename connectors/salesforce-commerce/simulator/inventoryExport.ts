import { buildXml } from '../../kit/xml.ts';
import { INVENTORY_NAMESPACE } from '../inventoryXml.ts';

/** Levels as an inventory export writes them, element by element in the sequence of inventory.xsd. */
export function inventoryExport(list: string, levels: Readonly<Record<string, number>>): string {
  const record = Object.entries(levels).map(([product, ats]) => ({
    $: { 'product-id': product },
    allocation: `${ats + 2}.00`,
    'allocation-timestamp': '2026-03-01T08:00:00.000Z',
    perpetual: 'false',
    'preorder-backorder-handling': 'none',
    ats: `${ats}.00`,
    'on-order': '0.00',
    turnover: '2.00',
  }));
  return buildXml('inventory', {
    $: { xmlns: INVENTORY_NAMESPACE },
    'inventory-list': { header: { $: { 'list-id': list }, 'default-instock': 'false' }, records: { record } },
  });
}
