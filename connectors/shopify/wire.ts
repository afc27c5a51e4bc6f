import { z } from 'zod';

/**
 * The parts of Shopify's REST-shaped webhook bodies that the hub uses. Unknown fields and values pass; what is used must
 * have its type. The GraphQL pull is brought into the same shape, so that one decoder serves both.
 */

const text = z.string().nullish();
/** Shopify writes most amounts as text and a few, on refunds, as JSON numbers. */
const amount = z.union([z.string(), z.number().transform(String)]);
const moneySet = z.object({ shop_money: z.object({ amount, currency_code: z.string() }) }).nullish();
const id = z.union([z.number(), z.string()]);
const gid = z.string().optional();

const Tax = z.object({ title: text, price: amount, rate: z.number().nullish() });
const Allocation = z.object({ amount, discount_application_index: z.number() });

const Address = z.object({
  name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  province_code: text,
  country_code: text,
  phone: text,
});

const Line = z.object({
  id,
  admin_graphql_api_id: gid,
  sku: text,
  variant_id: id.nullish(),
  product_id: id.nullish(),
  title: text,
  name: text,
  quantity: z.int(),
  price: amount,
  total_discount: amount.optional(),
  discount_allocations: z.array(Allocation).optional(),
  tax_lines: z.array(Tax).optional(),
  requires_shipping: z.boolean().nullish(),
  gift_card: z.boolean().nullish(),
});

const ShippingLine = z.object({
  title: text,
  code: text,
  price: amount,
  discounted_price: amount.nullish(),
  discount_allocations: z.array(Allocation).optional(),
  tax_lines: z.array(Tax).optional(),
  is_removed: z.boolean().nullish(),
});

const DiscountApplication = z.object({
  type: text,
  title: text,
  code: text,
  description: text,
  target_type: text,
  target_selection: text,
});

const RefundLine = z.object({
  line_item_id: id,
  quantity: z.int(),
  restock_type: text,
  subtotal: amount.nullish(),
  subtotal_set: moneySet,
  total_tax: amount.nullish(),
  total_tax_set: moneySet,
  line_item: z.object({ sku: text, variant_id: id.nullish() }).nullish(),
});

export const WireRefund = z.object({
  id,
  admin_graphql_api_id: gid,
  order_id: id.optional(),
  created_at: z.string(),
  note: text,
  refund_line_items: z.array(RefundLine).optional(),
  refund_shipping_lines: z.array(z.object({ subtotal_amount_set: moneySet, tax_amount_set: moneySet })).optional(),
  order_adjustments: z.array(z.object({ kind: text, amount, tax_amount: amount.nullish() })).optional(),
  transactions: z.array(z.object({ kind: text, status: text, amount, currency: text })).optional(),
});
export type WireRefund = z.infer<typeof WireRefund>;

export const WireOrder = z.object({
  id,
  admin_graphql_api_id: gid,
  name: z.string().min(1),
  created_at: z.string(),
  processed_at: text,
  updated_at: z.string(),
  currency: z.string(),
  taxes_included: z.boolean().nullish(),
  email: text,
  phone: text,
  customer: z.object({ id, first_name: text, last_name: text }).nullish(),
  billing_address: Address.nullish(),
  shipping_address: Address.nullish(),
  line_items: z.array(Line),
  shipping_lines: z.array(ShippingLine).optional(),
  discount_applications: z.array(DiscountApplication).optional(),
  financial_status: text,
  cancelled_at: text,
  cancel_reason: text,
  note: text,
  tags: text,
  source_name: text,
  total_price: amount,
  total_tax: amount.nullish(),
  total_discounts: amount.nullish(),
  total_tip_received: amount.nullish(),
  original_total_duties_set: moneySet,
  original_total_additional_fees_set: moneySet,
  refunds: z.array(WireRefund).optional(),
});
export type WireOrder = z.infer<typeof WireOrder>;
export type WireLine = z.infer<typeof Line>;
export type WireShippingLine = z.infer<typeof ShippingLine>;
export type WireAddress = z.infer<typeof Address>;
export type WireTax = z.infer<typeof Tax>;
export type WireMoneySet = z.infer<typeof moneySet>;
export type WireAllocation = z.infer<typeof Allocation>;
export type WireDiscount = z.infer<typeof DiscountApplication>;
export type WireRefundLine = z.infer<typeof RefundLine>;

export const WireFulfillment = z.object({
  id,
  admin_graphql_api_id: gid,
  order_id: id,
  name: text,
  status: text,
  created_at: z.string(),
  location_id: id.nullish(),
  tracking_company: text,
  tracking_number: text,
  tracking_url: text,
  line_items: z.array(
    z.object({ id, admin_graphql_api_id: gid, sku: text, variant_id: id.nullish(), quantity: z.int() }),
  ),
});

export const WireLevel = z.object({
  inventory_item_id: id,
  location_id: id,
  available: z.int().nullish(),
  updated_at: z.string(),
  sku: text,
});
export type WireLevel = z.infer<typeof WireLevel>;

/**
 * The id of a record as text. A number beyond 2^53 has lost digits when it was parsed; the global id beside it has not.
 */
export function idOf(record: {
  readonly id: number | string;
  readonly admin_graphql_api_id?: string | undefined;
}): string {
  const global = record.admin_graphql_api_id;
  if (typeof record.id === 'number' && !Number.isSafeInteger(record.id) && global) return tailOf(global);
  return String(record.id);
}

/** The last part of a global id: "42" of "gid://shopify/Order/42". */
export function tailOf(global: string): string {
  const end = global.indexOf('?');
  return global.slice(global.lastIndexOf('/', end < 0 ? undefined : end) + 1, end < 0 ? undefined : end);
}

/** The global id of a record: numbers need their kind in front, global ids stay. */
export function globalId(kind: string, key: string): string {
  return key.startsWith('gid://') ? key : `gid://shopify/${kind}/${key}`;
}

/** The key of an item for sale: its SKU, or where the shop gave none, the variant, or the line itself. */
export function skuOf(line: {
  readonly id: number | string;
  readonly sku?: string | null | undefined;
  readonly variant_id?: number | string | null | undefined;
}): string {
  const sku = line.sku?.trim();
  if (sku) return sku.slice(0, 100);
  return line.variant_id ? `variant-${line.variant_id}` : `custom-${line.id}`;
}

/** A text that says something, cut to a length; undefined otherwise. */
export function said(value: string | null | undefined, length: number): string | undefined {
  const trimmed = value?.trim();
  if (!trimmed) return undefined;
  return trimmed.length > length ? trimmed.slice(0, length).toWellFormed() : trimmed;
}

/** A carrier's or a shop's link, when it is one. */
export function linkOf(value: string | null | undefined): string | undefined {
  return value && value.length <= 1000 && URL.canParse(value) ? value : undefined;
}
