/** Names that differ between versions of Odoo. */
export type Dialect = {
  readonly major: number;
  /** The taxes of a sale order line. */
  readonly lineTaxes: 'tax_id' | 'tax_ids';
  /** How many units a stock move has moved. */
  readonly movedQuantity: 'quantity_done' | 'quantity';
};

/** The dialect of a major version: the moved quantity was renamed with 17, the line's taxes with 19. */
export function dialectOf(major: number): Dialect {
  return {
    major,
    lineTaxes: major >= 19 ? 'tax_ids' : 'tax_id',
    movedQuantity: major >= 17 ? 'quantity' : 'quantity_done',
  };
}

/** Fields that make a product one whose stock is kept (or a service), as texts for `load`. */
export function productKind({ major }: Dialect, kind: 'goods' | 'service'): Readonly<Record<string, string>> {
  if (kind === 'service') return major >= 18 ? { type: 'service' } : { detailed_type: 'service' };
  return major >= 18 ? { type: 'consu', is_storable: '1' } : { detailed_type: 'product' };
}

/** Every field that the connector reads or writes, by model: checked against a server's own lists in the contract tests. */
export function fieldsUsed(dialect: Dialect): Readonly<Record<string, readonly string[]>> {
  return {
    'res.company': ['name', 'currency_id'],
    'res.currency': ['name'],
    'res.country': ['code'],
    'res.country.state': ['code', 'country_id'],
    'res.partner': [
      ...['name', 'email', 'email_normalized', 'phone', 'street', 'street2', 'city', 'zip', 'country_id', 'state_id'],
      ...['parent_id', 'type', 'comment', 'is_company', 'company_id'],
    ],
    'product.product': ['default_code', 'name', 'barcode', 'active', ...Object.keys(productKind(dialect, 'goods'))],
    'product.pricelist': ['name', 'currency_id', 'company_id'],
    'account.tax': ['name', 'price_include', 'type_tax_use', 'company_id'],
    'sale.order': [
      ...['name', 'client_order_ref', 'partner_id', 'partner_invoice_id', 'partner_shipping_id', 'date_order', 'state'],
      ...[
        'origin',
        'order_line',
        'warehouse_id',
        'pricelist_id',
        'currency_id',
        'company_id',
        'amount_total',
        'write_date',
      ],
    ],
    'sale.order.line': ['product_id', 'name', 'product_uom_qty', 'price_unit', 'discount', dialect.lineTaxes],
    'stock.warehouse': ['code', 'company_id'],
    'stock.location': ['usage', 'warehouse_id'],
    'stock.picking.type': ['code', 'warehouse_id'],
    'stock.quant': ['product_id', 'location_id', 'quantity', 'write_date', 'company_id'],
    'stock.picking': ['state', 'sale_id', 'picking_type_id', 'write_date', 'company_id'],
    'stock.move': [
      ...['product_id', 'picking_id', 'state', 'location_id', 'location_dest_id', 'write_date', 'company_id'],
      dialect.movedQuantity,
    ],
  };
}
