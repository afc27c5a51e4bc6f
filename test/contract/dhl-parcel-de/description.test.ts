import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHIPPING } from '../../../connectors/dhl-parcel-de/client.ts';
import { AMSTERDAM, clientOf, labelRequest, unwrap } from '../../../connectors/dhl-parcel-de/conformance/labels.ts';
import { alpha3Of } from '../../../connectors/dhl-parcel-de/countries.ts';
import { dhlParcelDe } from '../../../connectors/dhl-parcel-de/index.ts';
import { startDhlParcelDeSimulator } from '../../../connectors/dhl-parcel-de/simulator.ts';
import { ManifestAnswer, OrderAnswer, TrackAnswer } from '../../../connectors/dhl-parcel-de/wire.ts';
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
const OPERATIONS: readonly VendorOperation[] = [
  shipping('post', '/orders', OrderAnswer),
  shipping('get', '/orders', OrderAnswer),
  shipping('delete', '/orders', OrderAnswer),
  shipping('get', '/manifests', ManifestAnswer),
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
    const { buyLabel, voidLabel, track } = dhlParcelDe.capabilities;
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
  });
  afterAll(() => simulator.close());

  test('every operation is called, and every call and answer of the simulator is valid', () => {
    const known = exchanges.filter(({ url }) => !url.endsWith('/token'));
    const { called, problems } = problemsOfExchanges(known, OPERATIONS, find);
    expect(called).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(problems).toEqual([]);
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
