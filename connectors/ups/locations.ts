import { z } from 'zod';
import { CarrierLocation, type LocationQuery } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { type DropLocation, LocatorAnswer, type LocatorRequest, type StandardHours } from './visitWire.ts';
import { parseAnswer } from './wire.ts';

/** What is searched for: drop locations, or UPS Access Points where parcels are fetched. */
const OPTIONS = { 'drop-off': '1', collect: '64' } as const;
const METRES_PER_MILE = 1609.344;
const REGULAR_HOURS = '10';

/** Locations of UPS around an address. */
export const findLocations: Ask<Client, LocationQuery, readonly CarrierLocation[]> = {
  async ask(client, query, signal) {
    const body = locatorRequest(query);
    if (!body.ok) return body;
    const path = `/api/locations/v3/search/availabilities/${OPTIONS[query.purpose]}`;
    const answer = await client.call(
      { method: 'POST', path, query: { Locale: 'en_US' }, body: body.value, effect: 'read' },
      signal,
    );
    return answer.ok ? locationsOf(answer.value) : answer;
  },
};

function locatorRequest({ near, radiusMetres, limit }: LocationQuery): Result<LocatorRequest, Fault> {
  const { country, line1, city, subdivision, postalCode } = near;
  if (!country || !(postalCode || city))
    return err(permanent('address-incomplete', 'UPS needs a country, and a postal code or a city', '/near'));
  const kilometres = Math.min(150, Math.max(5, Math.ceil(radiusMetres / 1000)));
  return {
    ok: true,
    value: {
      LocatorRequest: {
        Request: { RequestAction: 'Locator' },
        OriginAddress: {
          AddressKeyFormat: {
            ...(line1 ? { AddressLine: line1.slice(0, 100) } : {}),
            ...(city ? { PoliticalDivision2: city.slice(0, 50) } : {}),
            ...(subdivision ? { PoliticalDivision1: subdivision } : {}),
            ...(postalCode ? { PostcodePrimaryLow: postalCode.slice(0, 10) } : {}),
            CountryCode: country,
          },
        },
        Translate: { Locale: 'en_US' },
        UnitOfMeasurement: { Code: 'KM' },
        LocationSearchCriteria: { MaximumListSize: String(limit), SearchRadius: String(kilometres) },
      },
    },
  };
}

/** The locations of an answer of the Locator API, as UPS puts them in order. */
export function locationsOf(raw: unknown): Result<readonly CarrierLocation[], Fault> {
  const parsed = parseAnswer(LocatorAnswer, raw, 'UPS locations');
  if (!parsed.ok) return parsed;
  const found = (parsed.value.LocatorResponse.SearchResults.DropLocation ?? []).map(locationOf);
  return parseWire(z.array(CarrierLocation), found, 'UPS locations');
}

function locationOf(location: DropLocation) {
  const { LocationID, Geocode, AddressKeyFormat: at, Distance, OperatingHours, AccessPointInformation } = location;
  const accessPoint = AccessPointInformation?.PublicAccessPointID;
  const name = at.ConsigneeName ?? `UPS ${accessPoint ?? LocationID}`;
  return {
    externalId: accessPoint ?? LocationID,
    kind: accessPoint === undefined ? 'other' : 'access-point',
    name,
    address: {
      company: name,
      ...(at.AddressLine ? { line1: at.AddressLine } : {}),
      ...(at.PoliticalDivision2 ? { city: at.PoliticalDivision2 } : {}),
      ...(at.PoliticalDivision1 ? { subdivision: at.PoliticalDivision1 } : {}),
      ...(at.PostcodePrimaryLow ? { postalCode: at.PostcodePrimaryLow } : {}),
      country: at.CountryCode,
    },
    ...(Geocode ? { latitude: Number(Geocode.Latitude), longitude: Number(Geocode.Longitude) } : {}),
    ...(Distance ? { distanceMetres: metresOf(Distance) } : {}),
    hours: (OperatingHours?.StandardHours ?? []).flatMap(hoursOf),
  };
}

const metresOf = ({ Value, UnitOfMeasurement }: NonNullable<DropLocation['Distance']>): number =>
  Math.round(Number(Value) * (UnitOfMeasurement.Code.toUpperCase() === 'MI' ? METRES_PER_MILE : 1000));

/** Regular hours by day; UPS counts days from Sunday, 1, and leaves out the zero before an hour of one digit. */
function hoursOf({ HoursType, DayOfWeek }: StandardHours) {
  if (HoursType !== REGULAR_HOURS) return [];
  return DayOfWeek.flatMap(({ Day, OpenHours, CloseHours, ClosedIndicator, Open24HoursIndicator }) => {
    if (ClosedIndicator !== undefined) return [];
    const weekday = Number(Day) === 1 ? 7 : Number(Day) - 1;
    if (Open24HoursIndicator !== undefined) return [{ weekday, opens: '00:00', closes: '24:00' }];
    if (!OpenHours || !CloseHours) return [];
    return [{ weekday, opens: clock(OpenHours), closes: clock(CloseHours) }];
  });
}

const clock = (text: string): string => text.padStart(4, '0').replace(/^(\d{2})(\d{2})$/, '$1:$2');
