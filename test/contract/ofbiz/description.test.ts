import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Bench, noAbort, openBench } from '../../../connectors/kit/conformance/lab.ts';
import { sampleOrder } from '../../../connectors/kit/conformance/sampleOrder.ts';
import type { Pull, Write } from '../../../connectors/kit/connector.ts';
import { ENTITIES } from '../../../connectors/ofbiz/entities.ts';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import { RecordParam } from '../../../connectors/ofbiz/params.ts';
import { SERVICES } from '../../../connectors/ofbiz/services.ts';
import { OfbizSettings } from '../../../connectors/ofbiz/settings.ts';
import { enterOrder } from '../../../connectors/ofbiz/simulator/seed.ts';
import { type OfbizSimulator, startOfbizSimulator } from '../../../connectors/ofbiz/simulator.ts';
import { encodeOrder, storeOrderParams } from '../../../connectors/ofbiz/storedOrder.ts';
import { sharedFile } from '../../support/shared.ts';

type Attribute = { readonly mode: 'IN' | 'OUT' | 'INOUT'; readonly optional: boolean };
type Described = Readonly<Record<string, { readonly attributes: Readonly<Record<string, Attribute>> }>>;
type Fields = ReadonlyMap<string, string>;

const folder = sharedFile('vendor-specs/ofbiz');
if (folder === undefined) console.log('skipped: OFBiz is not checked against its own descriptions, which are not here');

const json = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const services = (): Described => (json('services.json') as { readonly services: Described }).services;

/** Fields by entity, with their types, from the entity models. */
function models(): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  for (const name of ['order', 'party', 'product', 'shipment', 'accounting']) {
    const text = readFileSync(`${folder}/${name}-entitymodel.xml`, 'utf8');
    for (const [, entity = '', body = ''] of text.matchAll(/<entity entity-name="(\w+)"([\s\S]*?)<\/entity>/g)) {
      const fields = [...body.matchAll(/<field name="(\w+)" type="([\w-]+)"/g)];
      found.set(entity, new Map(fields.map(([, field = '', type = '']) => [field, type])));
    }
  }
  return found;
}

/** Services in use that the vendor's list does not hold, and why they stand. */
const UNLISTED: Readonly<Record<string, string>> = {
  performFindList: 'named by external-api.json as the family of performFind, with viewIndex and viewSize',
};
const TIMES = new Set(['date-time']);
const DECIMALS = new Set(['currency-amount', 'currency-precise', 'fixed-point']);

describe.skipIf(folder === undefined)("OFBiz's own descriptions", () => {
  test('hold every service with every attribute that is sent and read', () => {
    const described = services();
    let attributes = 0;
    const unlisted: string[] = [];
    for (const [name, { sends, reads }] of Object.entries(SERVICES)) {
      const there = described[name]?.attributes;
      if (!there) {
        unlisted.push(name);
        continue;
      }
      for (const [used, without] of [
        [sends, 'OUT'],
        [reads, 'IN'],
      ] as const) {
        const unknown = used.filter((each) => there[each] === undefined || there[each].mode === without);
        expect(unknown, `${name}: attributes that are not there`).toEqual([]);
        attributes += used.length;
      }
    }
    expect(unlisted.toSorted()).toEqual(Object.keys(UNLISTED));
    console.log(`OFBiz: ${Object.keys(SERVICES).length} services and ${attributes} attributes checked`);
    expect(attributes).toBeGreaterThan(50);
  });

  test('hold every entity with every field that is read, and its type', () => {
    const known = models();
    let count = 0;
    for (const [name, entity] of Object.entries(ENTITIES)) {
      const { key, texts, times = [], decimals = [] } = entity as Partial<Record<string, readonly string[]>>;
      const fields = known.get(name);
      const all = [...(key ?? []), ...(texts ?? []), ...times, ...decimals];
      expect(
        all.filter((field) => !fields?.has(field)),
        name,
      ).toEqual([]);
      for (const field of all) {
        const type = fields?.get(field) ?? '';
        const kinds = { isTime: TIMES.has(type), isDecimal: DECIMALS.has(type) };
        expect(kinds, `${name}.${field} ${type}`).toEqual({
          isTime: times.includes(field),
          isDecimal: decimals.includes(field),
        });
      }
      count += all.length;
    }
    console.log(`OFBiz: ${Object.keys(ENTITIES).length} entities and ${count} fields checked`);
    expect(count).toBeGreaterThan(60);
  });

  test('hold every field of every record that an order is stored with', () => {
    const known = models();
    const encoded = encodeOrder(sampleOrder(1));
    if (!encoded.ok) throw new Error(encoded.error.message);
    const settings = OfbizSettings.parse({ baseUrl: 'http://127.0.0.1', username: 'hub', password: 'secret' });
    const parties = { partyId: '1', contacts: { SHIPPING_LOCATION: '2' } };
    const found = { products: new Map([['MUG-01', 'MUG-01']]), parties };
    const params = storeOrderParams(encoded.value, 'shop-1', found, settings);
    const records = Object.values(params)
      .flat()
      .filter((value): value is RecordParam => value instanceof RecordParam);
    for (const { entity, fields } of records) {
      const there = known.get(entity);
      expect(
        Object.keys(fields).filter((field) => !there?.has(field)),
        entity,
      ).toEqual([]);
    }
    expect(new Set(records.map(({ entity }) => entity)).size).toBe(6);
  });

  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'allow what is sent over %s, and nothing that they require is missing',
    async (transport) => {
      const bench = await openBench({
        connector: ofbiz,
        startSimulator: () => startOfbizSimulator({ transport }),
        messages: {},
      });
      try {
        const calls = await callsOf(bench);
        const described = services();
        for (const { service, sent } of calls) {
          const attributes = Object.entries(described[service]?.attributes ?? {}).filter(
            ([, { mode }]) => mode !== 'OUT',
          );
          if (attributes.length === 0) continue;
          const names = new Set(attributes.map(([name]) => name));
          expect(
            sent.filter((name) => !names.has(name) && !name.startsWith('login.')),
            service,
          ).toEqual([]);
          const required = attributes.filter(([, { optional }]) => !optional).map(([name]) => name);
          expect(
            required.filter((name) => !sent.includes(name)),
            service,
          ).toEqual([]);
        }
        expect(new Set(calls.map(({ service }) => service)).size).toBe(13);
      } finally {
        await bench.close();
      }
    },
  );
});

type Call = { readonly service: string; readonly sent: readonly string[] };

/** Runs everything that the connector does, and gives the calls that it made with the names of their attributes. */
async function callsOf(bench: Bench): Promise<readonly Call[]> {
  const client = bench.client({ settings: { ...bench.settings, booksPayments: true, requirementCurrency: 'EUR' } });
  await ofbiz.check(client, noAbort());
  for (const name of ['pushOrder', 'cancelOrder'] as const) {
    const write = ofbiz.capabilities[name] as unknown as Write<unknown, unknown, unknown>;
    const encoded = write.encode({ ...sampleOrder(1), paymentState: 'paid' });
    if (!encoded.ok) throw new Error(encoded.error.message);
    const sent = await write.send(client, encoded.value, { reference: 'shop-1', idempotencyKey: 'x' }, noAbort());
    if (!sent.ok) throw new Error(sent.error.message);
  }
  const { store } = bench.simulator as OfbizSimulator;
  const { orderId } = enterOrder(store, 'MUG-01');
  const write = ofbiz.capabilities.pushShipment as unknown as Write<unknown, unknown, unknown>;
  const lines = [{ sku: 'MUG-01', quantity: 2 }];
  const shipment = {
    reference: 's',
    orderExternalId: orderId,
    lines,
    trackingNumber: '1',
    shippedAt: '2026-07-01T12:00:00Z',
  };
  const sent = await write.send(client, shipment, { reference: 'shop-1-F1', idempotencyKey: 'x' }, noAbort());
  if (!sent.ok) throw new Error(sent.error.message);
  for (const [name, capability] of Object.entries(ofbiz.capabilities))
    if (name.startsWith('pull'))
      await (capability as Pull<unknown>).fetch(client, { since: null, cursor: null }, noAbort());
  return bench.proxy.requests.flatMap((line) => callIn(line) ?? []);
}

function callIn(line: string): Call | undefined {
  const rest = /^POST \/rest\/services\/(\w+) (.*)$/s.exec(line);
  if (rest) return { service: rest[1] ?? '', sent: Object.keys(JSON.parse(rest[2] ?? '{}') as object) };
  const rpc = /<methodName>(\w+)<\/methodName><params><param><value><struct>(.*)<\/struct>/s.exec(line);
  if (rpc) return { service: rpc[1] ?? '', sent: outerNames(rpc[2] ?? '', 'struct', /<member><name>([^<]+)<\/name>/g) };
  const soap = /<soapenv:Body><(\w+) xmlns="[^"]*"><map-HashMap>(.*)<\/map-HashMap>/s.exec(line);
  if (!soap) return undefined;
  const names = outerNames(soap[2] ?? '', 'map-HashMap', /<map-Key><std-String value="([^"]+)"\/>/g);
  return { service: soap[1] ?? '', sent: names };
}

/** The names in a map, those of maps inside it left out. */
function outerNames(text: string, map: string, name: RegExp): readonly string[] {
  const inner = new RegExp(`<${map}>(?:(?!<${map}>).)*?</${map}>`, 'gs');
  let outer = text;
  for (let last = ''; last !== outer; ) {
    last = outer;
    outer = outer.replace(inner, '');
  }
  return [...outer.matchAll(name)].map(([, found = '']) => found);
}
