import { type Fault, permanent } from '../../core/shared/fault.ts';
import { formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { type Find, find } from './find.ts';
import { DecimalParam, TimeParam } from './params.ts';
import { ownPaymentOf } from './reference.ts';
import { writeServerTime } from './serverTime.ts';
import type { StoredOrder } from './storedOrder.ts';

/**
 * Books what was paid for a sales order as a received payment of its payment preference, where the connection wants it.
 * Its id is made of the order's reference: OFBiz gives an id but once, so there is never a second payment.
 */
export async function bookPayment(
  client: OfbizClient,
  order: StoredOrder,
  { orderId, reference }: { readonly orderId: string; readonly reference: string },
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const { kind, paymentState, grandMinor, currency, placedAt } = order;
  const { booksPayments, companyPartyId, paymentMethodTypeId, timeZone } = client.settings;
  if (!booksPayments || kind !== 'sales' || paymentState !== 'paid' || grandMinor <= 0) return ok(undefined);
  const paymentId = ownPaymentOf(reference);
  const first = async (query: Find) => {
    const found = await find(client, { ...query, limit: 1 }, signal);
    return found.ok ? ok(found.value[0]) : found;
  };
  const known = await first({ entity: 'Payment', where: { paymentId } });
  if (!known.ok || known.value) return known.ok ? ok(undefined) : known;
  const preference = await first({ entity: 'OrderPaymentPreference', where: { orderId } });
  if (!preference.ok) return preference;
  const buyer = await first({ entity: 'OrderRole', where: { orderId, roleTypeId: 'BILL_TO_CUSTOMER' } });
  if (!buyer.ok) return buyer;
  const partyIdFrom = buyer.value?.['partyId'];
  if (partyIdFrom === undefined) return err(permanent('no-buyer', `order ${orderId} has no party in BILL_TO_CUSTOMER`));
  const made = await client.call(
    'createPayment',
    {
      ...{ paymentId, paymentTypeId: 'CUSTOMER_PAYMENT', paymentMethodTypeId, partyIdFrom, partyIdTo: companyPartyId },
      paymentPreferenceId: preference.value?.['orderPaymentPreferenceId'],
      statusId: 'PMNT_RECEIVED',
      effectiveDate: new TimeParam(writeServerTime(placedAt, timeZone)),
      paymentRefNum: reference.slice(0, 60),
      amount: new DecimalParam(formatMinor(grandMinor, currency)),
      currencyUomId: currency,
    },
    signal,
  );
  return made.ok ? ok(undefined) : made;
}
