import type { Row, Store } from './store.ts';

const RECEIVED = { statusId: 'PMNT_RECEIVED', paymentMethodTypeId: 'EFT_ACCOUNT', currencyUomId: 'EUR' };

/** Money of a customer for an order, by its payment preference. */
export function enterPayment(store: Store, { orderId = '' }: Row, fields: Readonly<Record<string, string>> = {}): Row {
  const paymentPreferenceId = store.one('OrderPaymentPreference', { orderId })?.['orderPaymentPreferenceId'];
  const terms = { paymentTypeId: 'CUSTOMER_PAYMENT', ...RECEIVED, amount: '52.48', paymentPreferenceId };
  return store.insert('Payment', { paymentId: store.next('Payment'), ...terms, ...fields });
}

/** Money of a customer that was applied to an invoice for each of some orders, in parts. */
export function enterInvoicedPayment(store: Store, orders: readonly Row[], amounts: readonly string[]): Row {
  const paymentId = store.next('Payment');
  const amount = String(amounts.reduce((sum, each) => sum + Number(each), 0));
  const payment = store.insert('Payment', { paymentId, paymentTypeId: 'CUSTOMER_PAYMENT', ...RECEIVED, amount });
  for (const [i, { orderId = '' }] of orders.entries()) {
    const invoiceId = store.next('Invoice');
    const keys = { orderId, orderItemSeqId: '00001', invoiceId, invoiceItemSeqId: '00001' };
    store.insert('OrderItemBilling', { ...keys, quantity: '2', amount: '19.99' });
    const paymentApplicationId = store.next('PaymentApplication');
    store.insert('PaymentApplication', { paymentApplicationId, paymentId, invoiceId, amountApplied: amounts[i] });
  }
  return payment;
}

/** Goods that somebody is to order. */
export function enterRequirement(store: Store, productId: string, fields: Readonly<Record<string, string>> = {}): Row {
  const requirementId = store.next('Requirement');
  const terms = { requirementTypeId: 'PRODUCT_REQUIREMENT', statusId: 'REQ_APPROVED', quantity: '40.000000' };
  const facilityId = 'WebStoreWarehouse';
  return store.insert('Requirement', { requirementId, productId, facilityId, ...terms, ...fields });
}

/** Units of the first item of a purchase order that came in. */
export function enterReceipt(store: Store, { orderId = '' }: Row, quantityAccepted: string): Row {
  const keys = { receiptId: store.next('ShipmentReceipt'), orderId, orderItemSeqId: '00001' };
  return store.insert('ShipmentReceipt', { ...keys, quantityAccepted, quantityRejected: '0' });
}
