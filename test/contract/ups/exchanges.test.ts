import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import {
  BERLIN,
  clientOf,
  labelRequest,
  NEW_YORK,
  pickupRequest,
  TORONTO,
} from '../../../connectors/ups/conformance/labels.ts';
import { ups } from '../../../connectors/ups/index.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import { CustomsValue, type LabelRequest } from '../../../core/documents/index.ts';
import { answerOf, bodyOf, Description } from '../../support/openapi.ts';
import { sharedFile } from '../../support/shared.ts';
import { OPERATIONS } from './operations.ts';

const ours = new Description('openapi/vendors/ups.yaml');
const folder = sharedFile('vendor-specs/ups');
const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
let simulator: Simulator;

const dimensions = { lengthMm: 200, widthMm: 400, heightMm: 150 };
const CUSTOMS = CustomsValue.parse({
  currency: 'EUR',
  incoterm: 'DAP',
  invoiceNumber: 'INV-1',
  freightMinor: 900,
  lines: [
    {
      sku: 'MUG',
      description: 'Stoneware mug',
      hsCode: '691200',
      originCountry: 'PT',
      quantity: 2,
      unitValueMinor: 1250,
    },
  ],
  exporterTaxIds: [{ kind: 'eori', number: 'DE1234567', country: 'DE' }],
});
const DUTY_PAID = { ...CUSTOMS, currency: 'USD', incoterm: 'DDP' as const, remarks: 'fragile' };
const VALUE = { declaredValueMinor: 2500, currency: 'USD' };
const PAPER = { kind: 'commercial-invoice', format: 'PDF', base64: 'JVBERi0xLjcK' } as const;
const CASES: readonly [string, Partial<LabelRequest>][] = [
  ['inside-de', {}],
  ['two-parcels', { parcels: [{ weightGrams: 900 }, { weightGrams: 30_000, ...dimensions }], labelFormat: 'ZPL' }],
  ['inside-us', { from: NEW_YORK, to: NEW_YORK, parcels: [{ weightGrams: 454, ...dimensions }], labelFormat: 'EPL' }],
  ['us-to-ca', { from: NEW_YORK, to: TORONTO, declaredValueMinor: 12_050, currency: 'USD' }],
  ['de-to-us', { from: BERLIN, to: NEW_YORK, service: '65', labelFormat: 'GIF', customs: CUSTOMS }],
  ['us-duty-paid', { from: NEW_YORK, to: BERLIN, labelFormat: 'ZPL', ...VALUE, customs: DUTY_PAID }],
  ['own-invoice', { to: NEW_YORK, labelFormat: 'ZPL', customs: { ...CUSTOMS, papers: [PAPER] } }],
  ['papers', { to: NEW_YORK, labelFormat: 'ZPL', customs: { ...CUSTOMS, contents: 'documents', lines: [] } }],
  ['return', { labelFormat: 'ZPL', returnLabel: true, shipOn: '2026-03-06', residential: true }],
  [
    'signed',
    { labelFormat: 'ZPL', signature: 'required', saturdayDelivery: true, insuredValueMinor: 65_000, currency: 'EUR' },
  ],
  ['signed-us', { from: NEW_YORK, to: NEW_YORK, labelFormat: 'ZPL', signature: 'adult' }],
];

/** Everything that the connector can say, said once in each way that changes its words. */
beforeAll(async () => {
  simulator = await startUpsSimulator();
  const client = clientOf(simulator.settings, (exchange) => void exchanges.push(exchange));
  const { buyLabel, voidLabel, quoteRates, track } = ups.capabilities;
  for (const [reference, more] of CASES) {
    const request = labelRequest(reference, more);
    unwrap(await quoteRates?.ask(client, request, signal));
    const raw = unwrap(buyLabel?.encode(request));
    const key = { reference, idempotencyKey: reference };
    const receipt = unwrap(await buyLabel?.send(client, raw, key, signal));
    if (buyLabel?.duplicates.mode === 'lookupByRef') unwrap(await buyLabel.duplicates.landed(client, raw, key, signal));
    unwrap(await track?.ask(client, { trackingNumber: receipt.parcels[0]?.trackingNumber ?? '' }, signal));
    unwrap(await voidLabel?.send(client, unwrap(voidLabel.encode(receipt)), key, signal));
  }
  const { validateAddress, findLocations, schedulePickup, cancelPickup } = ups.capabilities;
  for (const line1 of ['350 5th Ave', '1 Main St', '1 Nowhere Rd']) {
    unwrap(await validateAddress?.ask(client, { address: { ...NEW_YORK, line1 } }, signal));
  }
  for (const purpose of ['collect', 'drop-off'] as const) {
    unwrap(await findLocations?.ask(client, { near: BERLIN, purpose, radiusMetres: 9000, limit: 2 }, signal));
  }
  const key = { reference: 'pickup', idempotencyKey: 'pickup' };
  const ordered = unwrap(schedulePickup?.encode(pickupRequest('pickup')));
  const pickup = unwrap(await schedulePickup?.send(client, ordered, key, signal));
  if (schedulePickup?.duplicates.mode === 'lookupByRef')
    unwrap(await schedulePickup.duplicates.landed(client, ordered, key, signal));
  unwrap(await cancelPickup?.send(client, unwrap(cancelPickup.encode(pickup)), key, signal));
});
afterAll(() => simulator.close());

const operationOf = ({ method, url }: Exchange) =>
  OPERATIONS.find(({ matches }) => matches.test(`${method} ${new URL(url).pathname}`));

/** The problems of all requests, or of all answers, by the descriptions that `describe` finds for an operation. */
function problemsBy(find: (id: (typeof OPERATIONS)[number]) => Description, own: boolean): readonly string[] {
  const found = new Set<string>();
  for (const exchange of exchanges) {
    const entry = operationOf(exchange);
    if (!entry) throw new Error(`${exchange.method} ${exchange.url} is in no description`);
    const description = find(entry);
    const operation = description.operation(entry.method, own ? entry.path : entry.theirPath);
    const request = (exchange.request as { body: unknown }).body;
    const answer = (exchange.response as { body: unknown } | null)?.body;
    const asked = bodyOf(operation);
    const told = answerOf(description, operation);
    const problems = [
      ...(asked && typeof request === 'object' ? description.problems(asked, request) : []).map(
        (each) => ['request', each] as const,
      ),
      ...(told ? description.problems(told, answer) : []).map((each) => ['answer', each] as const),
    ];
    for (const [side, { instancePath, keyword, params }] of problems) {
      const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/0');
      const more = keyword === 'required' ? ` ${String(params['missingProperty'])}` : '';
      found.add(`${entry.id} ${side} ${place}: ${keyword}${more}`);
    }
  }
  return [...found].toSorted();
}

/** A list of one comes as an object, which the connector takes for a list. */
const AS_AN_OBJECT = 'recoverLabel answer /LabelRecoveryResponse/LabelResults: type';

/** Where UPS's description refuses what UPS itself takes and sends, by its own texts and samples. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'findLocations answer /LocatorResponse/SearchResults/DropLocation/0/OperatingHours/StandardHours/0/DayOfWeek/0/OpenHours: minLength':
    'four characters, where its own example is 930',
  'findLocations request /LocatorRequest/OriginAddress/AddressKeyFormat: required PoliticalDivision1':
    'a state that not every country has',
  'findLocations request /LocatorRequest/Request/RequestAction: minLength':
    'thirteen characters, where its only valid value has seven',
  'schedulePickup request /PickupCreationRequest/PickupDateInfo/PickupDate: maxLength':
    'four characters, where its format yyyyMMdd has eight',
  'schedulePickup request /PickupCreationRequest/TotalWeight/Weight: minLength':
    'six characters, where its example is 10.9',
  'schedulePickup request : oneOf': 'what is said above of its two shapes',
  'schedulePickup request : required PickupTriggerGWNRequest': 'the other shape, which is not meant',
  'rate request /RateRequest/Shipment/Package/0/PackageServiceOptions/DeclaredValue/MonetaryValue: minLength':
    'eight characters, where the Shipping API takes one to nineteen of the same value',
  [AS_AN_OBJECT]: "a list of one is an object in UPS's own sample of this answer",
  'recoverLabel answer /LabelRecoveryResponse/LabelResults/0/LabelImage/LabelImageFormat/Code: minLength':
    'four characters, where all formats that it names have three',
  'recoverLabel request /LabelRecoveryRequest/LabelSpecification/LabelImageFormat/Code: minLength':
    'four characters, where all formats that it names have three',
  'recoverLabel request /LabelRecoveryRequest: required TrackingNumbers': 'of Roadie shipments only, by its text',
  'recoverLabel request /LabelRecoveryRequest: required ReferenceValues': 'left out for a look-up by number',
  'ship answer /ShipmentResponse/ShipmentResults/BillingWeight/Weight: minLength':
    'eight characters, where its samples have three',
};

describe('what is said to UPS and by its simulator', () => {
  test('reached every operation', () => {
    expect(new Set(exchanges.map((exchange) => operationOf(exchange)?.id))).toEqual(
      new Set(OPERATIONS.map(({ id }) => id)),
    );
  });

  test('is as our description has it', () => {
    expect(problemsBy(() => ours, true)).toEqual([AS_AN_OBJECT]);
  });

  test.skipIf(folder === undefined)("is as UPS's description has it, but for its contradictions", () => {
    const descriptions = new Map<string, Description>();
    const find = ({ file }: (typeof OPERATIONS)[number]): Description => {
      const known = descriptions.get(file) ?? new Description(`${folder}/${file}.yaml`);
      descriptions.set(file, known);
      return known;
    };
    expect(problemsBy(find, false)).toEqual(Object.keys(CONTRADICTIONS).toSorted());
    console.log(`UPS: ${exchanges.length} exchanges valid by its own schemas`);
  });
});
