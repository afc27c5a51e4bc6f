import type { OrderDocument, ShipmentDocument } from '../../../core/documents/index.ts';
import { elements } from '../feedFiles.ts';
import { decodeOrder } from '../orderDocument.ts';
import { inventoryExport } from '../simulator/inventoryExport.ts';
import { ordersXml } from '../simulator/orderExport.ts';
import { ADDRESS, orderOf, Purchase, type SimOrder, type Wish } from '../simulator/orders.ts';

const AT = '2026-03-02T10:00:00.000Z';
const whole = (orderNo: string, wish: Wish = {}): SimOrder => orderOf(Purchase.parse(wish), { orderNo, at: AT });

/** A product with a warranty as an option that has a discount of its own, and a gift certificate beside it. */
function withOptions(): SimOrder {
  const order = whole('00000106');
  const [item, ...others] = order.productItems;
  const off = { itemText: 'Half', promotionId: 'half', netPrice: -5, grossPrice: -5.25, tax: -0.25, basePrice: -5 };
  const option = {
    productId: 'warranty',
    optionId: 'warranty',
    itemText: 'Warranty',
    basePrice: 10,
    netPrice: 10,
    grossPrice: 10.5,
    tax: 0.5,
  };
  const certificate = {
    giftCertificateItemId: 'gc-1',
    itemText: 'For you',
    basePrice: 25,
    netPrice: 25,
    grossPrice: 25,
    tax: 0,
  };
  const taxItems = [
    { id: 'STATE', rate: 0.03, value: 2.97 },
    { id: 'CITY', rate: 0.02, value: 1.98 },
  ];
  return {
    ...order,
    productItems: [{ ...item, taxItems, optionItems: [{ ...option, priceAdjustments: [off] }] }, ...others] as never,
    giftCertificateItems: [certificate],
    // 5.00 of the warranty with 0.25 tax, 0.50 off the whole order, and the certificate.
    productTotal: Number(order['productTotal']) + 4.5,
    orderPriceAdjustments: [{ promotionId: 'whole', netPrice: -0.5, grossPrice: -0.5, tax: 0, basePrice: -0.5 }],
    taxTotal: Number((Number(order['taxTotal']) + 0.25).toFixed(2)),
    orderTotal: Number((Number(order['orderTotal']) + 4.5 + 0.25 + 25).toFixed(2)),
  };
}

/** An appeasement that went wrong: more is asked for than the price. */
function withSurcharge(): SimOrder {
  const order = whole('00000107', {
    lines: [{ productId: 'A', quantity: 1, unitMinor: 1000 }],
    taxRate: 0,
    shippingMinor: 0,
  });
  const [item] = order.productItems;
  const more = {
    itemText: 'Express handling',
    promotionId: 'handling',
    netPrice: 2,
    grossPrice: 2,
    tax: 0,
    basePrice: 2,
  };
  const changed = { ...item, priceAfterItemDiscount: 12, priceAfterOrderDiscount: 12, priceAdjustments: [more] };
  return { ...order, productItems: [changed] as never, productTotal: 12, orderTotal: 12 };
}

const cancelled = { status: 'cancelled', cancelCode: 'BUYER', cancelDescription: 'Ordered twice' };

/** Orders as the API shows them: both taxations, every discount, currencies of 0, 2 and 3 decimals, and each status. */
export const ORDERS: readonly SimOrder[] = [
  whole('00000101', { lineDiscountMinor: 1000, orderDiscountMinor: 333, shippingDiscountMinor: 599 }),
  whole('00000102', {
    taxation: 'gross',
    taxRate: 0.19,
    currency: 'EUR',
    lineDiscountMinor: 999,
    orderDiscountMinor: 250,
  }),
  whole('00000103', { currency: 'JPY', digits: 0, taxRate: 0.1, taxation: 'gross', orderDiscountMinor: 100 }),
  whole('00000104', { currency: 'KWD', digits: 3, taxRate: 0 }),
  { ...whole('00000105'), ...cancelled, businessType: 'b2b', channelType: 'callcenter' } as SimOrder,
  withOptions(),
  withSurcharge(),
  {
    ...whole('00000108'),
    status: 'completed',
    shippingStatus: 'shipped',
    paymentStatus: 'paid',
    channelType: 'tiktok',
  },
  { ...whole('00000109'), status: 'created' },
];

/** More lines than anybody buys. */
export const HUGE: SimOrder = whole('00000110', {
  lines: Array.from({ length: 500 }, (_, i) => ({ productId: `P-${i}`, quantity: 1 + (i % 3), unitMinor: 999 + i })),
});

/** The canonical order of one in the simulator. */
export function documentOf(order: SimOrder): OrderDocument {
  const decoded = decodeOrder(order);
  const record = decoded.ok && decoded.value.kind === 'documents' ? decoded.value.documents[0] : undefined;
  if (record?.name !== 'order') throw new Error(`order ${order.orderNo} is no order`);
  return record.document;
}

/** A shipment of all that an order has, or of its first line. */
export function shipmentOf(order: SimOrder, n: number, isWhole: boolean): ShipmentDocument {
  const lines = order.productItems.map(({ itemId, productId, quantity }) => ({
    lineExternalId: itemId,
    sku: productId,
    quantity,
  }));
  return {
    reference: `s-${n}`,
    orderExternalId: order.orderNo,
    lines: isWhole ? lines : lines.slice(0, 1),
    carrier: 'UPS',
    trackingNumber: `1Z${n}`,
    shippedAt: AT as never,
  };
}

const FEED = { file: '/on/demandware.servlet/webdav/Sites/Impex/src/crossdock/orders/orders.xml', modifiedAt: AT };

/** The same orders as records of the order feed. */
export const FEED_ORDERS: readonly unknown[] = ORDERS.map(feedRecord);

/** An order as a record of the order feed. */
export function feedRecord(order: SimOrder): unknown {
  const [record] = elements(ordersXml([order]), 'order');
  return { ...FEED, ...record };
}

/** Levels as records of the inventory feed, one of them of a product that is always in stock. */
export const FEED_LEVELS: readonly unknown[] = [
  ...[...elements(inventoryExport('inventory_m', { 'SKU-1': 12, 'SKU-2': 0 }), 'record')].map((record) => ({
    ...FEED,
    ...record,
    list: 'inventory_m',
  })),
  { ...FEED, list: 'inventory_m', xml: '<record product-id="SKU-3"><perpetual>true</perpetual></record>' },
];

const product = {
  id: 'apple-ipod-classic',
  brand: 'Apple',
  name: { default: 'Apple iPod Classic', de: 'Apple iPod' },
  onlineFlag: { default: true },
  ean: '4006381333931',
  upc: '036000291452',
  type: { master: false, item: true },
  price: 249.5,
  creationDate: AT,
  lastModified: AT,
};

export const PRODUCTS: readonly unknown[] = [
  product,
  { ...product, id: 'no-name', name: undefined, ean: 'none', onlineFlag: { default: false } },
  { ...product, id: 'family', type: { master: true } },
];

const customer = {
  customerNo: '00000012',
  customerId: 'absAzIVSkman3GPpSYluYBbLrB',
  firstName: 'Wei',
  lastName: 'Leung',
  email: 'w.leung@example.com',
  phoneMobile: '123-123-1234',
  birthday: '1999-12-31',
  preferredLocale: 'en-US',
  primaryAddress: { addressId: 'home', ...ADDRESS },
  creationDate: AT,
  lastModified: AT,
};

export const CUSTOMERS: readonly unknown[] = [
  { data: customer, relevance: 4.2 },
  {
    data: {
      ...customer,
      customerNo: '00000013',
      phoneMobile: undefined,
      phoneBusiness: '1',
      primaryAddress: undefined,
    },
    relevance: 1,
  },
];
