import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHIPPING } from '../../../connectors/dhl-parcel-de/client.ts';
import {
  AMSTERDAM,
  BONN,
  clientOf,
  HAMBURG,
  labelRequest,
  NEW_YORK,
  pickupRequest,
} from '../../../connectors/dhl-parcel-de/conformance/labels.ts';
import { alpha3Of } from '../../../connectors/dhl-parcel-de/countries.ts';
import { dhlParcelDe } from '../../../connectors/dhl-parcel-de/index.ts';
import { startDhlParcelDeSimulator } from '../../../connectors/dhl-parcel-de/simulator.ts';
import {
  CancelAnswer,
  ClosedAnswer,
  LocationsAnswer,
  ManifestAnswer,
  OrderAnswer,
  PickupAnswer,
  PickupsAnswer,
  ReturnAnswer,
  TrackAnswer,
} from '../../../connectors/dhl-parcel-de/wire.ts';
import { trialCustoms as customs, unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';
import type { Schema } from '../../support/openapi.ts';
import { sharedFile } from '../../support/shared.ts';
import { descriptionsIn, fieldsRead, problemsOfExchanges, type VendorOperation } from '../../support/vendorChecks.ts';

const SHIPPING_FILE = 'parcel-de-shipping-v2_2.yaml';
const TRACKING_FILE = 'dhl-shipment-tracking-unified.openapi.json';
const shipping = (method: string, path: string, reads: VendorOperation['reads']): VendorOperation => ({
  file: SHIPPING_FILE,
  method,
  path,
  matches: new RegExp(`^${method.toUpperCase()} ${SHIPPING}${path}$`),
  ...(reads ? { reads } : {}),
});
const pickup = (method: string, reads: NonNullable<VendorOperation['reads']>): VendorOperation => ({
  file: 'parcel-de-pickup-v3.yaml',
  method,
  path: '/orders',
  matches: new RegExp(`^${method.toUpperCase()} /parcel/de/transportation/pickup/v3/orders$`),
  reads,
});
const OPERATIONS: readonly VendorOperation[] = [
  shipping('post', '/orders', OrderAnswer),
  shipping('get', '/orders', OrderAnswer),
  shipping('delete', '/orders', OrderAnswer),
  shipping('get', '/manifests', ManifestAnswer),
  { ...shipping('post', '/manifests', ClosedAnswer), status: '207' },
  {
    file: 'pp-parcel-returns.yaml',
    method: 'post',
    path: '/orders',
    matches: /^POST \/parcel\/de\/shipping\/returns\/v1\/orders$/,
    status: '201',
    reads: ReturnAnswer,
  },
  pickup('post', PickupAnswer),
  pickup('get', PickupsAnswer),
  pickup('delete', CancelAnswer),
  {
    file: 'dhl-location-finder-unified.openapi.json',
    method: 'get',
    path: '/find-by-address',
    matches: /^GET \/location-finder\/v1\/find-by-address$/,
    reads: LocationsAnswer,
  },
  { file: TRACKING_FILE, method: 'get', path: '/shipments', matches: /^GET \/track\/shipments$/, reads: TrackAnswer },
];

const folder = sharedFile('vendor-specs/dhl');
if (folder === undefined)
  console.log('skipped: DHL Parcel is not checked against its own descriptions, which are not here');

const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
const dimensions = { lengthMm: 205, widthMm: 400, heightMm: 150 };
const CASES: readonly [string, Partial<LabelRequest>][] = [
  ['in-germany', {}],
  ['two-parcels', { parcels: [{ weightGrams: 901 }, { weightGrams: 30_000, ...dimensions }], labelFormat: 'ZPL' }],
  ['to-amsterdam', { to: AMSTERDAM, service: 'V53WPAK' }],
  ['with-options', { insuredValueMinor: 65_000, currency: 'EUR', signature: 'adult', shipOn: '2026-06-03' }],
  ['signed-for', { signature: 'required' }],
  ['at-a-post-office', { collectAt: '502 53113 Bonn' }],
  ['goods-abroad', { to: NEW_YORK, customs: customs({ freightMinor: 990 }) }],
  [
    'duty-paid',
    {
      to: NEW_YORK,
      customs: customs({
        incoterm: 'DDP',
        reason: 'other',
        reasonText: 'Exhibits',
        exporterTaxIds: [{ kind: 'eori', number: 'DE123456789' }],
        importerTaxIds: [{ kind: 'ein', number: '12-3456789' }],
        exportDeclaration: '26DE123456789012E1',
      }),
    },
  ],
];

/**
 * Alternatives of which DHL tells one by its `type`, and whose schemas do not: a date is a pickup as soon as possible, too,
 * and a confirmation the answer to a validation.
 */
const DISCRIMINATED = [
  'get /orders answer /0/pickupDetails/pickupDate: oneOf',
  'post /orders answer /confirmation: oneOf',
  'post /orders request /pickupDetails/pickupDate: oneOf',
];

describe.skipIf(folder === undefined)('what is said to DHL Parcel, by its own descriptions', () => {
  let simulator: Simulator;
  const find = descriptionsIn(folder ?? '');

  /** Everything that the connector can say, said once in each way that changes its words. */
  beforeAll(async () => {
    simulator = await startDhlParcelDeSimulator();
    const settings = { ...simulator.settings, passContacts: true, printFormat: '910-300-700' };
    const client = clientOf(settings, (exchange) => void exchanges.push(exchange));
    unwrap(await dhlParcelDe.check(client, signal));
    const { buyLabel, voidLabel, track, closeDay, findLocations, schedulePickup, cancelPickup } =
      dhlParcelDe.capabilities;
    unwrap(await findLocations?.ask(client, { near: BONN, purpose: 'collect', radiusMetres: 1000, limit: 5 }, signal));
    const visit = pickupRequest('pickup-1', { instructions: 'Ring twice', trackingNumbers: ['00340430000000000015'] });
    const visitKey = { reference: 'pickup-1', idempotencyKey: 'pickup-1' };
    const visitRaw = unwrap(schedulePickup?.encode(visit));
    const ordered = unwrap(await schedulePickup?.send(client, visitRaw, visitKey, signal));
    if (schedulePickup?.duplicates.mode === 'lookupByRef')
      expect(unwrap(await schedulePickup.duplicates.landed(client, visitRaw, visitKey, signal))).toEqual(ordered);
    unwrap(await cancelPickup?.send(client, unwrap(cancelPickup.encode(ordered)), visitKey, signal));
    for (const [reference, more] of CASES) {
      const key = { reference, idempotencyKey: reference };
      const raw = unwrap(buyLabel?.encode(labelRequest(reference, more)));
      const receipt = unwrap(await buyLabel?.send(client, raw, key, signal));
      unwrap(await track?.ask(client, { trackingNumber: receipt.parcels[0]?.trackingNumber ?? '' }, signal));
      const voided = unwrap(voidLabel?.encode(receipt));
      unwrap(await voidLabel?.send(client, voided, key, signal));
      if (voidLabel?.duplicates.mode === 'lookupByRef')
        expect(unwrap(await voidLabel.duplicates.landed(client, voided, key, signal))).not.toBeNull();
    }
    const key = { reference: 'to-be-closed', idempotencyKey: 'to-be-closed' };
    const last = unwrap(
      await buyLabel?.send(client, unwrap(buyLabel.encode(labelRequest('to-be-closed'))), key, signal),
    );
    const back = labelRequest('sent-back', { from: HAMBURG, to: BONN, returnLabel: true });
    unwrap(await buyLabel?.send(client, unwrap(buyLabel.encode(back)), key, signal));
    const date = new Date().toISOString().slice(0, 10);
    const day = { reference: 'm-1', date, trackingNumbers: [last.externalId], shipments: [] };
    unwrap(await closeDay?.send(client, unwrap(closeDay.encode(day)), key, signal));
    unwrap(await closeDay?.send(client, unwrap(closeDay.encode({ ...day, trackingNumbers: [] })), key, signal));
  });
  afterAll(() => simulator.close());

  test('every operation is called, and every call and answer of the simulator is valid', () => {
    const known = exchanges.filter(({ url }) => !url.endsWith('/token'));
    const { uncalled, problems } = problemsOfExchanges(known, OPERATIONS, find);
    expect(uncalled).toEqual([]);
    expect(problems).toEqual(DISCRIMINATED);
    console.log(`DHL Parcel: ${known.length} exchanges of ${OPERATIONS.length} operations valid by its own schemas`);
  });

  test('every field that is read of an answer is in the description', () => {
    const { fields, unknown } = fieldsRead(OPERATIONS, find);
    expect(unknown).toEqual([]);
    expect(fields).toBeGreaterThan(40);
    console.log(`DHL Parcel: ${fields} fields read, each in the description`);
  });

  test('each country that DHL takes has its code in our table', () => {
    const country = find(SHIPPING_FILE).document.components.schemas['Country'] as Schema & { enum: readonly string[] };
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const ours = new Set(
      letters.flatMap((a) => letters.map((b) => alpha3Of(a + b))).filter((code) => code !== undefined),
    );
    expect(country.enum.filter((code) => !ours.has(code))).toEqual(['UNKNOWN']);
    expect(ours.size).toBe(249);
  });
});
