import type { OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { allocate, parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { CHANNELS, DISCOUNTS, ITEMS_GONE, ORDER_KINDS, ORDER_STATES, PAYMENT_STATES } from './codes.ts';
import { addressOf, phoneOf } from './contacts.ts';
import { OrderItem } from './orderItems.ts';
import { decodeRequirement } from './requirements.ts';
import { SENT_BY_HUB } from './storedOrder.ts';

/** The canonical order of a pulled one. What the hub sent itself, and what is in a state nobody knows, is left by name. */
export function decodeOrder(raw: unknown): Result<Decoded, Fault> {
  if (typeof raw === 'object' && raw !== null && 'requirement' in raw) return decodeRequirement(raw);
  const item = parseWire(OrderItem, raw, 'order');
  if (!item.ok) return item;
  const { header } = item.value;
  if (header.internalCode === SENT_BY_HUB) return ok({ kind: 'ignored', reason: 'sent-from-here' });
  if (!ORDER_KINDS.has(header.orderTypeId)) return ok({ kind: 'ignored', reason: `order-type-${header.orderTypeId}` });
  if (!ORDER_STATES.has(header.statusId)) return ok({ kind: 'ignored', reason: `order-status-${header.statusId}` });
  if (item.value.items.length === 0) return ok({ kind: 'ignored', reason: 'order-without-lines' });
  const document = orderDocument(item.value);
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'order', document: document.value }] }) : document;
}

function orderDocument(item: OrderItem): Result<OrderDocument, Fault> {
  const { orderId, header, lastUpdatedStamp } = item;
  const currency = parseCurrency(header.currencyUom);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/header/currencyUom'));
  const amounts = new Amounts(currency.value);
  const isCancelled = ORDER_STATES.get(header.statusId) === 'cancelled';
  const contents = readContents(item, isCancelled, amounts);
  const { lines, shipping, isEmptied } = contents;
  const isGone = isCancelled || isEmptied !== undefined;
  const candidate = {
    externalId: orderId,
    number: orderId,
    kind: ORDER_KINDS.get(header.orderTypeId),
    channel: CHANNELS.get(header.salesChannelEnumId ?? ''),
    placedAt: header.orderDate,
    updatedAt: lastUpdatedStamp,
    currency: currency.value,
    taxesIncluded: contents.taxesIncluded,
    ...peopleOf(item),
    lines,
    shipping,
    paymentState: paymentStateOf(item.payments),
    totals: totalsOf(item, contents, amounts),
    ...comingOf(item),
    ...(isGone ? { cancelledAt: lastUpdatedStamp, cancelReason: isCancelled ? header.statusId : isEmptied } : {}),
  };
  if (amounts.fault) return err(amounts.fault);
  return parseDocument('order', candidate);
}

type Lines = OrderDocument['lines'];
type Contents = {
  readonly lines: Lines;
  readonly shipping: OrderDocument['shipping'];
  readonly feesMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly taxesIncluded: boolean;
  /** Why nothing is left of an order that was not cancelled itself. */
  readonly isEmptied: string | undefined;
};

const NOWHERE = '_NA_';
const isOn = (seq: string | undefined): boolean => seq !== undefined && seq !== NOWHERE;
const isTax = (type: string): boolean => type === 'SALES_TAX' || type === 'VAT_TAX';

/** Lines and shipping as they stand; an order that was cancelled, or of which nothing is left, as it was placed. */
function readContents(item: OrderItem, isCancelled: boolean, amounts: Amounts): Contents {
  const { adjustments } = item;
  const taxesIncluded = isIncluded(adjustments, amounts);
  const standing = isCancelled
    ? []
    : item.items.filter((line) => !ITEMS_GONE.has(line.statusId ?? '') && leftOf(line, item, amounts) > 0);
  const isEmptied = standing.length === 0;
  const shown = isEmptied ? item.items : standing;
  const read = shown.map((line) => readLine(line, isEmptied, item, amounts));
  const ofOrder = adjustments.filter(({ orderItemSeqId }) => !isOn(orderItemSeqId));
  const offOrder = sum(ofOrder, ({ orderAdjustmentTypeId: type, amount }) =>
    DISCOUNTS.has(type) ? -amounts.minor(amount) : 0,
  );
  const lines = spread(
    read.map(({ line }) => line),
    Math.max(0, offOrder),
  );
  const shipping = shippingOf(ofOrder, amounts);
  const taxMinor =
    sum(read, ({ taxMinor: tax }) => tax) +
    sum(ofOrder, (each) => (isTax(each.orderAdjustmentTypeId) ? amounts.tax(each) : 0));
  const others = sum(ofOrder, ({ orderAdjustmentTypeId: type, amount }) =>
    isTax(type) || type === 'SHIPPING_CHARGES' || (DISCOUNTS.has(type) && offOrder > 0) ? 0 : amounts.minor(amount),
  );
  return {
    lines,
    shipping,
    feesMinor: sum(read, ({ feesMinor }) => feesMinor) + others,
    discountMinor: lines.reduce((total, { discountMinor }) => total + discountMinor, 0),
    taxMinor,
    taxesIncluded,
    isEmptied:
      isEmptied && !isCancelled ? (item.receipts ? 'all of it came in' : 'every line was cancelled') : undefined,
  };
}

const sum = <T>(each: readonly T[], of: (one: T) => number): number => each.reduce((total, one) => total + of(one), 0);

/** Whether taxes are inside the prices: where OFBiz says so of any, and adds none. */
const isIncluded = (adjustments: OrderItem['adjustments'], amounts: Amounts): boolean =>
  adjustments.some((each) => amounts.minor(each.amountAlreadyIncluded) !== 0) &&
  !adjustments.some((each) => isTax(each.orderAdjustmentTypeId) && amounts.minor(each.amount) !== 0);

type Line = OrderItem['items'][number];

/** What is still wanted of a line; of a purchase, what is still to come. */
function leftOf({ orderItemSeqId, quantity, cancelQuantity = '0' }: Line, item: OrderItem, amounts: Amounts): number {
  const came = (item.receipts ?? []).filter((receipt) => receipt.orderItemSeqId === orderItemSeqId);
  const units = sum(came, ({ quantityAccepted = '0' }) => amounts.units(quantityAccepted));
  return amounts.units(quantity) - amounts.units(cancelQuantity) - units;
}

/** Of a purchase order: where it comes in, and the day by which all of it has. */
function comingOf({ header, items, facilityId }: OrderItem) {
  if (ORDER_KINDS.get(header.orderTypeId) !== 'purchase') return {};
  const days = items.flatMap(({ estimatedDeliveryDate }) => estimatedDeliveryDate ?? []).toSorted();
  const deliverBy = days.at(-1);
  return {
    ...(facilityId === undefined ? {} : { collectAt: facilityId }),
    ...(deliverBy === undefined ? {} : { deliverBy }),
  };
}

type ReadLine = { readonly line: Lines[number]; readonly feesMinor: number; readonly taxMinor: number };

function readLine(line: Line, isWhole: boolean, item: OrderItem, amounts: Amounts): ReadLine {
  const { orderItemSeqId, productId, sku = productId, itemDescription, unitPrice } = line;
  const own = item.adjustments.filter((each) => each.orderItemSeqId === orderItemSeqId);
  const quantity = isWhole ? amounts.units(line.quantity) : leftOf(line, item, amounts);
  const gross = amounts.product(unitPrice, quantity);
  const reduced = -sum(own, ({ orderAdjustmentTypeId: type, amount }) =>
    DISCOUNTS.has(type) ? amounts.minor(amount) : 0,
  );
  const discountMinor = Math.max(0, reduced);
  const taxed = own.filter((each) => isTax(each.orderAdjustmentTypeId));
  const others = sum(own, ({ orderAdjustmentTypeId: type, amount }) =>
    isTax(type) || (DISCOUNTS.has(type) && reduced > 0) ? 0 : amounts.minor(amount),
  );
  return {
    line: {
      externalId: orderItemSeqId,
      sku: (sku ?? `line ${orderItemSeqId}`).slice(0, 100),
      ...(itemDescription === undefined ? {} : { title: itemDescription.slice(0, 500) }),
      quantity,
      unitPrice,
      discountMinor,
      taxes: taxesOf(taxed, amounts),
      totalMinor: gross - discountMinor,
      // An item without a product is work or a charge: nothing of it lies on a shelf.
      requiresShipping: productId !== undefined,
    },
    feesMinor: others,
    taxMinor: sum(taxed, (each) => amounts.tax(each)),
  };
}

/** Takes a discount of the whole order off its lines, by what each comes to. */
function spread(lines: Lines, minor: number): Lines {
  if (minor === 0 || lines.length === 0) return lines;
  const shares = allocate(
    minor,
    lines.map(({ totalMinor }) => Math.max(0, totalMinor)),
  );
  return lines.map((line, i) => {
    const share = shares[i] ?? 0;
    return { ...line, discountMinor: line.discountMinor + share, totalMinor: line.totalMinor - share };
  });
}

function shippingOf(ofOrder: OrderItem['adjustments'], amounts: Amounts): OrderDocument['shipping'] {
  const charges = ofOrder.filter(({ orderAdjustmentTypeId: type }) => type === 'SHIPPING_CHARGES');
  const taxes = ofOrder.filter((each) => isTax(each.orderAdjustmentTypeId) && isOn(each.shipGroupSeqId));
  return charges.map((charge, i) => ({
    title: (charge.description ?? charge.comments ?? 'Shipping').slice(0, 300),
    amountMinor: Math.max(0, amounts.minor(charge.amount)),
    discountMinor: 0,
    taxes: i === 0 ? taxesOf(taxes, amounts) : [],
  }));
}

const taxesOf = (taxed: OrderItem['adjustments'], amounts: Amounts): Lines[number]['taxes'] =>
  taxed.map((each) => ({
    title: (each.comments ?? each.description ?? each.orderAdjustmentTypeId).slice(0, 200),
    ...amounts.rate(each.sourcePercentage),
    amountMinor: amounts.tax(each),
  }));

function totalsOf({ header, receipts }: OrderItem, contents: Contents, amounts: Amounts): OrderDocument['totals'] {
  const { lines, shipping, taxMinor, feesMinor, discountMinor, taxesIncluded } = contents;
  const linesMinor = sum(lines, ({ totalMinor }) => totalMinor);
  const shippingMinor = sum(shipping, ({ amountMinor }) => amountMinor);
  const parts = linesMinor + shippingMinor + (taxesIncluded ? 0 : taxMinor) + feesMinor;
  // A cancelled order comes to nothing over there, and is shown as it was placed; of one that came in the rest is shown.
  const stated =
    contents.isEmptied || receipts || ORDER_STATES.get(header.statusId) === 'cancelled' ? undefined : header.grandTotal;
  const grandMinor = stated === undefined ? parts : amounts.minor(stated);
  return {
    linesMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    feesMinor,
    roundingMinor: grandMinor - parts,
    grandMinor,
  };
}

/** All parts of the payment by what the worst of them says; one in a state nobody knows is not paid. */
function paymentStateOf(payments: OrderItem['payments']): OrderDocument['paymentState'] {
  const states = payments
    .filter(({ statusId }) => statusId !== 'PAYMENT_CANCELLED')
    .map(({ statusId }) => PAYMENT_STATES.get(statusId ?? '') ?? 'pending');
  if (states.length === 0 || states.includes('pending')) return 'pending';
  if (states.every((state) => state === 'refunded')) return 'refunded';
  if (states.includes('refunded')) return 'partially-refunded';
  return states.includes('authorized') ? 'authorized' : 'paid';
}

function peopleOf({ contacts, party }: OrderItem) {
  const by = (purpose: string) => contacts.find(({ contactMechPurposeTypeId }) => contactMechPurposeTypeId === purpose);
  const email = (by('ORDER_EMAIL') ?? by('PRIMARY_EMAIL'))?.['infoString']?.slice(0, 254);
  const phone = phoneOf(by('PHONE_SHIPPING') ?? by('PRIMARY_PHONE'));
  const billingAddress = addressOf(by('BILLING_LOCATION'));
  const shippingAddress = addressOf(by('SHIPPING_LOCATION'));
  const customer = {
    ...(party === undefined ? {} : { externalId: party.partyId }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(party?.name === undefined ? {} : { name: party.name.slice(0, 300) }),
  };
  return {
    ...(Object.keys(customer).length === 0 ? {} : { customer }),
    ...(billingAddress === undefined ? {} : { billingAddress }),
    ...(shippingAddress === undefined ? {} : { shippingAddress }),
  };
}
