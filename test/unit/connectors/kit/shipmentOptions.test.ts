import { describe, expect, test } from 'vitest';
import { SHIPMENT_OPTIONS, takesOptions } from '../../../../connectors/kit/shipmentOptions.ts';
import { CustomsValue, customsTotalMinor, dutiesBilledTo, LabelRequest } from '../../../../core/documents/index.ts';

const MUG = {
  sku: 'MUG-01',
  description: 'Stoneware mug',
  hsCode: '69120023',
  originCountry: 'PT',
  quantity: 3,
  unitValueMinor: 1250,
};
const REQUEST = {
  reference: 'l-1',
  from: { name: 'A', country: 'DE' },
  to: { name: 'B', country: 'CH' },
  parcels: [{ weightGrams: 500 }],
};

describe('options of a shipment', () => {
  test('nothing asked for is never refused', () => {
    expect(takesOptions(LabelRequest.parse(REQUEST), [])).toEqual({ ok: true, value: undefined });
    expect(takesOptions({ saturdayDelivery: false, returnLabel: false }, [])).toMatchObject({ ok: true });
  });

  test.each(SHIPMENT_OPTIONS)('%s is refused by a carrier without it, and taken by one with it', (name) => {
    const asked = { [name]: name === 'customs' ? { currency: 'EUR', lines: [] } : true };
    expect(takesOptions(asked, [])).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'option-unsupported', at: `/${name}` },
    });
    expect(takesOptions(asked, [name])).toMatchObject({ ok: true });
  });
});

describe('customs data', () => {
  test('goods are worth what their lines add up to, to the minor unit', () => {
    const customs = CustomsValue.parse({ currency: 'EUR', lines: [MUG, { ...MUG, quantity: 7, unitValueMinor: 333 }] });
    expect(customsTotalMinor(customs)).toBe(3 * 1250 + 7 * 333);
    expect(customs).toMatchObject({ contents: 'goods', reason: 'sale', papers: [], exporterTaxIds: [] });
  });

  test.each([
    ['DDP', 'sender'],
    ['DAP', 'recipient'],
    ['EXW', 'recipient'],
    [undefined, 'recipient'],
  ] as const)('under %s duties are billed to the %s', (incoterm, payer) => {
    expect(dutiesBilledTo(incoterm ? { incoterm } : {})).toBe(payer);
  });

  test.each([
    ['a code with dots', { ...MUG, hsCode: '6912.00' }],
    ['a country by its name', { ...MUG, originCountry: 'Portugal' }],
    ['a value below nothing', { ...MUG, unitValueMinor: -1 }],
  ])('%s is no line of a declaration', (_about, line) => {
    expect(LabelRequest.safeParse({ ...REQUEST, customs: { currency: 'EUR', lines: [line] } }).success).toBe(false);
  });

  test('an Incoterm of before 2020 is refused', () => {
    expect(CustomsValue.safeParse({ currency: 'EUR', incoterm: 'DDU', lines: [] }).success).toBe(false);
  });
});
