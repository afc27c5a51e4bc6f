import type { KeptRaw } from '../../kit/conformance/subject.ts';

const PARTS = 'a part by itself: the newest of all parts is the version of the whole';

/** Why fields stay in the message alone. */
export const KEPT_RAW: readonly KeptRaw[] = [
  { of: 'order', at: '/*/lastUpdatedStamp', why: PARTS },
  { of: 'order', at: '/*/*/lastUpdatedStamp', why: PARTS },
  { of: 'order', at: '/*/orderId', why: 'stands on the order itself' },
  { of: 'order', at: '/*/*/orderId', why: 'stands on the order itself' },
  { of: 'order', at: '/*/*/contactMechId', why: 'the key of a contact mechanism, whose content is carried' },
  { of: 'order', at: '/payments/*/paymentMethodTypeId', why: 'the state of all payments is carried, not each of them' },
  { of: 'order', at: '/items/*/productId', why: 'the key of the product, whose SKU is carried' },
  { of: 'order', at: '/contacts/*/contactMechTypeId', why: 'what a contact mechanism holds tells its kind' },
  { of: 'customer', at: '/contacts/*/contactMechId', why: 'the key of a contact mechanism, whose content is carried' },
  { of: 'customer', at: '/contacts/*/contactMechPurposeTypeId', why: 'chooses among several of a kind' },
  { of: 'shipment', at: '/lastUpdatedStamp', why: 'the version of the message; the document has the day of shipping' },
  { of: 'return', at: '/lastUpdatedStamp', why: 'the version of the message; the document has the day of the return' },
  { of: 'order', at: '/receipts/*/receiptId', why: 'the key of a receipt, whose units are taken off what is to come' },
  { of: 'order', at: '/requirement/requirementId', why: 'stands in the key of the item' },
  { of: 'stock', at: '/level', why: 'facility and product together, as they are carried' },
  { of: 'product', at: '/product/productId', why: 'stands on the item itself' },
  { of: 'product', at: '/product/isVirtual', why: 'Y is a heading over variants, which is ignored by name' },
  { of: 'product', at: '/product/internalName', why: 'the title where there is no productName' },
  { of: 'product', at: '/product/lastUpdatedStamp', why: PARTS },
  { of: 'product', at: '/identifications/*/productId', why: 'stands on the item itself' },
];

/** Codes that change what an order means. */
export const CODES: readonly string[] = [
  'ORDER_CANCELLED',
  'ITEM_CANCELLED',
  'PAYMENT_CANCELLED',
  'PAYMENT_AUTHORIZED',
  'PURCHASE_ORDER',
  'PHONE_SALES_CHANNEL',
  'DISCOUNT_ADJUSTMENT',
  'SALES_TAX',
  'FEE',
  '_NA_',
];
