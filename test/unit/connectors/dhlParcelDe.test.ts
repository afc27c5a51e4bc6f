import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { errors, SHIPPING } from '../../../connectors/dhl-parcel-de/client.ts';
import {
  AMSTERDAM,
  BONN,
  boughtLabel,
  clientOf,
  HAMBURG,
  labelRequest,
} from '../../../connectors/dhl-parcel-de/conformance/labels.ts';
import { dhlParcelDe } from '../../../connectors/dhl-parcel-de/index.ts';
import { orderRequest } from '../../../connectors/dhl-parcel-de/orderRequest.ts';
import { consigneeOf, shipperOf } from '../../../connectors/dhl-parcel-de/parties.ts';
import { Settings } from '../../../connectors/dhl-parcel-de/settings.ts';
import { startDhlParcelDeSimulator } from '../../../connectors/dhl-parcel-de/simulator.ts';
import { listed, OK, problem, refusedItem } from '../../../connectors/dhl-parcel-de/simulatorAnswers.ts';
import type { ParcelDeState } from '../../../connectors/dhl-parcel-de/simulatorWorld.ts';
import { trackingOf } from '../../../connectors/dhl-parcel-de/tracking.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { faultByTable } from '../../../connectors/kit/errorTable.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';

const signal = AbortSignal.timeout(20_000);
const settings = Settings.parse({
  apiKey: 'key1',
  apiSecret: 'secret1',
  username: 'user1',
  password: 'pass1',
  billingNumbers: '33333333330102, 33333333335301;3333333333620A',
});

describe('an address', () => {
  test('inside Germany has its second line above the street, and no phone', () => {
    expect(unwrap(consigneeOf({ ...HAMBURG, company: 'Roe KG', line2: 'Hinterhof' }, '/to', true))).toEqual({
      name1: 'Roe KG',
      name2: 'Jane Roe',
      name3: 'Hinterhof',
      addressStreet: 'Alter Wall 1',
      postalCode: '20457',
      city: 'Hamburg',
      country: 'DEU',
      email: 'jane@example.com',
    });
  });

  test('abroad has it beside the street, and contacts only where the recipient agreed', () => {
    expect(unwrap(consigneeOf(AMSTERDAM, '/to', true))).toMatchObject({
      additionalAddressInformation1: '2. Floor',
      country: 'NLD',
      phone: '+31 20 1234567',
    });
    expect(Object.keys(unwrap(consigneeOf(AMSTERDAM, '/to', false)))).not.toContain('phone');
    const boston = { ...AMSTERDAM, country: 'US', subdivision: 'MA' };
    expect(unwrap(consigneeOf(boston, '/to', false))).toMatchObject({ state: 'US-MA', country: 'USA' });
  });

  test.each([
    [{ ...BONN, line1: 'x'.repeat(51) }, '/from/line1'],
    [{ ...BONN, city: undefined }, '/from/city'],
    [{ ...BONN, postalCode: '5' }, '/from/postalCode'],
    [{ ...BONN, country: 'XX' }, '/from/country'],
    [{ ...BONN, line2: 'x'.repeat(51) }, '/from/line2'],
  ])('that DHL would not take is refused at its place (%#)', (address, at) => {
    expect(shipperOf(address as never, '/from')).toMatchObject({ ok: false, error: { kind: 'permanent', at } });
  });
});

describe('an order', () => {
  test('goes on the billing number of its product, and one without is refused', () => {
    const order = (service?: string) => orderRequest(labelRequest('r-1', service ? { service } : {}), settings, 'r-1');
    expect(unwrap(order()).shipments[0]).toMatchObject({ product: 'V01PAK', billingNumber: '33333333330102' });
    expect(unwrap(order('V62KP')).shipments[0]).toMatchObject({ billingNumber: '3333333333620A' });
    expect(order('V66WPI')).toMatchObject({ ok: false, error: { code: 'no-billing-number', at: '/service' } });
  });

  test('has a reference of eight characters at least, and of 35 at most', () => {
    expect(unwrap(orderRequest(labelRequest('r-1'), settings, 'r-1')).shipments[0]?.refNo).toBe('r-1-----');
    expect(orderRequest(labelRequest('r'), settings, 'r'.repeat(36))).toMatchObject({ ok: false });
  });

  test.each([
    [{ parcels: [{ weightGrams: 31_501 }] }, '/parcels/0/weightGrams'],
    [{ parcels: Array.from({ length: 31 }, () => ({ weightGrams: 100 })) }, '/parcels'],
  ])('of what DHL does not take is refused before it is sent (%#)', (more, at) => {
    expect(dhlParcelDe.capabilities.buyLabel?.encode(labelRequest('r', more))).toMatchObject({
      ok: false,
      error: { at },
    });
  });
});

test.each([
  [401, { title: 'Unauthorized', statusCode: 401, detail: 'no' }, undefined],
  [400, listed([refusedItem('refNo', 'too short')]), 'refNo: too short'],
  [404, { title: 'No result found', status: 404, detail: 'none' }, 'No result found: none'],
  [400, { status: { title: 'Bad Request', status: 400, detail: 'x' } }, 'Bad Request: x'],
])('an error of status %i tells what is wrong (%#)', (status, body, message) => {
  const fault = faultByTable(errors, { status, headers: new Map(), body });
  expect(fault?.message).toBe(message);
});

test.each([
  ['transit', 'in-transit'],
  ['Pre-Transit', 'labelled'],
  ['failure', 'exception'],
  ['unknown', 'unrecognised'],
  ['teleported', 'unrecognised'],
])('the status code %j means %s', (statusCode, status) => {
  const raw = { shipments: [{ id: '1', events: [{ statusCode, timestamp: '2026-06-01T10:00:00' }] }] };
  expect(unwrap(trackingOf(raw, '1', 'Europe/Berlin')).events).toMatchObject([
    { status, at: '2026-06-01T08:00:00.000Z' },
  ]);
});

describe('at DHL', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startDhlParcelDeSimulator();
  });
  beforeEach(() => simulator.faults.clear());
  afterAll(() => simulator.close());
  const held = async () => (await (await fetch(`${simulator.url}/_sim/state`)).json()) as ParcelDeState;
  const buy = async (reference: string, more: Parameters<typeof labelRequest>[1] = {}) => {
    const write = dhlParcelDe.capabilities.buyLabel;
    const raw = unwrap(write?.encode(labelRequest(reference, more)));
    return write?.send(clientOf(simulator.settings), raw, { reference, idempotencyKey: reference }, signal);
  };
  const twoParcels = { parcels: [{ weightGrams: 500 }, { weightGrams: 600 }] };
  const halfDone = (shipmentNo: string) =>
    JSON.stringify(listed([{ shipmentNo, sstatus: OK } as never, refusedItem('details.weight', 'too high')]));

  test('an order that is taken in part is taken back, and refused with the parcel that is wrong', async () => {
    const { externalId } = await boughtLabel(simulator, 'first-half');
    const body = halfDone(externalId);
    simulator.faults.plan({ kind: 'status', match: `POST ${SHIPPING}/orders`, times: 1, status: 207, body });
    expect(await buy('in-part', twoParcels)).toMatchObject({
      ok: false,
      error: {
        kind: 'permanent',
        code: 'order-refused',
        at: '/parcels/1',
        message: 'parcel 2: details.weight: too high',
      },
    });
    expect((await held()).shipments.find(({ number }) => number === externalId)?.isDeleted).toBe(true);
  });

  test('an order that is taken in part and cannot be taken back is in doubt', async () => {
    const body = halfDone('00340430000000099999');
    simulator.faults.plan({ kind: 'status', match: `POST ${SHIPPING}/orders`, times: 1, status: 207, body });
    expect(await buy('stuck', twoParcels)).toMatchObject({
      ok: false,
      error: { kind: 'in-doubt', code: 'order-in-part' },
    });
    const failed = JSON.stringify({ status: OK, items: [{ sstatus: problem(500, 'Error', 'try later') }] });
    simulator.faults.plan({ kind: 'status', match: `POST ${SHIPPING}/orders`, times: 1, status: 200, body: failed });
    expect(await buy('broken')).toMatchObject({ ok: false, error: { kind: 'in-doubt' } });
  });

  test('a void of a shipment that is deleted is refused, and one of doubt is told from a closed one', async () => {
    const write = dhlParcelDe.capabilities.voidLabel;
    if (write?.duplicates.mode !== 'lookupByRef') throw new Error('voids are looked up');
    const receipt = await boughtLabel(simulator, 'to-be-voided');
    const client = clientOf(simulator.settings);
    const key = { reference: 'v', idempotencyKey: 'v' };
    const raw = unwrap(write.encode(receipt));
    expect(await write.duplicates.landed(client, raw, key, signal)).toEqual({ ok: true, value: null });
    unwrap(await write.send(client, raw, key, signal));
    expect(await write.send(client, raw, key, signal)).toMatchObject({ ok: false, error: { code: 'not-open' } });
    const manifest = JSON.stringify({ items: [{ shipmentNo: receipt.externalId, sheetNo: '1' }] });
    simulator.faults.plan({
      kind: 'status',
      match: `GET ${SHIPPING}/manifests`,
      times: 1,
      status: 200,
      body: manifest,
    });
    expect(await write.duplicates.landed(client, raw, key, signal)).toMatchObject({ error: { code: 'not-deleted' } });
    expect(await write.duplicates.landed(client, raw, key, signal)).toMatchObject({ ok: true });
  });
});
