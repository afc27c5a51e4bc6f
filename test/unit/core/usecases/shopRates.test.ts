import { describe, expect, test } from 'vitest';
import { RateQuery, type RateQuote, ShippingRules } from '../../../../core/documents/index.ts';
import { permanent, retryable } from '../../../../core/shared/fault.ts';
import { err, ok } from '../../../../core/shared/result.ts';
import { type RateSource, shopRates } from '../../../../core/usecases/shopRates.ts';

const quote = (service: string, chargeMinor: number): RateQuote => ({
  service,
  title: service,
  chargeMinor,
  currency: 'EUR',
});
const source = (connection: string, ask: RateSource['ask'], off: string | null = null): RateSource => ({
  connection,
  off,
  ask,
});
/** Lets all that is ready be said. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const WISH = {
  query: RateQuery.parse({ from: {}, to: { country: 'DE' }, parcels: [{ weightGrams: 500 }] }),
  shipment: { location: null, country: 'DE', grams: 500, currency: 'EUR', shipOn: '2026-03-02', promisedBy: null },
  rules: ShippingRules.parse({ choose: 'cheapest' }),
};
const good = source('good', async () => ok([quote('slow', 500), quote('fast', 900)]));
const hanging = (): { readonly source: RateSource; readonly isAsked: Promise<void> } => {
  let asked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  // Obeys no signal at all.
  const ask = (): Promise<never> => {
    asked();
    return new Promise(() => undefined);
  };
  return { source: source('hanging', ask), isAsked };
};

describe('shopping for rates', () => {
  test('answers at the deadline with what there is, and says of each carrier that is missing why', async () => {
    const deadline = new AbortController();
    const hung = hanging();
    const sources = [
      good,
      hung.source,
      source('down', async () => err(retryable('network-econnrefused', 'nobody there'))),
      source('busy', async () => err({ kind: 'rate-limited', code: '429', message: 'later', retryAfterMs: 1000 })),
      source('refusing', async () => err(permanent('too-heavy', 'up to 30 kg'))),
      source('empty', async () => ok([])),
      source('broken', async () => Promise.reject(new Error('a bug'))),
      source('resting', async () => ok([quote('free', 0)]), 'paused'),
    ];
    const shopping = shopRates(WISH, sources, deadline.signal);
    await hung.isAsked;
    await turn();
    deadline.abort();
    const { best, offers, missing } = await shopping;
    expect(best).toMatchObject({ connection: 'good', service: 'slow', chargeMinor: 500 });
    expect(offers.map(({ service }) => service)).toEqual(['slow', 'fast']);
    expect(missing.map(({ connection, reason, fault }) => [connection, reason, fault.code])).toEqual([
      ['hanging', 'slow', 'no-answer-in-time'],
      ['down', 'down', 'network-econnrefused'],
      ['busy', 'down', '429'],
      ['refusing', 'refused', 'too-heavy'],
      ['empty', 'refused', 'no-offers'],
      ['broken', 'refused', 'connector-failed'],
      ['resting', 'off', 'connection-off'],
    ]);
  });

  test('a carrier that obeys the deadline and says so is slow, not down', async () => {
    const deadline = new AbortController();
    const obeying = source(
      'obeying',
      (_query, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve(err(retryable('cancelled', 'called off')))),
        ),
    );
    const shopping = shopRates(WISH, [obeying, good], deadline.signal);
    await turn();
    deadline.abort();
    expect(await shopping).toMatchObject({
      best: { connection: 'good' },
      missing: [{ connection: 'obeying', reason: 'slow' }],
    });
  });

  test('asks all at once', async () => {
    let open = 0;
    let most = 0;
    const ask: RateSource['ask'] = async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open -= 1;
      return ok([quote('any', 100)]);
    };
    const sources = ['a', 'b', 'c'].map((name) => source(name, ask));
    const { offers, missing } = await shopRates(WISH, sources, new AbortController().signal);
    expect(most).toBe(3);
    expect(offers).toHaveLength(3);
    expect(missing).toEqual([]);
  });

  test('without any carrier there is no best, and nothing is missing', async () => {
    expect(await shopRates(WISH, [], new AbortController().signal)).toMatchObject({ best: null, missing: [] });
  });
});
