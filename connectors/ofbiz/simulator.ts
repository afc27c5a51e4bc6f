import { Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import type { OfbizSettings } from './settings.ts';
import { ACCOUNT, doors } from './simulator/doors.ts';
import { seed } from './simulator/seed.ts';
import { Store } from './simulator/store.ts';

export type OfbizSimulatorOptions = SimulatorOptions & {
  readonly transport?: OfbizSettings['transport'];
  /** The zone that the server runs in. */
  readonly timeZone?: string;
  /** Products that it has, each with units in one facility. */
  readonly products?: readonly string[];
  /** Whether storeOrder takes maps for records over REST and XML-RPC. */
  readonly takesMaps?: boolean;
};
export type OfbizSimulator = Simulator & { readonly store: Store };

/** An OFBiz server in memory: the REST plugin, and the XML-RPC and SOAP handlers of webtools, over the same services. */
export async function startOfbizSimulator(options: OfbizSimulatorOptions = {}): Promise<OfbizSimulator> {
  const { transport = 'rest', timeZone = 'UTC', takesMaps = true } = options;
  const store = new Store(options.now ?? Date.now, timeZone);
  seed(store, options.products ?? ['MUG-01', 'TEA-02']);
  const tokens: string[] = [];
  const app = new Hono();
  doors(app, { store, tokens, takesMaps });
  const served = await serveSimulator(app, () => stateOf(store, tokens), options);
  const settings = { baseUrl: served.url, ...ACCOUNT, transport, timeZone, productStoreId: '9000' };
  return { ...served, settings, store };
}

const stateOf = (store: Store, tokens: readonly string[]): unknown => ({
  tokens,
  orders: store.all('OrderHeader'),
  items: store.all('OrderItem'),
  adjustments: store.all('OrderAdjustment'),
  parties: store.all('Party'),
  addresses: store.all('PostalAddress'),
  shipments: store.all('Shipment'),
  issued: store.all('ItemIssuance'),
});
