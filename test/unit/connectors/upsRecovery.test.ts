import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import { boughtLabel, clientOf, labelRequest, NEW_YORK } from '../../../connectors/ups/conformance/labels.ts';
import { ups } from '../../../connectors/ups/index.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import type { UpsState } from '../../../connectors/ups/simulatorWorld.ts';
import type { LabelReceipt, LabelRequest } from '../../../core/documents/index.ts';

let simulator: Simulator;
const signal = AbortSignal.timeout(60_000);
const key = (reference: string) => ({ reference, idempotencyKey: reference });
beforeAll(async () => {
  simulator = await startUpsSimulator();
});
afterAll(() => simulator.close());

async function look(reference: string, more: Partial<LabelRequest> = {}) {
  const write = ups.capabilities.buyLabel;
  if (write?.duplicates.mode !== 'lookupByRef') throw new Error('labels are looked up');
  const raw = unwrap(write.encode(labelRequest(reference, more)));
  return write.duplicates.landed(clientOf(simulator.settings), raw, key(reference), signal);
}

async function voided(receipt: LabelReceipt) {
  const write = ups.capabilities.voidLabel;
  return write?.send(clientOf(simulator.settings), unwrap(write.encode(receipt)), key('void'), signal);
}

const answerWith = (match: string, status: number, body: object): void =>
  simulator.faults.plan({ kind: 'status', match, times: 1, status, body: JSON.stringify(body) });
const error = (code: string, message: string) => ({ response: { errors: [{ code, message }] } });

describe('a label looked up by our reference', () => {
  test.each([
    ['inside Germany', {}],
    ['inside the US, where the reference is on the parcels', { from: NEW_YORK, to: NEW_YORK }],
    ['of three parcels', { parcels: [1, 2, 3].map((n) => ({ weightGrams: n * 100 })) }],
  ] as const)('is the shipment that was bought: %s', async (about, more) => {
    const request = { ...more, labelFormat: 'ZPL' } as Partial<LabelRequest>;
    const receipt = await boughtLabel(simulator, about.slice(0, 35), request);
    const { chargeMinor: _, currency: __, ...known } = receipt;
    expect(unwrap(await look(about.slice(0, 35), request))).toEqual(known);
  });

  test('is nothing when it is void, and the new one when it was bought again', async () => {
    const first = await boughtLabel(simulator, 'again');
    unwrap(await voided(first));
    expect(unwrap(await look('again'))).toBeNull();
    const second = await boughtLabel(simulator, 'again');
    expect(unwrap(await look('again'))?.externalId).toBe(second.externalId);
    expect(second.externalId).not.toBe(first.externalId);
  });

  test('that was bought twice is for a person to sort out, by both numbers', async () => {
    const first = await boughtLabel(simulator, 'twice');
    const second = await boughtLabel(simulator, 'twice');
    const found = await look('twice');
    expect(found).toMatchObject({ ok: false, error: { code: 'several-shipments' } });
    expect(JSON.stringify(found)).toContain(first.externalId);
    expect(JSON.stringify(found)).toContain(second.externalId);
  });

  test.each([
    ['an account that is not found', 400, error('9800000', 'The shipper number was not found')],
    ['a form that is not found', 404, error('404', 'Resource not found')],
    ['a success without a label', 200, { LabelRecoveryResponse: {} }],
    ['a page', 200, {}],
    ['a passing trouble', 503, {}],
  ] as const)('stays in doubt after %s: only "no such shipment" says that there is none', async (_, status, body) => {
    answerWith('POST /api/labels', status, body);
    expect((await look('doubtful')).ok).toBe(false);
  });
});

describe('a label that was bought', () => {
  const image = (Code: string, GraphicImage: string) => ({
    ShipmentResponse: {
      ShipmentResults: {
        ShipmentCharges: { TotalCharges: { CurrencyCode: 'JPY', MonetaryValue: '2520' } },
        PackageResults: {
          TrackingNumber: '1ZA1B2C30399999991',
          ShippingLabel: { ImageFormat: { Code }, GraphicImage },
        },
      },
    },
  });
  const buy = async (reference: string) => {
    const write = ups.capabilities.buyLabel;
    const raw = unwrap(write?.encode(labelRequest(reference)));
    return unwrap(await write?.send(clientOf(simulator.settings), raw, key(reference), signal));
  };

  test('is not lost over a picture that cannot be turned into a PDF', async () => {
    answerWith('POST /api/shipments', 200, image('GIF', Buffer.from('no gif').toString('base64')));
    expect((await buy('broken-gif')).parcels[0]?.label?.format).toBe('GIF');
  });

  test('is not lost over a format that nobody knows', async () => {
    answerWith('POST /api/shipments', 200, image('SPL', 'AAAA'));
    expect((await buy('unknown-format')).parcels).toEqual([{ trackingNumber: '1ZA1B2C30399999991' }]);
  });

  test('has the number of its first parcel where UPS names no shipment, and a price in whole yen', async () => {
    answerWith('POST /api/shipments', 200, image('ZPL', 'AAAA'));
    expect(await buy('no-number')).toMatchObject({
      externalId: '1ZA1B2C30399999991',
      chargeMinor: 2520,
      currency: 'JPY',
    });
  });

  test('has no price rather than a rounded one', async () => {
    const answer = image('ZPL', 'AAAA');
    answer.ShipmentResponse.ShipmentResults.ShipmentCharges.TotalCharges.MonetaryValue = '25.205';
    answerWith('POST /api/shipments', 200, answer);
    expect(await buy('sub-yen')).not.toHaveProperty('chargeMinor');
  });
});

describe('a void', () => {
  test('is done when UPS says so, with the line ends that it has been seen to send', async () => {
    const receipt = await boughtLabel(simulator, 'noisy');
    const Status = { Code: '&#xD;&#xD;1', Description: '&#xD;Voided' };
    answerWith('DELETE /api/shipments', 200, { VoidShipmentResponse: { SummaryResult: { Status } } });
    expect((await voided(receipt))?.ok).toBe(true);
  });

  test('that UPS answers without doing it is refused', async () => {
    const receipt = await boughtLabel(simulator, 'not-done');
    const Status = { Code: '0', Description: 'Not Voided' };
    answerWith('DELETE /api/shipments', 200, { VoidShipmentResponse: { SummaryResult: { Status } } });
    expect(await voided(receipt)).toMatchObject({
      ok: false,
      error: { code: 'not-voided', message: 'UPS: Not Voided' },
    });
  });

  test('of what is void already is done', async () => {
    const receipt = await boughtLabel(simulator, 'done-before');
    answerWith('DELETE /api/shipments', 400, error('190117', 'The shipment has already been voided.'));
    expect((await voided(receipt))?.ok).toBe(true);
  });

  test('of a shipment that UPS does not know, or not any more, is refused by its code', async () => {
    const receipt = { externalId: '1ZA1B2C30300000000', parcels: [{ trackingNumber: '1ZA1B2C30300000000' }] };
    expect(await voided(receipt)).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'ups-190102' } });
    expect(ups.capabilities.voidLabel?.encode({ ...receipt, externalId: '../ship' }).ok).toBe(false);
  });
});

test('a simulator that starts at any parcel gives numbers that UPS would give, and that can be made void', async () => {
  const later = await startUpsSimulator({ firstParcel: 87_654_321 });
  const receipt = await boughtLabel(later, 'later');
  await later.close();
  expect(receipt.externalId).toMatch(/^1Z[0-9A-Z]{16}$/);
  expect(ups.capabilities.voidLabel?.encode(receipt).ok).toBe(true);
});

test('a token that UPS no longer takes is replaced, and the call succeeds when it is made again', async () => {
  const client = clientOf(simulator.settings);
  const query = labelRequest('rates');
  unwrap(await ups.capabilities.quoteRates?.ask(client, query, signal));
  answerWith('POST /api/rating', 401, error('250002', 'Invalid Authentication Information.'));
  const refused = await ups.capabilities.quoteRates?.ask(client, query, signal);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'retryable' } });
  unwrap(await ups.capabilities.quoteRates?.ask(client, query, signal));
  const state = (await (await fetch(`${simulator.url}/_sim/state`)).json()) as UpsState;
  expect(new Set(state.tokens).size).toBe(state.tokens.length);
});
