import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { file } from './index.ts';
import { FIELDS } from './mapping.ts';
import { mappingById } from './mappings/index.ts';

const fields = (texts: Readonly<Record<string, string>>): readonly string[] =>
  FIELDS.map((field) => texts[field] ?? '');
const sale = {
  order: '536365',
  sku: '85123A',
  title: 'LANTERN',
  quantity: '6',
  unitPrice: '2.55',
  placedAt: '2010-12-01 08:26:00',
};
const person = { name: '山田', email: 'a@b.example', line1: 'Hauptstraße 1', city: 'Köln', country: 'DE' };

const exotic = (order: string, currency: string, unitPrice: string) => ({
  mapping: 'order-lines-csv',
  order,
  rows: [{ line: 2, fields: fields({ ...sale, ...person, order, currency, unitPrice, line: '10' }) }],
});

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: file,
    messages: {
      'order-lines': [
        {
          mapping: 'uci-online-retail',
          order: '536365',
          rows: [
            { line: 2, fields: fields({ ...sale, customer: '17850', country: 'EIRE' }) },
            { line: 3, fields: fields({ ...sale, sku: 'POST', quantity: '1', unitPrice: '0.001' }) },
          ],
        },
        {
          mapping: 'uci-online-retail',
          order: 'C536379',
          rows: [{ line: 9, fields: fields({ ...sale, order: 'C536379', quantity: '-1' }) }],
        },
        exotic('Größe 1', 'KWD', '1.2345'),
        exotic('2', 'JPY', '1500'),
      ],
    },
    extremes: {
      'order-lines': [
        {
          mapping: 'order-lines-csv',
          order: 'huge',
          rows: Array.from({ length: 600 }, (_, i) => ({
            line: i + 2,
            fields: fields({ ...sale, order: 'huge', line: String(i + 1), sku: `S-${i}` }),
          })),
        },
      ],
    },
    keptRaw: [{ at: '/rows/*/line', why: 'where it stood in the file, for who looks it up' }],
    zoneOf(raw) {
      const mapping = mappingById((raw as { mapping: string }).mapping);
      return mapping.ok ? mapping.value.zone : undefined;
    },
  },
];
