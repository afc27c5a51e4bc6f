import { describe, expect, test } from 'vitest';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import { enterCustomer, enterOrder, enterReturn, enterShipment } from '../../../connectors/ofbiz/simulator/seed.ts';
import type { CustomerDocument, ReturnDocument, ShipmentDocument } from '../../../core/documents/index.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';
import { pulled, pushOrder, pushShipment, start } from './server.ts';

const { pullCustomers, pullShipments, pullReturns } = ofbiz.capabilities;

describe('a shipment told', () => {
  const shipment = (order: unknown, quantity: number, more: object = {}) => ({
    ...{ reference: 'shop-1-F1', orderExternalId: order, location: 'WebStoreWarehouse' },
    ...{
      lines: [{ sku: 'MUG-01', quantity }],
      carrier: 'UPS',
      trackingNumber: '1Z1',
      shippedAt: '2026-07-01T12:00:00.000Z',
    },
    ...more,
  });

  test.each(['rest', 'xml-rpc', 'soap'] as const)(
    'over %s issues what was reserved and leaves with its tracking number, once',
    async (transport) => {
      const { send, store } = await start({ transport, timeZone: 'Europe/Berlin' }, { carriers: { UPS: 'UPS_PARTY' } });
      const { orderId } = enterOrder(store, 'MUG-01');
      const sent = await send(pushShipment, shipment(orderId, 1), 'shop-1-F1');
      expect(await send(pushShipment, shipment(orderId, 1), 'shop-1-F1')).toEqual(sent);
      expect(sent.ok).toBe(true);
      expect(store.all('Shipment')).toMatchObject([{ statusId: 'SHIPMENT_SHIPPED', primaryOrderId: orderId }]);
      expect(store.all('ItemIssuance')).toMatchObject([{ orderId, quantity: '1' }]);
      expect(store.all('OrderItemShipGrpInvRes')).toMatchObject([{ quantity: '1' }]);
      expect(store.all('ShipmentRouteSegment')).toMatchObject([
        { trackingIdNumber: '1Z1', carrierPartyId: 'UPS_PARTY', actualStartDate: Date.UTC(2026, 6, 1, 12) },
      ]);
    },
  );

  test('that was broken off anywhere is taken up where it stopped', async () => {
    const { bench, send, store } = await start();
    const { orderId } = enterOrder(store, 'MUG-01');
    for (const service of ['issueOrderItemShipGrpInvResToShipment', 'createShipmentRouteSegment', 'updateShipment']) {
      bench.proxy.plan({ kind: 'lost', match: service, times: 1 });
      expect(await send(pushShipment, shipment(orderId, 2), 'shop-1-F1')).toMatchObject({
        error: { kind: 'in-doubt' },
      });
    }
    expect((await send(pushShipment, shipment(orderId, 2), 'shop-1-F1')).ok).toBe(true);
    expect(store.all('ItemIssuance')).toMatchObject([{ quantity: '2' }]);
    expect(store.all('ShipmentRouteSegment')).toHaveLength(1);
    expect(store.all('Shipment')).toMatchObject([{ statusId: 'SHIPMENT_SHIPPED' }]);
  });

  test('of more than is reserved, or one that people cancelled, is refused by name', async () => {
    const { send, store } = await start();
    const { orderId } = enterOrder(store, 'MUG-01');
    expect(await send(pushShipment, shipment(orderId, 3), 'shop-1-F1')).toMatchObject({
      error: { code: 'not-reserved' },
    });
    const [made] = store.all('Shipment');
    if (made) store.update('Shipment', made, { statusId: 'SHIPMENT_CANCELLED' });
    expect(await send(pushShipment, shipment(orderId, 2), 'shop-1-F1')).toMatchObject({
      error: { code: 'shipment-not-open' },
    });
  });
});

describe('customers, shipments and returns read', () => {
  test.each(['rest', 'xml-rpc', 'soap'] as const)('are the same over %s', async (transport) => {
    const now = (): number => Date.UTC(2026, 6, 1, 12);
    const { store, client, send } = await start({ transport, timeZone: 'America/New_York', now });
    enterCustomer(store, 'Müller');
    const customers = await pulled<CustomerDocument>(pullCustomers as never, client);
    // The company and its supplier are parties too, and no customers.
    expect(customers.documents).toEqual([
      {
        ...{ externalId: '10000', name: 'Zoë Müller', email: 'müller@example.com', phone: '+49 221 12345' },
        address: { name: 'Zoë Müller', line1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
        updatedAt: '2026-07-01T12:00:00.000Z',
      },
    ]);
    const order = enterOrder(store, 'MUG-01');
    await send(pushOrder, sampleOrder(1), 'shop-1');
    const ours = store.one('OrderHeader', { orderName: 'shop-1' }) ?? {};
    for (const each of [order, ours]) {
      enterShipment(store, each);
      enterReturn(store, each);
    }
    const open = enterShipment(store, order);
    store.update('Shipment', open, { statusId: 'SHIPMENT_PACKED' });
    const shipments = await pulled<ShipmentDocument>(pullShipments as never, client);
    expect(shipments.ignored).toEqual(['shipment-packed']);
    expect(shipments.documents).toMatchObject([
      { orderExternalId: order['orderId'], location: 'WebStoreWarehouse', carrier: 'UPS', trackingNumber: '1Z10000' },
      { orderExternalId: 'shop-1', lines: [{ sku: 'MUG-01', quantity: 2 }], shippedAt: '2026-07-01T12:00:00.000Z' },
    ]);
    const returns = await pulled<ReturnDocument>(pullReturns as never, client);
    const line = { lineExternalId: '00001', sku: 'MUG-01', quantity: 1, amountMinor: 1999, restock: true };
    expect(returns.documents).toMatchObject([
      { orderExternalId: order['orderId'], lines: [line], returnedAt: '2026-07-01T12:00:00.000Z' },
      { orderExternalId: 'shop-1', lines: [line] },
    ]);
  });

  test('a contact mechanism that ended is left out, and a return that is awaited is left by name', async () => {
    const { store, client } = await start();
    enterCustomer(store, 'Müller');
    for (const link of store.all('PartyContactMech')) store.update('PartyContactMech', link, { thruDate: store.now() });
    const customers = await pulled<CustomerDocument>(pullCustomers as never, client);
    expect(customers.documents[0]).not.toHaveProperty('email');
    store.update('ReturnHeader', enterReturn(store, enterOrder(store, 'MUG-01')), { statusId: 'RETURN_ACCEPTED' });
    expect((await pulled(pullReturns as never, client)).ignored).toEqual(['return-awaited']);
  });
});
