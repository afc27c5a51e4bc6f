import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import { clientOf, labelRequest } from '../../../connectors/ups/conformance/labels.ts';
import { ups } from '../../../connectors/ups/index.ts';
import { quotesOf } from '../../../connectors/ups/rates.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import { trackingOf } from '../../../connectors/ups/tracking.ts';
import { ShipAnswer, VoidAnswer } from '../../../connectors/ups/wire.ts';
import { sharedFile } from '../../support/shared.ts';

const folder = sharedFile('vendor-samples/ups');
if (folder === undefined) console.log("skipped: UPS's samples are not here");
const sample = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const signal = AbortSignal.timeout(60_000);

describe.skipIf(folder === undefined)("UPS's own samples", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startUpsSimulator();
  });
  afterAll(() => simulator.close());

  test('a delivered parcel is told from its label to its door', () => {
    const { events } = unwrap(
      trackingOf(sample('karrio-ups-tracking_response'), '1Z1442YY7229014688', 'America/New_York'),
    );
    expect(events).toEqual([
      {
        code: 'MP',
        status: 'labelled',
        description: 'Shipper created a label, UPS has not received the package yet.',
        at: '2022-01-26T20:16:41.000Z',
      },
      { code: 'F4', status: 'delivered', description: 'DELIVERED', place: 'PARAMUS', at: '2022-01-26T21:30:00.000Z' },
    ]);
  });

  test('prices are read to the cent: the list price, or that of the account beside it', () => {
    const cents = (raw: unknown) =>
      unwrap(quotesOf(raw)).map(({ service, chargeMinor, currency }) => `${service} ${chargeMinor} ${currency}`);
    const answers = sample('karrio-ups-rating_responses') as readonly unknown[];
    expect(cents(answers[1]).map((quote) => quote.slice(3))).toEqual(
      expect.arrayContaining(['2566 CAD', '2320 CAD', '2204 CAD', '1847 CAD']),
    );
    expect(cents(sample('ups-java-rating-simpleRate2Response')).map((quote) => quote.slice(3))).toEqual(['2086 USD']);
    expect(cents(sample('ups-java-rating-tntRateShopResponse'))).toEqual(
      expect.arrayContaining([expect.stringContaining(' 11715 USD'), expect.stringContaining(' 3143 USD')]),
    );
  });

  test('a price that is no number is a fault that names its place', () => {
    const [placeholders] = sample('karrio-ups-rating_responses') as readonly unknown[];
    expect(quotesOf(placeholders)).toMatchObject({ ok: false, error: { at: '/RateResponse/RatedShipment/0' } });
  });

  test('a recovered label is found though a list of one is an object, in small letters', async () => {
    const body = JSON.stringify(sample('ups-java-shipping-LabelRecoveryResponse'));
    simulator.faults.plan({ kind: 'status', match: 'POST /api/labels', times: 1, status: 200, body });
    const write = ups.capabilities.buyLabel;
    if (write?.duplicates.mode !== 'lookupByRef') throw new Error('labels are looked up');
    const raw = unwrap(write.encode(labelRequest('sample', { labelFormat: 'ZPL' })));
    const key = { reference: 'sample', idempotencyKey: 'sample' };
    const receipt = unwrap(await write.duplicates.landed(clientOf(simulator.settings), raw, key, signal));
    expect(receipt?.externalId).toBe('1Z2866YYYZ29803881');
    const label = Buffer.from(receipt?.parcels[0]?.label?.base64 ?? '', 'base64').toString('latin1');
    expect(receipt?.parcels[0]?.label?.format).toBe('ZPL');
    expect(label).toContain('^XA');
    expect(label).toContain('1Z2866YYYZ29803881');
  });

  test.each([
    ['karrio-ups-shipping_response', ShipAnswer],
    ['ups-java-shipping-ShippingRequestwithNegotiatedRatesResponse', ShipAnswer],
    ['karrio-ups-shipping_cancel_response', VoidAnswer],
  ] as const)('%s has the shape that is read', (name, schema) => {
    const parsed = schema.safeParse(sample(name));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  test('a shipment without a price of the account has the list price', async () => {
    const body = JSON.stringify(sample('ups-java-shipping-ShippingRequestwithNegotiatedRatesResponse'));
    simulator.faults.plan({ kind: 'status', match: 'POST /api/shipments', times: 1, status: 200, body });
    const write = ups.capabilities.buyLabel;
    const request = unwrap(write?.encode(labelRequest('listed')));
    const key = { reference: 'listed', idempotencyKey: 'listed' };
    expect(unwrap(await write?.send(clientOf(simulator.settings), request, key, signal))).toMatchObject({
      externalId: '1Z1662229115284418',
      chargeMinor: 2772,
      currency: 'CAD',
    });
  });
});
