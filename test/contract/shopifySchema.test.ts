import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  buildSchema,
  execute,
  type GraphQLSchema,
  getVariableValues,
  type IntrospectionQuery,
  Kind,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { noAbort, openBench } from '../../connectors/kit/conformance/lab.ts';
import { shopifyShipment } from '../../connectors/shopify/conformance/bodies.ts';
import { shopify } from '../../connectors/shopify/index.ts';
import * as queries from '../../connectors/shopify/queries.ts';
import { CATALOG, LOCATIONS } from '../../connectors/shopify/simulator/catalog.ts';
import { OPERATIONS } from '../../connectors/shopify/simulator/operations.ts';
import { Shop } from '../../connectors/shopify/simulator/shop.ts';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { sharedFile } from '../support/shared.ts';

const shop = new Shop(CATALOG, Date.now, () => undefined);
const orders = [shop.place(), shop.place(), shop.place()];

const description = sharedFile('vendor-specs/shopify/admin-graphql-2026-07.introspection.json');
const about = description ? '' : ' (skipped: the description of the API is not beside this checkout)';

function adminSchema(path: string): GraphQLSchema {
  const read = JSON.parse(readFileSync(path, 'utf8')) as { data?: IntrospectionQuery } & IntrospectionQuery;
  return buildClientSchema(read.data ?? read, { assumeValid: true });
}

describe.skipIf(!description)(`the GraphQL Admin API 2026-07${about}`, () => {
  const schema = description ? adminSchema(description) : buildSchema('type Query { none: Int }');

  test.each(Object.entries(queries))('%s is valid', (_name, text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  const READS: [string, string, Record<string, unknown>][] = [
    ['Shop', queries.SHOP, {}],
    ['Orders', queries.ORDERS, { first: 10, lines: 50, refundLines: 50, after: null, filter: null }],
    ['Stock', queries.STOCK, { first: 10, after: null }],
    ['Products', queries.PRODUCTS, { first: 10, after: null }],
    ['ItemBySku', queries.ITEM_BY_SKU, { filter: 'sku:"TEE-M"' }],
    ['FulfillmentState', queries.FULFILLMENT_STATE, { id: `gid://shopify/Order/${orders[0]?.body.id}` }],
    ['MoreLines', queries.MORE_LINES, { id: `gid://shopify/Order/${orders[0]?.body.id}` }],
  ];
  test.each(READS)(
    'what the simulator answers to %s has the shape and types that the schema gives',
    async (name, text, variables) => {
      const data = OPERATIONS[name]?.(shop, variables);
      const result = await execute({ schema, document: parse(text), rootValue: data, variableValues: variables });
      expect(result.errors ?? []).toEqual([]);
      expect(JSON.parse(JSON.stringify(result.data))).toEqual(JSON.parse(JSON.stringify(data)));
    },
  );
});

describe.skipIf(!description)(`what the connector sends${about}`, () => {
  const schema = description ? adminSchema(description) : buildSchema('type Query { none: Int }');

  test('every call of every capability has variables of the types that the schema gives', async () => {
    const bench = await openBench({ connector: shopify, startSimulator: startShopifySimulator, messages: {} });
    const client = bench.client();
    const { capabilities } = shopify;
    const order = (bench.simulator as ShopifySimulator).shop.place([{ item: 0, quantity: 2 }]);
    const level = {
      sku: 'TEE-M',
      location: LOCATIONS[0],
      quantity: 3,
      measure: 'available',
      asOf: instantOf(0),
    } as const;
    const key = { reference: 'shop-1', idempotencyKey: 'pushStock:shop-1' };
    for (const [write, document] of [
      [capabilities.pushStock, level],
      [capabilities.pushShipment, shopifyShipment(order, 1)],
    ] as const) {
      const encoded = write?.encode(document as never);
      if (!encoded?.ok) throw new Error('not encoded');
      expect(await write?.send(client as never, encoded.value, key, noAbort())).toMatchObject({ ok: true });
    }
    for (const pull of [capabilities.pullOrders, capabilities.pullStock, capabilities.pullProducts]) {
      const since = instantOf(0);
      expect(await pull?.fetch(client as never, { since, cursor: null }, noAbort())).toMatchObject({ ok: true });
    }
    await bench.close();
    const sent = bench.said.map((text) => (JSON.parse(text) as { request: { body: SentBody } }).request.body);
    expect(sent.map(({ query }) => /(?:query|mutation) (\w+)/.exec(query)?.[1])).toEqual([
      'ItemBySku',
      'SetStock',
      'FulfillmentState',
      'CreateFulfillment',
      'Orders',
      'Stock',
      'Products',
    ]);
    for (const { query, variables } of sent) {
      const [operation] = parse(query).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      expect(errors ?? []).toEqual([]);
    }
  });
});

type SentBody = { readonly query: string; readonly variables: Record<string, unknown> };
