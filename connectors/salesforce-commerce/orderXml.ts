import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { XmlNode } from '../kit/xml.ts';
import { attributeOf, childAt, childrenOf, elementOf, numberAt, textAt } from './xmlNodes.ts';

/**
 * An `<order>` of an order export (order.xsd, impex/order/2006-10-31) in the shape of the Orders API, so that both ways
 * are read by one decoder. The export states no time of change: the file's counts.
 */
export function orderOfXml(xml: string, modifiedAt: string): Result<unknown, Fault> {
  const order = elementOf(xml, 'order');
  if (!order.ok) return order;
  const node = order.value;
  const isGross = textAt(node, 'taxation')?.toLowerCase() === 'gross';
  const price = (total: string): number | undefined =>
    numberAt(node, 'totals', total, isGross ? 'gross-price' : 'net-price');
  return ok({
    orderNo: attributeOf(node, 'order-no'),
    status: lower(textAt(node, 'status', 'order-status')),
    shippingStatus: lower(textAt(node, 'status', 'shipping-status')),
    paymentStatus: lower(textAt(node, 'status', 'payment-status')),
    creationDate: textAt(node, 'order-date'),
    placeDate: textAt(node, 'place-date'),
    lastModified: modifiedAt,
    currency: textAt(node, 'currency'),
    taxation: lower(textAt(node, 'taxation')),
    businessType: lower(textAt(node, 'business-type')),
    channelType: lower(textAt(node, 'channel-type')),
    customerInfo: {
      customerNo: textAt(node, 'customer', 'customer-no'),
      customerName: textAt(node, 'customer', 'customer-name'),
      email: textAt(node, 'customer', 'customer-email'),
    },
    billingAddress: addressOf(childAt(node, 'customer', 'billing-address')),
    productItems: listAt(node, 'product-lineitems', 'product-lineitem').map(productItem),
    giftCertificateItems: listAt(node, 'giftcertificate-lineitems', 'giftcertificate-lineitem').map(priced),
    shippingItems: shippingItems(node),
    shipments: listAt(node, 'shipments', 'shipment').map((shipment) => ({
      shipmentId: attributeOf(shipment, 'shipment-id'),
      shippingMethod: { id: textAt(shipment, 'shipping-method') },
      shippingAddress: addressOf(childAt(shipment, 'shipping-address')),
    })),
    orderPriceAdjustments: adjustments(childAt(node, 'totals', 'merchandize-total')),
    paymentInstruments: listAt(node, 'payments', 'payment').map(payment),
    productTotal: price('adjusted-merchandize-total'),
    taxTotal: numberAt(node, 'totals', 'order-total', 'tax'),
    orderTotal: numberAt(node, 'totals', 'order-total', 'gross-price'),
    cancelCode: textAt(node, 'cancel-code'),
    cancelDescription: textAt(node, 'cancel-description') ?? replacedBy(textAt(node, 'replacement-order-no')),
  });
}

const replacedBy = (orderNo: string | undefined): string | undefined => orderNo && `replaced by order ${orderNo}`;
const lower = (text: string | undefined): string | undefined => text?.toLowerCase();
const listAt = (node: XmlNode, list: string, item: string): readonly XmlNode[] => childrenOf(childAt(node, list), item);

const priced = (node: XmlNode) => ({
  netPrice: numberAt(node, 'net-price'),
  grossPrice: numberAt(node, 'gross-price'),
  basePrice: numberAt(node, 'base-price'),
  tax: numberAt(node, 'tax'),
  itemText: textAt(node, 'lineitem-text'),
});

const adjustments = (node: XmlNode | undefined) =>
  childrenOf(childAt(node, 'price-adjustments'), 'price-adjustment').map((adjustment) => ({
    ...priced(adjustment),
    promotionId: textAt(adjustment, 'promotion-id'),
    couponCode: textAt(adjustment, 'coupon-id'),
  }));

/** An item with its own adjustments; its tax after them is the sum of their taxes. */
function adjusted(node: XmlNode) {
  const item = priced(node);
  const priceAdjustments = adjustments(node);
  const parts = [item.tax, ...priceAdjustments.map(({ tax }) => tax)];
  // Summed as whole thousandths of a cent: doubles of amounts sum to neighbors of amounts.
  const adjustedTax = Math.round(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) * 100_000) / 100_000;
  return { ...item, adjustedTax, taxRate: numberAt(node, 'tax-rate'), priceAdjustments };
}

function productItem(node: XmlNode) {
  return {
    ...adjusted(node),
    itemId: textAt(node, 'position'),
    productId: textAt(node, 'product-id'),
    productName: textAt(node, 'product-name'),
    quantity: numberAt(node, 'quantity'),
    taxItems: listAt(node, 'tax-items', 'tax-item').map((tax) => ({
      id: textAt(tax, 'tax-id'),
      rate: numberAt(tax, 'tax-rate'),
      value: numberAt(tax, 'tax-amount'),
    })),
    optionItems: listAt(node, 'option-lineitems', 'option-lineitem').map((option) => ({
      ...adjusted(option),
      productId: textAt(option, 'product-id'),
      optionId: textAt(option, 'option-id'),
    })),
  };
}

/** The shipping of shipments, and the surcharges that stand inside products. */
function shippingItems(order: XmlNode) {
  const surcharges = listAt(order, 'product-lineitems', 'product-lineitem').flatMap((item) =>
    childrenOf(item, 'shipping-lineitem').map((node) => ({ node, shipmentId: textAt(item, 'shipment-id') })),
  );
  const shipping = listAt(order, 'shipping-lineitems', 'shipping-lineitem').map((node) => ({
    node,
    shipmentId: textAt(node, 'shipment-id'),
  }));
  return [...shipping, ...surcharges].map(({ node, shipmentId }) => ({ ...adjusted(node), shipmentId }));
}

/** Elements that say how a payment was made; the others of a payment say how much, and by whom it was processed. */
const METHODS: readonly string[] = [
  'credit-card',
  'bank-transfer',
  'bml',
  'gift-certificate',
  'dw-apple-pay',
  'dw-android-pay',
  'salesforce-payments',
];

function payment(node: XmlNode) {
  const method = METHODS.find((name) => Object.hasOwn(node, name));
  return {
    paymentInstrumentId: textAt(node, 'transaction-id'),
    paymentMethodId: textAt(node, 'custom-method', 'method-name') ?? method?.toUpperCase().replaceAll('-', '_'),
    paymentTransaction: { amount: numberAt(node, 'amount'), type: lower(textAt(node, 'transaction-type')) },
  };
}

function addressOf(node: XmlNode | undefined) {
  if (!node) return undefined;
  return {
    firstName: textAt(node, 'first-name'),
    lastName: textAt(node, 'last-name'),
    companyName: textAt(node, 'company-name'),
    address1: textAt(node, 'address1'),
    address2: textAt(node, 'address2'),
    suite: textAt(node, 'suite'),
    postBox: textAt(node, 'postbox'),
    city: textAt(node, 'city'),
    postalCode: textAt(node, 'postal-code'),
    stateCode: textAt(node, 'state-code'),
    countryCode: textAt(node, 'country-code'),
    phone: textAt(node, 'phone'),
  };
}
