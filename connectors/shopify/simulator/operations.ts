import { tailOf } from '../wire.ts';
import { itemId } from './bodies.ts';
import { LOCATIONS } from './catalog.ts';
import { orderNode } from './nodes.ts';
import type { Shop, SimOrder } from './shop.ts';

export type Variables = Readonly<Record<string, unknown>>;
type Operation = (shop: Shop, variables: Variables) => unknown;

/** What the simulated API answers, by the name of the operation. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  Shop: () => ({ shop: { name: 'Simulated shop', myshopifyDomain: 'sim.myshopify.com', currencyCode: 'USD' } }),
  Orders: orders,
  MoreLines: (shop, { id, after }) => {
    const order = orderOf(shop, id);
    return { order: order && { lineItems: page(nodesOf(orderNode(order.body)['lineItems']), 250, after) } };
  },
  MoreRefundLines: (shop, { id, after }) => {
    const all = [...shop.orders.values()].flatMap(
      ({ body }) => orderNode(body)['refunds'] as { id: string; refundLineItems: unknown }[],
    );
    const refund = all.find((candidate) => candidate.id === id);
    return { refund: refund ? { refundLineItems: page(nodesOf(refund.refundLineItems), 250, after) } : null };
  },
  Stock: stock,
  MoreLevels: () => ({ inventoryItem: null }),
  Products: products,
  ItemBySku: (shop, { filter }) => {
    const sku = /^sku:"(.*)"$/.exec(String(filter))?.[1]?.replace(/\\(.)/g, '$1').toLowerCase() ?? '';
    const found = shop.catalog.flatMap((item, n) =>
      item.sku.toLowerCase().startsWith(sku) ? [{ id: `gid://shopify/InventoryItem/${itemId(n)}`, sku: item.sku }] : [],
    );
    return { inventoryItems: { nodes: found } };
  },
  FulfillmentState: (shop, { id }) => ({ order: fulfillmentState(orderOf(shop, id)) }),
};

function orderOf(shop: Shop, id: unknown): SimOrder | undefined {
  return shop.orders.get(Number(tailOf(String(id))));
}

const nodesOf = (connection: unknown): readonly unknown[] => (connection as { nodes: unknown[] }).nodes;

/** A page of a list that does not change, by position. */
function page(nodes: readonly unknown[], first: number, after: unknown) {
  const start = after ? Number(Buffer.from(String(after), 'base64').toString()) : 0;
  const end = Math.min(nodes.length, start + first);
  const pageInfo = {
    hasNextPage: end < nodes.length,
    endCursor: end > start ? Buffer.from(String(end)).toString('base64') : null,
  };
  return { nodes: nodes.slice(start, end), pageInfo };
}

/** Orders by their last change and then id; a page's cursor is the place of its last order, so that changes lose none. */
function orders(shop: Shop, { first, after, filter, lines, refundLines }: Variables): unknown {
  const since = /updated_at:>='([^']+)'/.exec(String(filter ?? ''))?.[1];
  const floor = since === undefined ? 0 : Date.parse(since);
  const from = after ? Buffer.from(String(after), 'base64').toString() : '';
  const listed = [...shop.orders.values()]
    .map(({ body }) => ({
      body,
      place: `${new Date(body.updated_at).toISOString()} ${String(body.id).padStart(20, '0')}`,
    }))
    .filter(({ body, place }) => Date.parse(body.updated_at) >= floor && place > from)
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const shown = listed.slice(0, Number(first));
  const nodes = shown.map(({ body }) => {
    const node = orderNode(body);
    node['lineItems'] = page(nodesOf(node['lineItems']), Number(lines), null);
    for (const refund of node['refunds'] as { refundLineItems: unknown }[]) {
      refund.refundLineItems = page(nodesOf(refund.refundLineItems), Number(refundLines), null);
    }
    return node;
  });
  const last = shown.at(-1);
  const endCursor = last ? Buffer.from(last.place).toString('base64') : null;
  return { orders: { nodes, pageInfo: { hasNextPage: listed.length > shown.length, endCursor } } };
}

function stock(shop: Shop, { first, after }: Variables): unknown {
  const items = shop.catalog.map((item, n) => ({
    id: `gid://shopify/InventoryItem/${itemId(n)}`,
    sku: item.sku,
    tracked: true,
    inventoryLevels: {
      nodes: LOCATIONS.flatMap((location) => {
        const level = shop.levels.get(`${itemId(n)}/${location}`);
        if (!level) return [];
        const quantities = [{ name: 'available', quantity: level.available }];
        return [{ updatedAt: level.updatedAt, location: { id: `gid://shopify/Location/${location}` }, quantities }];
      }),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  }));
  return { inventoryItems: page(items, Number(first), after) };
}

function products(shop: Shop, { first, after }: Variables): unknown {
  const updatedAt = '2026-01-01T00:00:00Z';
  const nodes = shop.variants().map(({ n, item, variant }) => ({
    id: `gid://shopify/ProductVariant/${variant}`,
    sku: item.sku,
    barcode: item.barcode ?? null,
    title: 'Default Title',
    updatedAt,
    product: { title: item.title, status: 'ACTIVE', updatedAt },
    inventoryItem: {
      id: `gid://shopify/InventoryItem/${itemId(n)}`,
      measurement: { weight: { value: item.grams, unit: 'GRAMS' } },
    },
  }));
  return { productVariants: page(nodes, Number(first), after) };
}

function fulfillmentState(order: SimOrder | undefined): unknown {
  if (!order) return null;
  const { body, remaining, fulfillments, location } = order;
  const left = [...remaining.values()].reduce((sum, units) => sum + units, 0);
  const status = body.cancelled_at ? 'CANCELLED' : left > 0 ? 'OPEN' : 'CLOSED';
  return {
    id: `gid://shopify/Order/${body.id}`,
    fulfillments: fulfillments.map(({ id, number, lines }) => ({
      id: `gid://shopify/Fulfillment/${id}`,
      status: 'SUCCESS',
      trackingInfo: [{ number }],
      fulfillmentLineItems: {
        nodes: lines.map(({ line, quantity }) => ({ quantity, lineItem: { id: `gid://shopify/LineItem/${line}` } })),
      },
    })),
    fulfillmentOrders: {
      nodes: [
        {
          id: `gid://shopify/FulfillmentOrder/${body.id}`,
          status,
          assignedLocation: { location: { id: `gid://shopify/Location/${location}` } },
          lineItems: {
            nodes: body.line_items.map((line) => ({
              id: `gid://shopify/FulfillmentOrderLineItem/${line.id}`,
              remainingQuantity: remaining.get(Number(line.id)) ?? 0,
              sku: line.sku ?? null,
              lineItem: { id: `gid://shopify/LineItem/${line.id}` },
            })),
          },
        },
      ],
    },
  };
}
