import type { Command } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';

const VIEWS: readonly RecordView[] = [
  {
    noun: 'reservation',
    source: 'reservations',
    filters: { sku: 'one product', holder: 'who holds them', state: 'held, released, expired or used' },
    columns: [
      plain('ID', 'id'),
      plain('SKU', 'sku'),
      plain('LOCATION', 'location'),
      numeric('UNITS', 'quantity'),
      plain('HOLDER', 'holder'),
      plain('STATE', 'state'),
      plain('EXPIRES', 'expiresAt'),
    ],
    names: [],
  },
  {
    noun: 'incoming',
    source: 'incoming',
    filters: { sku: 'one product', location: 'code of a location', status: 'open, received or cancelled' },
    columns: [
      plain('ID', 'id'),
      plain('SKU', 'sku'),
      plain('LOCATION', 'location'),
      plain('DUE', 'dueOn'),
      numeric('OPEN', 'open'),
      plain('REFERENCE', 'reference'),
      plain('STATUS', 'status'),
    ],
    names: ['reference'],
  },
  {
    noun: 'publication',
    source: 'publications',
    filters: { connection: 'name of a connection', sku: 'one product' },
    columns: [
      plain('CONNECTION', 'connection'),
      plain('SKU', 'sku'),
      plain('PLACE', 'place'),
      numeric('UNITS', 'quantity'),
      numeric('LAG S', 'lagSeconds'),
      plain('PUBLISHED', 'publishedAt'),
    ],
    names: [],
  },
  {
    noun: 'bin',
    source: 'bins',
    filters: { location: 'code of a location', zone: 'part of the house' },
    columns: [plain('LOCATION', 'location'), plain('CODE', 'code'), plain('ZONE', 'zone'), numeric('WALK', 'walk')],
    names: ['code'],
  },
  {
    noun: 'lot',
    source: 'lots',
    filters: { sku: 'one product', code: 'lot or serial number' },
    columns: [
      plain('SKU', 'sku'),
      plain('CODE', 'code'),
      plain('EXPIRES', 'expiresOn'),
      numeric('UNITS', 'quantity'),
      plain('SERIAL', 'isSerial'),
    ],
    names: ['code'],
  },
  {
    noun: 'bundle',
    source: 'bundles',
    filters: { sku: 'one bundle' },
    columns: [
      plain('SKU', 'sku'),
      plain('TITLE', 'title'),
      {
        title: 'COMPONENTS',
        value: ({ components }) =>
          ((components ?? []) as { sku: string; quantity: number }[]).map((c) => `${c.quantity} ${c.sku}`).join(', '),
      },
    ],
    names: ['sku'],
  },
  {
    noun: 'unit',
    source: 'units',
    filters: { sku: 'one product' },
    columns: [
      plain('SKU', 'sku'),
      plain('UNIT', 'code'),
      numeric('BASE UNITS', 'numerator'),
      numeric('PER', 'denominator'),
    ],
    names: [],
  },
];

/** What there is to look at of inventory beside levels, transfers and counts. */
export const STOCK_VIEW_COMMANDS: readonly Command[] = VIEWS.flatMap((view) => [listCommand(view), showCommand(view)]);
