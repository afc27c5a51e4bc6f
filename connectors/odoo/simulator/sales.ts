import { dialectOf } from '../fields.ts';
import type { Database } from './database.ts';
import { userError, valueError } from './exceptions.ts';
import type { Row } from './table.ts';
import type { Warehouse } from './warehouse.ts';

type Values = Readonly<Record<string, unknown>>;

/** Sale orders: numbers from a sequence, totals from lines and taxes, confirmed once, cancelled with their deliveries. */
export class Sales {
  private readonly db: Database;
  private readonly warehouse: Warehouse;

  constructor(db: Database, warehouse: Warehouse) {
    this.db = db;
    this.warehouse = warehouse;
  }

  create({ order_line: commands = [], ...values }: Values): Row {
    const { db } = this;
    // Taken before anything is checked, so a create that fails leaves a gap.
    const name = db.next('S');
    const partner = db.get('res.partner', values['partner_id'] as number);
    const lines = linesOf(commands);
    for (const line of lines) this.checkLine(line);
    const company = db.get('res.company', (values['company_id'] as number | undefined) ?? 1);
    const pricelist = values['pricelist_id'];
    const currency = pricelist
      ? db.get('product.pricelist', pricelist as number)['currency_id']
      : company['currency_id'];
    const order = db.create('sale.order', {
      ...{ state: 'draft', warehouse_id: 1, date_order: db.now(), company_id: company.id },
      ...{ partner_invoice_id: partner.id, partner_shipping_id: partner.id },
      ...values,
      ...{ name, currency_id: currency, order_line: [] },
    });
    this.addLines(order, lines);
    return order;
  }

  write(order: Row, { order_line: commands, ...values }: Values): void {
    if (Object.keys(values).length > 0) this.db.write('sale.order', order, values);
    if (commands === undefined) return;
    const lines = linesOf(commands);
    for (const line of lines) this.checkLine(line);
    this.addLines(order, lines);
  }

  confirm(orders: readonly Row[]): void {
    const wrong = orders.find(({ state }) => state !== 'draft' && state !== 'sent');
    if (wrong) {
      throw userError(`Some orders are not in a state requiring confirmation: ${String(wrong['name'])}`);
    }
    for (const order of orders) {
      this.db.write('sale.order', order, { state: 'sale', date_order: this.db.now() });
      this.warehouse.deliver(order, this.db.table('sale.order.line').by('order_id', order.id));
    }
  }

  cancel(orders: readonly Row[]): void {
    for (const order of orders) {
      if (order['state'] === 'cancel') continue;
      this.db.write('sale.order', order, { state: 'cancel' });
      this.warehouse.callOff(order);
    }
  }

  private checkLine(line: Values): void {
    this.db.get('product.product', line['product_id'] as number);
    const { lineTaxes } = dialectOf(this.db.major);
    for (const id of taxIdsOf(line[lineTaxes])) this.db.get('account.tax', id);
    const fields = this.db.fieldsOf('sale.order.line');
    const unknown = Object.keys(line).find((field) => !(field in fields));
    if (unknown) throw valueError(`Invalid field '${unknown}' on model 'sale.order.line'`);
  }

  private addLines(order: Row, lines: readonly Values[]): void {
    const { lineTaxes } = dialectOf(this.db.major);
    const added = lines.map((line) =>
      this.db.create('sale.order.line', { ...line, order_id: order.id, [lineTaxes]: taxIdsOf(line[lineTaxes]) }),
    );
    const ids = [...(order['order_line'] as readonly number[]), ...added.map(({ id }) => id)];
    const amounts = this.amounts(order, this.db.table('sale.order.line').byAny('id', ids));
    this.db.write('sale.order', order, { order_line: ids, ...amounts });
  }

  /** Rounded by the line, as a company has it that does not round globally. */
  private amounts(order: Row, lines: readonly Row[]): Values {
    const digits = Number(this.db.get('res.currency', order['currency_id'])['decimal_places'] ?? 2);
    const scale = 10 ** digits;
    const minor = (amount: number): number => Math.round(Number((amount * scale).toFixed(4)));
    const { lineTaxes } = dialectOf(this.db.major);
    let untaxed = 0;
    let tax = 0;
    for (const line of lines) {
      const off = 1 - Number(line['discount'] ?? 0) / 100;
      const gross = minor(Number(line['product_uom_qty'] ?? 1) * Number(line['price_unit'] ?? 0) * off);
      const taxes = this.db.table('account.tax').byAny('id', (line[lineTaxes] as readonly number[]) ?? []);
      const included = taxes.filter(({ price_include }) => price_include === true);
      const rate = included.reduce((sum, { amount }) => sum + Number(amount), 0);
      const net = Math.round(gross / (1 + rate / 100));
      const added = taxes.filter((entry) => !included.includes(entry));
      untaxed += net;
      tax += gross - net + added.reduce((sum, { amount }) => sum + Math.round((net * Number(amount)) / 100), 0);
    }
    return { amount_untaxed: untaxed / scale, amount_tax: tax / scale, amount_total: (untaxed + tax) / scale };
  }
}

/** The lines of the commands [0, 0, values] of a one2many. */
function linesOf(commands: unknown): readonly Values[] {
  return (commands as readonly (readonly [number, number, Values])[]).map(([code, , values]) => {
    if (code !== 0) throw valueError(`command ${code} on order_line is not simulated`);
    return values;
  });
}

/** The ids of a many2many's command [6, 0, ids]. */
function taxIdsOf(commands: unknown): readonly number[] {
  const [command] = (commands ?? []) as readonly (readonly [number, number, readonly number[]])[];
  return command?.[2] ?? [];
}
