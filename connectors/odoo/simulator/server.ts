import { Database } from './database.ts';
import { OdooException } from './exceptions.ts';
import { Loader } from './load.ts';
import { type Call, methodOf, type Parts } from './methods.ts';
import { Sales } from './sales.ts';
import { type SimulatedStock, seed } from './seed.ts';
import { Warehouse } from './warehouse.ts';

export type ServerOptions = {
  /** Which version the server is: "16.0" to "19.0". */
  readonly version: string;
  readonly now: () => number;
  readonly autoPickMs: number | undefined;
  readonly stock: SimulatedStock;
  /** Units at hand of a product that is made by `load`. */
  readonly stockOfNew: number;
  /** Methods that a module of the customer's has made to return nothing. */
  readonly returnNothing: readonly string[];
};

/** One Odoo server with one database. */
export class OdooServer implements Parts {
  readonly db: Database;
  readonly warehouse: Warehouse;
  readonly sales: Sales;
  readonly loader: Loader;
  readonly version: string;
  private readonly returnNothing: ReadonlySet<string>;

  constructor({ version, now, autoPickMs, stock, stockOfNew, returnNothing }: ServerOptions) {
    this.version = version;
    this.db = new Database(Number.parseInt(version, 10), now);
    this.warehouse = new Warehouse(this.db, autoPickMs);
    this.sales = new Sales(this.db, this.warehouse);
    this.returnNothing = new Set(returnNothing);
    this.loader = new Loader(this.db, (model, id) => {
      if (model === 'product.product' && stockOfNew > 0) this.warehouse.count(id, this.stockLocation(), stockOfNew);
    });
    seed(this.db, this.warehouse, stock);
  }

  /** Carries out a call. Null: the method returns nothing. */
  run(call: Call): unknown {
    this.warehouse.pickDue();
    const result = methodOf(call.model, call.method).run(this, call);
    return this.returnNothing.has(call.method) ? null : result;
  }

  create(model: string, values: object): number {
    if (model === 'sale.order') return this.sales.create(values as Record<string, unknown>).id;
    return this.db.create(model, values as Record<string, unknown>).id;
  }

  write(model: string, id: number, values: object): void {
    const row = this.db.get(model, id);
    if (model === 'sale.order') this.sales.write(row, values as Record<string, unknown>);
    else this.db.write(model, row, values as Record<string, unknown>);
  }

  /** The stock location of a warehouse by its code; of the first one without. */
  stockLocation(code?: string): number {
    const [house] = this.db.search('stock.warehouse', code === undefined ? [] : [['code', '=', code]]);
    if (!house) throw new OdooException('odoo.exceptions.UserError', `no warehouse ${code}`);
    return Number(house['lot_stock_id']);
  }

  /** The product with an internal reference. */
  productId(sku: string): number {
    const [product] = this.db.table('product.product').by('default_code', sku);
    if (!product) throw new OdooException('odoo.exceptions.UserError', `no product ${sku}`);
    return product.id;
  }
}
