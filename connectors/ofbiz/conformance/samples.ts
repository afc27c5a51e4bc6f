import type { CustomerItem } from '../customers.ts';
import type { OrderItem } from '../orderItems.ts';
import type { PaymentItem } from '../payments.ts';
import type { ProductItem } from '../products.ts';
import type { RequirementItem } from '../requirements.ts';
import type { ReturnItem } from '../returns.ts';
import type { ShipmentItem } from '../shipments.ts';
import type { StockItem } from '../stock.ts';

const AT = '2026-06-01T12:00:00.000Z';

type Made = { readonly currency?: string; readonly price?: string; readonly count?: number };

/** A sales order of some lines with taxes on top, a discount, shipping and an address. */
function order({ currency = 'EUR', price = '19.99', count = 2 }: Made = {}): OrderItem {
  const seq = (n: number): string => String(n + 1).padStart(5, '0');
  const stamp = { lastUpdatedStamp: AT, orderId: 'WS10000' };
  const items = Array.from({ length: count }, (_, n) => ({
    ...stamp,
    orderItemSeqId: seq(n),
    statusId: 'ITEM_APPROVED',
    productId: `GZ-${n}`,
    sku: `GZ-${n}`,
    itemDescription: 'Stoneware mug',
    quantity: '2',
    unitPrice: price,
  }));
  const sum = Number(price) * 2 * count;
  const tax = currency === 'JPY' ? 100 : 1.5;
  return {
    orderId: 'WS10000',
    lastUpdatedStamp: AT,
    header: {
      ...stamp,
      orderTypeId: 'SALES_ORDER',
      statusId: 'ORDER_APPROVED',
      currencyUom: currency,
      orderDate: '2026-05-31T08:15:00.000Z',
      grandTotal: String(Math.round((sum + tax) * 1000) / 1000),
      salesChannelEnumId: 'WEB_SALES_CHANNEL',
    },
    items,
    adjustments: [
      {
        ...stamp,
        orderAdjustmentTypeId: 'SALES_TAX',
        orderItemSeqId: '00001',
        shipGroupSeqId: '_NA_',
        comments: 'State tax',
        amount: String(tax),
        sourcePercentage: '7.75',
      },
    ],
    payments: [{ ...stamp, statusId: 'PAYMENT_RECEIVED', paymentMethodTypeId: 'EXT_OFFLINE' }],
    contacts: [],
  };
}

const CONTACTS: OrderItem['contacts'] = [
  {
    contactMechPurposeTypeId: 'ORDER_EMAIL',
    contactMechTypeId: 'EMAIL_ADDRESS',
    contactMechId: '1',
    infoString: 'zoe@example.com',
  },
  {
    contactMechPurposeTypeId: 'SHIPPING_LOCATION',
    contactMechId: '2',
    toName: 'Zoë Müller',
    attnName: 'Müller Ltd',
    address1: 'Hauptstraße 1',
    address2: 'Second floor',
    city: 'Köln',
    postalCode: '50667',
    country: 'DE',
    subdivision: 'NW',
  },
  {
    contactMechPurposeTypeId: 'PHONE_SHIPPING',
    contactMechId: '3',
    countryCode: '49',
    areaCode: '221',
    contactNumber: '12345',
  },
];

const full: OrderItem = {
  ...order(),
  header: { ...order().header, grandTotal: '82.36' },
  adjustments: [
    { orderAdjustmentTypeId: 'PROMOTION_ADJUSTMENT', orderItemSeqId: '_NA_', amount: '-5' },
    { orderAdjustmentTypeId: 'SHIPPING_CHARGES', orderItemSeqId: '_NA_', shipGroupSeqId: '00001', amount: '4.9' },
    { orderAdjustmentTypeId: 'FEE', orderItemSeqId: '_NA_', description: 'Gift wrap', amount: '2.5' },
    {
      orderAdjustmentTypeId: 'VAT_TAX',
      orderItemSeqId: '00002',
      description: 'VAT',
      amountAlreadyIncluded: '6.38',
      sourcePercentage: '19',
    },
  ],
  contacts: CONTACTS,
  party: { partyId: 'DemoCustomer', name: 'Zoë Müller' },
};

const purchase: OrderItem = {
  ...order(),
  header: { ...order().header, orderTypeId: 'PURCHASE_ORDER' },
  party: { partyId: 'DemoSupplier', name: 'Demo Supplier' },
};

/** A purchase of which a part came in. */
const coming: OrderItem = {
  ...purchase,
  items: purchase.items.map((line) => ({ ...line, estimatedDeliveryDate: '2026-06-20T00:00:00.000Z' })),
  receipts: [
    { receiptId: '1', orderId: 'WS10000', orderItemSeqId: '00001', quantityAccepted: '1', lastUpdatedStamp: AT },
  ],
  facilityId: 'WebStoreWarehouse',
};

const requirement: RequirementItem = {
  orderId: 'requirement-10000',
  lastUpdatedStamp: AT,
  requirement: {
    requirementId: '10000',
    statusId: 'REQ_APPROVED',
    sku: 'GZ-1',
    quantity: '40',
    facilityId: 'WebStoreWarehouse',
    requiredByDate: '2026-07-01T00:00:00.000Z',
    description: 'below the reorder point',
    currency: 'EUR',
  },
};

const cancelled: OrderItem = { ...order(), header: { ...order().header, statusId: 'ORDER_CANCELLED' } };

/** Shipping with a tax of its own, and one on the whole order. */
const taxedShipping: OrderItem = {
  ...order(),
  adjustments: [
    { orderAdjustmentTypeId: 'SHIPPING_CHARGES', orderItemSeqId: '_NA_', shipGroupSeqId: '00001', amount: '4.9' },
    { orderAdjustmentTypeId: 'SALES_TAX', orderItemSeqId: '_NA_', shipGroupSeqId: '00001', amount: '0.93' },
    { orderAdjustmentTypeId: 'SALES_TAX', orderItemSeqId: '_NA_', shipGroupSeqId: '_NA_', amount: '1.5' },
  ],
};

export const ORDERS: readonly (OrderItem | RequirementItem)[] = [
  full,
  taxedShipping,
  purchase,
  coming,
  requirement,
  cancelled,
  order({ currency: 'JPY', price: '1500' }),
  order({ currency: 'KWD', price: '1.255' }),
];
export const HUGE = order({ count: 500, price: '3' });

export const LEVELS: readonly StockItem[] = (['on-hand', 'available'] as const).map((measure) => ({
  level: 'WebStoreWarehouse/GZ-1',
  sku: 'GZ-1',
  facilityId: 'WebStoreWarehouse',
  quantityOnHandTotal: '12.000000',
  availableToPromiseTotal: '10.000000',
  measure,
  lastUpdatedStamp: AT,
}));

export const PRODUCT: ProductItem = {
  productId: 'GZ-1',
  skuType: 'SKU',
  lastUpdatedStamp: AT,
  product: {
    productId: 'GZ-1',
    productName: 'Stoneware mug',
    internalName: 'mug',
    isVirtual: 'N',
    shippingWeight: '0.4',
    weightUomId: 'WT_kg',
    salesDiscontinuationDate: '2026-12-31T00:00:00.000Z',
    lastUpdatedStamp: AT,
  },
  identifications: [
    { goodIdentificationTypeId: 'SKU', productId: 'GZ-1', idValue: 'MUG-01' },
    { goodIdentificationTypeId: 'EAN', productId: 'GZ-1', idValue: '4006381333931' },
  ],
};

export const CUSTOMER: CustomerItem = {
  partyId: 'DemoCustomer',
  name: 'Zoë Müller',
  lastUpdatedStamp: AT,
  contacts: CONTACTS,
};

export const SHIPMENT: ShipmentItem = {
  shipmentId: '10000',
  lastUpdatedStamp: AT,
  statusId: 'SHIPMENT_SHIPPED',
  originFacilityId: 'WebStoreWarehouse',
  issued: [
    { orderKey: 'WS10000', sku: 'GZ-1', quantity: '3', cancelQuantity: '1' },
    { orderKey: 'shop-5123', sku: 'GZ-1', quantity: '1' },
  ],
  carrierPartyId: 'UPS',
  trackingIdNumber: '1Z999AA10123456784',
  actualStartDate: AT,
};

export const RETURN: ReturnItem = {
  returnId: '10000',
  lastUpdatedStamp: AT,
  statusId: 'RETURN_RECEIVED',
  currencyUomId: 'EUR',
  entryDate: AT,
  items: [
    {
      orderKey: 'WS10000',
      orderItemSeqId: '00001',
      sku: 'GZ-1',
      returnQuantity: '2',
      receivedQuantity: '1',
      returnPrice: '19.99',
      expectedItemStatus: 'INV_AVAILABLE',
    },
    { sku: 'GZ-2', returnQuantity: '1' },
  ],
};

const money: PaymentItem = {
  paymentId: '10000',
  lastUpdatedStamp: AT,
  paymentTypeId: 'CUSTOMER_PAYMENT',
  statusId: 'PMNT_RECEIVED',
  paymentMethodTypeId: 'EFT_ACCOUNT',
  amount: '52.48',
  currencyUomId: 'EUR',
  paid: [{ orderKey: 'WS10000' }],
};

/** For one order; back to its buyer; by invoices of two orders. */
export const PAYMENTS: readonly PaymentItem[] = [
  money,
  { ...money, paymentId: '10001', paymentTypeId: 'CUSTOMER_REFUND', statusId: 'PMNT_SENT' },
  {
    ...money,
    paymentId: '10002',
    amount: '100',
    paid: [
      { orderKey: 'WS10000', amount: '52.48' },
      { orderKey: 'shop-5123', amount: '47.52' },
    ],
  },
];
