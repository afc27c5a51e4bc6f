import type { KeptRaw } from '../../kit/conformance/subject.ts';

/** Codes by which orders of B2C Commerce differ in kind. */
export const CODES: readonly string[] = [
  'new',
  'created',
  'cancelled',
  'completed',
  'paid',
  'not_paid',
  'b2b',
  'store',
  'shipped',
  'gross',
];

const because = (why: string, ...places: readonly string[]): readonly KeptRaw[] => places.map((at) => ({ at, why }));

/** What B2C Commerce says and no canonical document has a place for. The first that fits is the reason. */
export const KEPT_RAW: readonly KeptRaw[] = [
  ...because(
    'the price of the other taxation, or an amount of which another is stated: one of them is read',
    '/**/basePrice',
    '/**/grossPrice',
    '/**/netPrice',
    '/**/priceAfterItemDiscount',
    '/**/taxBasis',
    '/**/tax',
  ),
  ...because(
    'a sum of what the items state',
    '/**/productSubTotal',
    '/**/productTotal',
    '/**/shippingTotal',
    '/**/shippingTotalTax',
    '/**/adjustedShippingTotalTax',
    '/**/merchandizeTotalTax',
    '/**/adjustedMerchandizeTotalTax',
    '/shipments/*/taxTotal',
    '/shipments/*/shipmentTotal',
  ),
  ...because('the address has the name whole', '/**/firstName', '/**/lastName'),
  ...because(
    'a status that the hub itself writes, or learns from its own shipments',
    '/confirmationStatus',
    '/exportStatus',
    '/shipments/*/shippingStatus',
  ),
  ...because('how the card was, which is of no use to the hub', '/paymentInstruments/*/paymentCard/**'),
  ...because(
    'of the payment, the hub keeps its amount and whether it was authorized',
    '/paymentInstruments/*/paymentTransaction/**',
  ),
  ...because('a promotion is named by its text', '/**/promotionId', '/**/priceAdjustmentId'),
  ...because('a description is there', '/cancelCode'),
  ...because('the day that it was placed is the one that counts', '/creationDate'),
  ...because(
    'of the buyer, number, name and address are carried',
    '/customerInfo/customerId',
    '/customerInfo/guest',
    '/customerLocale',
  ),
  ...because(
    'internal to the platform',
    '/siteId',
    '/createdBy',
    '/remoteHost',
    '/invoiceNo',
    '/shipments/*/shipmentNo',
    '/shipments/*/gift',
    '/productItems/*/position',
    '/productItems/*/shipmentId',
    '/productItems/*/shippingItemId',
    '/productItems/*/itemText',
    '/productItems/*/bonusProductLineItem',
    '/productItems/*/gift',
    '/shippingItems/*/itemId',
    '/shippingItems/*/type',
  ),
  ...because('prices are those of the orders', '/price', '/priceCurrency'),
  ...because('the hub keeps the default name', '/name/*'),
  ...because('a code that is read when the first is none', '/upc', '/ean'),
  ...because(
    'what a shop tells of its goods, and of its customers, beyond who and what they are',
    '/brand',
    '/type/*',
    '/relevance',
    '/data/*',
    '/data/primaryAddress/addressId',
    '/data/credentials/*',
  ),
  ...because('where it came from, for who looks it up', '/file'),
  ...because("the shop's own attribute; a mapping of the connection can carry it", '/**/c_*'),
];
