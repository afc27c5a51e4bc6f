import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { type OdooSimulator, startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import { CATALOG } from '../../connectors/shopify/simulator/catalog.ts';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import { type HubProcess, startHubProcess } from './processes.ts';

/** A shop, an ERP and a carrier in this process, and the processes of a hub between them. */
export type World = {
  readonly shop: ShopifySimulator;
  readonly erp: OdooSimulator;
  readonly carrier: Simulator;
  api: HubProcess;
  worker: HubProcess;
  startApi(): Promise<void>;
  startWorker(): Promise<void>;
  get(path: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
};

export type WorldOptions = { readonly databaseUrl: string; readonly redisUrl?: string | undefined };

const STOCK = 100_000;

/** Starts everything and connects it by the API, as an administrator would. */
export async function openWorld({ databaseUrl, redisUrl }: WorldOptions): Promise<World> {
  const stock = Object.fromEntries(CATALOG.map(({ sku }) => [sku, STOCK]));
  const shop = await startShopifySimulator();
  const erp = await startOdooSimulator({ autoPickMs: 300, stock: { WH: stock } });
  const carrier = await startUpsSimulator({ trackStepMs: 500 });
  const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-world-'));
  const shared = { dataDir, databaseUrl, redisUrl };
  const api = await startHubProcess({ ...shared, role: 'api' });
  const worker = await startHubProcess({ ...shared, role: 'worker' });
  const port = Number(new URL(api.url).port);
  const key = api.firstKey ?? '';
  const send = async (method: string, path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  await connectAll(send, { shop, erp, carrier });
  shop.sender.url = `http://127.0.0.1:${port}/hooks/shop`;
  const world: World = {
    shop,
    erp,
    carrier,
    api,
    worker,
    async startApi() {
      world.api = await startHubProcess({ ...shared, role: 'api', port });
    },
    async startWorker() {
      world.worker = await startHubProcess({ ...shared, role: 'worker' });
    },
    get: (path) => send('GET', path),
    async close() {
      await Promise.all([world.api.stop(), world.worker.stop()]);
      await Promise.all([shop.close(), erp.close(), carrier.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await stockArrived(world);
  return world;
}

type Send = (method: string, path: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;

async function connectAll(
  send: Send,
  { shop, erp, carrier }: { readonly shop: Simulator; readonly erp: Simulator; readonly carrier: Simulator },
): Promise<void> {
  const address = { company: 'Warehouse', line1: 'Street 1', city: 'Hamburg', postalCode: '20457', country: 'DE' };
  await send('POST', '/api/v1/locations', { code: 'main', name: 'Main', address });
  const add = async (name: string, connector: string, settings: object): Promise<string> =>
    String((await send('POST', '/api/v1/connections', { name, connector, settings }))['id']);
  const shopId = await add('shop', 'shopify', shop.settings);
  await send('PUT', `/api/v1/connections/${shopId}/locations`, { externalId: '70001', location: 'main' });
  // Printer labels: drawing thousands of PDF pages is not what these stories are about.
  await add('carrier', 'ups', { ...carrier.settings, labelFormat: 'ZPL' });
  const erpId = await add('erp', 'odoo', erp.settings);
  await send('PUT', `/api/v1/connections/${erpId}/locations`, { externalId: 'WH', location: 'main' });
}

/** Waits until the shop's products and the ERP's stock are in the hub: before that, orders would wait for them. */
async function stockArrived(world: World): Promise<void> {
  await until('stock in the hub', async () => {
    const { items } = (await world.get('/api/v1/stock?limit=200')) as { items: { available: number }[] };
    return items.filter(({ available }) => available > 0).length === CATALOG.length;
  });
}

/** Asks until it holds. A question that fails (the hub is just being killed) is asked again. */
export async function until(what: string, holds: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs / 1000} s for ${what}`);
    await sleep(100);
  }
}

/** What the three systems ended with, by keys that two runs share; no surrogate ids, instants or attempts. */
export async function endStateOf({ shop, erp, carrier }: World): Promise<Readonly<Record<string, unknown>>> {
  const state = async (simulator: Simulator): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>[]>>> =>
    (await (await fetch(`${simulator.url}/_sim/state`)).json()) as never;
  const [shopState, erpState, carrierState] = await Promise.all([state(shop), state(erp), state(carrier)]);
  const sorted = (rows: readonly unknown[] = []): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();
  return {
    erpOrders: sorted(
      erpState['orders']?.map(({ client_order_ref, state: is, amount_total }) => [client_order_ref, is, amount_total]),
    ),
    labels: sorted(carrierState['shipments']?.map(({ reference, isVoid }) => [reference, isVoid])),
    shopOrders: sorted(
      [...shop.shop.orders.values()].map(({ body, fulfillments, remaining }) => [
        body.name,
        fulfillments.length,
        [...remaining.values()].reduce((sum, units) => sum + units, 0),
      ]),
    ),
    shopOrderCount: shopState['orders']?.length,
  };
}
