import { z } from 'zod';
import type { OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write, WriteKey } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { OdooClient } from './client.ts';
import { SALE_STATES } from './codes.ts';
import { confirmOrder, levelTotal } from './confirm.ts';
import { unreadable } from './faults.ts';
import type { Dialect } from './fields.ts';
import { findPricelist, findWarehouse } from './masterData.ts';
import { findPartners, type OrderPartners } from './partners.ts';
import { findProducts } from './products.ts';
import { searchRead } from './records.ts';
import { encodeOrder, type SaleLine, type SaleOrder, saleLines, taxTolerance } from './saleOrder.ts';
import { findTaxes } from './taxes.ts';
import { CreatedId, SALE_ORDER_FIELDS, WireSaleOrder } from './wire.ts';

/** How long Odoo may still commit what it was sent: a request ends after 60 s of computing (limit_time_cpu). */
const SETTLE_MS = 60_000;

/**
 * Writes an order as a confirmed sale order that carries our reference. Looked up first, because the reference is not
 * unique over there; what was left behind as a quotation is taken up where it stopped.
 */
export const pushOrder: Write<OdooClient, OrderDocument, RemoteRef> = {
  encode: (order) => ok(encodeOrder(order)),
  send: (client, raw, { reference }, signal) => sendOrder(client, raw as SaleOrder, reference, signal),
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    landed: (client, raw, key, signal) => landedOrder(client, raw as SaleOrder, key, signal),
  },
};

async function sendOrder(
  client: OdooClient,
  order: SaleOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const found = await ordersByReference(client, reference, signal);
  if (!found.ok) return found;
  const existing = chosen(found.value);
  if (existing) return finish(client, order, existing, signal);
  const created = await createOrder(client, order, reference, signal);
  return created.ok ? finish(client, order, created.value, signal) : created;
}

/** What is there by our reference, confirmed if it was not. One that cannot be confirmed is left to the next attempt. */
async function landedOrder(
  client: OdooClient,
  order: SaleOrder,
  { reference }: WriteKey,
  signal: AbortSignal,
): Promise<Result<RemoteRef | null, Fault>> {
  const found = await ordersByReference(client, reference, signal);
  if (!found.ok) return found;
  const existing = chosen(found.value);
  if (!existing) return ok(null);
  const finished = await finish(client, order, existing, signal);
  return !finished.ok && finished.error.kind === 'permanent' ? ok(null) : finished;
}

/** All sale orders with our reference, oldest first. */
export function ordersByReference(
  client: OdooClient,
  reference: string,
  signal: AbortSignal,
): Promise<Result<readonly WireSaleOrder[], Fault>> {
  const domain = [['client_order_ref', '=', reference]] as const;
  return searchRead(client, z.array(WireSaleOrder), { model: 'sale.order', domain, fields: SALE_ORDER_FIELDS }, signal);
}

/** The oldest that stands; else the oldest. */
function chosen(orders: readonly WireSaleOrder[]): WireSaleOrder | undefined {
  return orders.find(({ state }) => SALE_STATES.get(state) !== 'cancelled') ?? orders[0];
}

async function finish(
  client: OdooClient,
  order: SaleOrder,
  there: WireSaleOrder,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  if (SALE_STATES.get(there.state) === 'quotation') {
    const tolerance = taxTolerance(saleLines(order, client.settings));
    const levelled = await levelTotal(client, order, there, tolerance, signal);
    if (!levelled.ok) return levelled;
    const confirmed = await confirmOrder(client, there.id, signal);
    if (!confirmed.ok) return confirmed;
    return ok({ externalId: String(there.id), number: there.name, total: levelled.value });
  }
  return ok({ externalId: String(there.id), number: there.name });
}

async function createOrder(
  client: OdooClient,
  order: SaleOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<WireSaleOrder, Fault>> {
  const values = await orderValues(client, order, reference, signal);
  if (!values.ok) return values;
  const args = { vals_list: [values.value] };
  const answer = await client.call({ model: 'sale.order', method: 'create', args, effect: 'write' }, signal);
  if (!answer.ok) return err(goneMeanwhile(client, answer.error));
  const id = parseWire(CreatedId, answer.value, 'sale.order.create');
  if (!id.ok) return err(unreadable(id.error));
  const domain = [['id', '=', id.value]] as const;
  const search = { model: 'sale.order', domain, fields: SALE_ORDER_FIELDS } as const;
  const read = await searchRead(client, z.array(WireSaleOrder), search, signal);
  // The order is there: whatever failed after it is for the look-up, not for another create.
  if (!read.ok) return err({ kind: 'in-doubt', code: read.error.code, message: read.error.message });
  const [there] = read.value;
  return there ? ok(there) : err(permanent('order-gone', `sale order ${id.value} was made and cannot be read`));
}

/** A record that we remembered was deleted over there: everything is looked up again. */
function goneMeanwhile(client: OdooClient, fault: Fault): Fault {
  if (fault.code !== 'odoo-missing') return fault;
  client.forget();
  return { kind: 'conflict', code: fault.code, message: fault.message };
}

async function orderValues(
  client: OdooClient,
  order: SaleOrder,
  reference: string,
  signal: AbortSignal,
): Promise<Result<object, Fault>> {
  const dialect = await client.dialect(signal);
  if (!dialect.ok) return dialect;
  const lines = saleLines(order, client.settings);
  const products = await findProducts(client, lines, signal);
  if (!products.ok) return products;
  const wireLines = await orderLines(
    client,
    { order, lines, products: products.value, dialect: dialect.value },
    signal,
  );
  if (!wireLines.ok) return wireLines;
  const place = await placeValues(client, order, signal);
  if (!place.ok) return place;
  const partners = await findPartners(client, order, reference, signal);
  if (!partners.ok) return partners;
  return ok({
    client_order_ref: reference,
    origin: order.number,
    date_order: order.placedAt,
    ...partnerValues(partners.value),
    ...place.value,
    order_line: wireLines.value,
  });
}

const partnerValues = ({ customer, invoice, delivery }: OrderPartners) => ({
  partner_id: customer,
  partner_invoice_id: invoice,
  partner_shipping_id: delivery,
});

/** Currency by price list, warehouse and company. */
async function placeValues(
  client: OdooClient,
  { currency }: SaleOrder,
  signal: AbortSignal,
): Promise<Result<object, Fault>> {
  const { companyId, warehouse } = client.settings;
  const pricelist = await findPricelist(client, currency, signal);
  if (!pricelist.ok) return pricelist;
  const house = warehouse === undefined ? ok(undefined) : await findWarehouse(client, warehouse, signal);
  if (!house.ok) return house;
  if (warehouse !== undefined && house.value === undefined) {
    return err(permanent('unknown-warehouse', `there is no warehouse with the code ${warehouse} in Odoo`));
  }
  return ok({
    ...(pricelist.value === undefined ? {} : { pricelist_id: pricelist.value }),
    ...(house.value === undefined ? {} : { warehouse_id: house.value }),
    ...(companyId === undefined ? {} : { company_id: companyId }),
  });
}

type Lines = {
  readonly order: SaleOrder;
  readonly lines: readonly SaleLine[];
  readonly products: ReadonlyMap<string, number>;
  readonly dialect: Dialect;
};

async function orderLines(
  client: OdooClient,
  { order, lines, products, dialect }: Lines,
  signal: AbortSignal,
): Promise<Result<readonly unknown[], Fault>> {
  const commands: unknown[] = [];
  for (const { sku, title, quantity, price, taxes } of lines) {
    const ids = await findTaxes(client, taxes, order.taxesIncluded, signal);
    if (!ids.ok) return ids;
    commands.push([
      0,
      0,
      {
        product_id: products.get(sku),
        name: title,
        product_uom_qty: quantity,
        price_unit: Number(price),
        // Set although it is nothing, and taxes although there are none: else Odoo puts in what its price lists and products say.
        discount: 0,
        [dialect.lineTaxes]: [[6, 0, ids.value]],
      },
    ]);
  }
  return ok(commands);
}
