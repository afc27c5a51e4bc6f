import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BERLIN,
  clientOf,
  customs,
  labelRequest,
  NEW_YORK,
  PARIS,
  pickupRequest,
} from '../../../connectors/dhl-express/conformance/labels.ts';
import { dhlExpress } from '../../../connectors/dhl-express/index.ts';
import { receiptOf } from '../../../connectors/dhl-express/labels.ts';
import { quotesOf } from '../../../connectors/dhl-express/rates.ts';
import { locationsOf } from '../../../connectors/dhl-express/servicePoints.ts';
import { startDhlExpressSimulator } from '../../../connectors/dhl-express/simulator.ts';
import {
  AddressAnswer,
  PickupAnswer,
  RateAnswer,
  ServicePointsAnswer,
  ShipAnswer,
  TrackAnswer,
} from '../../../connectors/dhl-express/wire.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
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
    { method: 'post', path: '/pickups', matches: /^POST \/pickups$/, status: '201', reads: PickupAnswer },
    { method: 'delete', path: '/pickups/{dispatchConfirmationNumber}', matches: /^DELETE \/pickups\/\w+$/ },
    { method: 'get', path: '/servicepoints', matches: /^GET \/servicepoints$/, reads: ServicePointsAnswer },
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
  ['with-options', { insuredValueMinor: 65_000, currency: 'EUR', signature: 'required', saturdayDelivery: true }],
  ['at-a-service-point', { collectAt: 'PAR001', shipOn: '2099-03-04' }],
  [
    'goods-abroad',
    { to: NEW_YORK, customs: customs({ freightMinor: 990, insuranceMinor: 120, remarks: 'Handle with care' }) },
  ],
  [
    'duty-paid',
    {
      to: NEW_YORK,
      customs: customs({
        incoterm: 'DDP',
        reason: 'sample',
        exporterTaxIds: [{ kind: 'eori', number: 'DE123456789' }],
        importerTaxIds: [{ kind: 'ein', number: '12-3456789', country: 'US' }],
        importer: { ...NEW_YORK, company: 'Imports Inc.' },
        exportDeclaration: '26DE123456789012E1',
        papers: [{ kind: 'commercial-invoice', format: 'PDF', base64: 'JVBERi0xLjQK' }],
      }),
    },
  ],
  ['documents-abroad', { to: NEW_YORK, customs: customs({ contents: 'documents', lines: [] }) }],
];

/** DHL's own examples of service points write null for what there is not, where its schema wants a text. */
const NULLS = 'get /servicepoints answer /servicePoints/0/address/addressLine2: type';

describe.skipIf(folder === undefined)('what is said to DHL Express, by its own description', () => {
  let simulator: Simulator;
  const find = descriptionsIn(folder ?? '');

  /** Everything that the connector can say, said once in each way that changes its words. */
  beforeAll(async () => {
    simulator = await startDhlExpressSimulator();
    const client = clientOf(simulator.settings, (exchange) => void exchanges.push(exchange));
    unwrap(await dhlExpress.check(client, signal));
    const { buyLabel, quoteRates, track, validateAddress, findLocations } = dhlExpress.capabilities;
    const { schedulePickup, cancelPickup } = dhlExpress.capabilities;
    unwrap(await validateAddress?.ask(client, { address: PARIS }, signal));
    unwrap(await findLocations?.ask(client, { near: PARIS, purpose: 'collect', radiusMetres: 1000, limit: 5 }, signal));
    const pickup = pickupRequest('pickup-1', {
      spot: 'reception',
      instructions: 'Ring twice',
      trackingNumbers: ['1234567890'],
    });
    const pickupKey = { reference: 'pickup-1', idempotencyKey: 'pickup-1' };
    const booked = unwrap(await schedulePickup?.send(client, unwrap(schedulePickup.encode(pickup)), pickupKey, signal));
    unwrap(await cancelPickup?.send(client, unwrap(cancelPickup.encode(booked)), pickupKey, signal));
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
    const { uncalled, problems } = problemsOfExchanges(exchanges, OPERATIONS, find);
    expect(uncalled).toEqual([]);
    expect(problems).toEqual([NULLS]);
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

  test('its examples of prices, shipments and service points are read', () => {
    const { examples } = find(FILE).document.components as unknown as { examples: Record<string, { value: unknown }> };
    const rates = unwrap(quotesOf(examples['nonDocInternationalShipmentRatesResponse']?.value));
    expect(rates).toMatchObject([{ service: 'P', chargeMinor: 15_795, currency: 'GBP' }]);
    const [found] = Object.values(find(FILE).operation('get', '/servicepoints')?.responses['200']?.content ?? {});
    const points = Object.values((found as unknown as { examples: Record<string, { value: object }> }).examples);
    for (const { value } of points) expect(locationsOf(value).ok).toBe(true);
    const shipment = unwrap(receiptOf('P', examples['linkLabelsByPiecesShipmentResponse']?.value));
    expect(shipment.parcels.map(({ trackingNumber, label }) => [trackingNumber, label?.format])).toEqual([
      ['JD014600004617230711', 'PDF'],
      ['JD014600004617230712', 'PDF'],
      ['JD014600004617230713', 'PDF'],
    ]);
  });
});
