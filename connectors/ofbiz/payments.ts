import { z } from 'zod';
import type { CanonicalRecord } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { changesPull, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { PAYMENT_KINDS, PAYMENT_STATUSES } from './codes.ts';
import { type EntityRecord, findIn } from './find.ts';
import { orderKeys } from './orderKeys.ts';
import { ownPaymentOf } from './reference.ts';

const text = z.string().optional();

/** What the pull makes of a payment of a customer, with the orders that it pays, each by its share. */
export const PaymentItem = Item.extend({
  paymentId: z.string().min(1),
  paymentTypeId: z.string(),
  statusId: z.string(),
  paymentMethodTypeId: text,
  amount: z.string(),
  currencyUomId: z.string(),
  /** `amount` absent: all of the payment; `isShared`: an invoice bills other orders too, and nobody says how much of which. */
  paid: z.array(z.object({ orderKey: z.string().min(1), amount: text, isShared: z.boolean().optional() })).readonly(),
});
export type PaymentItem = z.infer<typeof PaymentItem>;

/**
 * Money of customers and back to them. A payment belongs to the order of the payment preference that it was made for,
 * else to the orders on the invoices that it is applied to; one that is applied later is told again then.
 */
export const pullPayments = changesPull({
  topic: 'payment',
  subject: 'payment',
  key: 'paymentId',
  follows: () => [{ entity: 'Payment' }, { entity: 'PaymentApplication' }],
  items: paymentItems,
});

async function paymentItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly PaymentItem[], Fault>> {
  const ids = touched.flatMap(({ paymentId }) => paymentId ?? []);
  const payments = await findIn(client, 'Payment', 'paymentId', ids, signal);
  if (!payments.ok) return payments;
  const applications = await findIn(client, 'PaymentApplication', 'paymentId', ids, signal);
  if (!applications.ok) return applications;
  const preferred = await ordersPreferred(client, payments.value, signal);
  if (!preferred.ok) return preferred;
  const billed = await ordersBilled(client, applications.value, signal);
  if (!billed.ok) return billed;
  const keys = await orderKeys(client, [...preferred.value.values(), ...billed.value.values()].flat(), signal);
  if (!keys.ok) return keys;
  return ok(
    payments.value.map((payment) => {
      const { paymentId = '', paymentTypeId = '', statusId = '', amount = '0', currencyUomId = '' } = payment;
      const applied = applications.value.filter((each) => each['paymentId'] === paymentId);
      const order = preferred.value.get(payment['paymentPreferenceId'] ?? '');
      const shares = applied.flatMap(({ invoiceId = '', amountApplied = '0' }) =>
        (billed.value.get(invoiceId) ?? []).map((orderId, _, { length }) => ({
          orderId,
          ...(length === 1 ? { amount: amountApplied } : { isShared: true }),
        })),
      );
      return {
        ...{ paymentId, paymentTypeId, statusId, amount, currencyUomId },
        lastUpdatedStamp: newestOf([payment, ...applied]),
        paymentMethodTypeId: payment['paymentMethodTypeId'],
        paid: (order === undefined ? shares : [{ orderId: order }]).flatMap(({ orderId, ...share }) => {
          const orderKey = keys.value.get(orderId);
          return orderKey === undefined ? [] : [{ orderKey, ...share }];
        }),
      };
    }),
  );
}

/** The orders of the payment preferences that payments were made for. */
async function ordersPreferred(
  client: OfbizClient,
  payments: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, Fault>> {
  const ids = payments.flatMap(({ paymentPreferenceId }) => paymentPreferenceId ?? []);
  const found = await findIn(client, 'OrderPaymentPreference', 'orderPaymentPreferenceId', ids, signal);
  if (!found.ok) return found;
  return ok(
    new Map(found.value.map(({ orderPaymentPreferenceId = '', orderId = '' }) => [orderPaymentPreferenceId, orderId])),
  );
}

/** The orders that each invoice bills. */
async function ordersBilled(
  client: OfbizClient,
  applications: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, readonly string[]>, Fault>> {
  const invoices = applications.flatMap(({ invoiceId }) => invoiceId ?? []);
  const found = await findIn(client, 'OrderItemBilling', 'invoiceId', invoices, signal);
  if (!found.ok) return found;
  const billed = new Map<string, readonly string[]>();
  for (const { invoiceId = '', orderId = '' } of found.value)
    billed.set(invoiceId, [...new Set([...(billed.get(invoiceId) ?? []), orderId])]);
  return ok(billed);
}

/** Movements of money, one for each order that a payment pays. What the hub booked itself is left by name. */
export function decodePayment(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(PaymentItem, raw, 'payment');
  if (!item.ok) return item;
  const reason = keptBack(item.value);
  if (reason !== undefined) return ok({ kind: 'ignored', reason });
  const documents: CanonicalRecord[] = [];
  for (const [orderKey, shares] of Map.groupBy(item.value.paid, (share) => share.orderKey)) {
    const document = movement(item.value, orderKey, shares);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  return ok({ kind: 'documents', documents });
}

/** Why nothing is told of a payment. One that is applied to an order later is told then. */
function keptBack({ paymentId, paymentTypeId, statusId, paid }: PaymentItem): string | undefined {
  if (!PAYMENT_KINDS.has(paymentTypeId)) return `payment-type-${paymentTypeId}`;
  if (!PAYMENT_STATUSES.has(statusId)) return `payment-status-${statusId}`;
  if (paid.length === 0) return 'payment-without-order';
  if (paid.some(({ isShared }) => isShared)) return 'invoice-of-several-orders';
  return paid.some(({ orderKey }) => paymentId === ownPaymentOf(orderKey)) ? 'sent-from-here' : undefined;
}

function movement(
  { paymentId, paymentTypeId, statusId, paymentMethodTypeId, amount, currencyUomId, lastUpdatedStamp }: PaymentItem,
  orderExternalId: string,
  shares: PaymentItem['paid'],
): Result<CanonicalRecord, Fault> {
  const currency = parseCurrency(currencyUomId);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/currencyUomId'));
  const amounts = new Amounts(currency.value);
  const applied = shares.flatMap((share) => share.amount ?? []);
  const whole = applied.length === 0;
  const amountMinor = (whole ? [amount] : applied).reduce((sum, each) => sum + amounts.minor(each), 0);
  if (amounts.fault) return err(amounts.fault);
  const document = parseDocument('payment', {
    externalId: whole ? paymentId : `${paymentId}/${orderExternalId}`,
    orderExternalId,
    method: paymentMethodTypeId ?? 'unknown',
    kind: PAYMENT_KINDS.get(paymentTypeId),
    status: PAYMENT_STATUSES.get(statusId),
    amountMinor,
    currency: currency.value,
    at: lastUpdatedStamp,
  });
  return document.ok ? ok({ name: 'payment', document: document.value }) : document;
}
