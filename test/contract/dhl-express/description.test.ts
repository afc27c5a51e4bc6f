import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BERLIN, clientOf, labelRequest, unwrap } from '../../../connectors/dhl-express/conformance/labels.ts';
import { dhlExpress } from '../../../connectors/dhl-express/index.ts';
import { receiptOf } from '../../../connectors/dhl-express/labels.ts';
import { quotesOf } from '../../../connectors/dhl-express/rates.ts';
import { startDhlExpressSimulator } from '../../../connectors/dhl-express/simulator.ts';
import { AddressAnswer, RateAnswer, ShipAnswer, TrackAnswer } from '../../../connectors/dhl-express/wire.ts';
import type { Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';
import { sharedFile } from '../../support/shared.ts';
import { descriptionsIn, fieldsRead, problemsOfExchanges, type VendorOperation } from '../../support/vendorChecks.ts';

const FILE = 'dpdhl-express-api-3.1.1_swagger.yaml';
const OPERATIONS: readonly VendorOperation[] = (
  [
    { method: 'get', path: '/address-validate', matches: /^GET \/address-validate$/, reads: AddressAnswer },
    { method: 'post', path: '/rates', matches: /^POST \/rates$/, reads: RateAnswer },
    { method: 'post', path: '/shipments', matches: /^POST \/shipments$/, status: '201', reads: ShipAnswer },
    {
      method: 'get',
      path: '/shipments/{shipmentTrackingNumber}/tracking',
      matches: /^GET \/shipments\/.*\/tracking$/,
      reads: TrackAnswer,
    },
    { method: 'get', path: '/tracking', matches: /^GET \/tracking$/, reads: TrackAnswer },
  ] as const
).map((operation) => ({ file: FILE, ...operation }));

const folder = sharedFile('vendor-specs/dhl');
if (folder === undefined)
  console.log('skipped: DHL Express is not checked against its own description, which is not here');

const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
const dimensions = { lengthMm: 205, widthMm: 400, heightMm: 150 };
const CASES: readonly [string, Partial<LabelRequest>][] = [
  ['in-the-eu', {}],
  ['two-parcels', { parcels: [{ weightGrams: 901 }, { weightGrams: 30_000, ...dimensions }], labelFormat: 'ZPL' }],
  ['inside-de', { to: BERLIN, labelFormat: 'EPL', service: 'N' }],
];

describe.skipIf(folder === undefined)('what is said to DHL Express, by its own description', () => {
  let simulator: Simulator;
  const find = descriptionsIn(folder ?? '');

  /** Everything that the connector can say, said once in each way that changes its words. */
  beforeAll(async () => {
    simulator = await startDhlExpressSimulator();
    const client = clientOf(simulator.settings, (exchange) => void exchanges.push(exchange));
    unwrap(await dhlExpress.check(client, signal));
    const { buyLabel, quoteRates, track } = dhlExpress.capabilities;
    for (const [reference, more] of CASES) {
      const request = labelRequest(reference, more);
      unwrap(await quoteRates?.ask(client, { ...request, service: 'P' }, signal));
      const raw = unwrap(buyLabel?.encode(request));
      const key = { reference, idempotencyKey: reference };
      const receipt = unwrap(await buyLabel?.send(client, raw, key, signal));
      if (buyLabel?.duplicates.mode === 'lookupByRef')
        unwrap(await buyLabel.duplicates.landed(client, raw, key, signal));
      unwrap(await track?.ask(client, { trackingNumber: receipt.parcels[0]?.trackingNumber ?? '' }, signal));
    }
  });
  afterAll(() => simulator.close());

  test('every operation is called, and every call and answer of the simulator is valid', () => {
    const { called, problems } = problemsOfExchanges(exchanges, OPERATIONS, find);
    expect(called).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
    expect(problems).toEqual([]);
    console.log(
      `DHL Express: ${exchanges.length} exchanges of ${OPERATIONS.length} operations valid by its own schemas`,
    );
  });

  test('every field that is read of an answer is in the description', () => {
    const { fields, unknown } = fieldsRead(OPERATIONS, find);
    expect(unknown).toEqual([]);
    expect(fields).toBeGreaterThan(40);
    console.log(`DHL Express: ${fields} fields read, each in the description`);
  });

  test('its examples of prices and shipments are read', () => {
    const { examples } = find(FILE).document.components as unknown as { examples: Record<string, { value: unknown }> };
    const rates = unwrap(quotesOf(examples['nonDocInternationalShipmentRatesResponse']?.value));
    expect(rates).toMatchObject([{ service: 'P', chargeMinor: 15_795, currency: 'GBP' }]);
    const shipment = unwrap(receiptOf('P', examples['linkLabelsByPiecesShipmentResponse']?.value));
    expect(shipment.parcels.map(({ trackingNumber, label }) => [trackingNumber, label?.format])).toEqual([
      ['JD014600004617230711', 'PDF'],
      ['JD014600004617230712', 'PDF'],
      ['JD014600004617230713', 'PDF'],
    ]);
  });
});
