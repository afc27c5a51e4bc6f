import type { AddressValue, OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { type CurrencyCode, exponentOf, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Adjustment, type OrderAmounts, orderAmounts } from './orderAmounts.ts';
import { DecimalParam, type Params, type RecordParam, recordOf, TimeParam } from './params.ts';
import { externalIdOf, ID_LENGTH } from './reference.ts';
import { writeServerTime } from './serverTime.ts';
import type { OfbizSettings } from './settings.ts';

/** An order as storeOrder will have it, before ids are looked up. */
export type StoredOrder = OrderAmounts & {
  readonly kind: 'sales' | 'purchase';
  readonly channel: OrderDocument['channel'];
  readonly number: string;
  readonly placedAt: Instant;
  readonly currency: CurrencyCode;
  readonly grandMinor: number;
  readonly customer: NonNullable<OrderDocument['customer']>;
  readonly billing: AddressValue | undefined;
  readonly shipping: AddressValue | undefined;
  readonly paymentState: OrderDocument['paymentState'];
  readonly note: string | undefined;
};

/** The party of an order, and its contact mechanisms by purpose. */
export type OrderParties = { readonly partyId: string; readonly contacts: Readonly<Record<string, string>> };

/** By this OFBiz's own orders are told from those that the hub sent (OrderHeader.internalCode). */
export const SENT_BY_HUB = 'crossdock';

/** The part of a canonical order that OFBiz gets. Pure. */
export function encodeOrder(order: OrderDocument): Result<StoredOrder, Fault> {
  if (order.kind === 'production')
    return err(permanent('kind-not-taken', 'production orders are no orders in OFBiz', '/kind'));
  const amounts = orderAmounts(order);
  if (!amounts.ok) return amounts;
  return ok({
    ...amounts.value,
    kind: order.kind,
    channel: order.channel,
    number: order.number,
    placedAt: order.placedAt as Instant,
    currency: order.currency as CurrencyCode,
    grandMinor: order.totals.grandMinor,
    customer: order.customer ?? {},
    billing: order.billingAddress,
    shipping: order.shippingAddress,
    paymentState: order.paymentState,
    note: order.note,
  });
}

const SHIP_GROUP = '00001';
const CHANNEL: Readonly<Record<OrderDocument['channel'], string>> = {
  online: 'WEB_SALES_CHANNEL',
  phone: 'PHONE_SALES_CHANNEL',
  store: 'POS_SALES_CHANNEL',
  marketplace: 'UNKNWN_SALES_CHANNEL',
  b2b: 'UNKNWN_SALES_CHANNEL',
};

export type Found = { readonly products: ReadonlyMap<string, string>; readonly parties: OrderParties };

/** Why an order cannot be kept to the minor unit over there; undefined when it can. */
export function refusedAmounts({ currency }: StoredOrder, { orderDecimals }: OfbizSettings): Fault | undefined {
  if (exponentOf(currency) <= orderDecimals) return undefined;
  const message = `OFBiz rounds order amounts to ${orderDecimals} digits, which ${currency} is finer than`;
  return permanent('currency-too-fine', message, '/currency');
}

/** The attributes of storeOrder. */
export function storeOrderParams(
  order: StoredOrder,
  reference: string,
  { products, parties }: Found,
  settings: OfbizSettings,
): Params {
  const { currency, grandMinor, kind, lines, adjustments, note } = order;
  return {
    orderTypeId: kind === 'sales' ? 'SALES_ORDER' : 'PURCHASE_ORDER',
    orderName: reference.slice(0, 100),
    externalId: externalIdOf(reference),
    internalCode: SENT_BY_HUB,
    currencyUom: currency,
    orderDate: new TimeParam(writeServerTime(order.placedAt, settings.timeZone)),
    grandTotal: new DecimalParam(formatMinor(grandMinor, currency)),
    ...partyParams(order, parties.partyId, settings),
    orderItems: lines.map((line) =>
      recordOf('OrderItem', {
        orderItemSeqId: line.seq,
        orderItemTypeId: 'PRODUCT_ORDER_ITEM',
        productId: products.get(line.sku),
        externalId: line.externalId.length <= ID_LENGTH ? line.externalId : undefined,
        itemDescription: line.title.slice(0, 255),
        quantity: String(line.quantity),
        unitPrice: line.unitPrice,
        // Else the store's own price lists and promotions would put in what they say.
        isModifiedPrice: 'Y',
        isPromo: 'N',
        statusId: 'ITEM_CREATED',
      }),
    ),
    orderAdjustments: adjustments.map(adjustmentRecord),
    orderItemShipGroupInfo: [shipGroup(parties, settings), ...lines.map(shipGroupAssoc)],
    orderContactMechs: Object.entries(parties.contacts).map(([contactMechPurposeTypeId, contactMechId]) =>
      recordOf('OrderContactMech', { contactMechPurposeTypeId, contactMechId }),
    ),
    ...(kind === 'sales' ? { orderPaymentInfo: [paymentRecord(order, settings)] } : {}),
    ...(note === undefined ? {} : { orderNotes: [note] }),
  };
}

function partyParams({ kind, channel }: StoredOrder, partyId: string, settings: OfbizSettings): Params {
  const { companyPartyId, productStoreId } = settings;
  if (kind === 'purchase') {
    return {
      partyId,
      billToCustomerPartyId: companyPartyId,
      billFromVendorPartyId: partyId,
      shipFromVendorPartyId: partyId,
      supplierAgentPartyId: partyId,
    };
  }
  return {
    partyId,
    placingCustomerPartyId: partyId,
    billToCustomerPartyId: partyId,
    shipToCustomerPartyId: partyId,
    endUserCustomerPartyId: partyId,
    billFromVendorPartyId: companyPartyId,
    ...(productStoreId === undefined ? {} : { productStoreId }),
    salesChannelEnumId: CHANNEL[channel],
  };
}

function adjustmentRecord({
  type,
  description,
  amount,
  seq,
  isShipping,
  percentage,
  isIncluded,
}: Adjustment): RecordParam {
  return recordOf('OrderAdjustment', {
    orderAdjustmentTypeId: type,
    ...(isIncluded ? { amountAlreadyIncluded: amount } : { amount }),
    orderItemSeqId: seq,
    shipGroupSeqId: isShipping ? SHIP_GROUP : undefined,
    description: description.slice(0, 255),
    sourcePercentage: percentage,
    isManual: 'Y',
  });
}

const shipGroup = ({ contacts }: OrderParties, { shipmentMethodTypeId, carrierPartyId }: OfbizSettings): RecordParam =>
  recordOf('OrderItemShipGroup', {
    shipGroupSeqId: SHIP_GROUP,
    shipmentMethodTypeId,
    carrierPartyId,
    carrierRoleTypeId: 'CARRIER',
    contactMechId: contacts['SHIPPING_LOCATION'],
    maySplit: 'N',
    isGift: 'N',
  });

const shipGroupAssoc = ({ seq, quantity }: OrderAmounts['lines'][number]): RecordParam =>
  recordOf('OrderItemShipGroupAssoc', {
    orderItemSeqId: seq,
    shipGroupSeqId: SHIP_GROUP,
    quantity: String(quantity),
  });

const paymentRecord = ({ paymentState, grandMinor, currency }: StoredOrder, settings: OfbizSettings): RecordParam =>
  recordOf('OrderPaymentPreference', {
    paymentMethodTypeId: settings.paymentMethodTypeId,
    maxAmount: formatMinor(grandMinor, currency),
    statusId: paymentState === 'paid' ? 'PAYMENT_RECEIVED' : 'PAYMENT_NOT_RECEIVED',
  });
