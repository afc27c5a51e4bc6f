import type { CarrierLocation, LocationQuery, OpeningHours } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { type Client, UNIFIED_HOSTS } from './client.ts';
import { type Location, LocationsAnswer } from './wire.ts';

/** Where parcels are fetched: those that need no customer number of the recipient, as lockers do. */
const TYPES = { collect: ['postoffice', 'servicepoint'], 'drop-off': [] } as const;
const SERVICES = { collect: 'parcel:pick-up', 'drop-off': 'parcel:drop-off' } as const;

/** Post offices, shops and lockers around an address, nearest first as DHL lists them. */
export const findLocations: Ask<Client, LocationQuery, readonly CarrierLocation[]> = {
  async ask(client, { near, purpose, radiusMetres, limit }, signal) {
    const { country, city, postalCode, line1 } = near;
    if (!country) return err(permanent('address-incomplete', 'DHL needs a country', '/near/country'));
    const query = new URLSearchParams([
      ['countryCode', country],
      ...(city ? [['addressLocality', city] as [string, string]] : []),
      ...(postalCode ? [['postalCode', postalCode] as [string, string]] : []),
      ...(line1 ? [['streetAddress', line1] as [string, string]] : []),
      ['providerType', 'parcel'],
      ['serviceType', SERVICES[purpose]],
      ...TYPES[purpose].map((type): [string, string] => ['locationType', type]),
      ['radius', String(radiusMetres)],
      ['limit', String(limit)],
    ]);
    const path = `/location-finder/v1/find-by-address?${query}`;
    const answer = await client.callUnified({ method: 'GET', path, hosts: UNIFIED_HOSTS.locations }, signal);
    return answer.ok ? locationsOf(answer.value) : answer;
  },
};

export function locationsOf(raw: unknown): Result<readonly CarrierLocation[], Fault> {
  const parsed = parseWire(LocationsAnswer, raw, 'DHL locations');
  return parsed.ok ? ok((parsed.value.locations ?? []).map(locationOf)) : parsed;
}

const KINDS: Readonly<Record<string, CarrierLocation['kind']>> = {
  locker: 'locker',
  postoffice: 'post-office',
  postbank: 'post-office',
  servicepoint: 'access-point',
};

function locationOf({ location, name, distance, place, openingHours = [] }: Location): CarrierLocation {
  const { keyword, keywordId, ids = [], type = '' } = location;
  const { streetAddress, postalCode, addressLocality, countryCode } = place.address;
  const key = keywordId ? [keywordId, postalCode, addressLocality].filter(Boolean).join(' ') : ids[0]?.locationId;
  const title = name ?? [keyword, keywordId].filter(Boolean).join(' ');
  return {
    externalId: (key || title || 'unnamed').slice(0, 200),
    kind: KINDS[type] ?? 'other',
    name: title.slice(0, 200),
    address: {
      ...(streetAddress ? { line1: streetAddress } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(addressLocality ? { city: addressLocality } : {}),
      ...(countryCode && /^[A-Z]{2}$/.test(countryCode) ? { country: countryCode } : {}),
    },
    ...(place.geo ?? {}),
    ...(distance === undefined ? {} : { distanceMetres: Math.round(distance) }),
    hours: openingHours.flatMap(hoursOf),
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d|^24:00/;

/** Hours of a weekday, which DHL names alone or as an address of schema.org; those of holidays have no day. */
function hoursOf({ opens, closes, dayOfWeek }: NonNullable<Location['openingHours']>[number]): OpeningHours[] {
  const weekday = WEEKDAYS.findIndex((day) => dayOfWeek.endsWith(day)) + 1;
  const [from, to] = [CLOCK.exec(opens)?.[0], CLOCK.exec(closes)?.[0]];
  return weekday > 0 && from && to ? [{ weekday, opens: from, closes: to }] : [];
}
