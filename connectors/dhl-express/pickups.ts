import type { PickupReceipt, PickupRequest } from '../../core/documents/index.ts';
import { crossesCustoms } from '../../core/shared/customsUnion.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { wrapText } from '../kit/measures.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { defaultProduct } from './codes.ts';
import { partyOf, postalAddressOf } from './parties.ts';
import { timeOn } from './plannedTime.ts';
import type { Settings } from './settings.ts';
import { PickupAnswer, type PickupRequest as Wire } from './wire.ts';

const REMARK = 80;
const REMARKS = 4;

/** Books a courier. DHL shows no bookings, so that a booking of unknown outcome goes to a person. */
export const schedulePickup: Write<Client, PickupRequest, PickupReceipt> = {
  encode(request) {
    const address = postalAddressOf(request.address, '/address');
    return address.ok ? ok(request) : address;
  },
  async send(client, raw, { reference }, signal) {
    const request = raw as PickupRequest;
    const body = pickupRequest(request, client.settings, reference);
    if (!body.ok) return body;
    const answer = await client.call({ method: 'POST', path: '/pickups', body: body.value, effect: 'write' }, signal);
    if (!answer.ok) return answer;
    const receipt = pickupOf(answer.value, request.date);
    // A courier was booked, and nobody can read under which number.
    return receipt.ok ? receipt : err({ kind: 'in-doubt', code: receipt.error.code, message: receipt.error.message });
  },
  duplicates: { mode: 'none' },
};

/** A booking; the number stands in for its day where DHL does not tell another one. */
export function pickupOf(raw: unknown, date: string): Result<PickupReceipt, Fault> {
  const parsed = parseWire(PickupAnswer, raw, 'DHL Express pickup');
  if (!parsed.ok) return parsed;
  const { dispatchConfirmationNumbers, nextPickupDate = '', readyByTime = '' } = parsed.value;
  return parseDocument('pickupReceipt', {
    externalId: dispatchConfirmationNumbers[0],
    date: /^\d{4}-\d\d-\d\d$/.test(nextPickupDate) ? nextPickupDate : date,
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(readyByTime) ? { readyAt: readyByTime } : {}),
  });
}

export function pickupRequest(request: PickupRequest, settings: Settings, reference: string): Result<Wire, Fault> {
  const { address, date, readyAt, closesAt, parcels, residential, spot, instructions } = request;
  const shipper = partyOf(address, '/address', settings.phone);
  if (!shipper.ok) return shipper;
  const planned = timeOn(date, readyAt, settings.timeZone);
  if (!planned.ok) return err(permanent('no-time', planned.error, '/readyAt'));
  const remarks = wrapText(instructions ?? '', REMARK).slice(0, REMARKS);
  const waybill = request.trackingNumbers.length === 1 ? request.trackingNumbers[0] : undefined;
  return ok({
    plannedPickupDateAndTime: planned.value,
    closeTime: closesAt === '24:00' ? '23:59' : closesAt,
    remark: reference,
    ...(spot ? { location: spot } : {}),
    locationType: residential ? 'residence' : 'business',
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    ...(remarks.length > 0 ? { specialInstructions: remarks.map((value) => ({ value })) } : {}),
    customerDetails: { shipperDetails: shipper.value },
    shipmentDetails: parcels.map(({ count, weightGrams, service, country = address.country }) => ({
      productCode: service ?? settings.product ?? defaultProduct(address, { country }),
      isCustomsDeclarable: crossesCustoms(address, { country }),
      unitOfMeasurement: 'metric',
      ...(parcels.length === 1 && waybill ? { shipmentTrackingNumber: waybill } : {}),
      packages: Array.from({ length: count }, () => ({ weight: Math.ceil(weightGrams / count) / 1000 })),
    })),
  });
}

/** Cancels a courier. DHL answers a second time as if he had come, so an outcome that is not known goes to a person. */
export const cancelPickup: Write<Client, PickupReceipt, RemoteRef> = {
  encode: ({ externalId }) =>
    /^[A-Z0-9]{6,40}$/i.test(externalId)
      ? ok(externalId)
      : err(permanent('no-pickup', `${externalId} is no booking of DHL Express`, '/externalId')),
  async send(client, raw, _key, signal) {
    const externalId = raw as string;
    const query = { requestorName: 'Crossdock', reason: 'Cancelled by the shipper' };
    const answer = await client.call(
      { method: 'DELETE', path: `/pickups/${externalId}`, query, effect: 'write' },
      signal,
    );
    return answer.ok ? ok({ externalId }) : answer;
  },
  duplicates: { mode: 'none' },
};
