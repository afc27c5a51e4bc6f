import type { AddressValue, OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { CHANNEL, ORDER_STATUS, PAYMENT_KIND } from './codes.ts';
import { type Contents, readContents } from './orderLines.ts';
import { said, type WireAddress, WireOrder } from './wire.ts';

/** The canonical order of one of the Orders API; one that is not placed, or failed before it was, is left alone. */
export function decodeOrder(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireOrder, raw, 'B2C Commerce order');
  if (!wire.ok) return wire;
  const { status } = wire.value;
  const life = ORDER_STATUS.get(status);
  if (!life) return err(permanent('unknown-status', `an order status nobody knows: ${status.slice(0, 60)}`, '/status'));
  if (life.kind === 'ignored') return ok({ kind: 'ignored', reason: life.reason });
  const document = orderDocument(wire.value, life.kind);
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'order', document: document.value }] }) : document;
}

function orderDocument(wire: WireOrder, life: 'open' | 'done' | 'cancelled'): Result<OrderDocument, Fault> {
  const currency = parseCurrency(wire.currency);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/currency'));
  const address = shippingAddressOf(wire);
  if (!address.ok) return address;
  const amounts = new Amounts(currency.value, wire.taxation);
  const contents = readContents(wire, amounts);
  const candidate = {
    externalId: wire.orderNo,
    number: wire.orderNo,
    kind: 'sales',
    channel: channelOf(wire),
    placedAt: wire.placeDate ?? wire.creationDate,
    updatedAt: wire.lastModified,
    currency: currency.value,
    taxesIncluded: wire.taxation === 'gross',
    customer: customerOf(wire),
    billingAddress: addressOf(wire.billingAddress),
    shippingAddress: address.value,
    lines: contents.lines,
    shipping: contents.shipping,
    discounts: contents.discounts,
    payments: paymentsOf(wire, amounts),
    paymentState: paymentStateOf(wire),
    totals: totalsOf(wire, contents, amounts),
    ...(life === 'cancelled' ? { cancelledAt: wire.lastModified, cancelReason: cancelReasonOf(wire) } : {}),
    tags: tagsOf(wire),
    // What had left or was done with before the hub saw it first is of the past.
    history: life === 'done' || wire.shippingStatus === 'shipped',
  };
  if (amounts.fault) return err(amounts.fault);
  return parseDocument('order', candidate);
}

/** The one address that all goods go to. Goods of one order to several would need an order for each of them. */
function shippingAddressOf({ shipments, productItems }: WireOrder): Result<AddressValue | undefined, Fault> {
  const found = (shipments ?? []).flatMap(({ shippingAddress }, i) => {
    const address = addressOf(shippingAddress);
    return address ? [{ address, at: `/shipments/${i}/shippingAddress` }] : [];
  });
  const [first] = found;
  const other = found.find(({ address }) => JSON.stringify(address) !== JSON.stringify(first?.address));
  if (!other || !productItems?.length) return ok(first?.address);
  return err(permanent('several-addresses', 'the goods of this order go to more than one address', other.at));
}

function totalsOf(
  wire: WireOrder,
  { lines, shipping, feesMinor }: Contents,
  amounts: Amounts,
): OrderDocument['totals'] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const linesMinor = sum(lines.map(({ totalMinor }) => totalMinor));
  const shippingMinor = sum(shipping.map(({ amountMinor, discountMinor }) => amountMinor - discountMinor));
  const taxMinor = amounts.minor(wire.taxTotal, '/taxTotal');
  return {
    linesMinor,
    discountMinor: sum([...lines, ...shipping].map(({ discountMinor }) => discountMinor)),
    shippingMinor,
    taxMinor,
    feesMinor,
    roundingMinor: 0,
    grandMinor: amounts.minor(wire.orderTotal, '/orderTotal'),
  };
}

/**
 * An order is placed after its payment was authorized; that is what a placed one counts as until it is paid, unless its
 * payment says that the authorization failed. One that is partly paid waits for somebody.
 */
function paymentStateOf(wire: WireOrder): OrderDocument['paymentState'] {
  if (wire.paymentStatus === 'paid') return 'paid';
  const isRefused = (wire.paymentInstruments ?? []).some(isFailed);
  return wire.paymentStatus === 'not_paid' && !isRefused ? 'authorized' : 'pending';
}

type Payment = NonNullable<WireOrder['paymentInstruments']>[number];

/** 0 is good, 1 an error, 2 a warning. */
const isFailed = ({ paymentTransaction }: Payment): boolean => paymentTransaction?.authorizationStatus?.status === 1;

function paymentsOf(wire: WireOrder, amounts: Amounts): OrderDocument['payments'] {
  const usual = wire.paymentStatus === 'paid' ? 'sale' : 'authorization';
  return (wire.paymentInstruments ?? []).map((payment, i) => ({
    ...(payment.paymentInstrumentId ? { externalId: payment.paymentInstrumentId } : {}),
    method: said(payment.paymentMethodId, 200) ?? 'unnamed',
    kind: PAYMENT_KIND.get(payment.paymentTransaction?.type ?? '') ?? usual,
    status: isFailed(payment) ? 'failed' : paymentStateOf(wire) === 'pending' ? 'pending' : 'succeeded',
    amountMinor: amounts.minor(
      payment.paymentTransaction?.amount,
      `/paymentInstruments/${i}/paymentTransaction/amount`,
    ),
  }));
}

function channelOf({ businessType, channelType }: WireOrder): OrderDocument['channel'] {
  if (businessType === 'b2b') return 'b2b';
  return CHANNEL.get(channelType ?? 'storefront') ?? 'online';
}

function tagsOf({ channelType }: WireOrder): string[] {
  const name = said(channelType, 100);
  return name === undefined || name === 'storefront' ? [] : [name];
}

const cancelReasonOf = ({ cancelDescription, cancelCode }: WireOrder): string =>
  said(cancelDescription, 300) ?? said(cancelCode, 300) ?? 'cancelled in B2C Commerce';

function customerOf({ customerInfo, billingAddress }: WireOrder): OrderDocument['customer'] {
  if (!customerInfo) return undefined;
  const found = {
    ...part('externalId', said(customerInfo.customerNo, 200) ?? said(customerInfo.customerId, 200)),
    ...part('email', said(customerInfo.email, 254)),
    ...part('phone', said(billingAddress?.phone, 60)),
    ...part('name', said(customerInfo.customerName, 300)),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A canonical address; undefined for one that says nothing. */
export function addressOf(address: WireAddress | null | undefined): AddressValue | undefined {
  if (!address) return undefined;
  const country = address.countryCode?.trim().toUpperCase();
  const found = {
    ...part('name', said(address.fullName, 200) ?? said(joined(' ', address.firstName, address.lastName), 200)),
    ...part('company', said(address.companyName, 200)),
    ...part('line1', said(address.address1, 300)),
    ...part('line2', said(joined(', ', address.address2, address.suite, address.postBox), 300)),
    ...part('city', said(address.city, 200)),
    ...part('postalCode', said(address.postalCode, 40)),
    ...part('subdivision', said(address.stateCode, 20)),
    ...part('country', country && /^[A-Z]{2}$/.test(country) ? country : undefined),
    ...part('phone', said(address.phone, 60)),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

const joined = (between: string, ...texts: readonly (string | null | undefined)[]): string =>
  texts.flatMap((text) => said(text, 300) ?? []).join(between);

function part<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}
