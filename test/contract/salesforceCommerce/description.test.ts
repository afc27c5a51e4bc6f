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

const ORDERS_FILE = sharedFile('vendor-specs/sfcc/orders-oas-1.5.2.yaml');
if (ORDERS_FILE === undefined) console.log('skipped: the descriptions of B2C Commerce are not here');
const signal = AbortSignal.timeout(60_000);
const exchanges: Exchange[] = [];
let simulator: CommerceSimulator;

/** Everything that the connector says to the Orders API, said once. */
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
  const { pullOrders, acknowledgeOrder, cancelOrder, pushShipment } = salesforceCommerce.capabilities;
  const [first, second] = [simulator.site.place({ orderDiscountMinor: 500 }), simulator.site.place()];
  const key = { reference: 'r-1', idempotencyKey: 'r-1' };
  const said = [
    await salesforceCommerce.check(client, signal),
    await pullOrders?.fetch(client, { since: instantOf(0), cursor: null }, signal),
    await acknowledgeOrder?.send(client, { orderNo: first.orderNo }, key, signal),
    await cancelOrder?.send(client, { orderNo: documentOf(second).externalId }, key, signal),
  ];
  const shipment = pushShipment?.encode(shipmentOf(first, 1, true));
  if (shipment?.ok) said.push(await pushShipment?.send(client, shipment.value, key, signal));
  expect(said.map((answer) => answer?.ok)).toEqual([true, true, true, true, true]);
});
afterAll(() => simulator.close());

const BASE = '/checkout/orders/v1';

/** The operation of the description that a path means: the one whose fixed parts are the same. */
function operationFor(vendor: Description, { method, url }: Exchange): readonly [string, Operation] | undefined {
  const path = new URL(url).pathname.slice(BASE.length);
  for (const [template, methods] of Object.entries(vendor.document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    const operation = methods[method.toLowerCase()];
    if (pattern.test(path) && operation) return [`${method} ${template}`, operation];
  }
  return undefined;
}

describe.skipIf(ORDERS_FILE === undefined)("against the vendor's own description of the Orders API", () => {
  const vendor = ORDERS_FILE === undefined ? undefined : new Description(ORDERS_FILE);
  const described = (): Description => {
    if (!vendor) throw new Error('no description');
    return vendor;
  };

  test('every request and answer is as it says', () => {
    const problems: string[] = [];
    const seen = new Set<string>();
    for (const exchange of exchanges.filter(({ url }) => new URL(url).pathname.startsWith(BASE))) {
      const [name, operation] = operationFor(described(), exchange) ?? [];
      if (name === undefined) problems.push(`${exchange.method} ${exchange.url} is not there`);
      seen.add(name ?? '');
      const { body, query } = exchange.request as { body: unknown; query: Record<string, unknown> };
      const asked = bodyOf(operation);
      const told = operation && answerOf(described(), operation, String(exchange.status));
      const answer = (exchange.response as { body: unknown } | null)?.body;
      const known = (operation?.parameters ?? []).map((each) => described().resolve(each).name);
      problems.push(...Object.keys(query).flatMap((param) => (known.includes(param) ? [] : [`${name} ?${param}`])));
      if (operation && !(String(exchange.status) in operation.responses)) problems.push(`${name} ${exchange.status}`);
      for (const each of asked ? described().problems(asked, body) : []) problems.push(`${name} ${each.message}`);
      for (const each of told ? described().problems(told, answer) : [])
        problems.push(`${name} ${each.instancePath} ${each.message}`);
    }
    expect(problems).toEqual([]);
    expect(seen.size).toBe(7);
    console.log(`B2C Commerce: ${exchanges.length} exchanges, ${seen.size} operations valid by its own description`);
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
