import type { Command } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';

const VIEWS: readonly RecordView[] = [
  {
    noun: 'product',
    source: 'products',
    filters: { sku: 'the seller’s key', gtin: 'the trade item number' },
    columns: [plain('SKU', 'sku'), plain('GTIN', 'gtin'), plain('TITLE', 'title'), numeric('GRAMS', 'weightGrams')],
    names: ['sku', 'gtin'],
  },
  {
    noun: 'location',
    source: 'locations',
    filters: { code: 'its code' },
    columns: [plain('CODE', 'code'), plain('NAME', 'name'), numeric('PRIORITY', 'priority')],
    names: ['code'],
  },
  {
    noun: 'shipment',
    source: 'shipments',
    filters: { reference: 'our reference', status: 'where it is' },
    columns: [
      plain('REFERENCE', 'reference'),
      plain('CARRIER', 'carrier'),
      plain('SERVICE', 'service'),
      plain('STATUS', 'status'),
      plain('SHIPPED', 'shippedAt'),
      plain('DELIVERED', 'deliveredAt'),
    ],
    names: ['reference'],
  },
];

/** Nouns that are only looked at. */
export const LOOKUP_COMMANDS: readonly Command[] = VIEWS.flatMap((view) => [listCommand(view), showCommand(view)]);
