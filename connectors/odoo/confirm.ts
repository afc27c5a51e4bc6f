import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { exponentOf, formatMinor, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef } from '../kit/connector.ts';
import type { OdooClient } from './client.ts';
import { SALE_STATES } from './codes.ts';
import { findProducts } from './products.ts';
import { searchRead } from './records.ts';
import type { SaleOrder } from './saleOrder.ts';
import type { WireSaleOrder } from './wire.ts';

/**
 * Makes the total of a quotation equal to the order's. A difference within the rounding of taxes gets a line of its own,
 * named for what it is; any other is refused before anything is confirmed. Answers the total before it, and that line.
 */
export async function levelTotal(
  client: OdooClient,
  order: SaleOrder,
  { id, name, amount_total, currency_id }: WireSaleOrder,
  tolerance: number,
  signal: AbortSignal,
): Promise<Result<NonNullable<RemoteRef['total']>, Fault>> {
  const { currency, grandMinor } = order;
  if (currency_id[1] !== currency) {
    const message = `${name} is in ${currency_id[1]}, the order in ${currency}: add a price list in ${currency} to Odoo`;
    return err(permanent('currency-differs', message, '/currency'));
  }
  const total = parseMinor(amount_total.toFixed(exponentOf(currency)), currency);
  if (!total.ok) return err(permanent('unexpected-shape', total.error));
  const difference = grandMinor - total.value;
  const levelled = { grandMinor: total.value, levelledMinor: difference };
  if (difference === 0) return ok(levelled);
  if (Math.abs(difference) > tolerance) {
    const [ours, theirs] = [formatMinor(grandMinor, currency), formatMinor(total.value, currency)];
    const message = `${name} comes to ${theirs} ${currency} in Odoo, the order to ${ours}: look at the taxes mapped`;
    return err(permanent('total-differs', message, '/totals/grandMinor'));
  }
  const added = await addDifference(client, id, formatMinor(difference, currency), signal);
  return added.ok ? ok(levelled) : added;
}

async function addDifference(
  client: OdooClient,
  id: number,
  price: string,
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const sku = client.settings.feeProduct;
  const products = await findProducts(client, [{ sku, title: sku, kind: 'service' }], signal);
  if (!products.ok) return products;
  const dialect = await client.dialect(signal);
  if (!dialect.ok) return dialect;
  const line = {
    product_id: products.value.get(sku),
    name: 'Rounding of taxes',
    product_uom_qty: 1,
    price_unit: Number(price),
    discount: 0,
    [dialect.value.lineTaxes]: [[6, 0, []]],
  };
  const args = { vals: { order_line: [[0, 0, line]] } };
  const written = await client.call({ model: 'sale.order', method: 'write', ids: [id], args, effect: 'write' }, signal);
  return written.ok ? ok(undefined) : written;
}

/**
 * Confirms a quotation. Odoo refuses to confirm twice, and may answer nothing or a fault after it did the work, so in
 * every case but a plain yes the state of the order decides.
 */
export async function confirmOrder(client: OdooClient, id: number, signal: AbortSignal): Promise<Result<void, Fault>> {
  const call = { model: 'sale.order', method: 'action_confirm', ids: [id], effect: 'write' } as const;
  const answer = await client.call(call, signal);
  if (answer.ok && answer.value === true) return ok(undefined);
  if (!answer.ok && answer.error.kind !== 'permanent') return answer;
  return reached(client, id, 'confirmed', answer.ok ? undefined : answer.error, signal);
}

/** Cancels orders, confirmed or not; one that is cancelled already stays so. */
export async function cancelOrders(
  client: OdooClient,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  // The context keeps version 16 from answering with a dialog in place of the work.
  const context = { disable_cancel_warning: true };
  const call = { model: 'sale.order', method: 'action_cancel', ids, context, effect: 'write' } as const;
  const answer = await client.call(call, signal);
  if (!answer.ok && answer.error.kind !== 'permanent') return answer;
  for (const id of ids) {
    const cancelled = await reached(client, id, 'cancelled', answer.ok ? undefined : answer.error, signal);
    if (!cancelled.ok) return cancelled;
  }
  return ok(undefined);
}

const WireState = z.array(z.object({ name: z.string(), state: z.string() }));

/** Reads the state again: whether it is the wanted one. The fault of the call itself says why it is not. */
async function reached(
  client: OdooClient,
  id: number,
  wanted: 'confirmed' | 'cancelled',
  fault: Fault | undefined,
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const domain = [['id', '=', id]] as const;
  const search = { model: 'sale.order', domain, fields: ['name', 'state'] } as const;
  const read = await searchRead(client, WireState, search, signal);
  if (!read.ok) return err({ kind: 'in-doubt', code: read.error.code, message: read.error.message });
  const [order] = read.value;
  if (order && SALE_STATES.get(order.state) === wanted) return ok(undefined);
  return err(fault ?? permanent(`not-${wanted}`, `${order?.name ?? id} is in state ${order?.state ?? 'none'}`));
}
