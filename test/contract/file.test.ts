import { file } from '../../connectors/file/index.ts';
import { FIELDS } from '../../connectors/file/mapping.ts';
import { connectorContract } from './connectorContract.ts';

const line = (texts: Readonly<Record<string, string>>): readonly string[] => FIELDS.map((field) => texts[field] ?? '');
const sale = {
  order: '536365',
  sku: '85123A',
  title: 'LANTERN',
  quantity: '6',
  unitPrice: '2.55',
  placedAt: '2010-12-01 08:26:00',
};

connectorContract({
  connector: file,
  messages: {
    'order-lines': [
      {
        mapping: 'uci-online-retail',
        order: '536365',
        rows: [
          { line: 2, fields: line({ ...sale, customer: '17850', country: 'EIRE' }) },
          { line: 3, fields: line({ ...sale, sku: 'POST', quantity: '1', unitPrice: '0.001' }) },
        ],
      },
      {
        mapping: 'uci-online-retail',
        order: 'C536379',
        rows: [{ line: 9, fields: line({ ...sale, order: 'C536379', quantity: '-1' }) }],
      },
      {
        mapping: 'order-lines-csv',
        order: 'Größe 1',
        rows: [
          {
            line: 2,
            fields: line({
              ...sale,
              currency: 'KWD',
              unitPrice: '1.2345',
              name: '山田',
              email: 'a@b.example',
              line: '10',
            }),
          },
        ],
      },
    ],
  },
});
