import type { AddressValue, ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { sidesOf, wrapText } from '../kit/measures.ts';
import type { Package, Party, PostalAddress } from './wire.ts';

const LINE = 45;
const LINES = 3;
const CITY = 45;
const POSTAL_CODE = 12;
const COMPANY = 100;

const missing = (what: string, at: string): Result<never, Fault> =>
  err(permanent('address-incomplete', `DHL Express needs ${what}`, at));
const tooLong = (what: string, at: string): Result<never, Fault> => err(permanent('address-too-long', what, at));

/**
 * An address as DHL Express writes it: the street is spread over up to three lines of 45. What is missing, or would not
 * fit without losing a part of the street, is a permanent fault below `at`.
 */
export function postalAddressOf(address: AddressValue, at: string): Result<PostalAddress, Fault> {
  const { line1, line2 = '', city, country, postalCode = '', subdivision = '' } = address;
  if (!line1) return missing('a street', `${at}/line1`);
  if (!city) return missing('a city', `${at}/city`);
  if (!country) return missing('a country', `${at}/country`);
  if (city.length > CITY) return tooLong(`DHL Express takes cities of up to ${CITY} characters`, `${at}/city`);
  if (postalCode.length > POSTAL_CODE)
    return tooLong(`DHL Express takes postal codes of ${POSTAL_CODE} characters`, `${at}/postalCode`);
  const [addressLine1 = '', addressLine2, addressLine3, ...rest] = [...wrapText(line1, LINE), ...wrapText(line2, LINE)];
  if (rest.length > 0) return tooLong(`DHL Express takes ${LINES} street lines of ${LINE} characters`, `${at}/line1`);
  return ok({
    postalCode,
    cityName: city,
    countryCode: country,
    ...(subdivision.length >= 2 ? { provinceCode: subdivision } : {}),
    addressLine1,
    ...(addressLine2 ? { addressLine2 } : {}),
    ...(addressLine3 ? { addressLine3 } : {}),
  });
}

/** A party of a shipment. `phone` is what DHL is given where the address has none: it takes nobody without one. */
export function partyOf(address: AddressValue, at: string, phone: string): Result<Party, Fault> {
  const name = address.company ?? address.name;
  if (!name) return missing('a name', `${at}/name`);
  const postalAddress = postalAddressOf(address, at);
  if (!postalAddress.ok) return postalAddress;
  const email = address.email !== undefined && address.email.length <= 70 ? { email: address.email } : {};
  return ok({
    postalAddress: postalAddress.value,
    contactInformation: {
      companyName: name.slice(0, COMPANY),
      fullName: address.name ?? name,
      phone: address.phone || phone,
      ...email,
    },
  });
}

/** Parcels in kilograms and whole centimetres, rounded up. */
export function packagesOf(parcels: readonly ParcelValue[]): readonly Package[] {
  return parcels.map((parcel) => {
    const [length, width, height] = sidesOf(parcel, 'metric') ?? [];
    const weight = parcel.weightGrams / 1000;
    return length && width && height ? { weight, dimensions: { length, width, height } } : { weight };
  });
}
