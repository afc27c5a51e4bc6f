import type { OrderDocument } from '../../core/documents/index.ts';
import { allocate } from '../../core/shared/money.ts';
import { type Amounts, decimalText } from './amounts.ts';
import {
  said,
  type WireAdjustment,
  type WireItem,
  type WireOption,
  type WireOrder,
  type WireShippingItem,
} from './wire.ts';

export type LineDocument = OrderDocument['lines'][number];
export type ShippingPart = OrderDocument['shipping'][number];
type Tax = LineDocument['taxes'][number];
type Discount = OrderDocument['discounts'][number];

/** The goods and shipping of an order. `feesMinor`: what adjustments put on top of prices instead of taking it off. */
export type Contents = {
  readonly lines: readonly LineDocument[];
  readonly shipping: readonly ShippingPart[];
  readonly discounts: readonly Discount[];
  readonly feesMinor: number;
};

/** The stock keeping unit of a bought gift certificate, which is no product of the catalog. */
const GIFT_CERTIFICATE = 'gift-certificate';

type Reader = { readonly amounts: Amounts; readonly discounts: Discount[]; feesMinor: number };

/** Reads all that is bought: products, their options, gift certificates, and the ways of shipping. */
export function readContents(wire: WireOrder, amounts: Amounts): Contents {
  const reader: Reader = { amounts, discounts: [], feesMinor: 0 };
  const items = (wire.productItems ?? []).map((item, i) => readItem(reader, item, i));
  const products = items.flatMap(({ line, options }) => [line, ...options]);
  const adjusted = readAdjustments(reader, wire.orderPriceAdjustments, 'order', '/orderPriceAdjustments');
  const shares = spread(
    items.flatMap(({ line, options, isShared }) => (isShared ? options : [line, ...options])),
    orderDiscountLeft(wire, products, adjusted, amounts),
  );
  const goods = products.map((line) => shares.get(line) ?? line);
  const certificates = (wire.giftCertificateItems ?? []).map((item, i) => readGiftCertificate(reader, item, i));
  const shipping = (wire.shippingItems ?? []).map((item, i) => readShipping(reader, wire, item, i));
  return { lines: [...goods, ...certificates], shipping, discounts: reader.discounts, feesMinor: reader.feesMinor };
}

function readItem(reader: Reader, item: WireItem, i: number) {
  const at = `/productItems/${i}`;
  const { amounts } = reader;
  const price = amounts.price(item, at);
  const adjusted = readAdjustments(reader, item.priceAdjustments, 'line', `${at}/priceAdjustments`);
  const stated = item.priceAfterOrderDiscount ?? item.priceAfterItemDiscount;
  const after =
    stated === null || stated === undefined ? price + adjusted : amounts.minor(stated, `${at}/priceAfterOrderDiscount`);
  const externalId = item.itemId ?? String(i + 1);
  const title = said(item.productName ?? item.itemText, 500);
  const line: LineDocument = {
    externalId,
    sku: item.productId,
    ...(title === undefined ? {} : { title }),
    quantity: item.quantity,
    unitPrice: amounts.unit(item.basePrice, `${at}/basePrice`),
    ...discountedTo(reader, price, after),
    taxes: readTaxes(item, amounts, at),
    requiresShipping: true,
  };
  const options = (item.optionItems ?? []).map((option, k) =>
    readOption(reader, option, line, `${at}/optionItems/${k}`),
  );
  // The XML feed, other than the API, does not say what share of the order's discounts an item has.
  return { line, options, isShared: typeof item.priceAfterOrderDiscount === 'number' };
}

/** An option (a warranty, an engraving) is a line of its own, as often as its product; it is no stock. */
function readOption(reader: Reader, option: WireOption, product: LineDocument, at: string): LineDocument {
  const { amounts } = reader;
  const price = amounts.price(option, at);
  const adjusted = readAdjustments(reader, option.priceAdjustments, 'line', `${at}/priceAdjustments`);
  const title = said(option.itemText, 500);
  const taxMinor = (option.priceAdjustments ?? []).reduce(
    (sum, { tax }, i) => sum + amounts.minor(tax, `${at}/priceAdjustments/${i}/tax`),
    amounts.minor(option.tax, `${at}/tax`),
  );
  return {
    externalId: `${product.externalId}/${option.optionId ?? option.productId}`.slice(0, 200),
    sku: option.productId,
    ...(title === undefined ? {} : { title }),
    quantity: product.quantity,
    unitPrice: amounts.unit(option.basePrice, `${at}/basePrice`),
    ...discountedTo(reader, price, price + adjusted),
    taxes: taxMinor === 0 ? [] : [{ title: 'Tax', amountMinor: taxMinor }],
    requiresShipping: false,
  };
}

function readGiftCertificate(
  { amounts }: Reader,
  item: NonNullable<WireOrder['giftCertificateItems']>[number],
  i: number,
): LineDocument {
  const at = `/giftCertificateItems/${i}`;
  const taxMinor = amounts.minor(item.tax, `${at}/tax`);
  return {
    externalId: item.giftCertificateItemId ?? `${GIFT_CERTIFICATE}-${i + 1}`,
    sku: GIFT_CERTIFICATE,
    title: said(item.itemText, 500) ?? 'Gift certificate',
    quantity: 1,
    unitPrice: amounts.unit(item.basePrice, `${at}/basePrice`),
    discountMinor: 0,
    taxes: taxMinor === 0 ? [] : [{ title: 'Tax', amountMinor: taxMinor }],
    totalMinor: amounts.price(item, at),
    requiresShipping: false,
  };
}

function readShipping(reader: Reader, wire: WireOrder, item: WireShippingItem, i: number): ShippingPart {
  const at = `/shippingItems/${i}`;
  const { amounts } = reader;
  const price = amounts.price(item, at);
  const adjusted = readAdjustments(reader, item.priceAdjustments, 'shipping', `${at}/priceAdjustments`);
  const stated = item.priceAfterItemDiscount;
  const after =
    stated === null || stated === undefined ? price + adjusted : amounts.minor(stated, `${at}/priceAfterItemDiscount`);
  const shipment = wire.shipments?.find(({ shipmentId }) => shipmentId === item.shipmentId);
  const code = said(shipment?.shippingMethod?.id, 200);
  return {
    title: said(item.itemText, 300) ?? 'Shipping',
    ...(code === undefined ? {} : { code }),
    amountMinor: price,
    discountMinor: discountedTo(reader, price, after).discountMinor,
    taxes: readTaxes(item, amounts, at),
  };
}

/** What adjustments make of a price: less of it is a discount, more of it is a fee of the order. */
function discountedTo(reader: Reader, price: number, after: number) {
  reader.feesMinor += Math.max(0, after - price);
  return { discountMinor: Math.max(0, price - after), totalMinor: Math.min(price, after) };
}

/** Notes the discounts among some adjustments; answers what all of them come to. */
function readAdjustments(
  { amounts, discounts }: Reader,
  adjustments: readonly WireAdjustment[] | null | undefined,
  scope: Discount['scope'],
  at: string,
): number {
  let sum = 0;
  for (const [i, adjustment] of (adjustments ?? []).entries()) {
    const amount = amounts.price(adjustment, `${at}/${i}`);
    sum += amount;
    const code = said(adjustment.couponCode, 200);
    const title = said(adjustment.itemText, 300) ?? said(adjustment.promotionId, 300) ?? 'Discount';
    if (amount < 0) discounts.push({ title, ...(code === undefined ? {} : { code }), scope, amountMinor: -amount });
  }
  return sum;
}

type Taxed = Pick<WireItem, 'tax' | 'adjustedTax' | 'taxRate'> & Partial<Pick<WireItem, 'taxItems'>>;

/** The tax of an item after its adjustments; by its levels (state, county) where those are stated and sum to it. */
function readTaxes(item: Taxed, amounts: Amounts, at: string): Tax[] {
  const amountMinor = amounts.minor(item.adjustedTax ?? item.tax, `${at}/adjustedTax`);
  const levels = (item.taxItems ?? []).map(({ id, rate, value }, i) => ({
    title: said(id, 200) ?? 'Tax',
    rate: decimalText(rate),
    amountMinor: amounts.minor(value, `${at}/taxItems/${i}/value`),
  }));
  const sum = levels.reduce((total, level) => total + level.amountMinor, 0);
  if (levels.length > 0 && sum === amountMinor) return levels;
  const rate = item.taxRate === null || item.taxRate === undefined ? {} : { rate: decimalText(item.taxRate) };
  return amountMinor === 0 && item.taxRate === undefined ? [] : [{ title: 'Tax', ...rate, amountMinor }];
}

/**
 * What is left of the order's discounts once the products that state their share of them have it: by the total of all
 * products, else the discounts as they are.
 */
function orderDiscountLeft(
  { productTotal }: WireOrder,
  products: readonly LineDocument[],
  adjusted: number,
  amounts: Amounts,
): number {
  if (productTotal === null || productTotal === undefined) return Math.max(0, -adjusted);
  const sum = products.reduce((total, { totalMinor }) => total + totalMinor, 0);
  return Math.max(0, sum - amounts.minor(productTotal, '/productTotal'));
}

/** Lays what is left on lines by what they cost, so that it sums to the cent. */
function spread(on: readonly LineDocument[], left: number): ReadonlyMap<LineDocument, LineDocument> {
  const weights = on.map(({ totalMinor }) => Math.max(0, totalMinor));
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  if (left === 0 || most === 0) return new Map();
  const shares = allocate(Math.min(left, most), weights);
  return new Map(
    on.map((line, i) => {
      const share = shares[i] ?? 0;
      return [line, { ...line, discountMinor: line.discountMinor + share, totalMinor: line.totalMinor - share }];
    }),
  );
}
