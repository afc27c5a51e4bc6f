import type { CarrierLocation, LocationQuery } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { addressValueOf } from './address.ts';
import type { Client } from './client.ts';
import { type Location, LocationAnswer, parseAnswer } from './wire.ts';

const METRES = { KM: 1000, MI: 1609.344 } as const;

/** Places near an address where parcels are given to FedEx, or held for who fetches them. */
export const findLocations: Ask<Client, LocationQuery, readonly CarrierLocation[]> = {
  async ask(client, query, signal) {
    const body = locationRequest(query);
    if (!body.ok) return body;
    const call = { method: 'POST', path: '/location/v1/locations', body: body.value, effect: 'read' } as const;
    const answer = await client.call(call, signal);
    return answer.ok ? locationsOf(answer.value) : answer;
  },
};

function locationRequest({ near, purpose, radiusMetres, limit }: LocationQuery): Result<object, Fault> {
  const { line1, city, subdivision = '', postalCode, country } = near;
  if (!country || !(postalCode || city))
    return err(permanent('address-incomplete', 'FedEx needs a country, and a city or a postal code', '/near'));
  const address = {
    ...(line1 ? { streetLines: [line1] } : {}),
    ...(city ? { city } : {}),
    ...(subdivision.length === 2 ? { stateOrProvinceCode: subdivision } : {}),
    ...(postalCode ? { postalCode } : {}),
    countryCode: country,
  };
  return ok({
    locationsSummaryRequestControlParameters: {
      distance: { units: 'KM', value: radiusMetres / METRES.KM },
      maxResults: limit,
    },
    locationSearchCriterion: 'ADDRESS',
    location: { address },
    multipleMatchesAction: 'RETURN_ALL',
    sort: { criteria: 'DISTANCE', order: 'ASCENDING' },
    locationCapabilities: [{ transferOfPossessionType: purpose === 'collect' ? 'HOLD_AT_LOCATION' : 'DROPOFF' }],
  });
}

/** The places of an answer. One without an address is left out: nobody would find it. */
export function locationsOf(raw: unknown): Result<readonly CarrierLocation[], Fault> {
  const parsed = parseAnswer(LocationAnswer, raw, 'FedEx locations');
  if (!parsed.ok) return parsed;
  return ok(parsed.value.output.locationDetailList.flatMap((each) => placeOf(each)));
}

const KINDS: Readonly<Record<string, CarrierLocation['kind']>> = {
  FEDEX_SHIP_AND_GET: 'locker',
  FEDEX_SELF_SERVICE_LOCATION: 'drop-box',
  FEDEX_OFFICE: 'carrier-store',
  FEDEX_SHIPSITE: 'carrier-store',
  FEDEX_STAFFED: 'carrier-store',
  FEDEX_AUTHORIZED_SHIP_CENTER: 'access-point',
  FEDEX_ONSITE: 'access-point',
  FEDEX_EXPRESS_STATION: 'depot',
  FEDEX_GROUND_TERMINAL: 'depot',
  FEDEX_HOME_DELIVERY_STATION: 'depot',
  FEDEX_FACILITY: 'depot',
  FEDEX_FREIGHT_SERVICE_CENTER: 'depot',
  FEDEX_SMART_POST_HUB: 'depot',
};

function placeOf(location: Location): readonly CarrierLocation[] {
  const { locationId, locationType = '', contactAndAddress, storeHours = [] } = location;
  if (!contactAndAddress) return [];
  const { contact: { companyName, phoneNumber } = {}, address, addressAncillaryDetail } = contactAndAddress;
  return [
    {
      externalId: locationId,
      kind: KINDS[locationType] ?? 'other',
      name: (addressAncillaryDetail?.displayName ?? companyName ?? locationId).slice(0, 200),
      address: {
        ...(companyName ? { company: companyName } : {}),
        ...addressValueOf(address),
        ...(phoneNumber ? { phone: phoneNumber } : {}),
      },
      ...whereIs(location),
      hours: storeHours.flatMap(hoursOf),
    },
  ];
}

function whereIs({ geoPositionalCoordinates: at = {}, distance }: Location) {
  const { latitude, longitude } = at;
  const metres = METRES[(distance?.units ?? 'KM') as 'KM'];
  return {
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
    ...(distance?.value === undefined ? {} : { distanceMetres: Math.round(distance.value * metres) }),
  };
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
type StoreHours = NonNullable<Location['storeHours']>[number];

/** The hours of one day; none where it is closed, or where a time cannot be read. */
function hoursOf({
  dayofweek = '',
  operationalHoursType,
  operationalHours = [],
}: StoreHours): CarrierLocation['hours'] {
  const weekday = WEEKDAYS.indexOf(dayofweek) + 1;
  if (weekday === 0) return [];
  if (operationalHoursType === 'OPEN_ALL_DAY') return [{ weekday, opens: '00:00', closes: '24:00' }];
  if (operationalHoursType !== 'OPEN_BY_HOURS') return [];
  return [operationalHours].flat().flatMap(({ begins, ends }) => {
    const [opens, closes] = [minuteOf(begins), minuteOf(ends)];
    return opens && closes ? [{ weekday, opens, closes }] : [];
  });
}

const minuteOf = (time = ''): string | undefined => /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(time)?.[0];
