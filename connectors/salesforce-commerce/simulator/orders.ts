import { z } from 'zod';

/** An order as the Orders API shows it. */
export type SimOrder = Record<string, unknown> & {
  readonly orderNo: string;
  status: string;
  exportStatus: string;
  confirmationStatus: string;
  shippingStatus: string;
  lastModified: string;
  readonly productItems: readonly { readonly itemId: string; readonly productId: string; readonly quantity: number }[];
};

/** What a buyer bought: amounts in minor units of a currency of so many decimals. */
export const Purchase = z.object({
  currency: z.string().default('USD'),
  digits: z.int().default(2),
  taxation: z.enum(['net', 'gross']).default('net'),
  taxRate: z.number().default(0.05),
  lines: z.array(z.object({ productId: z.string(), quantity: z.int(), unitMinor: z.int() })).default([
    { productId: '701643632930', quantity: 1, unitMinor: 9900 },
    { productId: '008884303989', quantity: 2, unitMinor: 1550 },
  ]),
  /** Taken off the first line, off the order, and off shipping. */
  lineDiscountMinor: z.int().default(0),
  orderDiscountMinor: z.int().default(0),
  shippingDiscountMinor: z.int().default(0),
  shippingMinor: z.int().default(599),
});
export type Purchase = z.infer<typeof Purchase>;
/** A purchase as it is wished for: what is left out is usual. */
export type Wish = z.input<typeof Purchase>;

export const ADDRESS = {
  address1: '45 Main Rd.',
  address2: '2nd floor',
  city: 'Burlington',
  companyName: 'Mustermann Inc.',
  countryCode: 'US',
  firstName: 'Max',
  fullName: 'Max Mustermann',
  lastName: 'Mustermann',
  phone: '6175555555',
  postalCode: '05408',
  stateCode: 'VT',
  suite: 'B 12',
};

type Numbers = { readonly orderNo: string; readonly at: string };

/** An order of a purchase, calculated as the platform calculates it: its sums are those of its items. */
export function orderOf(purchase: Purchase, numbers: Numbers): SimOrder {
  const till = tillOf(purchase);
  const items = itemsOf(purchase);
  const shipped = purchase.shippingMinor - purchase.shippingDiscountMinor;
  const products = sum(items.map(({ after }) => after));
  const taxTotal = sum([...items.map(({ after }) => after), shipped].map(till.tax));
  const total = products + shipped + (purchase.taxation === 'net' ? taxTotal : 0);
  return {
    ...headOf(purchase, numbers),
    productItems: items.map((item, i) => productItem(till, item, `${numbers.orderNo}-${i + 1}`)),
    orderPriceAdjustments: till.adjustments(purchase.orderDiscountMinor, 'order-promotion'),
    shippingItems: [shippingItem(till, numbers.orderNo)],
    shipments: [SHIPMENT],
    paymentInstruments: [paymentOf(till.money(total), numbers.orderNo)],
    productTotal: till.money(products),
    productSubTotal: till.money(products + purchase.orderDiscountMinor),
    shippingTotal: till.money(shipped),
    taxTotal: till.money(taxTotal),
    orderTotal: till.money(total),
  };
}

const SHIPMENT = {
  shipmentId: 'me',
  shipmentNo: '00000001',
  shippingStatus: 'not_shipped',
  shippingAddress: ADDRESS,
  shippingMethod: { id: '001' },
};

const headOf = ({ currency, taxation }: Purchase, { orderNo, at }: Numbers) => ({
  orderNo,
  siteId: 'RefArch',
  status: 'new',
  exportStatus: 'not_exported',
  confirmationStatus: 'not_confirmed',
  paymentStatus: 'not_paid',
  shippingStatus: 'not_shipped',
  creationDate: at,
  placeDate: at,
  lastModified: at,
  createdBy: 'Customer',
  currency,
  taxation,
  channelType: 'storefront',
  businessType: 'b2c',
  customerLocale: 'en_US',
  customerInfo: {
    customerId: `id-${orderNo}`,
    customerNo: `C${orderNo}`,
    customerName: 'Max Mustermann',
    email: 'max@example.com',
    guest: false,
  },
  billingAddress: ADDRESS,
});

type Item = ReturnType<typeof itemsOf>[number];

const productItem = (till: Till, { line, before, after, discountMinor }: Item, itemId: string) => ({
  ...till.priced(before),
  basePrice: till.money(line.unitMinor),
  itemId,
  position: 1,
  productId: line.productId,
  productName: `Product ${line.productId}`,
  itemText: `Product ${line.productId}`,
  quantity: line.quantity,
  shipmentId: 'me',
  taxRate: till.purchase.taxRate,
  adjustedTax: till.money(till.tax(after)),
  priceAfterItemDiscount: till.money(before - discountMinor),
  priceAfterOrderDiscount: till.money(after),
  priceAdjustments: till.adjustments(discountMinor, 'line-promotion'),
});

function shippingItem(till: Till, orderNo: string) {
  const { shippingMinor, shippingDiscountMinor, taxRate } = till.purchase;
  const after = shippingMinor - shippingDiscountMinor;
  return {
    ...till.priced(shippingMinor),
    itemId: `${orderNo}-s`,
    itemText: 'Shipping',
    shipmentId: 'me',
    taxRate,
    adjustedTax: till.money(till.tax(after)),
    priceAfterItemDiscount: till.money(after),
    type: 'fixed_price',
    priceAdjustments: till.adjustments(shippingDiscountMinor, 'shipping-promotion'),
  };
}

const paymentOf = (amount: number, orderNo: string) => ({
  paymentInstrumentId: `${orderNo}-p`,
  paymentMethodId: 'CREDIT_CARD',
  paymentCard: { cardType: 'Visa', numberLastDigits: '1111' },
  paymentTransaction: { amount, transactionId: `t-${orderNo}`, authorizationStatus: { status: 0, code: 'OK' } },
});

type Till = ReturnType<typeof tillOf>;

/** The arithmetic of a site: amounts of its currency, and the tax on them or inside them. */
function tillOf(purchase: Purchase) {
  const { taxation, taxRate, digits } = purchase;
  const money = (minor: number): number => Number((minor / 10 ** digits).toFixed(digits));
  const tax = (minor: number): number =>
    Math.round(taxation === 'net' ? minor * taxRate : minor - minor / (1 + taxRate));
  const priced = (minor: number) => {
    const [net, gross] = taxation === 'net' ? [minor, minor + tax(minor)] : [minor - tax(minor), minor];
    const [netPrice, grossPrice] = [money(net), money(gross)];
    return { netPrice, grossPrice, tax: money(tax(minor)), taxBasis: money(minor), basePrice: money(minor) };
  };
  const adjustments = (minor: number, promotionId: string) =>
    minor === 0
      ? []
      : [
          {
            ...priced(-minor),
            promotionId,
            priceAdjustmentId: `pa-${promotionId}`,
            couponCode: 'SAVE',
            itemText: 'Saved',
          },
        ];
  return { purchase, money, tax, priced, adjustments };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Lines before and after discounts; the order's discount lies on the last line, so that no cent is left over. */
function itemsOf({ lines, lineDiscountMinor, orderDiscountMinor }: Purchase) {
  return lines.map((line, i) => {
    const before = line.unitMinor * line.quantity;
    const discountMinor = i === 0 ? lineDiscountMinor : 0;
    const orderShare = i === lines.length - 1 ? orderDiscountMinor : 0;
    return { line, before, discountMinor, after: before - discountMinor - orderShare };
  });
}
