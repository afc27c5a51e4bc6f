import type { CarrierLocation, LocationQuery, OpeningHours } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire, withoutNulls } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { type ServicePoint, ServicePointsAnswer } from './wire.ts';

/** Capabilities of service points: those where parcels are fetched, and those that take one with an account and a label. */
const CAPABILITIES = { collect: '78,79', 'drop-off': '81,74' } as const;

/** Service points around an address, nearest first as DHL lists them. */
export const findLocations: Ask<Client, LocationQuery, readonly CarrierLocation[]> = {
  async ask(client, { near, purpose, radiusMetres, limit }, signal) {
    const { servicePointKey: key } = client.settings;
    if (key === undefined)
      return err(permanent('no-service-point-key', 'the connection has no key of the service point finder'));
    const { line1, postalCode, city, country } = near;
    if (!country) return err(permanent('address-incomplete', 'DHL Express needs a country', '/near/country'));
    const query = {
      key,
      address: [line1, postalCode, city, country].filter(Boolean).join(', '),
      countryCode: country,
      servicePointResults: String(limit),
      resultUom: 'km',
      capability: CAPABILITIES[purpose],
    };
    const answer = await client.call({ method: 'GET', path: '/servicepoints', query }, signal);
    if (!answer.ok) return answer;
    const found = locationsOf(answer.value);
    if (!found.ok) return found;
    return ok(found.value.filter(({ distanceMetres = 0 }) => distanceMetres <= radiusMetres).slice(0, limit));
  },
};

/** The locations of an answer whose distances are in kilometres. */
export function locationsOf(raw: unknown): Result<readonly CarrierLocation[], Fault> {
  const parsed = parseWire(ServicePointsAnswer, withoutNulls(raw), 'DHL Express service points');
  return parsed.ok ? ok((parsed.value.servicePoints ?? []).map(locationOf)) : parsed;
}

const KINDS: Readonly<Record<string, CarrierLocation['kind']>> = {
  CITY: 'carrier-store',
  STATION: 'depot',
  PARTNER: 'access-point',
  TWENTYFOURSEVEN: 'locker',
};

function locationOf(point: ServicePoint): CarrierLocation {
  const { facilityId, servicePointType = '', localName, servicePointName, geoLocation, distanceMetric } = point;
  const { addressLine1, addressLine2, city, zipCode, country } = point.address;
  return {
    externalId: facilityId,
    kind: KINDS[servicePointType] ?? 'other',
    name: (localName ?? servicePointName ?? facilityId).slice(0, 200),
    address: {
      ...(addressLine1 ? { line1: addressLine1 } : {}),
      ...(addressLine2 ? { line2: addressLine2 } : {}),
      ...(city ? { city } : {}),
      ...(zipCode ? { postalCode: zipCode } : {}),
      ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    },
    ...(geoLocation ? { latitude: geoLocation.latitude, longitude: geoLocation.longitude } : {}),
    ...(distanceMetric === undefined ? {} : { distanceMetres: Math.round(distanceMetric * 1000) }),
    hours: (point.openingHours?.openingHours ?? []).flatMap(hoursOf),
  };
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** Hours of a weekday, which DHL counts in minutes of the day; those of holidays have no day. */
function hoursOf(hours: {
  dayOfWeek: string;
  openingTime: number | string;
  closingTime: number | string;
}): OpeningHours[] {
  const weekday = WEEKDAYS.indexOf(hours.dayOfWeek) + 1;
  const [opens, closes] = [clockOf(hours.openingTime), clockOf(hours.closingTime)];
  return weekday > 0 && opens && closes ? [{ weekday, opens, closes }] : [];
}

function clockOf(minutes: number | string): string | undefined {
  const at = Number(minutes);
  if (!Number.isInteger(at) || at < 0 || at > 1440) return undefined;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
