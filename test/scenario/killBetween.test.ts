import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { type KillableHub, openKillable } from '../support/killBetween.ts';
import { until } from '../support/world.ts';

type Row = Readonly<Record<string, unknown>>;
type State = Readonly<Record<string, readonly Row[]>>;

const database = ownDatabase();
let world: KillableHub;
beforeAll(async () => {
  world = await openKillable(database.url(), ownRedis());
});
afterAll(async () => {
  const found = [await world.hub.ledgerDifferences(), await world.hub.foldedDifferences()];
  await world.close();
  expect(found).toEqual([[], []]);
});

const stateOf = async (url: string): Promise<State> => (await fetch(`${url}/_sim/state`)).json() as Promise<State>;
const orderOf = (reference: string): Promise<Row> => world.hub.show('orders', { reference: `hub-${reference}` });
const place = (reference: string, quantity: number): Promise<unknown> =>
  world.hub.post('/api/v1/orders', order(reference, [{ sku: 'MUG-01', quantity }]));

/** What happens between the hub and some systems: what they must end with, and what they ended with. */
type Story = {
  readonly connectors: string;
  readonly tell: () => Promise<{ readonly ended: unknown; readonly wanted: unknown }>;
};

const STORIES: readonly Story[] = [{ connectors: 'Odoo and UPS', tell: odooAndUps }];

describe('the worker killed after each commit and before our mark of it', () => {
  test.each(STORIES)('$connectors: nothing is there twice, and nothing is missing', async ({ tell }) => {
    const { ended, wanted } = await tell();
    expect(ended).toEqual(wanted);
  });
});

/** Stock from Odoo, orders and a cancellation to it, its deliveries back, labels and tracking by UPS. */
async function odooAndUps() {
  const { hub } = world;
  const erp = await startOdooSimulator({ stock: { WH: { 'MUG-01': 100 } } });
  const carrier = await startUpsSimulator({ trackStepMs: 10 });
  await hub.post('/api/v1/locations', {
    ...{ code: 'WH', name: 'Warehouse' },
    address: { company: 'Warehouse', line1: 'Street 1', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  });
  await hub.post('/api/v1/products', product('MUG-01'));
  const { proxy } = await world.connect('erp', 'odoo', erp);
  const { proxy: ups } = await world.connect('carrier', 'ups', carrier, { labelFormat: 'ZPL' });
  await until('stock', async () => (await hub.available('MUG-01')) === 100);
  await place('calm', 1);
  await until('the calm order', async () => (await stateOf(erp.url))['orders']?.[0]?.['state'] === 'sale');
  const { id } = await orderOf('calm');
  const done = (reference: string): Promise<unknown> =>
    fetch(`${erp.url}/sim/pickings/done`, { method: 'POST', body: JSON.stringify({ reference: `hub-${reference}` }) });
  await world.killBetween([{ proxy, match: '/sale.order/create', begin: () => place('created', 2) }]);
  await until('the order after all', async () => (await stateOf(erp.url))['orders']?.[1]?.['state'] === 'sale');
  await world.killBetween([
    { proxy, match: '/sale.order/action_confirm', begin: () => place('confirmed', 3) },
    { proxy: ups, match: 'POST /api/shipments', begin: () => done('created') },
  ]);
  await hub.settled();
  const cancel = (): Promise<unknown> => hub.post(`/api/v1/orders/${id}/cancel`, { reason: 'customer' });
  await world.killBetween([{ proxy, match: '/sale.order/action_cancel', begin: cancel }]);
  await done('confirmed');
  await until('all delivered', async () => {
    const { items } = await hub.list('shipments');
    return items.length === 2 && items.every(({ status }) => status === 'delivered');
  });
  await hub.settled();
  const [odoo, labels] = await Promise.all([stateOf(erp.url), stateOf(carrier.url)]);
  const ended = {
    orders: odoo['orders']?.map(({ client_order_ref, state }) => [client_order_ref, state]),
    deliveries: odoo['pickings']?.map(({ state }) => state),
    quants: odoo['quants']?.map(({ quantity, reserved_quantity }) => [quantity, reserved_quantity]),
    labels: labels['shipments']?.map(({ isVoid }) => isVoid),
    available: await hub.available('MUG-01'),
    statuses: await Promise.all(['calm', 'created', 'confirmed'].map(async (each) => (await orderOf(each))['status'])),
  };
  await Promise.all([erp.close(), carrier.close()]);
  const wanted = {
    orders: [
      ['hub-calm', 'cancel'],
      ['hub-created', 'sale'],
      ['hub-confirmed', 'sale'],
    ],
    deliveries: ['cancel', 'done', 'done'],
    quants: [[95, 0]],
    labels: [false, false],
    available: 95,
    statuses: ['cancelled', 'closed', 'closed'],
  };
  return { ended, wanted };
}
