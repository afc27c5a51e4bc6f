import type { PaymentState } from '../../core/documents/index.ts';

/** OFBiz's codes as the hub's, from its seed data. A code that is in no table is named and ignored, never guessed. */

/** OrderHeader.statusId: whether the order still has to be approved. */
export const ORDER_STATES: ReadonlyMap<string, 'created' | 'open' | 'held' | 'cancelled'> = new Map([
  ['ORDER_CREATED', 'created'],
  ['ORDER_PROCESSING', 'created'],
  ['ORDER_APPROVED', 'open'],
  ['ORDER_SENT', 'open'],
  ['ORDER_HOLD', 'held'],
  ['ORDER_COMPLETED', 'open'],
  ['ORDER_REJECTED', 'cancelled'],
  ['ORDER_CANCELLED', 'cancelled'],
]);

/** OrderItem.statusId of items that are no longer wanted. */
export const ITEMS_GONE: ReadonlySet<string> = new Set(['ITEM_CANCELLED', 'ITEM_REJECTED']);

/** OrderHeader.orderTypeId. */
export const ORDER_KINDS: ReadonlyMap<string, 'sales' | 'purchase'> = new Map([
  ['SALES_ORDER', 'sales'],
  ['PURCHASE_ORDER', 'purchase'],
]);

/** Enumeration ORDER_SALES_CHANNEL; those that say nothing of the kind of shop are not here. */
export const CHANNELS: ReadonlyMap<string, 'online' | 'marketplace' | 'store' | 'phone'> = new Map([
  ['WEB_SALES_CHANNEL', 'online'],
  ['EBAY_SALES_CHANNEL', 'marketplace'],
  ['POS_SALES_CHANNEL', 'store'],
  ['PHONE_SALES_CHANNEL', 'phone'],
]);

/** OrderPaymentPreference.statusId. */
export const PAYMENT_STATES: ReadonlyMap<string, PaymentState> = new Map([
  ['PAYMENT_NOT_RECEIVED', 'pending'],
  ['PAYMENT_RECEIVED', 'paid'],
  ['PAYMENT_NOT_AUTH', 'pending'],
  ['PAYMENT_AUTHORIZED', 'authorized'],
  ['PAYMENT_SETTLED', 'paid'],
  ['PAYMENT_REFUNDED', 'refunded'],
]);

/** Payment.paymentTypeId: money of customers, and back to them. Others are of suppliers, taxes and wages. */
export const PAYMENT_KINDS: ReadonlyMap<string, 'sale' | 'refund'> = new Map([
  ['CUSTOMER_PAYMENT', 'sale'],
  ['CUSTOMER_REFUND', 'refund'],
]);

/** Payment.statusId. */
export const PAYMENT_STATUSES: ReadonlyMap<string, 'pending' | 'succeeded' | 'failed'> = new Map([
  ['PMNT_NOT_PAID', 'pending'],
  ['PMNT_RECEIVED', 'succeeded'],
  ['PMNT_SENT', 'succeeded'],
  ['PMNT_CONFIRMED', 'succeeded'],
  ['PMNT_CANCELLED', 'failed'],
  ['PMNT_VOID', 'failed'],
]);

/** Requirement.statusId: whether the goods are to come and nobody has ordered them yet. */
export const REQUIREMENT_STATES: ReadonlyMap<string, 'proposed' | 'approved' | 'over'> = new Map([
  ['REQ_CREATED', 'proposed'],
  ['REQ_PROPOSED', 'proposed'],
  ['REQ_APPROVED', 'approved'],
  ['REQ_ORDERED', 'over'],
  ['REQ_REJECTED', 'over'],
  ['REQ_CLOSED', 'over'],
]);

/** Roles by which a party is a customer. */
export const CUSTOMER_ROLES: ReadonlySet<string> = new Set(['CUSTOMER', 'BILL_TO_CUSTOMER', 'PLACING_CUSTOMER']);

/** Shipment.statusId, in the order in which a shipment goes through them. */
export const SHIPMENT_STATES: ReadonlyMap<string, 'open' | 'packed' | 'shipped' | 'cancelled'> = new Map([
  ['SHIPMENT_INPUT', 'open'],
  ['SHIPMENT_SCHEDULED', 'open'],
  ['SHIPMENT_PICKED', 'open'],
  ['SHIPMENT_PACKED', 'packed'],
  ['SHIPMENT_SHIPPED', 'shipped'],
  ['SHIPMENT_DELIVERED', 'shipped'],
  ['SHIPMENT_CANCELLED', 'cancelled'],
]);

/** ReturnHeader.statusId: whether the goods are back. */
export const RETURN_STATES: ReadonlyMap<string, 'awaited' | 'back' | 'cancelled'> = new Map([
  ['RETURN_REQUESTED', 'awaited'],
  ['RETURN_ACCEPTED', 'awaited'],
  ['RETURN_RECEIVED', 'back'],
  ['RETURN_COMPLETED', 'back'],
  ['RETURN_MAN_REFUND', 'back'],
  ['RETURN_CANCELLED', 'cancelled'],
]);

/** OrderAdjustment.orderAdjustmentTypeId that is a reduction of the price; taxes and shipping have names of their own. */
export const DISCOUNTS: ReadonlySet<string> = new Set(['PROMOTION_ADJUSTMENT', 'DISCOUNT_ADJUSTMENT']);

/** Grams of one unit of OFBiz's weight units; the avoirdupois pound is 453.59237 g by definition. */
export const GRAMS: ReadonlyMap<string, number> = new Map([
  ['WT_g', 1],
  ['WT_kg', 1000],
  ['WT_oz', 28.349523125],
  ['WT_lb', 453.59237],
]);
