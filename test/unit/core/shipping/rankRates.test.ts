import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RateChoice, ShippingRules } from '../../../../core/documents/index.ts';
import { arrivalDay, bestOf, type Offer, type Parcelled, rankRates } from '../../../../core/shipping/index.ts';

const NO_RULES = ShippingRules.parse({});
const SHIPMENT: Parcelled = {
  location: 'main',
  country: 'DE',
  grams: 1200,
  currency: 'EUR',
  shipOn: '2026-03-02',
  promisedBy: null,
};
const offer = (connection: string, service: string, chargeMinor: number, transitDays?: number): Offer => ({
  connection,
  service,
  title: service,
  chargeMinor,
  currency: 'EUR',
  ...(transitDays === undefined ? {} : { transitDays }),
});
const OFFERS = [
  offer('ups', 'standard', 756, 3),
  offer('ups', 'express', 2812, 1),
  offer('dhl', 'paket', 690, 4),
  offer('fedex', 'priority', 2490, 1),
  offer('post', 'letter', 400),
];
const best = (shipment: Partial<Parcelled>, choose?: RateChoice, rules: ShippingRules = NO_RULES) => {
  const found = bestOf(rankRates(OFFERS, { ...SHIPMENT, ...shipment }, rules, choose));
  return found && `${found.connection} ${found.service}`;
};

describe('the best offer', () => {
  test.each([
    ['cheapest', {}, 'post letter'],
    ['fastest', {}, 'fedex priority'],
    ['promise', {}, 'post letter'],
    // Sent on Monday: there on Thursday after three days, on Tuesday after one.
    ['promise', { promisedBy: '2026-03-05T23:59:59Z' }, 'ups standard'],
    ['promise', { promisedBy: '2026-03-04T12:00:00Z' }, 'fedex priority'],
    ['promise', { promisedBy: '2026-03-01T12:00:00Z' }, 'fedex priority'],
  ] as const)('by %s, %j, is %s', (choose, shipment, expected) => {
    expect(best(shipment, choose)).toBe(expected);
  });

  test("a carrier's own date goes before its days", () => {
    const dated = [{ ...offer('ups', 'standard', 700, 1), deliverBy: '2026-03-06T12:00:00.000Z' }, OFFERS[1] as Offer];
    const ranking = rankRates(dated, { ...SHIPMENT, promisedBy: '2026-03-04T12:00:00Z' }, NO_RULES);
    expect(ranking.offers.map(({ service, keepsPromise }) => [service, keepsPromise])).toEqual([
      ['express', 'yes'],
      ['standard', 'no'],
    ]);
  });

  test('an offer without any date keeps no promise for sure', () => {
    const { offers } = rankRates(OFFERS, { ...SHIPMENT, promisedBy: '2026-03-31T12:00:00Z' }, NO_RULES, 'promise');
    expect(offers.at(-1)).toMatchObject({ connection: 'post', keepsPromise: 'unknown', notTaken: null });
  });

  test('of another currency is not compared, and not taken', () => {
    const mixed = [{ ...offer('fedex', 'ground', 1), currency: 'USD' }, OFFERS[0] as Offer];
    const ranking = rankRates(mixed, SHIPMENT, NO_RULES, 'cheapest');
    expect(bestOf(ranking)).toMatchObject({ connection: 'ups' });
    expect(ranking.offers.at(-1)).toMatchObject({ connection: 'fedex', notTaken: 'other-currency' });
  });

  test('of nothing is none', () => {
    expect(bestOf(rankRates([], SHIPMENT, NO_RULES))).toBeNull();
  });
});

describe('rules', () => {
  const rules = ShippingRules.parse({
    choose: 'cheapest',
    rules: [
      { name: 'no letters', refuse: [{ connection: 'post' }] },
      { name: 'heavy', when: { minGrams: 5000 }, only: [{ connection: 'dhl' }] },
      { name: 'south', when: { locations: ['south'], countries: ['DE', 'AT'] }, choose: 'fastest' },
      { name: 'contract', adjust: [{ connection: 'ups', service: 'standard', percent: -20 }] },
    ],
  });
  test.each([
    [{}, 'ups standard'],
    [{ grams: 5000 }, 'dhl paket'],
    [{ location: 'south' }, 'fedex priority'],
    [{ location: 'south', country: 'CH' }, 'ups standard'],
  ] as const)('%j: %s', (shipment, expected) => {
    expect(best(shipment, undefined, rules)).toBe(expected);
  });

  test('say which of them refused an offer, and what one counts as, while its price stays', () => {
    const { offers, choose } = rankRates(OFFERS, SHIPMENT, rules);
    expect(choose).toBe('cheapest');
    expect(offers[0]).toMatchObject({ service: 'standard', chargeMinor: 756, comparedMinor: 605 });
    expect(offers.at(-1)).toMatchObject({ connection: 'post', notTaken: 'no letters' });
  });
});

describe('any offers', () => {
  const offers = fc.array(
    fc.record({
      connection: fc.constantFrom('a', 'b'),
      service: fc.constantFrom('1', '2', '3'),
      title: fc.constant('t'),
      chargeMinor: fc.integer({ min: 0, max: 5000 }),
      currency: fc.constantFrom('EUR', 'USD'),
      transitDays: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 12 },
  );
  test('come back all, in one order whatever the order they came in, the best not worse than any that is taken', () => {
    let compared = 0;
    fc.assert(
      fc.property(offers, fc.constantFrom<RateChoice>('cheapest', 'fastest', 'promise'), (given, choose) => {
        const ranking = rankRates(given, SHIPMENT, NO_RULES, choose);
        expect(ranking.offers).toHaveLength(given.length);
        const again = rankRates(given.toReversed(), SHIPMENT, NO_RULES, choose);
        expect(again.offers.map(key)).toEqual(ranking.offers.map(key));
        const found = bestOf(ranking);
        for (const { chargeMinor, transitDays, notTaken } of ranking.offers) {
          if (!found || notTaken !== null) continue;
          compared += 1;
          if (choose === 'fastest') expect(found.transitDays).toBeLessThanOrEqual(transitDays ?? 99);
          else expect(found.chargeMinor).toBeLessThanOrEqual(chargeMinor);
        }
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(200);
  });
  const key = ({ connection, service, chargeMinor, currency, transitDays }: Offer): string =>
    [connection, service, chargeMinor, currency, transitDays].join();
});

describe('days of travel', () => {
  test.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 0, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-10'],
    ['2026-03-02', 5, '2026-03-09'],
  ])('sent on %s for %i business days is there on %s', (sent, days, there) => {
    expect(arrivalDay(sent, days)).toBe(there);
  });
});
