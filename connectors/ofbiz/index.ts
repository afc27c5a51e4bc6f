import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type CheckAnswer, defineConnector } from '../kit/connector.ts';
import { cancelOrder } from './cancellations.ts';
import { OfbizClient } from './client.ts';
import { decodeCustomer, pullCustomers } from './customers.ts';
import { classify } from './faults.ts';
import { decodeOrder } from './orderDocument.ts';
import { pullOrders } from './orderItems.ts';
import { pushOrder } from './orders.ts';
import { decodePayment, pullPayments } from './payments.ts';
import { decodeProduct, pullProducts } from './products.ts';
import { pushShipment } from './pushShipment.ts';
import { decodeReturn, pullReturns } from './returns.ts';
import { OfbizSettings } from './settings.ts';
import { decodeShipment, pullShipments } from './shipments.ts';
import { decodeStock, pullStock } from './stock.ts';

/**
 * Asks for one order by a service that wants a login. Over XML-RPC and SOAP OFBiz hides why it refuses, so any refusal
 * is one that a person has to look into.
 */
async function check(client: OfbizClient, signal: AbortSignal): Promise<Result<CheckAnswer, Fault>> {
  const answer = await client.call('findOrders', { showAll: 'Y', viewIndex: 1, viewSize: 1 }, signal);
  if (!answer.ok) return answer.error.code === 'ofbiz-no-reason' ? err(refused(answer.error.message)) : answer;
  const { orderListSize } = answer.value;
  if (orderListSize === undefined) return err(permanent('unexpected-shape', 'findOrders names no orderListSize'));
  const { transport, username } = client.settings;
  return ok({ about: `OFBiz over ${transport} as ${username}, ${String(orderListSize)} orders` });
}

const refused = (message: string): Fault => ({
  kind: 'auth',
  code: 'ofbiz-denied',
  message: `${message} Look at user and password, its permission ORDERMGR_VIEW, and whether findOrders is exported.`,
  remedy: 'reconnect',
});

/** Apache OFBiz and opentaps: orders, shipments and cancellations to it; orders, products, stock, customers, shipments, payments and returns from it. */
export const ofbiz = defineConnector<OfbizSettings, OfbizClient>({
  manifest: {
    id: 'ofbiz',
    kind: 'erp',
    title: 'Apache OFBiz',
    apiVersion: '17.12',
    docs: 'https://ofbiz.apache.org/documentation.html',
    // No limit of its own; a call costs a database transaction.
    pacing: { requestsPerSecond: 100, burst: 200, concurrency: 4 },
    timeoutMs: 60_000,
    secretSettings: ['password'],
    redact: ['authorization', 'login.password'],
  },
  settings: OfbizSettings,
  servers: { production: ({ baseUrl }) => baseUrl },
  auth: ({ transport, username, password }) =>
    transport === 'rest' ? { kind: 'none' } : { kind: 'basic', user: username, password },
  formats: { money: { form: 'decimal-text' } },
  client: (settings, io) => new OfbizClient(settings, io),
  check,
  topics: {
    order: { decode: decodeOrder },
    stock: { decode: decodeStock },
    product: { decode: decodeProduct },
    customer: { decode: decodeCustomer },
    shipment: { decode: decodeShipment },
    return: { decode: decodeReturn },
    payment: { decode: decodePayment },
  },
  capabilities: {
    ...{ pushOrder, cancelOrder, pushShipment },
    ...{ pullOrders, pullStock, pullProducts, pullCustomers, pullShipments, pullReturns, pullPayments },
  },
  classify,
});
