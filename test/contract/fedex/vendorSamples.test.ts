import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errors } from '../../../connectors/fedex/client.ts';
import { receiptOf } from '../../../connectors/fedex/labels.ts';
import { receiptOf as pickupReceiptOf } from '../../../connectors/fedex/pickups.ts';
import { quotesOf } from '../../../connectors/fedex/rates.ts';
import { CancelAnswer } from '../../../connectors/fedex/wire.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { sharedFile } from '../../support/shared.ts';

const folder = sharedFile('vendor-samples/fedex');
if (folder === undefined) console.log("skipped: samples of FedEx's answers are not here");
const sample = (name: string): unknown => JSON.parse(readFileSync(`${folder}/karrio-fedex-${name}.json`, 'utf8'));

describe.skipIf(folder === undefined)("samples of FedEx's answers", () => {
  test("prices are the account's own, to the cent, in the currency that each is in", () => {
    const [abroad, inside] = sample('rating_responses') as readonly unknown[];
    const told = (raw: unknown) =>
      unwrap(quotesOf(raw)).map(({ service, chargeMinor, currency, transitDays }) =>
        [service, chargeMinor, currency, transitDays].join(' ').trim(),
      );
    expect(told(abroad)).toEqual([
      'INTERNATIONAL_ECONOMY 95417 USD',
      'INTERNATIONAL_FIRST 133850 USD',
      'FEDEX_GROUND 53568 CAD 4',
      'FEDEX_INTERNATIONAL_PRIORITY_EXPRESS 127676 USD',
      'FEDEX_INTERNATIONAL_CONNECT_PLUS 93227 USD',
      'FEDEX_INTERNATIONAL_PRIORITY 177561 USD',
    ]);
    expect(told(inside)).toEqual(['FEDEX_EXPRESS_SAVER 3854 USD']);
  });

  test('a shipment of many parcels has its master number, its charge and a label for each', () => {
    const [, many] = sample('shipping_responses') as readonly unknown[];
    const receipt = unwrap(receiptOf(many, '', 'PDF'));
    expect(receipt).toMatchObject({
      externalId: '794791341818',
      carrier: 'FedEx',
      service: 'FEDEX_INTERNATIONAL_PRIORITY_EXPRESS',
      chargeMinor: 444819,
      currency: 'USD',
    });
    expect(receipt.parcels.slice(0, 2).map(({ trackingNumber }) => trackingNumber)).toEqual([
      '794791341818',
      '794791341829',
    ]);
    expect(receipt.parcels.length).toBe(21);
    for (const { label } of receipt.parcels) {
      expect(label?.format).toBe('PDF');
      expect(
        Buffer.from(label?.base64 ?? '', 'base64')
          .toString('latin1')
          .startsWith('%PDF'),
      ).toBe(true);
    }
  });

  test('a paper that is no label is not taken for one', () => {
    const [placeholder] = sample('shipping_responses') as readonly unknown[];
    expect(unwrap(receiptOf(placeholder, '', 'PDF')).parcels).toEqual([{ trackingNumber: '794953535000' }]);
  });

  test('a pickup has its number, and the depot that cancelling must name', () => {
    const asked = { date: '2026-06-02', readyAt: '10:30' };
    expect(unwrap(pickupReceiptOf(sample('pickup_response'), asked, 'FDXE'))).toEqual({
      externalId: '3001',
      date: '2026-06-02',
      readyAt: '10:30',
      location: 'COSA',
      division: 'FDXE',
    });
  });

  test('a cancellation and a refusal have the shapes that are read', () => {
    expect(CancelAnswer.parse(sample('cancel_response')).output.cancelledShipment).toBe(true);
    expect(errors.read?.(sample('error_response'))).toMatchObject({ code: 'TRACKING.TRACKINGNUMBER.EMPTY' });
  });
});
