import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { subjects } from '../../connectors/shopify/conformance.ts';
import { shopify } from '../../connectors/shopify/index.ts';
import { sharedFile } from '../support/shared.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(subjects);

const samples = sharedFile('vendor-samples/shopify');
describe.skipIf(!samples)(`real payloads${samples ? '' : ' (skipped: they are not beside this checkout)'}`, () => {
  const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${samples}/${name}`, 'utf8'));

  test("an order decodes with the source's total and tax", () => {
    const decoded = shopify.topics['orders/create']?.decode(read('rest-order.json')['order']);
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        documents: [
          {
            name: 'order',
            document: { number: '#1001', paymentState: 'authorized', totals: { grandMinor: 40_994, taxMinor: 1194 } },
          },
        ],
      },
    });
  });

  test('a refund decodes with the money that was paid out', () => {
    const decoded = shopify.topics['refunds/create']?.decode(read('rest-refund.json')['refund']);
    expect(decoded).toMatchObject({ ok: true, value: { documents: [{ document: { amountMinor: 20_900 } }] } });
  });

  test('levels decode', () => {
    const levels = read('rest-location_inventory_levels.json')['inventory_levels'] as unknown[];
    const decoded = levels.map((level) => shopify.topics['inventory_levels/update']?.decode(level));
    expect(decoded).toMatchObject([
      { value: { documents: [{ document: { item: '39072856', quantity: 27, asOf: '2018-05-07T19:33:38.000Z' } }] } },
      { value: { documents: [{ document: { item: '808950810', quantity: 9 } }] } },
    ]);
  });
});
