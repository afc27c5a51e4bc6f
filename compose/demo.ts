import type { Simulator } from '../connectors/kit/simulator.ts';
import { startOdooSimulator } from '../connectors/odoo/simulator.ts';
import { connectorById } from '../connectors/registry.ts';
import { CATALOG } from '../connectors/shopify/simulator/catalog.ts';
import type { ShopifySimulator } from '../connectors/shopify/simulator.ts';
import { startShopifySimulator } from '../connectors/shopify/simulator.ts';
import { startUpsSimulator } from '../connectors/ups/simulator.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { uuidSource } from '../store/ids.ts';
import { divided } from './api.ts';
import type { Parts } from './parts.ts';

export type Demo = { readonly shop: ShopifySimulator; close(): Promise<void> };

const ACTOR = 'demonstration';
const WAREHOUSE = {
  code: 'main',
  name: 'Main warehouse',
  priority: 10,
  address: { company: 'Crossdock Demo', line1: 'Hafenstraße 1', city: 'Hamburg', postalCode: '20457', country: 'DE' },
};
const PICK_MS = 4000;
const TRACK_STEP_MS = 8000;

/**
 * The demonstration: a shop, an ERP and a carrier, simulated over real HTTP in this process, and the hub's connections to
 * them. A later start makes new simulators with new numbers and leads the same connections to them.
 */
export async function openDemo(parts: Parts): Promise<Demo> {
  const first = Math.floor(Date.now() / 1000) % 100_000_000;
  const stock = Object.fromEntries(CATALOG.map(({ sku }) => [sku, 5000]));
  const shop = await startShopifySimulator({ firstOrder: first });
  const erp = await startOdooSimulator({ autoPickMs: PICK_MS, stock: { WH: stock } });
  const carrier = await startUpsSimulator({ trackStepMs: TRACK_STEP_MS, firstParcel: first });
  await parts.store.operations.addLocation({ id: uuidSource.next(), ...WAREHOUSE }, ACTOR);
  const shopId = await connect(parts, 'demo-shop', 'shopify', shop);
  const erpId = await connect(parts, 'demo-erp', 'odoo', erp);
  await connect(parts, 'demo-carrier', 'ups', carrier);
  await parts.store.operations.mapLocation(shopId, '70001', WAREHOUSE.code, ACTOR);
  await parts.store.operations.mapLocation(erpId, 'WH', WAREHOUSE.code, ACTOR);
  await parts.connections.reload();
  return {
    shop,
    async close() {
      await Promise.all([shop.close(), erp.close(), carrier.close()]);
    },
  };
}

async function connect(parts: Parts, name: string, connector: string, { settings }: Simulator): Promise<string> {
  const known = (await parts.store.connections.list()).find((connection) => connection.name === name);
  const declared = connectorById(connector);
  if (!declared) throw new Error(`there is no connector ${connector}`);
  const change = divided(declared, settings);
  if (known) {
    await parts.store.connections.update(known.id, change, ACTOR);
    await parts.store.connections.setState(known.id, 'active', null, ACTOR);
    return known.id;
  }
  const id = uuidSource.next() as ConnectionId;
  await parts.store.connections.add({ id, name, connector, ...change }, ACTOR);
  return id;
}

const ORDER_MS = 2500;
const FIRST_ORDERS = 3;

/** Lets buyers come: a few orders at once, then one every few seconds. Answers how to stop them. */
export function startBuyers({ shop }: Demo, url: string): () => void {
  shop.sender.url = `${url}/hooks/demo-shop`;
  for (let i = 0; i < FIRST_ORDERS; i++) shop.shop.place();
  const timer = setInterval(() => shop.shop.place(), ORDER_MS);
  return () => clearInterval(timer);
}
