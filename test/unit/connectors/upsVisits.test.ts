import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import { checkOf } from '../../../connectors/ups/addressCheck.ts';
import {
  BERLIN,
  clientOf,
  HAMBURG,
  NEW_YORK,
  orderedPickup,
  pickupRequest,
} from '../../../connectors/ups/conformance/labels.ts';
import { ups } from '../../../connectors/ups/index.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import type { AddressValue, PickupRequest } from '../../../core/documents/index.ts';

const signal = AbortSignal.timeout(30_000);
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startUpsSimulator();
});
afterAll(() => simulator.close());

describe('an address, asked of UPS,', () => {
  const verdictOf = async (more: Partial<AddressValue>) =>
    unwrap(
      await ups.capabilities.validateAddress?.ask(
        clientOf(simulator.settings),
        { address: { ...NEW_YORK, ...more } },
        signal,
      ),
    );

  test.each([
    ['350 5TH AVE', 'valid', 1],
    ['1 Main St', 'ambiguous', 2],
    ['1 Nowhere Rd', 'not-found', 0],
  ])('%s is %s', async (line1, verdict, candidates) => {
    const check = await verdictOf({ line1 });
    expect(check).toMatchObject({ verdict });
    expect(check.candidates).toHaveLength(candidates);
  });

  test('in another country is unchecked, without a call', async () => {
    const client = { ...(clientOf(simulator.settings) as object), call: () => Promise.reject(new Error('called')) };
    const check = unwrap(await ups.capabilities.validateAddress?.ask(client, { address: HAMBURG }, signal));
    expect(check).toMatchObject({ verdict: 'unchecked', candidates: [] });
  });

  test('that is written otherwise is corrected, and keeps who lives there', () => {
    const raw = {
      XAVResponse: {
        ValidAddressIndicator: '',
        AddressClassification: { Code: '1' },
        Candidate: {
          AddressKeyFormat: {
            AddressLine: ['350 5TH AVE', 'FL 2'],
            PoliticalDivision2: 'NEW YORK',
            PoliticalDivision1: 'NY',
            PostcodePrimaryLow: '10118',
            PostcodeExtendedLow: '0110',
            CountryCode: 'US',
          },
        },
      },
    };
    expect(unwrap(checkOf(raw, NEW_YORK))).toEqual({
      verdict: 'corrected',
      classification: 'business',
      remarks: [],
      candidates: [
        {
          name: 'John Doe',
          phone: '(212) 555-0100',
          line1: '350 5TH AVE',
          line2: 'FL 2',
          city: 'NEW YORK',
          subdivision: 'NY',
          postalCode: '10118-0110',
          country: 'US',
        },
      ],
    });
  });

  test('of which UPS says nothing is a fault', () => {
    expect(checkOf({ XAVResponse: {} }, NEW_YORK)).toMatchObject({ ok: false, error: { code: 'unexpected-shape' } });
  });
});

describe('locations of UPS', () => {
  const ask = (purpose: 'collect' | 'drop-off', near: AddressValue = BERLIN) =>
    ups.capabilities.findLocations?.ask(
      clientOf(simulator.settings),
      { near, purpose, radiusMetres: 5000, limit: 2 },
      signal,
    );

  test('where parcels are fetched are Access Points, with hours by ISO weekday and metres', async () => {
    const [first, second, ...more] = unwrap(await ask('collect'));
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      externalId: 'U12345670',
      kind: 'access-point',
      name: 'Corner Shop',
      address: { line1: 'Market 1', city: 'Berlin', country: 'DE' },
      distanceMetres: 400,
      hours: [
        { weekday: 1, opens: '09:00', closes: '18:30' },
        { weekday: 6, opens: '00:00', closes: '24:00' },
      ],
    });
    expect(second).toMatchObject({ externalId: 'U12345671', distanceMetres: 1400 });
  });

  test('where parcels are given are named by their own key', async () => {
    expect(unwrap(await ask('drop-off'))[0]).toMatchObject({ externalId: '100001', kind: 'other' });
  });

  test('around nothing are refused', async () => {
    expect(await ask('collect', { country: 'DE' })).toMatchObject({ ok: false, error: { at: '/near' } });
  });
});

describe('a pickup by UPS', () => {
  test('is found again by its reference, and called off once', async () => {
    const receipt = await orderedPickup(simulator, 'visit-1');
    expect(receipt).toEqual({ externalId: expect.stringMatching(/^29\d{9}$/), date: '2026-03-04', readyAt: '09:30' });
    const { schedulePickup, cancelPickup } = ups.capabilities;
    if (schedulePickup?.duplicates.mode !== 'lookupByRef') throw new Error('pickups are looked up');
    const raw = unwrap(schedulePickup.encode(pickupRequest('visit-1')));
    const key = { reference: 'visit-1', idempotencyKey: 'visit-1' };
    const client = clientOf(simulator.settings);
    const found = unwrap(await schedulePickup.duplicates.landed(client, raw, key, signal));
    expect(found?.externalId).toBe(receipt.externalId);
    const cancelled = unwrap(cancelPickup?.encode(receipt));
    for (let i = 0; i < 2; i++)
      expect(await cancelPickup?.send(client, cancelled, key, signal)).toMatchObject({ ok: true });
    expect(unwrap(await schedulePickup.duplicates.landed(client, raw, key, signal))).toBeNull();
  });

  test.each<[string, Partial<PickupRequest>, string]>([
    ['instructions that would be cut', { instructions: 'x'.repeat(58) }, '/instructions'],
    ['a spot that would be cut', { spot: 'behind the house' }, '/spot'],
    ['nobody to call', { address: HAMBURG }, '/address/phone'],
  ])('is refused with %s', (_about, more, at) => {
    const encoded = ups.capabilities.schedulePickup?.encode({ ...pickupRequest('r'), ...more });
    expect(encoded).toMatchObject({ ok: false, error: { kind: 'permanent', at } });
  });
});
