import type { RefundDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { COMES_BACK } from './codes.ts';
import { idOf, said, skuOf, WireRefund, type WireRefundLine } from './wire.ts';

/** The canonical refund of a refunds/create body. One that moved neither money nor goods is ignored by name. */
export function decodeRefundBody(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireRefund, raw, 'Shopify refund');
  if (!wire.ok) return wire;
  const refund = decodeRefund(wire.value, currencyOf(wire.value), '');
  if (!refund.ok) return refund;
  if (!refund.value) return ok({ kind: 'ignored', reason: 'refund-of-nothing' });
  return ok({ kind: 'documents', documents: [{ name: 'refund', document: refund.value }] });
}

function currencyOf(wire: WireRefund): string | undefined {
  for (const line of wire.refund_line_items ?? []) {
    if (line.subtotal_set) return line.subtotal_set.shop_money.currency_code;
  }
  return wire.transactions?.find(({ currency }) => currency)?.currency ?? undefined;
}

/**
 * A refund in Shopify's REST shape as a canonical one; null when it moved neither money nor goods, as when units were
 * taken off an order before it was paid or shipped.
 */
export function decodeRefund(
  wire: WireRefund,
  currencyText: string | undefined,
  at: string,
): Result<RefundDocument | null, Fault> {
  const lines = (wire.refund_line_items ?? []).filter(({ quantity }) => quantity > 0);
  const isMoved =
    (wire.transactions ?? []).some(isPaidOut) || lines.some(({ restock_type }) => COMES_BACK.has(restock_type ?? ''));
  if (!isMoved) return ok(null);
  const currency = parseCurrency(currencyText ?? '');
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, `${at}/transactions`));
  const amounts = new Amounts(currency.value);
  const sums = sumsOf(wire, amounts, at);
  const withTax = sums.subtotals + sums.taxes + sums.shipping === sums.paid;
  const candidate = {
    externalId: idOf(wire),
    orderExternalId: String(wire.order_id ?? ''),
    currency: currency.value,
    amountMinor: sums.paid,
    lines: lines.map((line) => lineOf(line, withTax, amounts, at)),
    shippingMinor: sums.shipping,
    adjustmentMinor: sums.paid - sums.shipping - sums.subtotals - (withTax ? sums.taxes : 0),
    note: said(wire.note, 10_000),
    refundedAt: wire.created_at,
  };
  if (amounts.fault) return err(amounts.fault);
  return parseDocument('refund', candidate);
}

function isPaidOut({ kind, status }: NonNullable<WireRefund['transactions']>[number]): boolean {
  return kind === 'refund' && status === 'success';
}

/**
 * The refund's own sums, in minor units. Whether a line's subtotal holds its tax is not said: where subtotals, taxes and
 * shipping together make the money that was paid out, the taxes are added to the lines; otherwise they are in them.
 */
function sumsOf(wire: WireRefund, amounts: Amounts, at: string) {
  let subtotals = 0;
  let taxes = 0;
  for (const line of wire.refund_line_items ?? []) {
    subtotals += subtotalOf(line, amounts, at);
    taxes += taxOf(line, amounts, at);
  }
  const paid = (wire.transactions ?? [])
    .filter(isPaidOut)
    .reduce((sum, { amount }) => sum + amounts.minor(amount, `${at}/transactions`), 0);
  return { subtotals, taxes, paid, shipping: shippingOf(wire, amounts, at) };
}

/** Newer versions list refunded shipping by itself, older ones as a negative adjustment. */
function shippingOf(wire: WireRefund, amounts: Amounts, at: string): number {
  let shipping = 0;
  for (const { subtotal_amount_set, tax_amount_set } of wire.refund_shipping_lines ?? []) {
    const place = `${at}/refund_shipping_lines`;
    shipping += amounts.ofSet(subtotal_amount_set, place) + amounts.ofSet(tax_amount_set, place);
  }
  if (shipping !== 0) return shipping;
  for (const { kind, amount, tax_amount } of wire.order_adjustments ?? []) {
    if (kind !== 'shipping_refund') continue;
    shipping -= amounts.minor(amount, `${at}/order_adjustments`) + amounts.minor(tax_amount, `${at}/order_adjustments`);
  }
  return shipping === 0 ? 0 : shipping;
}

function subtotalOf(line: WireRefundLine, amounts: Amounts, at: string): number {
  return amounts.minor(line.subtotal_set?.shop_money.amount ?? line.subtotal, `${at}/refund_line_items`);
}

function taxOf(line: WireRefundLine, amounts: Amounts, at: string): number {
  return amounts.minor(line.total_tax_set?.shop_money.amount ?? line.total_tax, `${at}/refund_line_items`);
}

function lineOf(line: WireRefundLine, withTax: boolean, amounts: Amounts, at: string): RefundDocument['lines'][number] {
  const { line_item_id, quantity, restock_type, line_item } = line;
  return {
    lineExternalId: String(line_item_id),
    sku: skuOf({ id: line_item_id, sku: line_item?.sku, variant_id: line_item?.variant_id }),
    quantity,
    amountMinor: subtotalOf(line, amounts, at) + (withTax ? taxOf(line, amounts, at) : 0),
    restock: COMES_BACK.has(restock_type ?? ''),
  };
}
