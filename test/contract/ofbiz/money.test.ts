import { describe, expect, test } from 'vitest';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import { enterOrder } from '../../../connectors/ofbiz/simulator/seed.ts';
import {
  enterInvoicedPayment,
  enterPayment,
  enterReceipt,
  enterRequirement,
} from '../../../connectors/ofbiz/simulator/seedMoney.ts';
import type { OrderDocument, PaymentDocument } from '../../../core/documents/index.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';
import { pulled, pushOrder, start } from './server.ts';

const { pullOrders, pullPayments } = ofbiz.capabilities;
const NOON = (): number => Date.UTC(2026, 6, 1, 12);
const paid = { ...sampleOrder(1), paymentState: 'paid' };

describe('a payment booked', () => {
  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'over %s with its order, once, and not read back',
    async (transport) => {
      const { send, store, client, bench } = await start({ transport, now: NOON }, { booksPayments: true });
      bench.proxy.plan({ kind: 'lost', match: 'createPayment', times: 1 });
      expect(await send(pushOrder, paid, 'shop-1')).toMatchObject({ ok: false, error: { kind: 'in-doubt' } });
      expect((await send(pushOrder, paid, 'shop-1')).ok).toBe(true);
      expect((await send(pushOrder, paid, 'shop-1')).ok).toBe(true);
      const buyer = store.one('OrderRole', { roleTypeId: 'BILL_TO_CUSTOMER' })?.['partyId'];
      expect(store.all('Payment')).toMatchObject([
        { paymentTypeId: 'CUSTOMER_PAYMENT', statusId: 'PMNT_RECEIVED', amount: '49.88', paymentRefNum: 'shop-1' },
      ]);
      expect(store.all('Payment')).toMatchObject([{ partyIdFrom: buyer, partyIdTo: 'Company' }]);
      expect((await pulled(pullPayments as never, client)).ignored).toEqual(['sent-from-here']);
    },
  );

  test('is none for an order that is not paid, nor where the connection wants none', async () => {
    const { send, store } = await start({}, { booksPayments: true });
    expect((await send(pushOrder, { ...paid, paymentState: 'authorized' }, 'shop-1')).ok).toBe(true);
    expect(store.all('Payment')).toEqual([]);
    const other = await start();
    expect((await other.send(pushOrder, paid, 'shop-1')).ok).toBe(true);
    expect(other.store.all('Payment')).toEqual([]);
  });
});

describe('payments read', () => {
  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'over %s belong to the order of their preference',
    async (transport) => {
      const { store, client, send } = await start({ transport, now: NOON });
      const order = enterOrder(store, 'MUG-01');
      await send(pushOrder, sampleOrder(1), 'shop-1');
      enterPayment(store, order);
      const ours = store.one('OrderHeader', { orderName: 'shop-1' }) ?? {};
      enterPayment(store, ours, { paymentTypeId: 'CUSTOMER_REFUND', statusId: 'PMNT_SENT', amount: '5.00' });
      enterPayment(store, order, { paymentTypeId: 'VENDOR_PAYMENT' });
      enterPayment(store, order, { statusId: 'PMNT_ELSEWHERE' });
      const { documents, ignored } = await pulled<PaymentDocument>(pullPayments as never, client);
      const terms = { method: 'EFT_ACCOUNT', status: 'succeeded', currency: 'EUR', at: '2026-07-01T12:00:00.000Z' };
      expect(documents).toEqual([
        { externalId: '10000', orderExternalId: order['orderId'], kind: 'sale', amountMinor: 5248, ...terms },
        { externalId: '10001', orderExternalId: 'shop-1', kind: 'refund', amountMinor: 500, ...terms },
      ]);
      expect(ignored).toEqual(['payment-type-VENDOR_PAYMENT', 'payment-status-PMNT_ELSEWHERE']);
    },
  );

  test('without a preference belong to the orders on the invoices that they are applied to, when they are', async () => {
    let now = NOON();
    const { store, client } = await start({ now: () => now });
    const orders = [enterOrder(store, 'MUG-01'), enterOrder(store, 'TEA-02')];
    const payment = enterInvoicedPayment(store, [], ['100']);
    const before = await pulled<PaymentDocument>(pullPayments as never, client);
    expect(before.ignored).toEqual(['payment-without-order']);
    now += 3_600_000;
    const key = { paymentId: payment['paymentId'] };
    for (const [i, order] of orders.entries()) {
      const invoiceId = `INV${i}`;
      const keys = { orderId: order['orderId'], orderItemSeqId: '00001', invoiceId, invoiceItemSeqId: '1' };
      store.insert('OrderItemBilling', keys);
      const amountApplied = ['52.48', '47.52'][i];
      store.insert('PaymentApplication', { paymentApplicationId: `A${i}`, ...key, invoiceId, amountApplied });
    }
    const after = await pulled<PaymentDocument>(pullPayments as never, client, before.at);
    // Told by the payment and by its applications, under one name.
    expect(new Map(after.documents.map(({ externalId, amountMinor }) => [externalId, amountMinor]))).toEqual(
      new Map([
        [`10000/${orders[0]?.['orderId']}`, 5248],
        [`10000/${orders[1]?.['orderId']}`, 4752],
      ]),
    );
    store.insert('OrderItemBilling', {
      orderId: orders[1]?.['orderId'],
      invoiceId: 'INV0',
      invoiceItemSeqId: '2',
      orderItemSeqId: '1',
    });
    expect((await pulled(pullPayments as never, client)).ignored).toEqual(['invoice-of-several-orders']);
  });
});

describe('what is to come', () => {
  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'over %s: a purchase order with its day and place, less what came in, until all did',
    async (transport) => {
      let now = NOON();
      const { store, client } = await start({ transport, now: () => now }, { orders: 'purchase' });
      const order = enterOrder(store, 'MUG-01', 'PURCHASE_ORDER');
      const { orderId = '' } = order;
      store.insert('OrderItemShipGroup', { orderId, shipGroupSeqId: '00001', facilityId: 'WebStoreWarehouse' });
      const [item] = store.all('OrderItem');
      if (item) store.update('OrderItem', item, { estimatedDeliveryDate: '2026-07-20 00:00:00.0' });
      const first = await pulled<OrderDocument>(pullOrders as never, client);
      const place = { kind: 'purchase', collectAt: 'WebStoreWarehouse', deliverBy: '2026-07-20T00:00:00.000Z' };
      expect(first.documents).toMatchObject([{ ...place, lines: [{ quantity: 2 }] }]);
      now += 3_600_000;
      enterReceipt(store, order, '1.000000');
      const part = await pulled<OrderDocument>(pullOrders as never, client, first.at);
      expect(part.documents.at(-1)).toMatchObject({ ...place, lines: [{ quantity: 1, totalMinor: 1999 }] });
      now += 3_600_000;
      enterReceipt(store, order, '1.000000');
      const all = await pulled<OrderDocument>(pullOrders as never, client, part.at);
      expect(all.documents.at(-1)).toMatchObject({ cancelReason: 'all of it came in' });
    },
  );

  test('a requirement once it is approved, until it is ordered; not where the connection reads none', async () => {
    let now = NOON();
    const { store, client } = await start({ now: () => now }, { requirementCurrency: 'EUR' });
    const proposed = { statusId: 'REQ_PROPOSED', requiredByDate: '2026-08-01 00:00:00.0' };
    const requirement = enterRequirement(store, 'MUG-01', proposed);
    enterOrder(store, 'TEA-02');
    const first = await pulled<OrderDocument>(pullOrders as never, client);
    expect(first.ignored).toEqual(['requirement-proposed']);
    const documents: OrderDocument[] = [];
    let { at } = first;
    for (const statusId of ['REQ_APPROVED', 'REQ_ORDERED']) {
      now += 3_600_000;
      store.update('Requirement', requirement, { statusId });
      const told = await pulled<OrderDocument>(pullOrders as never, client, at);
      at = told.at;
      documents.push(...told.documents.filter(({ kind }) => kind === 'purchase'));
    }
    const purchase = {
      ...{ externalId: 'requirement-10000', collectAt: 'WebStoreWarehouse', deliverBy: '2026-08-01T00:00:00.000Z' },
      lines: [{ sku: 'MUG-01', quantity: 40 }],
    };
    expect(documents).toMatchObject([purchase, { ...purchase, cancelReason: 'REQ_ORDERED' }]);
    const none = await start();
    enterRequirement(none.store, 'MUG-01');
    expect((await pulled(pullOrders as never, none.client)).documents).toEqual([]);
  });
});
