import { dialectOf } from '../fields.ts';

/** The type of a field: a plain one, or the model that it points to. */
export type FieldType = 'char' | 'float' | 'boolean' | 'datetime' | 'selection' | { readonly one: string };
export type Schema = Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

const one = (model: string): FieldType => ({ one: model });

/** The fields of the models that the simulator has, in a version: a name of another version is unknown, as over there. */
export function schemaOf(major: number): Schema {
  const models = { ...masterModels(major), ...saleModels(major), ...stockModels(major) };
  const common = { id: 'float', create_date: 'datetime', write_date: 'datetime' } as const;
  return Object.fromEntries(Object.entries(models).map(([model, fields]) => [model, { ...common, ...fields }]));
}

function masterModels(major: number): Schema {
  const kind: Readonly<Record<string, FieldType>> =
    major >= 18 ? { type: 'selection', is_storable: 'boolean' } : { type: 'selection', detailed_type: 'selection' };
  return {
    'res.company': { name: 'char', currency_id: one('res.currency') },
    'res.currency': { name: 'char', decimal_places: 'float' },
    'res.country': { name: 'char', code: 'char' },
    'res.country.state': { name: 'char', code: 'char', country_id: one('res.country') },
    'res.partner': {
      ...{ name: 'char', email: 'char', email_normalized: 'char', phone: 'char', street: 'char', street2: 'char' },
      ...{ city: 'char', zip: 'char', comment: 'char', type: 'selection', is_company: 'boolean', active: 'boolean' },
      ...{ country_id: one('res.country'), state_id: one('res.country.state'), parent_id: one('res.partner') },
      company_id: one('res.company'),
    },
    'product.product': { name: 'char', default_code: 'char', barcode: 'char', active: 'boolean', ...kind },
    'product.pricelist': { name: 'char', currency_id: one('res.currency'), company_id: one('res.company') },
    'account.tax': {
      ...{ name: 'char', amount: 'float', price_include: 'boolean', type_tax_use: 'selection', active: 'boolean' },
      company_id: one('res.company'),
    },
  };
}

function saleModels(major: number): Schema {
  const { lineTaxes } = dialectOf(major);
  return {
    'sale.order': {
      ...{ name: 'char', client_order_ref: 'char', origin: 'char', date_order: 'datetime', state: 'selection' },
      ...{ partner_id: one('res.partner'), partner_invoice_id: one('res.partner') },
      ...{ partner_shipping_id: one('res.partner'), warehouse_id: one('stock.warehouse') },
      ...{ pricelist_id: one('product.pricelist'), currency_id: one('res.currency'), company_id: one('res.company') },
      ...{ order_line: one('sale.order.line'), amount_untaxed: 'float', amount_tax: 'float', amount_total: 'float' },
    },
    'sale.order.line': {
      ...{ order_id: one('sale.order'), product_id: one('product.product'), name: 'char', product_uom_qty: 'float' },
      ...{ price_unit: 'float', discount: 'float', [lineTaxes]: one('account.tax') },
    },
  };
}

function stockModels(major: number): Schema {
  const { movedQuantity } = dialectOf(major);
  return {
    'stock.warehouse': {
      name: 'char',
      code: 'char',
      lot_stock_id: one('stock.location'),
      company_id: one('res.company'),
    },
    'stock.location': { complete_name: 'char', usage: 'selection', warehouse_id: one('stock.warehouse') },
    'stock.picking.type': { name: 'char', code: 'selection', warehouse_id: one('stock.warehouse') },
    'stock.quant': {
      ...{ product_id: one('product.product'), location_id: one('stock.location'), company_id: one('res.company') },
      ...{ quantity: 'float', reserved_quantity: 'float' },
    },
    'stock.picking': {
      ...{ name: 'char', state: 'selection', origin: 'char', date_done: 'datetime', sale_id: one('sale.order') },
      ...{ picking_type_id: one('stock.picking.type'), location_id: one('stock.location') },
      ...{ location_dest_id: one('stock.location'), company_id: one('res.company') },
    },
    'stock.move': {
      ...{ product_id: one('product.product'), picking_id: one('stock.picking'), state: 'selection' },
      ...{
        location_id: one('stock.location'),
        location_dest_id: one('stock.location'),
        company_id: one('res.company'),
      },
      ...{ product_uom_qty: 'float', [movedQuantity]: 'float' },
    },
  };
}

/** Fields that searches go by: kept in an index. */
export const INDEXED: ReadonlySet<string> = new Set([
  ...['client_order_ref', 'email_normalized', 'default_code', 'sale_id', 'picking_id', 'product_id', 'order_id'],
]);
