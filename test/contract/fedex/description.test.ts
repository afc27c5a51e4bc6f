import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  BERLIN,
  CUSTOMS,
  clientOf,
  dayToClose,
  INVOICE,
  labelRequest,
  MEMPHIS,
  NEW_YORK,
  pickupRequest,
  TORONTO,
} from '../../../connectors/fedex/conformance/labels.ts';
import { fedex } from '../../../connectors/fedex/index.ts';
import { startFedexSimulator } from '../../../connectors/fedex/simulator.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';
import { answerOf, bodyOf, Description, type Schema } from '../../support/openapi.ts';
import { sharedFile } from '../../support/shared.ts';
import { OPERATIONS } from './operations.ts';

const folder = sharedFile('vendor-specs/fedex');
if (folder === undefined) console.log('skipped: FedEx is not checked against its own description, which is not here');
const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
let simulator: Simulator;

const dimensions = { lengthMm: 200, widthMm: 400, heightMm: 150 };
const OPTIONS = { insuredValueMinor: 10_001, currency: 'USD', parcels: [{ weightGrams: 500 }, { weightGrams: 700 }] };
const CASES: readonly [string, Partial<LabelRequest>][] = [
  ['inside-us', {}],
  ['two-parcels', { parcels: [{ weightGrams: 900 }, { weightGrams: 30_000, ...dimensions }], labelFormat: 'ZPL' }],
  ['all-options', { ...OPTIONS, residential: true, signature: 'adult', saturdayDelivery: true, shipOn: '2026-12-01' }],
  ['collected', { collectAt: 'YBZA', signature: 'required' }],
  ['returned', { from: { ...NEW_YORK, phone: '+1 212 555 0100' }, to: MEMPHIS, returnLabel: true }],
  ['us-to-ca', { to: TORONTO, labelFormat: 'EPL', customs: CUSTOMS }],
  ['own-invoice', { to: TORONTO, customs: { ...CUSTOMS, importer: BERLIN, papers: [INVOICE] } }],
  ['papers-only', { to: TORONTO, customs: { ...CUSTOMS, contents: 'documents', lines: [] } }],
  [
    'de-to-us',
    { from: BERLIN, to: MEMPHIS, service: 'FEDEX_INTERNATIONAL_PRIORITY', labelFormat: 'PNG', customs: CUSTOMS },
  ],
];

/** Everything that the connector can say, said once in each way that changes its words. */
beforeAll(async () => {
  simulator = await startFedexSimulator();
  const client = clientOf(simulator.settings, (exchange) => void exchanges.push(exchange));
  const { buyLabel, voidLabel, quoteRates, track } = fedex.capabilities;
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
  const { validateAddress, findLocations } = fedex.capabilities;
  for (const address of [NEW_YORK, BERLIN]) unwrap(await validateAddress?.ask(client, { address }, signal));
  for (const purpose of ['collect', 'drop-off'] as const)
    unwrap(await findLocations?.ask(client, { near: MEMPHIS, purpose, radiusMetres: 5000, limit: 3 }, signal));
  await pickUpAndClose(client);
});

async function pickUpAndClose(client: unknown): Promise<void> {
  const { schedulePickup, cancelPickup, closeDay } = fedex.capabilities;
  const key = { reference: 'pickup', idempotencyKey: 'pickup' };
  const ground = [{ count: 1, weightGrams: 900, service: 'FEDEX_GROUND', country: 'CA' }];
  const asked = { spot: 'Dock 3', instructions: 'Ring', trackingNumbers: ['794900000010'] };
  for (const request of [pickupRequest('express'), pickupRequest('ground', { parcels: ground, ...asked })]) {
    const receipt = unwrap(await schedulePickup?.send(client, unwrap(schedulePickup.encode(request)), key, signal));
    unwrap(await cancelPickup?.send(client, unwrap(cancelPickup.encode(receipt)), key, signal));
  }
  const day = await dayToClose(simulator, 'closed');
  unwrap(await closeDay?.send(client, day, key, signal));
  if (closeDay?.duplicates.mode === 'lookupByRef') unwrap(await closeDay.duplicates.landed(client, day, key, signal));
}
afterAll(() => simulator.close());

const operationOf = ({ method, url }: Exchange) =>
  OPERATIONS.find((each) => each.method === method.toLowerCase() && each.path === new URL(url).pathname);

const descriptions = new Map<string, Description>();
function descriptionOf(file: string): Description {
  const known = descriptions.get(file) ?? new Description(`${folder}/${file}.json`);
  descriptions.set(file, known);
  return known;
}

/** One of their lists has the schema of its items one level too deep, under `schema`. */
type Combined = Schema & { readonly schema?: Schema } & {
  readonly [Way in 'allOf' | 'oneOf' | 'anyOf']?: readonly Schema[];
};
type Shape = Pick<Schema, 'type' | 'items' | 'properties'>;

/** A schema with what its references and alternatives hold, as one. */
function shapeOf(description: Description, schema: Schema): Shape {
  const resolved = description.resolve(schema) as Combined;
  const ways = [
    ...(resolved.schema ? [resolved.schema] : []),
    ...(resolved.allOf ?? []),
    ...(resolved.oneOf ?? []),
    ...(resolved.anyOf ?? []),
  ];
  return ways
    .map((way) => shapeOf(description, way))
    .reduce<Shape>(
      (all, { type, items, properties }) =>
        ({
          ...((all.type ?? type) ? { type: all.type ?? type } : {}),
          ...((all.items ?? items) ? { items: all.items ?? items } : {}),
          properties: { ...all.properties, ...properties },
        }) as Shape,
      resolved,
    );
}

/** The fields of a value that a schema does not describe, by their places. */
function undescribed(description: Description, schema: Schema, value: unknown, at = ''): readonly string[] {
  const { items, properties = {} } = shapeOf(description, schema);
  if (Array.isArray(value)) {
    return items ? value.flatMap((item) => undescribed(description, items, item, `${at}/0`)) : [`${at}/0`];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const property = properties[name];
    return property ? undescribed(description, property, part, `${at}/${name}`) : [`${at}/${name}`];
  });
}

/** What FedEx's own answers have and its description has not, in another way or not at all, by those answers' samples. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  '/rate/v1/rates/quotes answer /output/rateReplyDetails/0/ratedShipmentDetails/0/currency: not there':
    'beside its charge in every sample; the description has it one level below, where it is, too',
  '/track/v1/referencenumbers answer /output/completeTrackResults/0/trackResults/0/additionalTrackingInfo/packageIdentifiers/0/values: not there':
    'a list by this name in answers; `value` in the description, which is read, too',
  '/track/v1/trackingnumbers answer /output/completeTrackResults/0/trackResults/0/additionalTrackingInfo/packageIdentifiers/0/values: not there':
    'a list by this name in answers; `value` in the description, which is read, too',
};

describe('what is said to FedEx and by its simulator', () => {
  test('reached every operation', () => {
    expect(new Set(exchanges.map(operationOf))).toEqual(new Set(OPERATIONS));
  });

  test.skipIf(folder === undefined)("is as FedEx's description has it, but for its contradictions", () => {
    const found = new Set<string>();
    for (const exchange of exchanges) {
      const entry = operationOf(exchange);
      if (!entry) throw new Error(`${exchange.method} ${exchange.url} is in no description`);
      const description = descriptionOf(entry.file);
      const operation = description.operation(entry.method, entry.path);
      const said = [
        ['request', bodyOf(operation), (exchange.request as { body: unknown }).body],
        ['answer', answerOf(description, operation, entry.status), (exchange.response as { body: unknown }).body],
      ] as const;
      for (const [side, schema, body] of said) {
        if (!schema) throw new Error(`${entry.path} has no ${side}`);
        for (const { instancePath, keyword } of description.problems(schema, body))
          found.add(`${entry.path} ${side} ${instancePath.replace(/\/\d+(?=\/|$)/g, '/0')}: ${keyword}`);
        for (const at of undescribed(description, schema, body)) found.add(`${entry.path} ${side} ${at}: not there`);
      }
    }
    expect([...found].toSorted()).toEqual(Object.keys(CONTRADICTIONS).toSorted());
    console.log(`FedEx: ${exchanges.length} exchanges valid by its own schemas`);
  });
});

describe.skipIf(folder === undefined)("what is read of FedEx's answers", () => {
  test('is in its own description, of the same type', () => {
    const found: string[] = [];
    let fields = 0;
    const compare = (description: Description, ours: Schema, theirs: Schema, at: string): void => {
      const shape = shapeOf(description, theirs);
      const type = (ours as { anyOf?: unknown }).anyOf ? undefined : ours.type;
      const isSame = [type].flat().includes(shape.type) || (type === 'number' && shape.type === 'integer');
      if (type && shape.type && !isSame) found.push(`${at}: ${type} here, ${shape.type} there`);
      if (ours.items && shape.items) compare(description, ours.items, shape.items, `${at}/0`);
      for (const [name, property] of Object.entries(ours.properties ?? {})) {
        fields += 1;
        const its = shape.properties?.[name];
        if (its) compare(description, property, its, `${at}/${name}`);
        else found.push(`${at}/${name}: not there`);
      }
    };
    for (const { method, path, file, status, reads } of OPERATIONS) {
      if (!reads) continue;
      const description = descriptionOf(file);
      const theirs = answerOf(description, description.operation(method, path), status);
      if (!theirs) throw new Error(`${path} has no answer`);
      compare(description, z.toJSONSchema(reads, { io: 'input' }) as Schema, theirs, `${path} answer `);
    }
    expect(found.toSorted()).toEqual(Object.keys(CONTRADICTIONS).toSorted());
    console.log(`FedEx: ${OPERATIONS.length} operations and ${fields} read fields checked`);
    expect(fields).toBeGreaterThan(80);
  });
});
