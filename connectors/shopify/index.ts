import { z } from 'zod';
import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { auth, createClient, errors, type ShopifyClient } from './client.ts';
import { decodeFulfillment, pushShipment } from './fulfillments.ts';
import { decodeOrderBody } from './orderDocument.ts';
import { decodePulledOrder, pullOrders } from './orders.ts';
import { decodeProduct, pullProducts } from './products.ts';
import { SHOP } from './queries.ts';
import { decodeRefundBody } from './refunds.ts';
import { API_VERSION, SERVERS, ShopifySettings } from './settings.ts';
import { decodeLevel, pullStock, pushStock } from './stock.ts';
import { webhook } from './webhook.ts';

const Shop = z.object({ shop: z.object({ name: z.string(), myshopifyDomain: z.string(), currencyCode: z.string() }) });

/** Shopify: orders, refunds and stock by webhook and by the GraphQL Admin API; fulfillments and stock levels back. */
export const shopify = defineConnector<ShopifySettings, ShopifyClient>({
  manifest: {
    id: 'shopify',
    kind: 'storefront',
    title: 'Shopify',
    apiVersion: API_VERSION,
    docs: 'https://shopify.dev/docs/api/admin-graphql',
    // Points of query cost, for the largest plan; a smaller shop answers THROTTLED and says how long to wait.
    pacing: { requestsPerSecond: 1000, burst: 2000, concurrency: 8 },
    timeoutMs: 20_000,
    secretSettings: ['accessToken', 'clientSecret'],
    redact: ['x-shopify-access-token', 'x-shopify-hmac-sha256', 'access_token', 'client_secret'],
  },
  settings: ShopifySettings,
  servers: SERVERS,
  auth,
  formats: { time: { form: 'rfc3339' }, money: { form: 'decimal-text' } },
  client: createClient,
  async check(client, signal) {
    const shop = await client.ask({ query: SHOP, variables: {}, effect: 'read', cost: 1 }, Shop, signal);
    if (!shop.ok) return shop;
    const { name, myshopifyDomain, currencyCode } = shop.value.shop;
    return ok({ about: `${name} (${myshopifyDomain}), ${currencyCode}, API ${API_VERSION}` });
  },
  topics: {
    'orders/create': { decode: decodeOrderBody },
    'orders/updated': { decode: decodeOrderBody },
    'orders/cancelled': { decode: decodeOrderBody },
    'refunds/create': { decode: decodeRefundBody },
    'inventory_levels/update': { decode: decodeLevel },
    'fulfillments/create': { decode: decodeFulfillment },
    'fulfillments/update': { decode: decodeFulfillment },
    order: { decode: decodePulledOrder },
    stock: { decode: decodeLevel },
    product: { decode: decodeProduct },
  },
  capabilities: { pullOrders, pullStock, pullProducts, pushStock, pushShipment },
  webhook,
  errors,
});
