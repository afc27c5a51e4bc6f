import { Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import type { OdooSettings } from './settings.ts';
import { controls } from './simulator/controls.ts';
import { ACCOUNT, doors } from './simulator/doors.ts';
import type { SimulatedStock } from './simulator/seed.ts';
import { OdooServer } from './simulator/server.ts';

export type OdooSimulatorOptions = SimulatorOptions & {
  readonly version?: '16.0' | '17.0' | '18.0' | '19.0';
  readonly protocol?: OdooSettings['protocol'];
  /** After so long the delivery of a confirmed order is done, if its goods are there. Never without it. */
  readonly autoPickMs?: number;
  /** Units by warehouse code and internal reference; the first warehouse is where orders ship from. */
  readonly stock?: SimulatedStock;
  /** Units at hand of a product that an order brought into being. */
  readonly stockOfNew?: number;
  /** Methods that return nothing, as a customer's own module may make them. */
  readonly returnNothing?: readonly string[];
};
export type OdooSimulator = Simulator & { readonly server: OdooServer };

/**
 * An Odoo server in memory: XML-RPC, JSON-RPC and, from 19.0 on, JSON-2. `POST /sim/orders`, `/sim/stock` and
 * `/sim/pickings/done` are the hands of the people who work in it.
 */
export async function startOdooSimulator(options: OdooSimulatorOptions = {}): Promise<OdooSimulator> {
  const server = new OdooServer({
    version: options.version ?? '19.0',
    now: options.now ?? Date.now,
    autoPickMs: options.autoPickMs,
    stock: options.stock ?? { WH: { 'MUG-01': 100_000, 'TEA-02': 100_000 } },
    stockOfNew: options.stockOfNew ?? 0,
    returnNothing: options.returnNothing ?? [],
  });
  const app = new Hono();
  doors(app, server);
  controls(app, server);
  const served = await serveSimulator(app, () => stateOf(server), options);
  const settings = {
    baseUrl: served.url,
    ...ACCOUNT,
    protocol: options.protocol ?? 'auto',
    taxes: { '0.19': '19%', '0.07': '7%', '0.08': '8%', '0.2': '20%' },
  };
  return { ...served, settings, server };
}

/** What the server holds, for tests and people. */
function stateOf({ db, version }: OdooServer): unknown {
  const all = (model: string, fields: readonly string[]) =>
    db.search(model, []).map((row) => db.render(model, row, fields));
  return {
    version,
    orders: all('sale.order', ['name', 'client_order_ref', 'state', 'amount_total', 'partner_id']),
    pickings: all('stock.picking', ['name', 'state', 'sale_id', 'origin']),
    partners: all('res.partner', ['name', 'email', 'parent_id', 'type']),
    products: all('product.product', ['default_code', 'name']),
    quants: all('stock.quant', ['product_id', 'location_id', 'quantity', 'reserved_quantity']),
  };
}
