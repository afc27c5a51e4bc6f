import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { type CommerceClient, createClient } from './client.ts';
import { customer, pullCustomers } from './customers.ts';
import { errors } from './errors.ts';
import { decodePulledOrder, pullOrders } from './orders.ts';
import { decodeProduct, pullProducts } from './products.ts';
import { auth, CommerceSettings, ORDERS_VERSION, SERVERS } from './settings.ts';
import { pushShipment } from './shipments.ts';
import { acknowledgeOrder, cancelOrder } from './status.ts';
import { pushStock } from './stock.ts';
import { decodeStock, pullStock } from './stockPull.ts';

/** Salesforce B2C Commerce: orders and their statuses by SCAPI, inventory by the OCAPI Data API of the instance. */
export const salesforceCommerce = defineConnector<CommerceSettings, CommerceClient>({
  manifest: {
    id: 'salesforce-commerce',
    kind: 'storefront',
    title: 'Salesforce B2C Commerce',
    apiVersion: `SCAPI Orders ${ORDERS_VERSION}`,
    docs: 'https://developer.salesforce.com/docs/commerce/commerce-api/references/orders',
    pacing: { requestsPerSecond: 10, burst: 20, concurrency: 4 },
    // The vendor answers 504 after a minute.
    timeoutMs: 65_000,
    secretSettings: ['clientSecret'],
    redact: ['authorization', 'access_token', 'creditcardtoken', 'bankroutingnumber', 'holder', 'maskednumber'],
  },
  settings: CommerceSettings,
  servers: SERVERS,
  hosts: ({ instanceHost }) => (instanceHost === undefined ? [] : [instanceHost]),
  auth,
  formats: { time: { form: 'rfc3339' }, money: { form: 'decimal-number' } },
  client: createClient,
  async check(client, signal) {
    const query = { ...client.site, limit: 1 };
    const answer = await client.http.request({ method: 'GET', url: client.orders(), query }, signal);
    if (!answer.ok) return answer;
    const { siteId, organizationId } = client.settings;
    return ok({ about: `site ${siteId} of ${organizationId}` });
  },
  topics: {
    order: { decode: decodePulledOrder },
    stock: { decode: decodeStock },
    product: { decode: decodeProduct },
    customer,
  },
  capabilities: {
    pullOrders,
    pullStock,
    pullProducts,
    pullCustomers,
    acknowledgeOrder,
    cancelOrder,
    pushShipment,
    pushStock,
  },
  errors,
});
