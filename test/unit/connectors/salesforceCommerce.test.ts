import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIo } from '../../../connectors/kit/http.ts';
import { ORDERS, shipmentOf } from '../../../connectors/salesforce-commerce/conformance/samples.ts';
import { salesforceCommerce } from '../../../connectors/salesforce-commerce/index.ts';
import { ADDRESS, type SimOrder } from '../../../connectors/salesforce-commerce/simulator/orders.ts';
import { ACCOUNT } from '../../../connectors/salesforce-commerce/simulator/site.ts';
import { type CommerceSimulator, startCommerceSimulator } from '../../../connectors/salesforce-commerce/simulator.ts';
import type { ShipmentDocument, StockDocument } from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok } from '../../../core/shared/result.ts';

const signal = AbortSignal.timeout(60_000);
const { pushShipment, pushStock } = salesforceCommerce.capabilities;
let simulator: CommerceSimulator;
beforeEach(async () => {
  simulator = await startCommerceSimulator();
});
afterEach(() => simulator.close());

function clientWith(more: Readonly<Record<string, unknown>> = {}): unknown {
  const settings = salesforceCommerce.settings.parse({ ...simulator.settings, ...more });
  const now = () => instantOf(Date.UTC(2026, 5, 1));
  return salesforceCommerce.client(
    settings,
    createIo({ connector: salesforceCommerce, settings, acquire: async () => ok(undefined), now }),
  );
}

const keyOf = (reference: string) => ({ reference, idempotencyKey: reference });

async function ship(client: unknown, document: ShipmentDocument) {
  const raw = pushShipment?.encode(document);
  if (!raw?.ok) throw new Error('not encoded');
  return pushShipment?.send(client, raw.value, keyOf(document.reference), signal);
}

const decoded = (order: SimOrder) => salesforceCommerce.topics['order']?.decode(order);
const [usual] = ORDERS;
if (!usual) throw new Error('no orders');

describe('orders', () => {
  test('whose goods go to two addresses are refused with the place of the second', () => {
    const [shipment] = usual['shipments'] as object[];
    const elsewhere = { ...shipment, shipmentId: 'b', shippingAddress: { ...ADDRESS, city: 'Boston' } };
    expect(decoded({ ...usual, shipments: [shipment, elsewhere] })).toMatchObject({
      ok: false,
      error: { kind: 'permanent', code: 'several-addresses', at: '/shipments/1/shippingAddress' },
    });
    expect(decoded({ ...usual, shipments: [shipment, { ...shipment, shipmentId: 'b' }] })).toMatchObject({ ok: true });
  });

  test.each([
    ['paid', 0, 'paid', 'sale', 'succeeded'],
    ['not_paid', 0, 'authorized', 'authorization', 'succeeded'],
    ['not_paid', 1, 'pending', 'authorization', 'failed'],
    ['part_paid', 0, 'pending', 'authorization', 'pending'],
    ['a word nobody knows', 0, 'pending', 'authorization', 'pending'],
  ])('that are %s with an authorization of %i count as %s', (paymentStatus, status, paymentState, kind, was) => {
    const [payment] = usual['paymentInstruments'] as Record<string, object>[];
    const paymentTransaction = { ...payment?.['paymentTransaction'], authorizationStatus: { status } };
    expect(
      decoded({ ...usual, paymentStatus, paymentInstruments: [{ ...payment, paymentTransaction }] }),
    ).toMatchObject({
      value: { documents: [{ document: { paymentState, payments: [{ kind, status: was }] } }] },
    });
  });

  test('of an unknown status are refused by its name', () => {
    expect(decoded({ ...usual, status: 'teleported' })).toMatchObject({
      error: { code: 'unknown-status', at: '/status' },
    });
  });
});

describe('shipments', () => {
  test('make an order shipped in part, and whole with the last unit; each is written down once', async () => {
    const client = clientWith();
    const order = simulator.site.place();
    const [first, second] = shipmentOf(order, 1, true).lines;
    if (!first || !second) throw new Error('no lines');
    const one = { ...shipmentOf(order, 1, true), lines: [first] };
    const two = { ...shipmentOf(order, 2, true), lines: [second], trackingNumber: undefined } as never;
    expect(await ship(client, one)).toMatchObject({ ok: true });
    expect(simulator.site.orders.get(order.orderNo)?.shippingStatus).toBe('part_shipped');
    expect(await ship(client, one)).toMatchObject({ ok: true });
    expect(await ship(client, two)).toMatchObject({ ok: true });
    expect(simulator.site.orders.get(order.orderNo)).toMatchObject({
      shippingStatus: 'shipped',
      c_crossdockShipments: 's-1 | UPS | 1Z1 | 1\ns-2 | UPS | - | 2',
    });
  });

  test('of an order that was cancelled over there are refused', async () => {
    const order = simulator.site.place();
    simulator.site.change(order, { status: 'cancelled' });
    expect(await ship(clientWith(), shipmentOf(order, 1, true))).toMatchObject({ error: { code: 'order-cancelled' } });
  });
});

describe('Omnichannel Inventory', () => {
  const omnichannel = { stockBy: 'omnichannel', tenantGroupId: ACCOUNT.tenantGroupId };
  const level = (more: Partial<StockDocument> = {}) =>
    ({
      sku: 'SKU-1',
      location: 'warehouse5',
      quantity: 12,
      measure: 'available',
      asOf: '2026-03-01T08:00:00Z',
      ...more,
    }) as never;

  test('is told what is on hand, and that the reservations of a shipment are fulfilled, once', async () => {
    const client = clientWith(omnichannel);
    expect(await pushStock?.send(client, level(), keyOf('l'), signal)).toMatchObject({ ok: true });
    expect(simulator.site.onHand.get('warehouse5/SKU-1')).toBe(12);
    const order = simulator.site.place({ lines: [{ productId: 'SKU-1', quantity: 2, unitMinor: 100 }] });
    const shipment = { ...shipmentOf(order, 1, true), location: 'warehouse5' };
    simulator.faults.plan({ kind: 'drop', match: '/fulfillments', times: 1 });
    expect(await ship(client, shipment)).toMatchObject({ error: { kind: 'in-doubt' } });
    expect(await ship(client, shipment)).toMatchObject({ ok: true });
    expect(simulator.site.onHand.get('warehouse5/SKU-1')).toBe(10);
  });

  test('refuses a location that it has not, by name, and is not called without its tenant group', async () => {
    const send = (more: Readonly<Record<string, unknown>>) =>
      pushStock?.send(clientWith(more), level({ location: 'nowhere' }), keyOf('l'), signal);
    expect(await send(omnichannel)).toMatchObject({ error: { kind: 'permanent', code: 'sfcc-LocationDoesNotExist' } });
    expect(await send({ stockBy: 'omnichannel' })).toMatchObject({ error: { code: 'no-tenant-group' } });
  });
});

describe('settings', () => {
  const parse = (more: object) => salesforceCommerce.settings.safeParse({ ...simulator.settings, ...more });

  test('of a sandbox name an instance that is none of production, and the other way round', () => {
    expect(parse({ environment: 'sandbox' }).success).toBe(false);
    expect(parse({ organizationId: 'f_ecom_zzxy_001' }).success).toBe(false);
    expect(parse({ organizationId: 'f_ecom_zzxy_001', environment: 'sandbox' }).success).toBe(true);
  });

  test('ask for no scope that the connection does not use', () => {
    const scope = (more: object): unknown => {
      const auth = salesforceCommerce.auth?.(salesforceCommerce.settings.parse({ ...simulator.settings, ...more }));
      return auth && 'scope' in auth ? auth.scope : undefined;
    };
    expect(scope({ readsProducts: false, customerListId: undefined })).toBe(
      'SALESFORCE_COMMERCE_API:zzxy_prd sfcc.orders.rw',
    );
    expect(scope({ stockBy: 'omnichannel' })).toBe(
      'SALESFORCE_COMMERCE_API:zzxy_prd sfcc.orders.rw sfcc.products sfcc.customerlists ' +
        'sfcc.inventory.availability.rw sfcc.inventory.reservations.rw',
    );
  });

  test('without an instance host leave inventory lists alone, by name', async () => {
    const client = clientWith({ instanceHost: undefined });
    const level = {
      sku: 'A',
      location: 'inventory_m',
      quantity: 1,
      measure: 'available',
      asOf: '2026-03-01T08:00:00Z',
    };
    expect(await pushStock?.send(client, level, keyOf('l'), signal)).toMatchObject({
      error: { code: 'no-instance-host' },
    });
  });
});
