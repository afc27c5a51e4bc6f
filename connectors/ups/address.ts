import type { AddressValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { wrapText } from '../kit/measures.ts';
import type { Address, Party, RateParty } from './wire.ts';

const LINE = 35;
const LINES = 3;
const CITY = 30;
const POSTAL_CODE = 9;

const missing = (what: string, at: string): Result<never, Fault> =>
  err(permanent('address-incomplete', `UPS needs ${what}`, at));
const tooLong = (what: string, at: string): Result<never, Fault> => err(permanent('address-too-long', what, at));

/**
 * A party of a shipment as UPS writes it: names are cut at 35 characters, the street is spread over up to three lines
 * of 35. What is missing, or would not fit without losing a part of the street, is a permanent fault below `at`.
 */
export function partyOf(address: AddressValue, at: string): Result<Party, Fault> {
  const name = address.company ?? address.name;
  if (!name) return missing('a name', `${at}/name`);
  const place = addressOf(address, at);
  if (!place.ok) return place;
  return ok({
    Name: name.slice(0, LINE),
    AttentionName: (address.name ?? name).slice(0, LINE),
    ...phoneOf(address.phone, place.value.CountryCode),
    Address: place.value,
  });
}

/** Countries of the North American plan whose numbers UPS takes without the 1 before the area code. */
const WITHOUT_ONE: ReadonlySet<string> = new Set(['US', 'PR', 'CA', 'VI']);

/** A phone in a country as UPS takes it: up to 15 digits; nothing where there are none. */
export function phoneOf(phone: string | undefined, country: string): Pick<Party, 'Phone'> {
  const digits = phone?.replace(/\D/g, '').slice(0, 15) ?? '';
  const isLong = WITHOUT_ONE.has(country) && digits.length === 11 && digits.startsWith('1');
  return digits ? { Phone: { Number: isLong ? digits.slice(1) : digits } } : {};
}

/** The part of a party that prices depend on. The Rating API takes only subdivisions of two letters. */
export function ratePartyOf({ Name, Address: { StateProvinceCode, ...rest } }: Party): RateParty {
  return { Name, Address: StateProvinceCode?.length === 2 ? { ...rest, StateProvinceCode } : rest };
}

function addressOf(address: AddressValue, at: string): Result<Address, Fault> {
  const { line1, city, country } = address;
  if (!line1) return missing('a street', `${at}/line1`);
  if (!city) return missing('a city', `${at}/city`);
  if (!country) return missing('a country', `${at}/country`);
  if (city.length > CITY) return tooLong(`UPS takes cities of up to ${CITY} characters`, `${at}/city`);
  const lines = [...wrapText(line1, LINE), ...wrapText(address.line2 ?? '', LINE)];
  if (lines.length > LINES) return tooLong(`UPS takes ${LINES} street lines of ${LINE} characters`, `${at}/line1`);
  const postalCode = address.postalCode?.replace(/[^A-Za-z0-9]/g, '') ?? '';
  if (postalCode.length > POSTAL_CODE)
    return tooLong(`UPS takes postal codes of ${POSTAL_CODE} characters`, `${at}/postalCode`);
  return ok({
    AddressLine: lines,
    City: city,
    ...(postalCode ? { PostalCode: postalCode } : {}),
    ...regionOf(country, address.subdivision),
  });
}

/** Puerto Rico is a country to UPS, and a state of the US to most shops. A long subdivision is a name, not a code. */
function regionOf(country: string, subdivision = ''): Pick<Address, 'StateProvinceCode' | 'CountryCode'> {
  if (country === 'US' && subdivision === 'PR') return { CountryCode: 'PR' };
  const isCode = subdivision.length > 0 && subdivision.length <= 5;
  return { ...(isCode ? { StateProvinceCode: subdivision } : {}), CountryCode: country };
}
