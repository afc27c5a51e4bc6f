import type { AddressValue, PickupReceipt, PickupRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type Client, isNotFound } from './client.ts';
import { streetOf } from './parties.ts';
import { billingNumberFor, type Settings } from './settings.ts';
import { CANCELLED, CancelAnswer, PickupAnswer, type PickupOrder, PickupsAnswer } from './wire.ts';

const ORDERS = '/parcel/de/transportation/pickup/v3/orders';
const COMMENT = 100;
/** How long DHL may take to carry a cancellation out whose answer was lost. */
const SETTLE_MS = 60_000;

/**
 * Orders that parcels are fetched. The order carries our reference in its comment, by which one without an answer is looked
 * for among those of its day; DHL says nowhere how soon it shows an order, so one that is not found goes to a person.
 */
export const schedulePickup: Write<Client, PickupRequest, PickupReceipt> = {
  encode(request) {
    const address = pickupAddressOf(request.address);
    return address.ok ? ok(request) : address;
  },
  async send(client, raw, { reference }, signal) {
    const request = raw as PickupRequest;
    const body = pickupOrder(request, client.settings, reference);
    if (!body.ok) return body;
    const answer = await client.call({ method: 'POST', path: ORDERS, body: body.value, effect: 'write' }, signal);
    if (!answer.ok) return answer;
    const receipt = pickupOf(answer.value, request.date);
    // It was ordered, and nobody can read under which number.
    return receipt.ok ? receipt : err({ kind: 'in-doubt', code: receipt.error.code, message: receipt.error.message });
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: null,
    async landed(client, raw, { reference }, signal) {
      const request = raw as PickupRequest;
      const comment = commentOf(request, reference);
      const orders = await ordersBy(client, { pickupDate: request.date }, signal);
      if (!orders.ok) return orders;
      const found = orders.value.find(
        ({ orderDetails, pickupDetails }) =>
          orderDetails.orderState !== CANCELLED && pickupDetails?.comment === comment,
      );
      return found ? ok({ externalId: found.orderDetails.orderID, date: request.date }) : ok(null);
    },
  },
};

/** An order as DHL confirms it, on the asked-for day where DHL names no other. */
export function pickupOf(raw: unknown, date: string): Result<PickupReceipt, Fault> {
  const parsed = parseWire(PickupAnswer, raw, 'DHL pickup');
  if (!parsed.ok) return parsed;
  const { orderID, pickupDate = date } = parsed.value.confirmation.value;
  return parseDocument('pickupReceipt', { externalId: orderID, date: pickupDate });
}

export function pickupOrder(request: PickupRequest, settings: Settings, reference: string): Result<PickupOrder, Fault> {
  const { address, date, readyAt, closesAt, parcels, trackingNumbers } = request;
  const product = parcels[0]?.service ?? settings.product;
  const billingNumber = billingNumberFor(product, settings);
  if (billingNumber === undefined)
    return err(
      permanent('no-billing-number', `no billing number of the connection is for ${product}`, '/parcels/0/service'),
    );
  const pickupAddress = pickupAddressOf(address);
  if (!pickupAddress.ok) return pickupAddress;
  const count = parcels.reduce((sum, each) => sum + each.count, 0);
  const { phone, email } = address;
  return ok({
    customerDetails: { billingNumber },
    pickupLocation: { type: 'Address', pickupAddress: pickupAddress.value },
    businessHours: [{ timeFrom: readyAt, timeUntil: closesAt === '24:00' ? '23:59' : closesAt }],
    contactPerson: [
      {
        name: (address.name ?? pickupAddress.value.name1).slice(0, 50),
        ...(phone ? { phone: phone.slice(0, 50) } : {}),
        ...(email ? { email } : {}),
      },
    ],
    pickupDetails: {
      pickupDate: { type: 'Date', value: date },
      totalWeight: { uom: 'g', value: parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0) },
      comment: commentOf(request, reference),
    },
    shipmentDetails: {
      shipments: Array.from({ length: count }, (_, i) => {
        const shipmentNo = trackingNumbers[i];
        return { transportationType: 'PAKET', ...(shipmentNo ? { shipmentNo } : {}) };
      }),
    },
  });
}

const commentOf = ({ spot, instructions }: PickupRequest, reference: string): string =>
  [`[${reference}]`, spot, instructions].filter(Boolean).join(' ').slice(0, COMMENT);

/** Where parcels are fetched, as the pickup API writes it: other limits than those of an order. */
function pickupAddressOf(address: AddressValue): Result<PickupOrder['pickupLocation']['pickupAddress'], Fault> {
  const { company, name, line1 = '', city = '', postalCode = '', country = '' } = address;
  const wrong = (what: string, at: string): Result<never, Fault> =>
    err(permanent('address-unfit', `DHL needs ${what}`, `/address/${at}`));
  const name1 = company ?? name;
  if (!name1) return wrong('a name', 'name');
  const street = streetOf(line1, '/address/line1');
  if (!street.ok) return street;
  if (city === '' || city.length > 35) return wrong('a city of up to 35 characters', 'city');
  if (postalCode === '' || postalCode.length > 7) return wrong('a postal code of up to 7 characters', 'postalCode');
  if (country === '') return wrong('a country', 'country');
  return ok({
    name1: name1.slice(0, 50),
    ...(company && name ? { name2: name.slice(0, 50) } : {}),
    ...street.value,
    postalCode,
    city,
    country,
  });
}

/** Cancels a pickup; DHL tells the state of an order, so that one which is cancelled is known. */
export const cancelPickup: Write<Client, PickupReceipt, RemoteRef> = {
  encode: ({ externalId }) =>
    /^[0-9a-f]{32}$/i.test(externalId)
      ? ok(externalId)
      : err(permanent('no-pickup', `${externalId} is no pickup of DHL`, '/externalId')),
  async send(client, raw, _key, signal) {
    const externalId = raw as string;
    const query = { orderID: externalId };
    const answer = await client.call({ method: 'DELETE', path: ORDERS, query, effect: 'write' }, signal);
    if (!answer.ok) return answer;
    const parsed = parseWire(CancelAnswer, answer.value, 'DHL cancellation');
    if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
    const { confirmedCancellations = [], failedCancellations = [] } = parsed.value;
    if (confirmedCancellations.some(({ orderID }) => orderID === externalId)) return ok({ externalId });
    const failed = failedCancellations.find(({ orderID }) => orderID === externalId);
    if (failed?.orderState === CANCELLED) return ok({ externalId });
    return failed
      ? err(permanent('not-cancelled', `DHL: ${failed.message ?? failed.orderState ?? 'not cancelled'}`))
      : err({ kind: 'in-doubt', code: 'unexpected-shape', message: `DHL says nothing about ${externalId}` });
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    async landed(client, raw, _key, signal) {
      const externalId = raw as string;
      const orders = await ordersBy(client, { orderID: externalId }, signal);
      if (!orders.ok) return orders;
      const isCancelled = orders.value.some(({ orderDetails }) => orderDetails.orderState === CANCELLED);
      return ok(isCancelled ? { externalId } : null);
    },
  },
};

async function ordersBy(
  client: Client,
  query: { readonly orderID: string } | { readonly pickupDate: string },
  signal: AbortSignal,
): Promise<Result<ReturnType<typeof PickupsAnswer.parse>, Fault>> {
  const answer = await client.call({ method: 'GET', path: ORDERS, query }, signal);
  if (!answer.ok) return isNotFound(answer.error) ? ok([]) : answer;
  return parseWire(PickupsAnswer, answer.value, 'DHL pickups');
}
