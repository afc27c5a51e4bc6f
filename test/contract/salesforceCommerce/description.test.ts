import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverageOf, unexplained } from '../../../connectors/kit/conformance/coverage.ts';
import { createIo, type Exchange } from '../../../connectors/kit/http.ts';
import { documentOf, ORDERS, shipmentOf } from '../../../connectors/salesforce-commerce/conformance/samples.ts';
import { subjects } from '../../../connectors/salesforce-commerce/conformance.ts';
import { salesforceCommerce } from '../../../connectors/salesforce-commerce/index.ts';
import { type CommerceSimulator, startCommerceSimulator } from '../../../connectors/salesforce-commerce/simulator.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok } from '../../../core/shared/result.ts';
import { answerOf, bodyOf, Description, type Operation } from '../../support/openapi.ts';
import { sharedFile } from '../../support/shared.ts';

/** The vendor's own descriptions, by the paths that they are of. */
const FILES = [
  { base: '/checkout/orders/v1', file: 'orders-oas-1.5.2.yaml' },
  { base: '/product/products/v1', file: 'products-oas-1.2.0.yaml' },
  { base: '/customer/customers/v1', file: 'customers-oas-1.1.3.yaml' },
] as const;
const FOLDER = sharedFile('vendor-specs/sfcc');
if (FOLDER === undefined) console.log('skipped: the descriptions of B2C Commerce are not here');
const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
let simulator: CommerceSimulator;

/** Everything that the connector says to SCAPI, said once. */
beforeAll(async () => {
  simulator = await startCommerceSimulator();
  const settings = salesforceCommerce.settings.parse({ ...simulator.settings, confirms: true });
  const client = salesforceCommerce.client(
    settings,
    createIo({
      connector: salesforceCommerce,
      settings,
      acquire: async () => ok(undefined),
      now: () => instantOf(Date.now()),
      trace: (exchange) => void exchanges.push(exchange),
    }),
  );
  const { pullOrders, pullProducts, pullCustomers, acknowledgeOrder, cancelOrder, pushShipment } =
    salesforceCommerce.capabilities;
  simulator.site.addProduct('701643632930');
  simulator.site.addCustomer('00000012');
  const [first, second] = [simulator.site.place({ orderDiscountMinor: 500 }), simulator.site.place()];
  const key = { reference: 'r-1', idempotencyKey: 'r-1' };
  const said = [
    await salesforceCommerce.check(client, signal),
    await pullOrders?.fetch(client, { since: instantOf(0), cursor: null }, signal),
    await pullProducts?.fetch(client, { since: instantOf(0), cursor: null }, signal),
    await pullCustomers?.fetch(client, { since: null, cursor: null }, signal),
    await acknowledgeOrder?.send(client, { orderNo: first.orderNo }, key, signal),
    await cancelOrder?.send(client, { orderNo: documentOf(second).externalId }, key, signal),
  ];
  const shipment = pushShipment?.encode(shipmentOf(first, 1, true));
  if (shipment?.ok) said.push(await pushShipment?.send(client, shipment.value, key, signal));
  expect(said.map((answer) => answer?.ok)).toEqual(Array(7).fill(true));
});
afterAll(() => simulator.close());

/**
 * Where a description refuses its own examples: schemas that allow no further fields beside those of the one that they
 * extend, which are all that they have.
 */
const CONTRADICTIONS = [
  'POST /organizations/{organizationId}/product-search  must NOT have additional properties',
  'POST /organizations/{organizationId}/customer-lists/{customerListId}/customer-search  must NOT have additional properties',
];

/** The operation of the description that a path means: the one whose fixed parts are the same. */
function operationFor(
  vendor: Description,
  base: string,
  { method, url }: Exchange,
): readonly [string, Operation] | undefined {
  const path = new URL(url).pathname.slice(base.length);
  for (const [template, methods] of Object.entries(vendor.document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    const operation = methods[method.toLowerCase()];
    if (pattern.test(path) && operation) return [`${method} ${template}`, operation];
  }
  return undefined;
}

describe.skipIf(FOLDER === undefined)("against the vendor's own descriptions", () => {
  const known = new Map<string, Description>();
  const described = (file: string = FILES[0].file): Description => {
    const description = known.get(file) ?? new Description(`${FOLDER}/${file}`);
    known.set(file, description);
    return description;
  };

  /** What is wrong with an exchange by a description, and the operation that it is. */
  function judged(vendor: Description, base: string, exchange: Exchange) {
    const [name, operation] = operationFor(vendor, base, exchange) ?? [];
    if (name === undefined) return { name: '', problems: [`${exchange.method} ${exchange.url} is not there`] };
    const { body, query } = exchange.request as { body: unknown; query: Record<string, unknown> };
    const params = (operation?.parameters ?? []).map((each) => vendor.resolve(each).name);
    const status = String(exchange.status);
    const asked = bodyOf(operation);
    const told = operation && answerOf(vendor, operation, status);
    const answer = (exchange.response as { body: unknown } | null)?.body;
    const found = [...(asked ? vendor.problems(asked, body) : []), ...(told ? vendor.problems(told, answer) : [])];
    return {
      name,
      problems: [
        ...Object.keys(query).flatMap((param) => (params.includes(param) ? [] : [`${name} ?${param}`])),
        ...(operation && status in operation.responses ? [] : [`${name} ${status}`]),
        ...found.map(({ instancePath, message }) => `${name} ${instancePath} ${message}`),
      ],
    };
  }

  test('every request and answer is as they say', () => {
    const results = FILES.flatMap(({ base, file }) =>
      exchanges
        .filter(({ url }) => new URL(url).pathname.startsWith(base))
        .map((exchange) => judged(described(file), base, exchange)),
    );
    expect([...new Set(results.flatMap(({ problems }) => problems))]).toEqual(CONTRADICTIONS);
    const seen = new Set(results.map(({ name }) => name));
    expect(seen.size).toBe(9);
    console.log(`B2C Commerce: ${results.length} exchanges on ${seen.size} operations valid by its own descriptions`);
  });

  test("the orders of the samples are orders by the vendor's schema", () => {
    const problems = ORDERS.flatMap((order) =>
      described().problems({ $ref: '#/components/schemas/Order' }, JSON.parse(JSON.stringify(order))),
    );
    expect(problems.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
  });

  test("the vendor's own examples decode to the cent, and every field is carried or has a reason why not", async () => {
    const { examples } = described().document.components as unknown as {
      examples: Readonly<Record<string, { value: { data?: unknown[] } }>>;
    };
    const raws = [examples['OrdersGet']?.value.data?.[0], examples['OrderGet']?.value];
    const decoded = salesforceCommerce.topics['order']?.decode(raws[0]);
    expect(decoded).toMatchObject({
      value: {
        documents: [
          {
            document: {
              number: '00000410',
              paymentState: 'authorized',
              totals: { linesMinor: 9900, shippingMinor: 599, taxMinor: 525, grandMinor: 11_024 },
            },
          },
        ],
      },
    });
    const [subject] = subjects;
    if (!subject) throw new Error('no subject');
    const tables = await coverageOf(
      subject,
      raws.map((raw, i) => ({ topic: 'order', about: `example ${i}`, raw })),
    );
    expect(unexplained(tables)).toEqual([]);
    const fields = tables.flatMap((table) => table.fields);
    console.log(
      `B2C Commerce: ${fields.length} fields of its examples, ${fields.filter(({ result }) => result === 'carried').length} carried`,
    );
  });
});
