import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPhone } from '../../../../compose/phoneNumbers.ts';
import { OrderDocument } from '../../../../core/documents/index.ts';
import { FINDING_CODES, holdsFor, type OrderFacts, USUAL_POLICY, validateOrder } from '../../../../core/order/index.ts';
import { sampleOrder } from '../../../support/sampleOrder.ts';

const given = (more: object): OrderDocument => OrderDocument.parse({ ...sampleOrder(1), ...more });
const facts = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  sellable: new Map([
    ['MUG-01', true],
    ['TEA-02', true],
  ]),
  prices: new Map(),
  available: new Map(),
  duplicates: [],
  isPhone,
  ...more,
});
const codes = (document: OrderDocument, more: Partial<OrderFacts> = {}) =>
  validateOrder(document, facts(more)).map(({ code, at }) => [code, at]);
const at = (address: object) => given({ shippingAddress: { ...sampleOrder(1).shippingAddress, ...address } });

test('an order of known items at a good address has no findings', () => {
  expect(codes(sampleOrder(1))).toEqual([]);
});

test('every finding is named at once, each with its place', () => {
  const document = given({
    customer: { email: 'nobody@', phone: '12' },
    shippingAddress: { line1: 'Hauptstraße 1', postalCode: 'ABC', country: 'DE', phone: '+49 221 123456' },
  });
  const found = codes(document, {
    sellable: new Map([['MUG-01', false]]),
    prices: new Map([['MUG-01', { unitPrice: '25', toleranceBps: 500 }]]),
    available: new Map([['MUG-01', 1]]),
    duplicates: ['#1000'],
  });
  expect(found).toEqual([
    ['not-sellable', '/lines/0/sku'],
    ['price-differs', '/lines/0/unitPrice'],
    ['unknown-sku', '/lines/1/sku'],
    ['out-of-stock', '/lines/0/quantity'],
    ['address-incomplete', '/shippingAddress/city'],
    ['address-incomplete', '/shippingAddress/name'],
    ['postal-code-malformed', '/shippingAddress/postalCode'],
    ['email-malformed', '/customer/email'],
    ['phone-malformed', '/customer/phone'],
    ['duplicate', '/number'],
  ]);
});

test.each([
  ['DE', '50667', undefined, true],
  ['DE', '5066', undefined, false],
  ['GB', 'sw1a 1aa', undefined, true],
  ['GB', '12345', undefined, false],
  ['NL', '1012 AB', undefined, true],
  ['US', '10001-1234', 'NY', true],
  ['US', '10001', 'XX', false],
  ['CA', 'K1A 0B1', 'ON', true],
  ['AU', '2000', 'NSW', true],
  ['JP', '100-0001', undefined, true],
  ['IE', 'D02 X285', undefined, true],
  ['PT', '1000-001', undefined, true],
  ['AE', undefined, undefined, true],
  ['XX', '1', undefined, false],
])('an address in %s with the code %s and the part %s is good: %s', (country, postalCode, subdivision, isGood) => {
  expect(codes(at({ country, postalCode, subdivision })).length === 0).toBe(isGood);
});

test('what is picked up in a store or is a service needs no address', () => {
  const { shippingAddress: _, ...document } = sampleOrder(1);
  expect(codes({ ...document, channel: 'store' })).toEqual([]);
  expect(codes(document)).toEqual([['address-missing', '/shippingAddress']]);
});

test('a total that no rounding, discount or gift card explains is a finding, and one that they explain is none', () => {
  const { totals } = sampleOrder(1);
  expect(codes(given({ totals: { ...totals, grandMinor: totals.grandMinor - 2 } }))).toEqual([]);
  expect(codes(given({ totals: { ...totals, grandMinor: 1 } }))).toEqual([['total-differs', '/totals/grandMinor']]);
});

test('the policy says which findings hold, and holds once for each reason', () => {
  const findings = validateOrder(at({ city: '', country: 'XX' }), facts({ duplicates: ['#1', '#2'] }));
  expect(holdsFor(findings, USUAL_POLICY)).toEqual(['address', 'fraud']);
  expect(holdsFor(findings, { ...USUAL_POLICY, 'address-incomplete': null, 'country-unknown': null })).toEqual([
    'fraud',
  ]);
});

test('a price is within its tolerance exactly up to its last digit', () => {
  const seen = { within: 0, beyond: 0 };
  const cents = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 2000 }), (listed, asked, toleranceBps) => {
      const unit = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
      const [line, ...lines] = sampleOrder(1).lines;
      const document = { ...sampleOrder(1), lines: [{ ...line, unitPrice: unit(asked) }, ...lines] } as OrderDocument;
      const prices = new Map([['MUG-01', { unitPrice: unit(listed), toleranceBps }]]);
      const isOff = codes(document, { prices }).some(([code]) => code === 'price-differs');
      const isBeyond = Math.abs(asked - listed) * 10_000 > listed * toleranceBps;
      seen[isBeyond ? 'beyond' : 'within'] += 1;
      expect(isOff).toBe(isBeyond);
    }),
    { numRuns: 400, seed: 20_261_124 },
  );
  expect(Math.min(seen.within, seen.beyond)).toBeGreaterThan(20);
});

test('every finding has a place in the policy', () => {
  expect(Object.keys(USUAL_POLICY).sort()).toEqual([...FINDING_CODES].sort());
});
