import { describe, expect, test } from 'vitest';
import { noAbort } from '../../../connectors/kit/conformance/lab.ts';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import { enterOrder, receive } from '../../../connectors/ofbiz/simulator/seed.ts';
import { totalOf } from '../../../connectors/ofbiz/simulator/services.ts';
import { OrderDocument, type ProductDocument, type StockDocument } from '../../../core/documents/index.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';
import { cancelOrder, pulled, pushOrder, start } from './server.ts';

const { pullStock, pullOrders, pullProducts } = ofbiz.capabilities;

const order = (more: object, lines: object = {}): OrderDocument => {
  const base = sampleOrder(1);
  return OrderDocument.parse({ ...base, ...more, lines: base.lines.map((line) => ({ ...line, ...lines })) });
};

describe('an order stored', () => {
  test('carries our reference, is approved, and comes to the same total with its address and e-mail', async () => {
    const { send, store } = await start();
    const sent = await send(pushOrder, sampleOrder(1), 'shop-1');
    expect(sent).toEqual({ ok: true, value: { externalId: '10000', number: '10000' } });
    const [header] = store.all('OrderHeader');
    expect(header).toMatchObject({
      orderName: 'shop-1',
      externalId: 'shop-1',
      statusId: 'ORDER_APPROVED',
      grandTotal: '49.88',
    });
    expect(totalOf(store, '10000')).toBe('49.88');
    expect(store.all('OrderItem').map(({ statusId }) => statusId)).toEqual(['ITEM_APPROVED', 'ITEM_APPROVED']);
    expect(store.all('PostalAddress')).toMatchObject([{ toName: 'Zoë Müller', countryGeoId: 'DEU', city: 'Köln' }]);
    expect(
      store
        .all('OrderContactMech')
        .map((row) => row['contactMechPurposeTypeId'])
        .toSorted(),
    ).toEqual(['BILLING_LOCATION', 'ORDER_EMAIL', 'SHIPPING_LOCATION']);
    expect(store.all('OrderPaymentPreference')).toMatchObject([{ statusId: 'PAYMENT_RECEIVED', maxAmount: '49.88' }]);
  });

  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'twice over %s is one order, one party and one address',
    async (transport) => {
      const { send, store } = await start({ transport });
      const first = await send(pushOrder, sampleOrder(1), 'shop-1');
      expect(await send(pushOrder, sampleOrder(1), 'shop-1')).toEqual(first);
      await send(pushOrder, sampleOrder(1), 'shop-2');
      expect(store.all('OrderHeader')).toHaveLength(2);
      expect(store.all('Person')).toHaveLength(1);
      expect(store.all('PostalAddress')).toHaveLength(1);
    },
  );

  test('whose every request lost its answer once is one order, one party and one address', async () => {
    const { bench, send, store } = await start();
    for (const service of ['createPerson', 'createPartyContactMech', 'createPartyPostalAddress', 'storeOrder']) {
      bench.proxy.plan({ kind: 'lost', match: service, times: 1 });
      expect(await send(pushOrder, sampleOrder(1), 'shop-1')).toMatchObject({ ok: false, error: { kind: 'in-doubt' } });
    }
    expect((await send(pushOrder, sampleOrder(1), 'shop-1')).ok).toBe(true);
    const made = ['OrderHeader', 'Person', 'PartyContactMech', 'PostalAddress'].map(
      (entity) => store.all(entity).length,
    );
    expect(made).toEqual([1, 1, 2, 1]);
    expect(store.all('OrderHeader')).toMatchObject([{ statusId: 'ORDER_APPROVED' }]);
  });

  test('under a reference longer than an id of OFBiz is found again', async () => {
    const { send, store } = await start();
    const reference = 'a-shop-with-a-long-name-5123456789012';
    const first = await send(pushOrder, sampleOrder(1), reference);
    expect(await send(pushOrder, sampleOrder(1), reference)).toEqual(first);
    expect(store.all('OrderHeader')).toMatchObject([{ orderName: reference }]);
    expect(String(store.all('OrderHeader')[0]?.['externalId'])).toHaveLength(20);
  });

  test.each([
    ['taxes on top', false, '58.43', 855],
    ['taxes inside the prices', true, '49.88', 718],
  ])('%s come to the same cent', async (_about, taxesIncluded, total, taxMinor) => {
    const { send, store } = await start();
    const { totals } = sampleOrder(1);
    const grandMinor = totals.grandMinor + (taxesIncluded ? 0 : taxMinor);
    // The tax of shipping stands on no line: it is a tax of the order.
    const taxed = order(
      { taxesIncluded, totals: { ...totals, taxMinor, grandMinor } },
      { taxes: [{ title: 'VAT', rate: '0.19', amountMinor: 300 }] },
    );
    expect((await send(pushOrder, taxed, 'shop-1')).ok).toBe(true);
    expect(totalOf(store, '10000')).toBe(total);
    const taxes = store.all('OrderAdjustment').filter((row) => String(row['orderAdjustmentTypeId']).endsWith('_TAX'));
    expect(taxes.map((row) => row['sourcePercentage'])).toEqual(['19', '19', undefined]);
    expect(taxes.every((row) => 'amountAlreadyIncluded' in row === taxesIncluded)).toBe(true);
  });

  test('a price finer than OFBiz keeps, and a discount, are named adjustments of their line', async () => {
    const { send, store } = await start();
    const { totals } = sampleOrder(1);
    const lines = [
      { externalId: '1', sku: 'MUG-01', quantity: 3, unitPrice: '1.23456', discountMinor: 50, totalMinor: 320 },
    ];
    const fine = OrderDocument.parse({
      ...sampleOrder(1),
      lines,
      totals: { ...totals, linesMinor: 320, discountMinor: 50, grandMinor: 320 + totals.shippingMinor },
    });
    expect((await send(pushOrder, fine, 'shop-1')).ok).toBe(true);
    expect(totalOf(store, '10000')).toBe('8.10');
    expect(store.all('OrderItem')).toMatchObject([{ unitPrice: '1.235' }]);
  });

  test.each([
    ['a product that OFBiz does not have', order({}, { sku: 'NOPE' }), 'unknown-product'],
    [
      'sums that differ from the total',
      order({ totals: { ...sampleOrder(1).totals, grandMinor: 1 } }),
      'total-differs',
    ],
    ['a currency finer than its amounts', order({ currency: 'KWD' }), 'currency-too-fine'],
    [
      'a country that OFBiz does not have',
      order({ shippingAddress: { line1: 'a', city: 'b', postalCode: 'c', country: 'XX' } }),
      'unknown-country',
    ],
    [
      'an address without a street',
      order({ shippingAddress: { city: 'b', postalCode: 'c', country: 'DE' } }),
      'address-incomplete',
    ],
    ['a production order', order({ kind: 'production' }), 'kind-not-taken'],
    ['a purchase from a supplier that is not there', order({ kind: 'purchase' }), 'unknown-supplier'],
  ])('%s is refused by name, and nothing is left', async (_about, document, code) => {
    const { send, store } = await start();
    expect(await send(pushOrder, document, 'shop-1')).toMatchObject({ ok: false, error: { kind: 'permanent', code } });
    expect(store.all('OrderHeader')).toEqual([]);
  });

  test('a purchase order goes to its supplier', async () => {
    const { send, store } = await start();
    const document = order({ kind: 'purchase', customer: { externalId: 'DemoSupplier' } });
    expect((await send(pushOrder, document, 'po-1')).ok).toBe(true);
    expect(store.all('OrderHeader')).toMatchObject([{ orderTypeId: 'PURCHASE_ORDER', statusId: 'ORDER_APPROVED' }]);
    expect(store.all('OrderRole')).toMatchObject([{ partyId: 'DemoSupplier', roleTypeId: 'SUPPLIER_AGENT' }]);
  });

  test('one that was left before its approval is taken up; one that people hold is left alone', async () => {
    const { send, store } = await start();
    for (const statusId of ['ORDER_CREATED', 'ORDER_HOLD'])
      store.update('OrderHeader', enterOrder(store, 'MUG-01'), { statusId, externalId: statusId, orderName: statusId });
    expect((await send(pushOrder, sampleOrder(1), 'ORDER_CREATED')).ok).toBe(true);
    expect((await send(pushOrder, sampleOrder(1), 'ORDER_HOLD')).ok).toBe(true);
    expect(store.all('OrderHeader').map((row) => row['statusId'])).toEqual(['ORDER_APPROVED', 'ORDER_HOLD']);
  });

  test('a server whose storeOrder takes no maps says so, and SOAP needs none', async () => {
    const plain = await start({ takesMaps: false });
    expect(await plain.send(pushOrder, sampleOrder(1), 'shop-1')).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'ofbiz-refused', message: expect.stringContaining('GenericValue') as string },
    });
    const soap = await start({ takesMaps: false, transport: 'soap' });
    expect((await soap.send(pushOrder, sampleOrder(1), 'shop-1')).ok).toBe(true);
  });
});

describe('an order cancelled', () => {
  test('with its items; again changes nothing; a completed one is refused', async () => {
    const { send, store } = await start();
    await send(pushOrder, sampleOrder(1), 'shop-1');
    expect(await send(cancelOrder, sampleOrder(1), 'shop-1')).toMatchObject({
      ok: true,
      value: { externalId: '10000' },
    });
    expect((await send(cancelOrder, sampleOrder(1), 'shop-1')).ok).toBe(true);
    expect(store.all('OrderItem').map((row) => row['statusId'])).toEqual(['ITEM_CANCELLED', 'ITEM_CANCELLED']);
    const done = enterOrder(store, 'MUG-01');
    store.update('OrderHeader', done, { statusId: 'ORDER_COMPLETED', externalId: 'shop-2', orderName: 'shop-2' });
    expect(await send(cancelOrder, sampleOrder(2), 'shop-2')).toMatchObject({
      ok: false,
      error: { kind: 'permanent' },
    });
  });

  test('one that is not there yet is looked for again', async () => {
    const { send } = await start();
    expect(await send(cancelOrder, sampleOrder(1), 'shop-1')).toMatchObject({
      ok: false,
      error: { kind: 'retryable' },
    });
  });
});

describe('what is read', () => {
  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'is the same over %s, whatever zone the server runs in',
    async (transport) => {
      const now = (): number => Date.UTC(2026, 6, 1, 12);
      const { store, client } = await start({ transport, timeZone: 'America/New_York', now }, { stock: 'available' });
      const header = enterOrder(store, 'MUG-01');
      const orders = await pulled<OrderDocument>(pullOrders as never, client);
      expect(orders.documents).toMatchObject([
        {
          externalId: header['orderId'],
          placedAt: '2026-07-01T12:00:00.000Z',
          paymentState: 'paid',
          lines: [{ sku: 'MUG-01', quantity: 2, totalMinor: 3998, taxes: [{ rate: '0.19', amountMinor: 760 }] }],
          totals: { shippingMinor: 490, taxMinor: 760, feesMinor: 0, roundingMinor: 0, grandMinor: 5248 },
        },
      ]);
      const levels = await pulled<StockDocument>(pullStock as never, client);
      expect(levels.documents[0]).toMatchObject({
        sku: 'MUG-01',
        quantity: 98,
        measure: 'available',
        asOf: '2026-07-01T12:00:00.000Z',
      });
    },
  );

  test('orders that the hub sent are left out by name, and so are kinds that the connection does not read', async () => {
    const { send, store, client } = await start({}, { orders: 'purchase' });
    await send(pushOrder, order({ kind: 'purchase', customer: { externalId: 'DemoSupplier' } }), 'po-1');
    enterOrder(store, 'MUG-01');
    enterOrder(store, 'TEA-02', 'PURCHASE_ORDER');
    const { documents, ignored } = await pulled<OrderDocument>(pullOrders as never, client);
    expect(ignored).toEqual(['sent-from-here']);
    expect(documents).toMatchObject([
      { kind: 'purchase', customer: { externalId: 'DemoSupplier', name: 'Demo Supplier' } },
    ]);
  });

  test('an order whose item alone changed is told again', async () => {
    let now = Date.UTC(2026, 6, 1);
    const { store, client } = await start({ now: () => now });
    enterOrder(store, 'MUG-01');
    const { at } = await pulled(pullOrders as never, client);
    now += 3_600_000;
    const [item] = store.all('OrderItem');
    if (item) store.update('OrderItem', item, { cancelQuantity: '1' });
    const { documents } = await pulled<OrderDocument>(pullOrders as never, client, at);
    expect(documents.at(-1)?.lines).toMatchObject([{ quantity: 1, totalMinor: 1999 }]);
  });

  test('a SKU is the good identification that the connection names', async () => {
    const { store, client } = await start({}, { skuType: 'SKU', facilities: ['Elsewhere'] });
    store.insert('GoodIdentification', { goodIdentificationTypeId: 'SKU', productId: 'MUG-01', idValue: 'CUP' });
    receive(store, 'MUG-01', 7, 'Elsewhere');
    const products = await pulled<ProductDocument>(pullProducts as never, client);
    expect(products.documents).toMatchObject([{ externalId: 'MUG-01', sku: 'CUP', weightGrams: 400 }]);
    expect(products.ignored).toEqual(['product-without-sku']);
    const levels = await pulled<StockDocument>(pullStock as never, client);
    expect(levels.documents).toMatchObject([{ sku: 'CUP', location: 'Elsewhere', quantity: 7, measure: 'on-hand' }]);
  });

  test('a service is called under the name that it is exported by', async () => {
    const { bench, client } = await start({}, { services: { findOrders: 'acmeFindOrders' } });
    expect(await ofbiz.check(client, noAbort())).toMatchObject({ ok: false, error: { code: 'ofbiz-not-exported' } });
    expect(bench.proxy.requests.at(-1)).toContain('/rest/services/acmeFindOrders');
  });
});
