import type { AddressValue, CanonicalRecord, OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { PAYMENT_STATE } from './codes.ts';
import { type LineDocument, readLine, readShipping, type ShippingPart, takenOff } from './orderLines.ts';
import { decodeRefund } from './refunds.ts';
import { idOf, said, type WireAddress, type WireDiscount, type WireLine, WireOrder } from './wire.ts';

/** Canonical documents of a webhook body: the order, and the refunds that it lists. */
export function decodeOrderBody(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireOrder, raw, 'Shopify order');
  return wire.ok ? decodeOrder(wire.value) : wire;
}

/** Canonical documents of an order in Shopify's REST shape, wherever it came from. */
export function decodeOrder(wire: WireOrder): Result<Decoded, Fault> {
  const order = orderDocument(wire);
  if (!order.ok) return order;
  const documents: CanonicalRecord[] = [{ name: 'order', document: order.value }];
  for (const [i, refund] of (wire.refunds ?? []).entries()) {
    const decoded = decodeRefund({ ...refund, order_id: idOf(wire) }, wire.currency, `/refunds/${i}`);
    if (!decoded.ok) return decoded;
    if (decoded.value) documents.push({ name: 'refund', document: decoded.value });
  }
  return ok({ kind: 'documents', documents });
}

function orderDocument(wire: WireOrder): Result<OrderDocument, Fault> {
  const currency = parseCurrency(wire.currency);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/currency'));
  const amounts = new Amounts(currency.value);
  const contents = readContents(wire, amounts);
  const candidate = {
    externalId: idOf(wire),
    number: wire.name.slice(0, 100),
    kind: 'sales',
    channel: wire.source_name === 'pos' ? 'store' : 'online',
    placedAt: wire.processed_at ?? wire.created_at,
    updatedAt: wire.updated_at,
    currency: currency.value,
    taxesIncluded: wire.taxes_included ?? false,
    customer: customerOf(wire),
    billingAddress: addressOf(wire.billing_address),
    shippingAddress: addressOf(wire.shipping_address),
    lines: contents.lines,
    shipping: contents.shipping,
    discounts: discountsOf(wire, amounts),
    paymentState: PAYMENT_STATE.get(wire.financial_status ?? '') ?? 'pending',
    totals: totalsOf(wire, contents, amounts),
    cancelledAt: wire.cancelled_at ?? (contents.isEmptied ? wire.updated_at : undefined),
    cancelReason: said(wire.cancel_reason, 300) ?? (contents.isEmptied ? 'every line was taken off' : undefined),
    note: said(wire.note, 10_000),
    tags: tagsOf(wire.tags),
  };
  if (amounts.fault) return err(amounts.fault);
  return parseDocument('order', candidate);
}

type Contents = {
  readonly lines: readonly LineDocument[];
  readonly shipping: readonly ShippingPart[];
  /** Taken off before shipping, by the source's own amounts. */
  readonly less: { totalMinor: number; discountMinor: number; taxMinor: number };
  readonly isEmptied: boolean;
};

/**
 * The lines and shipping as they stand. An order that was cancelled, or of which nothing is left, is shown as it was
 * placed: the cancellation itself says the rest.
 */
function readContents(wire: WireOrder, amounts: Amounts): Contents {
  const shipping = (wire.shipping_lines ?? []).flatMap(
    (line, i) => readShipping(line, amounts, `/shipping_lines/${i}`) ?? [],
  );
  const goods = wire.line_items.flatMap((line, i) =>
    isTip(line, wire) || line.quantity === 0 ? [] : [{ line, at: `/line_items/${i}` }],
  );
  const taken = wire.cancelled_at || !wire.refunds ? undefined : takenOff(wire.refunds, amounts);
  const less = { totalMinor: 0, discountMinor: 0, taxMinor: 0 };
  const lines: LineDocument[] = [];
  for (const { line, at } of goods) {
    const read = readLine(line, taken?.get(idOf(line)), amounts, at);
    if (read.document) lines.push(read.document);
    less.totalMinor += read.less.totalMinor;
    less.discountMinor += read.less.discountMinor;
    less.taxMinor += read.less.taxMinor;
  }
  if (lines.length > 0 || goods.length === 0) return { lines, shipping, less, isEmptied: false };
  const placed = goods.flatMap(({ line, at }) => readLine(line, undefined, amounts, at).document ?? []);
  return { lines: placed, shipping, less: { totalMinor: 0, discountMinor: 0, taxMinor: 0 }, isEmptied: true };
}

/** A tip stands among the line items as well as in the total of tips; it is counted once, as a fee. */
function isTip(line: WireLine, wire: WireOrder): boolean {
  return (
    line.title === 'Tip' &&
    line.requires_shipping === false &&
    !line.product_id &&
    !line.variant_id &&
    Number(wire.total_tip_received ?? 0) > 0
  );
}

function totalsOf(wire: WireOrder, { lines, shipping, less }: Contents, amounts: Amounts): OrderDocument['totals'] {
  const gone = less.totalMinor + (wire.taxes_included ? 0 : less.taxMinor);
  return {
    linesMinor: lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    discountMinor: Math.max(0, amounts.minor(wire.total_discounts, '/total_discounts') - less.discountMinor),
    shippingMinor: shipping.reduce((sum, { amountMinor, discountMinor }) => sum + amountMinor - discountMinor, 0),
    taxMinor: amounts.minor(wire.total_tax, '/total_tax') - less.taxMinor,
    feesMinor:
      amounts.minor(wire.total_tip_received, '/total_tip_received') +
      amounts.ofSet(wire.original_total_duties_set, '/original_total_duties_set') +
      amounts.ofSet(wire.original_total_additional_fees_set, '/original_total_additional_fees_set'),
    roundingMinor: 0,
    grandMinor: amounts.minor(wire.total_price, '/total_price') - gone,
  };
}

/** What each discount of the order gave, summed over the lines and shipping lines that it fell on. */
function discountsOf(wire: WireOrder, amounts: Amounts): OrderDocument['discounts'] {
  const applications = wire.discount_applications ?? [];
  if (applications.length === 0) return [];
  const given = applications.map(() => 0);
  for (const { discount_allocations } of [...wire.line_items, ...(wire.shipping_lines ?? [])]) {
    for (const { amount, discount_application_index: i } of discount_allocations ?? []) {
      given[i] = (given[i] ?? 0) + amounts.minor(amount, '/discount_applications');
    }
  }
  return applications.map((application, i) => {
    const code = said(application.code, 200);
    const title = said(application.title, 300) ?? code ?? said(application.description, 300) ?? 'Discount';
    return { title, ...(code === undefined ? {} : { code }), scope: scopeOf(application), amountMinor: given[i] ?? 0 };
  });
}

function scopeOf({ target_type, target_selection }: WireDiscount): 'line' | 'order' | 'shipping' {
  if (target_type === 'shipping_line') return 'shipping';
  return target_selection === 'all' ? 'order' : 'line';
}

function customerOf({ customer, email, phone }: WireOrder): OrderDocument['customer'] {
  const name = said([customer?.first_name, customer?.last_name].filter(Boolean).join(' '), 300);
  const found = {
    ...(customer ? { externalId: String(customer.id) } : {}),
    ...part('email', said(email, 254)),
    ...part('phone', said(phone, 60)),
    ...part('name', name),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

function addressOf(address: WireAddress | null | undefined): AddressValue | undefined {
  if (!address) return undefined;
  const country = address.country_code?.toUpperCase();
  return {
    ...part('name', said(address.name, 200)),
    ...part('company', said(address.company, 200)),
    ...part('line1', said(address.address1, 300)),
    ...part('line2', said(address.address2, 300)),
    ...part('city', said(address.city, 200)),
    ...part('postalCode', said(address.zip, 40)),
    ...part('subdivision', said(address.province_code, 20)),
    ...part('country', country && /^[A-Z]{2}$/.test(country) ? country : undefined),
    ...part('phone', said(address.phone, 60)),
  };
}

function part<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}

function tagsOf(tags: string | null | undefined): string[] {
  const each = (tags ?? '').split(',').flatMap((tag) => said(tag, 100) ?? []);
  return [...new Set(each)].sort().slice(0, 250);
}
