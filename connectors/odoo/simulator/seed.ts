import { dialectOf, productKind } from '../fields.ts';
import type { Database } from './database.ts';
import type { Warehouse } from './warehouse.ts';

/** Units by warehouse code and internal reference. */
export type SimulatedStock = Readonly<Record<string, Readonly<Record<string, number>>>>;

const CURRENCIES = [
  ['EUR', 2],
  ['USD', 2],
  ['GBP', 2],
  ['JPY', 0],
] as const;
const COUNTRIES = [
  ['DE', 'Germany'],
  ['AT', 'Austria'],
  ['FR', 'France'],
  ['NL', 'Netherlands'],
  ['GB', 'United Kingdom'],
  ['US', 'United States'],
  ['CA', 'Canada'],
  ['JP', 'Japan'],
] as const;
const STATES = [
  ['US', 'CA', 'California'],
  ['US', 'NY', 'New York'],
  ['CA', 'ON', 'Ontario'],
] as const;
/** Name, percent, contained in the price. */
const TAXES = [
  ['19%', 19, false],
  ['7%', 7, false],
  ['19% incl.', 19, true],
  ['7% incl.', 7, true],
  ['8%', 8, false],
  ['20%', 20, false],
  ['20% incl.', 20, true],
] as const;

/** What a database holds from the start: a company, currencies, price lists, countries, taxes, warehouses, products. */
export function seed(db: Database, warehouse: Warehouse, stock: SimulatedStock): void {
  for (const [name, decimal_places] of CURRENCIES) db.create('res.currency', { name, decimal_places });
  db.create('res.company', { name: 'Simulated Trading GmbH', currency_id: 1 });
  for (const currency of db.search('res.currency', [])) {
    db.create('product.pricelist', { name: `Default ${String(currency['name'])}`, currency_id: currency.id });
  }
  for (const [code, name] of COUNTRIES) db.create('res.country', { code, name });
  for (const [country, code, name] of STATES) {
    const [found] = db.search('res.country', [['code', '=', country]]);
    db.create('res.country.state', { code, name, country_id: found?.id ?? false });
  }
  for (const [name, amount, price_include] of TAXES) {
    db.create('account.tax', { name, amount, price_include, type_tax_use: 'sale', company_id: 1 });
  }
  db.create('stock.location', { complete_name: 'Partners/Customers', usage: 'customer' });
  for (const [code, units] of Object.entries(stock)) seedWarehouse(db, warehouse, code, units);
}

function seedWarehouse(
  db: Database,
  warehouse: Warehouse,
  code: string,
  units: Readonly<Record<string, number>>,
): void {
  const house = db.create('stock.warehouse', { name: `Warehouse ${code}`, code, company_id: 1 });
  const location = db.create('stock.location', {
    complete_name: `${code}/Stock`,
    usage: 'internal',
    warehouse_id: house.id,
  });
  db.write('stock.warehouse', house, { lot_stock_id: location.id });
  db.create('stock.picking.type', { name: 'Delivery Orders', code: 'outgoing', warehouse_id: house.id });
  for (const [sku, quantity] of Object.entries(units)) {
    const [known] = db.table('product.product').by('default_code', sku);
    const kind = { ...productKind(dialectOf(db.major), 'goods'), ...(db.major >= 18 ? { is_storable: true } : {}) };
    const product = known ?? db.create('product.product', { name: `Product ${sku}`, default_code: sku, ...kind });
    warehouse.count(product.id, location.id, quantity);
  }
}
