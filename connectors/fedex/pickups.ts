import type { PickupReceipt, PickupRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { type Party, partyOf } from './address.ts';
import { type Client, inDoubt } from './client.ts';
import { isGround } from './codes.ts';
import { systemOf, weightOf } from './parcel.ts';
import { AvailabilityAnswer, PickupAnswer, PickupCancelAnswer, parseAnswer } from './wire.ts';

type Network = 'FDXE' | 'FDXG';
const MAX_REMARKS = 60;

/**
 * Orders a pickup, once FedEx says that it has one on that day. FedEx keeps no key for it and finds none again, so one of
 * unknown outcome is for a person to settle.
 */
export const schedulePickup: Write<Client, PickupRequest, PickupReceipt> = {
  encode(request) {
    const network = networkOf(request);
    if (!network.ok) return network;
    const party = partyOf(request.address, '/address', '0');
    return party.ok ? ok(request) : party;
  },
  async send(client, raw, { reference }, signal) {
    const request = raw as PickupRequest;
    const network = networkOf(request);
    if (!network.ok) return network;
    const party = partyOf(request.address, '/address', client.settings.shipperPhone);
    if (!party.ok) return party;
    const available = await checkAvailable(client, request, network.value, party.value, signal);
    if (!available.ok) return available;
    const body = pickupBody(request, network.value, party.value, client.settings.accountNumber);
    const call = { method: 'POST', path: '/pickup/v1/pickups', body, effect: 'write', transaction: reference } as const;
    const answer = await client.call(call, signal);
    if (!answer.ok) return answer;
    const receipt = receiptOf(answer.value, request, network.value);
    return receipt.ok ? receipt : inDoubt(receipt.error);
  },
  duplicates: { mode: 'none' },
};

/** Express and Ground come with cars of their own: a request for both is two. */
function networkOf({ parcels }: PickupRequest): Result<Network, Fault> {
  const networks = new Set(parcels.map(({ service = '' }): Network => (isGround(service) ? 'FDXG' : 'FDXE')));
  const [network = 'FDXE'] = networks;
  if (networks.size > 1)
    return err(permanent('two-networks', 'FedEx Express and Ground are two pickups: ask for each', '/parcels'));
  return ok(network);
}

const relationOf = ({ address, parcels }: PickupRequest): 'DOMESTIC' | 'INTERNATIONAL' =>
  parcels.some(({ country = address.country }) => country !== address.country) ? 'INTERNATIONAL' : 'DOMESTIC';

async function checkAvailable(
  client: Client,
  request: PickupRequest,
  network: Network,
  { address }: Party,
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const service = request.parcels.find((each) => each.service)?.service;
  const body = {
    pickupAddress: { ...address, residential: request.residential },
    dispatchDate: request.date,
    packageReadyTime: `${request.readyAt}:00`,
    customerCloseTime: `${request.closesAt}:00`,
    pickupType: 'ON_CALL',
    pickupRequestType: ['SAME_DAY', 'FUTURE_DAY'],
    ...(service ? { shipmentAttributes: { serviceType: service, packagingType: 'YOUR_PACKAGING' } } : {}),
    numberOfBusinessDays: 1,
    associatedAccountNumber: client.settings.accountNumber,
    carriers: [network],
    countryRelationship: relationOf(request),
  };
  const call = { method: 'POST', path: '/pickup/v1/pickups/availabilities', body, effect: 'read' } as const;
  const answer = await client.call(call, signal);
  if (!answer.ok) return answer;
  const parsed = parseAnswer(AvailabilityAnswer, answer.value, 'FedEx pickup availability');
  if (!parsed.ok) return parsed;
  const onDay = parsed.value.output.options.filter(
    ({ carrier, pickupDate }) => carrier === network && pickupDate === request.date,
  );
  // What FedEx says nothing about, the order itself will tell.
  if (onDay.length === 0 || onDay.some(({ available }) => available)) return ok(undefined);
  const until = onDay.flatMap(({ cutOffTime }) => cutOffTime ?? [])[0];
  const hint = until ? ` with parcels ready after ${until}` : '';
  return err(permanent('pickup-unavailable', `FedEx comes to this address no more on ${request.date}${hint}`, '/date'));
}

function pickupBody(request: PickupRequest, network: Network, { address, contact }: Party, accountNumber: string) {
  const { parcels, date, readyAt, closesAt, residential, spot, instructions, trackingNumbers } = request;
  const grams = parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  const remarks = [spot, instructions].filter((text) => text).join(': ');
  const { emailAddress: _, ...person } = contact;
  return {
    associatedAccountNumber: { value: accountNumber },
    originDetail: {
      pickupAddressType: 'OTHER',
      pickupLocation: { contact: person, address: { ...address, residential } },
      readyDateTimestamp: `${date}T${readyAt}:00`,
      customerCloseTime: `${closesAt}:00`,
      ...(network === 'FDXG' ? { packageLocation: 'FRONT' } : {}),
    },
    totalWeight: weightOf(grams, systemOf(address.countryCode)),
    packageCount: parcels.reduce((sum, { count }) => sum + count, 0),
    carrierCode: network,
    countryRelationships: relationOf(request),
    pickupType: 'ON_CALL',
    ...(remarks ? { remarks: remarks.slice(0, MAX_REMARKS) } : {}),
    ...(trackingNumbers[0] ? { trackingNumber: trackingNumbers[0] } : {}),
  };
}

/** The receipt of a pickup, with what cancelling it must name. */
export function receiptOf(
  raw: unknown,
  { date, readyAt }: Pick<PickupRequest, 'date' | 'readyAt'>,
  division: string,
): Result<PickupReceipt, Fault> {
  const parsed = parseAnswer(PickupAnswer, raw, 'FedEx pickup');
  if (!parsed.ok) return parsed;
  const { pickupConfirmationCode: externalId, location } = parsed.value.output;
  return parseDocument('pickupReceipt', { externalId, date, readyAt, division, ...(location ? { location } : {}) });
}

/**
 * Cancels a pickup. FedEx does not say what it answers to a second cancellation, so one of unknown outcome is for a person
 * to settle.
 */
export const cancelPickup: Write<Client, PickupReceipt, RemoteRef> = {
  encode: (receipt) => ok(receipt),
  async send(client, raw, { reference }, signal) {
    const { externalId, date, location, division } = raw as PickupReceipt;
    const body = {
      associatedAccountNumber: { value: client.settings.accountNumber },
      pickupConfirmationCode: externalId,
      scheduledDate: date,
      ...(division ? { carrierCode: division } : {}),
      ...(location ? { location } : {}),
    };
    const path = '/pickup/v1/pickups/cancel';
    const call = { method: 'PUT', path, body, effect: 'write', transaction: reference } as const;
    const answer = await client.call(call, signal);
    if (!answer.ok) return answer;
    const parsed = parseAnswer(PickupCancelAnswer, answer.value, 'FedEx pickup cancellation');
    return parsed.ok ? ok({ externalId }) : inDoubt(parsed.error);
  },
  duplicates: { mode: 'none' },
};
