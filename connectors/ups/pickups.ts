import type { PickupReceipt, PickupRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { partyOf } from './address.ts';
import { type Client, noneWhen } from './client.ts';
import { defaultService } from './codes.ts';
import { totalWeight } from './parcel.ts';
import type { Settings } from './settings.ts';
import { PendingAnswer, PickupAnswer, type PickupCall, PickupCancelAnswer } from './visitWire.ts';
import { type Party, parseAnswer } from './wire.ts';

type Prepared = { readonly request: PickupRequest; readonly party: Party };

const PACKAGE = '01';
const BY_ACCOUNT = '01';
const BY_PRN = '02';
const CANCELLED = '007';
/** 32 kg: heavier parcels are announced. */
const HEAVY_GRAMS = 32_000;

/**
 * Orders a driver. UPS takes no idempotency key; what stands for today and tomorrow is listed with our reference, so that
 * the look-up can say yes and not, of a later day, no: what stays unfound is for a person.
 */
export const schedulePickup: Write<Client, PickupRequest, PickupReceipt> = {
  encode(request) {
    const party = partyOf(request.address, '/address');
    if (!party.ok) return party;
    const refusal = refusalOf(request, party.value);
    return refusal ? err(refusal) : ok({ request, party: party.value });
  },
  async send(client, raw, { reference }, signal) {
    const prepared = raw as Prepared;
    const path = '/api/pickupcreation/v2409/pickup';
    const body = pickupCall(prepared, client.settings, reference);
    const answer = await client.call({ method: 'POST', path, body, effect: 'write' }, signal);
    if (!answer.ok) return answer;
    const parsed = parseAnswer(PickupAnswer, answer.value, 'UPS pickup');
    if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
    return receiptOf(parsed.value.PickupCreationResponse.PRN, prepared.request);
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: null,
    async landed(client, raw, { reference }, signal) {
      const pending = await pendingPickups(client, signal);
      if (!pending.ok) return pending;
      const found = pending.value.find(
        (each) => each.ReferenceNumber === reference && each.OnCallStatusCode !== CANCELLED,
      );
      return found ? receiptOf(found.PRN, (raw as Prepared).request) : ok(null);
    },
  },
};

/** Calls a driver off. One that is called off already stays so. */
export const cancelPickup: Write<Client, PickupReceipt, RemoteRef> = {
  encode: ({ externalId }) =>
    /^[0-9A-Za-z]{11}$/.test(externalId)
      ? ok(externalId)
      : err(permanent('no-pickup', `${externalId} is no pickup of UPS`, '/externalId')),
  async send(client, raw, _key, signal) {
    const externalId = raw as string;
    const path = `/api/shipments/v2409/pickup/${BY_PRN}`;
    const headers = { Prn: externalId };
    const call = await client.call({ method: 'DELETE', path, headers, effect: 'write' }, signal);
    const answer = noneWhen(call, isCancelledAlready);
    if (!answer.ok) return answer;
    if (answer.value === null) return ok({ externalId });
    const parsed = parseAnswer(PickupCancelAnswer, answer.value, 'UPS pickup cancellation');
    if (!parsed.ok) return err({ kind: 'in-doubt', code: parsed.error.code, message: parsed.error.message });
    return ok({ externalId });
  },
  duplicates: { mode: 'idempotent' },
};

const isCancelledAlready = (fault: Fault): boolean =>
  fault.kind === 'permanent' && /already.*cancel/i.test(fault.message);

async function pendingPickups(client: Client, signal: AbortSignal) {
  const path = '/api/shipments/v2409/pickup/oncall';
  const headers = { AccountNumber: client.settings.shipperNumber };
  const answer = await client.call({ method: 'GET', path, headers }, signal);
  if (!answer.ok) return answer;
  const parsed = parseAnswer(PendingAnswer, answer.value, 'UPS pending pickups');
  return parsed.ok ? ok(parsed.value.PickupPendingStatusResponse.PendingStatus ?? []) : parsed;
}

const receiptOf = (prn: string, { date, readyAt }: PickupRequest): Result<PickupReceipt, Fault> =>
  parseDocument('pickupReceipt', { externalId: prn, date, readyAt });

type Refused = readonly [isRefused: boolean, message: string, at: string];

/** What would not fit without losing a part of it. Names are cut, as on labels. */
function refusalOf(
  { reference, instructions = '', spot = '', parcels }: PickupRequest,
  party: Party,
): Fault | undefined {
  const rules: readonly Refused[] = [
    [reference.length > 35, 'UPS takes references of up to 35 characters', '/reference'],
    [instructions.length > 57, 'UPS takes instructions of up to 57 characters', '/instructions'],
    [spot.length > 11, 'UPS takes the spot in up to 11 characters', '/spot'],
    [(party.Address.PostalCode ?? '').length > 8, 'UPS takes postal codes of 8 characters', '/address/postalCode'],
    [party.Phone === undefined, 'UPS needs a phone at the address', '/address/phone'],
    [parcels.some(({ service = '' }) => service.length > 2), 'UPS service codes have 2 characters', '/parcels'],
  ];
  const broken = rules.find(([isRefused]) => isRefused);
  return broken && permanent('pickup-refused', broken[1], broken[2]);
}

function pickupCall({ request, party }: Prepared, settings: Settings, reference: string): PickupCall {
  const { parcels, trackingNumbers, instructions, date, readyAt, closesAt } = request;
  const origin = party.Address.CountryCode;
  const grams = parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  const { Weight, UnitOfMeasurement } = totalWeight(grams, origin);
  const isHeavy = parcels.some(({ weightGrams, count }) => weightGrams / count > HEAVY_GRAMS);
  return {
    PickupCreationRequest: {
      Request: { TransactionReference: { CustomerContext: reference } },
      RatePickupIndicator: 'N',
      Shipper: { Account: { AccountNumber: settings.shipperNumber, AccountCountryCode: origin } },
      PickupDateInfo: {
        CloseTime: clock(closesAt),
        ReadyTime: clock(readyAt),
        PickupDate: date.replaceAll('-', ''),
      },
      PickupAddress: placeOf(request, party),
      // Where the account lives UPS knows; this may be another of its places.
      AlternateAddressIndicator: 'Y',
      PickupPiece: parcels.map(({ count, service, country = origin }) => ({
        ServiceCode: `0${service ?? settings.service ?? defaultService(origin, country)}`,
        Quantity: String(count),
        DestinationCountryCode: country,
        ContainerCode: PACKAGE,
      })),
      TotalWeight: { Weight, UnitOfMeasurement: UnitOfMeasurement.Code },
      OverweightIndicator: isHeavy ? 'Y' : 'N',
      ...(trackingNumbers.length > 0
        ? { TrackingData: trackingNumbers.map((TrackingNumber) => ({ TrackingNumber })) }
        : {}),
      PaymentMethod: BY_ACCOUNT,
      ...(instructions ? { SpecialInstruction: instructions } : {}),
      ReferenceNumber: reference,
    },
  };
}

type Place = PickupCall['PickupCreationRequest']['PickupAddress'];

function placeOf({ residential, spot }: PickupRequest, { Name, AttentionName, Phone, Address }: Party): Place {
  return {
    CompanyName: Name.slice(0, 27),
    ContactName: AttentionName.slice(0, 22),
    AddressLine: Address.AddressLine,
    City: Address.City,
    ...(Address.StateProvinceCode ? { StateProvince: Address.StateProvinceCode } : {}),
    ...(Address.PostalCode ? { PostalCode: Address.PostalCode } : {}),
    CountryCode: Address.CountryCode,
    ResidentialIndicator: residential ? 'Y' : 'N',
    ...(spot ? { PickupPoint: spot } : {}),
    Phone: Phone ?? { Number: '' },
  };
}

const clock = (time: string): string => time.replace(':', '').replace('2400', '2359');
