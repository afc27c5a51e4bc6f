import { buildXml } from '../../kit/xml.ts';
import type { SimOrder } from './orders.ts';

const NAMESPACE = 'http://www.demandware.com/xml/impex/order/2006-10-31';

type Row = Readonly<Record<string, unknown>>;
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
const upper = (value: unknown): string | undefined => text(value)?.toUpperCase();

/** Orders as an order export writes them, element by element in the sequence of order.xsd. */
export function ordersXml(orders: readonly SimOrder[]): string {
  return buildXml('orders', { $: { xmlns: NAMESPACE }, order: orders.map(orderElement) });
}

/** Channels as the feed writes those of the simulator. */
const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['storefront', 'Storefront'],
  ['callcenter', 'CallCenter'],
  ['tiktok', 'TikTok'],
]);

/** Leaves out what is not said: an element without a value is one with an empty text. */
const filled = (node: Row): Row =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && !isEmpty(value)));
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const orderElement = (order: SimOrder): Row =>
  filled({
    $: { 'order-no': order.orderNo },
    'order-date': text(order['creationDate']),
    'created-by': 'storefront',
    currency: text(order['currency']),
    taxation: text(order['taxation']),
    customer: customerElement(order),
    status: {
      'order-status': upper(order.status),
      'shipping-status': upper(order.shippingStatus),
      'confirmation-status': upper(order.confirmationStatus),
      'payment-status': upper(order['paymentStatus']),
    },
    'business-type': upper(order['businessType']),
    'channel-type': CHANNELS.get(String(order['channelType'])),
    'cancel-code': text(order['cancelCode']),
    'cancel-description': text(order['cancelDescription']),
    'product-lineitems': { 'product-lineitem': rows(order.productItems).map(productElement) },
    'giftcertificate-lineitems': { 'giftcertificate-lineitem': rows(order['giftCertificateItems']).map(priced) },
    'shipping-lineitems': { 'shipping-lineitem': rows(order['shippingItems']).map(shippingElement) },
    shipments: { shipment: rows(order['shipments']).map(shipmentElement) },
    totals: totalsElement(order),
    payments: { payment: rows(order['paymentInstruments']).map(paymentElement) },
  });

function customerElement(order: SimOrder): Row {
  const info = order['customerInfo'] as Row;
  return {
    guest: 'false',
    'customer-no': text(info['customerNo']),
    'customer-name': text(info['customerName']),
    'customer-email': text(info['email']),
    'billing-address': addressElement(order['billingAddress'] as Row),
  };
}

const addressElement = (address: Row): Row =>
  filled({
    'first-name': text(address['firstName']),
    'last-name': text(address['lastName']),
    'company-name': text(address['companyName']),
    address1: text(address['address1']),
    address2: text(address['address2']),
    suite: text(address['suite']),
    city: text(address['city']),
    'postal-code': text(address['postalCode']),
    'state-code': text(address['stateCode']),
    'country-code': text(address['countryCode']),
    phone: text(address['phone']),
  });

const priced = (item: Row): Row =>
  filled({
    'net-price': text(item['netPrice']),
    tax: text(item['tax']),
    'gross-price': text(item['grossPrice']),
    'base-price': text(item['basePrice']),
    'lineitem-text': text(item['itemText']),
    'tax-basis': text(item['taxBasis']),
  });

const adjustments = (item: Row): Row | undefined => {
  const list = rows(item['priceAdjustments']);
  if (list.length === 0) return undefined;
  const each = (adjustment: Row): Row =>
    filled({
      ...priced(adjustment),
      'promotion-id': text(adjustment['promotionId']),
      'coupon-id': text(adjustment['couponCode']),
    });
  return { 'price-adjustment': list.map(each) };
};

const productElement = (item: Row, i: number): Row =>
  filled({
    ...priced(item),
    position: String(i + 1),
    'product-id': text(item['productId']),
    'product-name': text(item['productName']),
    quantity: { $: { unit: '' }, _: `${text(item['quantity'])}.0` },
    'tax-rate': text(item['taxRate']),
    'shipment-id': '00000001',
    'option-lineitems': optionsElement(item),
    'tax-items': taxItemsElement(item),
    'price-adjustments': adjustments(item),
  });

function optionsElement(item: Row): Row | undefined {
  const options = rows(item['optionItems']);
  if (options.length === 0) return undefined;
  const each = (option: Row): Row =>
    filled({
      ...priced(option),
      'option-id': text(option['optionId']),
      'value-id': 'yes',
      'product-id': text(option['productId']),
      'price-adjustments': adjustments(option),
    });
  return { 'option-lineitem': options.map(each) };
}

function taxItemsElement(item: Row): Row | undefined {
  const items = rows(item['taxItems']);
  if (items.length === 0) return undefined;
  const each = (tax: Row) => ({
    'tax-id': text(tax['id']),
    'tax-rate': text(tax['rate']),
    'tax-amount': text(tax['value']),
  });
  return { 'tax-item': items.map(each) };
}

const shippingElement = (item: Row): Row =>
  filled({
    ...priced(item),
    'price-adjustments': adjustments(item),
    'item-id': 'STANDARD_SHIPPING',
    'shipment-id': '00000001',
    'tax-rate': text(item['taxRate']),
  });

const shipmentElement = (shipment: Row): Row =>
  filled({
    $: { 'shipment-id': '00000001' },
    status: { 'shipping-status': upper(shipment['shippingStatus']) },
    'shipping-method': text((shipment['shippingMethod'] as Row)['id']),
    'shipping-address': addressElement(shipment['shippingAddress'] as Row),
  });

function totalsElement(order: SimOrder): Row {
  const taxed = (name: string): Row => ({
    [order['taxation'] === 'gross' ? 'gross-price' : 'net-price']: text(order[name]),
  });
  const whole = adjustments({ priceAdjustments: order['orderPriceAdjustments'] });
  return filled({
    'merchandize-total': filled({ ...taxed('productSubTotal'), 'price-adjustments': whole }),
    'adjusted-merchandize-total': taxed('productTotal'),
    'order-total': { tax: text(order['taxTotal']), 'gross-price': text(order['orderTotal']) },
  });
}

function paymentElement(payment: Row): Row {
  const { amount, transactionId } = payment['paymentTransaction'] as Row;
  return {
    'custom-method': { 'method-name': text(payment['paymentMethodId']) },
    amount: text(amount),
    'processor-id': 'BASIC_CREDIT',
    'transaction-id': text(transactionId),
    'transaction-type': 'AUTH',
  };
}
