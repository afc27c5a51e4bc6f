import { z } from 'zod';

/** The parts of B2C Commerce's orders that the hub uses. Amounts are JSON numbers, of the order's currency. */

const Text = z.string().nullish();
const Amount = z.number().nullish();

const Priced = {
  itemText: Text,
  basePrice: Amount,
  grossPrice: Amount,
  netPrice: Amount,
  tax: Amount,
};

const WireAdjustment = z.object({ ...Priced, promotionId: Text, couponCode: Text });
const WireTaxItem = z.object({ id: z.string(), rate: z.number(), value: Amount });
const WireOption = z.object({
  ...Priced,
  productId: z.string(),
  optionId: Text,
  priceAdjustments: z.array(WireAdjustment).nullish(),
});

const WireItem = z.object({
  ...Priced,
  itemId: Text,
  productId: z.string(),
  productName: Text,
  quantity: z.number(),
  adjustedTax: Amount,
  taxRate: Amount,
  taxItems: z.array(WireTaxItem).nullish(),
  priceAdjustments: z.array(WireAdjustment).nullish(),
  priceAfterItemDiscount: Amount,
  priceAfterOrderDiscount: Amount,
  optionItems: z.array(WireOption).nullish(),
});

const WireShippingItem = z.object({
  ...Priced,
  adjustedTax: Amount,
  taxRate: Amount,
  priceAdjustments: z.array(WireAdjustment).nullish(),
  priceAfterItemDiscount: Amount,
  shipmentId: Text,
});

const WireGiftCertificate = z.object({ ...Priced, giftCertificateItemId: Text });

export const WireAddress = z.object({
  address1: Text,
  address2: Text,
  city: Text,
  companyName: Text,
  countryCode: Text,
  firstName: Text,
  fullName: Text,
  lastName: Text,
  phone: Text,
  postalCode: Text,
  postBox: Text,
  stateCode: Text,
  suite: Text,
});

const WireShipment = z.object({
  shipmentId: z.string(),
  shippingAddress: WireAddress.nullish(),
  shippingMethod: z.object({ id: Text }).nullish(),
});

const WirePayment = z.object({
  paymentInstrumentId: Text,
  paymentMethodId: Text,
  paymentTransaction: z
    .object({ amount: Amount, type: Text, authorizationStatus: z.object({ status: z.number().nullish() }).nullish() })
    .nullish(),
});

export const WireOrder = z.object({
  orderNo: z.string(),
  status: z.string(),
  creationDate: z.string(),
  placeDate: Text,
  lastModified: z.string(),
  currency: z.string(),
  taxation: z.enum(['gross', 'net']),
  businessType: Text,
  channelType: Text,
  customerInfo: z.object({ customerId: Text, customerName: Text, customerNo: Text, email: Text }).nullish(),
  billingAddress: WireAddress.nullish(),
  productItems: z.array(WireItem).nullish(),
  giftCertificateItems: z.array(WireGiftCertificate).nullish(),
  shippingItems: z.array(WireShippingItem).nullish(),
  shipments: z.array(WireShipment).nullish(),
  orderPriceAdjustments: z.array(WireAdjustment).nullish(),
  paymentInstruments: z.array(WirePayment).nullish(),
  paymentStatus: Text,
  shippingStatus: Text,
  productTotal: Amount,
  taxTotal: z.number(),
  orderTotal: z.number(),
  cancelCode: Text,
  cancelDescription: Text,
});

export type WireOrder = z.infer<typeof WireOrder>;
export type WireItem = z.infer<typeof WireItem>;
export type WireOption = z.infer<typeof WireOption>;
export type WireAdjustment = z.infer<typeof WireAdjustment>;
export type WireShippingItem = z.infer<typeof WireShippingItem>;
export type WireGiftCertificate = z.infer<typeof WireGiftCertificate>;
export type WireAddress = z.infer<typeof WireAddress>;
export type Priced = Pick<WireItem, keyof typeof Priced>;

/** A text that says something, cut to the length of its place; undefined for one that says nothing. */
export function said(text: string | null | undefined, length: number): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  return trimmed.length > length ? trimmed.slice(0, length).toWellFormed() : trimmed;
}
