import { formatMinor, parseCurrency, parseMinor } from '../../../core/shared/money.ts';
import type { WireOrder } from '../wire.ts';
import { BUYERS, type SimItem } from './catalog.ts';

const parsed = parseCurrency('USD');
if (!parsed.ok) throw new Error(parsed.error);
const USD = parsed.value;

/** One position of an order to place: which item of the catalog, and how many. */
export type SimPosition = { readonly item: number; readonly quantity: number };

export function minorOf(text: string): number {
  const minor = parseMinor(text, USD);
  if (!minor.ok) throw new Error(minor.error);
  return minor.value;
}

export const amountOf = (minor: number): string => formatMinor(minor, USD);
export const setOf = (minor: number) => ({ shop_money: { amount: amountOf(minor), currency_code: USD } });

/** Keys of the simulated catalog: the n-th item has the n-th of each. */
export const variantId = (item: number): number => 4_000_001 + item;
export const productId = (item: number): number => 6_000_001 + item;
export const itemId = (item: number): number => 8_000_001 + item;

const SHIPPING_MINOR = 490;

/** The body of an orders/create webhook for the n-th order of the shop. Tax is 8 %, added to the prices. */
export function orderBody(
  n: number,
  positions: readonly SimPosition[],
  catalog: readonly SimItem[],
  at: string,
): WireOrder {
  const id = 5_000_000_000 + n;
  let subtotal = 0;
  let tax = 0;
  const lines = positions.map(({ item, quantity }, k) => {
    const { sku, title, price } = catalog[item] ?? { sku: `ITEM-${item}`, title: `Item ${item}`, price: '1.00' };
    const gross = minorOf(price) * quantity;
    const taxMinor = Math.round(gross * 0.08);
    subtotal += gross;
    tax += taxMinor;
    const position = { id: id * 100 + k, sku, variant_id: variantId(item), product_id: productId(item) };
    const taxes = [{ title: 'Sales tax', price: amountOf(taxMinor), rate: 0.08 }];
    const flags = { requires_shipping: true, gift_card: false, total_discount: '0.00', discount_allocations: [] };
    return { ...position, title, name: title, quantity, price, tax_lines: taxes, ...flags };
  });
  const buyer = BUYERS[n % BUYERS.length] ?? BUYERS[0];
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${1000 + n}`,
    created_at: at,
    processed_at: at,
    updated_at: at,
    currency: USD,
    taxes_included: false,
    ...buyerOf(n, buyer),
    line_items: lines,
    shipping_lines: [
      { title: 'Standard', code: 'standard', price: amountOf(SHIPPING_MINOR), discount_allocations: [], tax_lines: [] },
    ],
    discount_applications: [],
    financial_status: 'paid',
    cancelled_at: null,
    cancel_reason: null,
    note: null,
    tags: '',
    source_name: 'web',
    total_price: amountOf(subtotal + tax + SHIPPING_MINOR),
    total_tax: amountOf(tax),
    total_discounts: '0.00',
    total_tip_received: '0.00',
    refunds: [],
  };
}

function buyerOf(n: number, buyer: (typeof BUYERS)[number]) {
  const { first_name, last_name, email, ...place } = buyer;
  const address = { name: `${first_name} ${last_name}`, company: null, address2: null, phone: null, ...place };
  return {
    email,
    phone: null,
    customer: { id: 9_000_000 + (n % BUYERS.length), first_name, last_name },
    billing_address: address,
    shipping_address: address,
  };
}
