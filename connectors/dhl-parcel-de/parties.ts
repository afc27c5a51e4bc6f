import type { AddressValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { alpha3Of } from './countries.ts';
import type { Address, PostOffice } from './wire.ts';

const NAME = 50;
const STREET = 50;
const CITY = 40;
const MORE = 60;
const POSTAL_CODE = /^(?=.{3,10}$)[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+)*$/;
const PHONE = 20;
const EMAIL = 80;

const missing = (what: string, at: string): Result<never, Fault> =>
  err(permanent('address-incomplete', `DHL needs ${what}`, at));
const unfit = (what: string, at: string): Result<never, Fault> => err(permanent('address-unfit', what, at));

/**
 * The sender as DHL writes it. Names are cut at 50 characters. What is missing, or would not fit without losing a part of
 * the street, is a permanent fault below `at`.
 */
export function shipperOf(address: AddressValue, at: string): Result<Address, Fault> {
  const { line2 } = address;
  if (line2 && line2.length > NAME) return unfit(`DHL takes a second line of ${NAME} characters`, `${at}/line2`);
  const placed = placedAt(address, at);
  return placed.ok && line2 ? ok({ ...placed.value, name3: line2 }) : placed;
}

/**
 * The recipient. Inside Germany only names are printed above the street, so a second line goes there; abroad it has a
 * place of its own. `withContacts`: phone and e-mail go with it, the phone never inside Germany, where DHL takes none.
 */
export function consigneeOf(address: AddressValue, at: string, withContacts: boolean): Result<Address, Fault> {
  const placed = address.country === 'DE' ? shipperOf(address, at) : abroadOf(address, at);
  if (!placed.ok || !withContacts) return placed;
  const { phone, email, country } = address;
  return ok({
    ...placed.value,
    ...(phone && phone.length <= PHONE && country !== 'DE' ? { phone } : {}),
    ...(email && email.length <= EMAIL ? { email } : {}),
  });
}

/** A street and the house number behind it, for the APIs that want them apart. */
export function streetOf(
  line1: string,
  at: string,
): Result<{ readonly addressStreet: string; readonly addressHouse: string }, Fault> {
  const [, addressStreet = '', addressHouse = ''] = /^(.*?\D)\s+(\d\S*(?:\s*[a-z])?)$/i.exec(line1.trim()) ?? [];
  if (addressStreet && addressStreet.length <= STREET && addressHouse.length <= 10)
    return ok({ addressStreet, addressHouse });
  return unfit(`DHL needs a street of up to ${STREET} characters with a house number behind it`, at);
}

const LOCATION = /^(\d{3}) (\S{3,10}) (.{1,40})$/;

/** A post office or shop where the recipient fetches it, as findLocations names it: "502 53113 Bonn". */
export function postOfficeOf({ name, company, email }: AddressValue, collectAt: string): Result<PostOffice, Fault> {
  const [, number, postalCode = '', city = ''] = LOCATION.exec(collectAt) ?? [];
  const retailID = Number(number);
  if (!(retailID >= 401 && retailID <= 999))
    return unfit('DHL hands parcels out at post offices and shops, which are named as "502 53113 Bonn"', '/collectAt');
  const recipient = name ?? company;
  if (!recipient) return missing('a name', '/to/name');
  if (!email || email.length > EMAIL) return missing('an e-mail, to tell the recipient that it is there', '/to/email');
  return ok({ name: recipient.slice(0, NAME), retailID, email, postalCode, city, country: 'DEU' });
}

function abroadOf(address: AddressValue, at: string): Result<Address, Fault> {
  const { line2, subdivision, country } = address;
  if (line2 && line2.length > MORE) return unfit(`DHL takes a second line of ${MORE} characters`, `${at}/line2`);
  const placed = placedAt(address, at);
  if (!placed.ok) return placed;
  return ok({
    ...placed.value,
    ...(line2 ? { additionalAddressInformation1: line2 } : {}),
    ...(subdivision ? { state: country === 'US' ? `US-${subdivision}` : subdivision } : {}),
  });
}

function placedAt(address: AddressValue, at: string): Result<Address, Fault> {
  const { company, name, line1, city, postalCode, country = '' } = address;
  const name1 = company ?? name;
  if (!name1) return missing('a name', `${at}/name`);
  if (!line1) return missing('a street', `${at}/line1`);
  if (!city) return missing('a city', `${at}/city`);
  const alpha3 = alpha3Of(country);
  if (alpha3 === undefined) return missing('a country', `${at}/country`);
  const misfit = misfitOf(line1, city, postalCode);
  if (misfit) return unfit(`DHL takes ${misfit.limit}`, `${at}/${misfit.part}`);
  return ok({
    name1: name1.slice(0, NAME),
    ...(company && name ? { name2: name.slice(0, NAME) } : {}),
    addressStreet: line1,
    ...(postalCode ? { postalCode } : {}),
    city,
    country: alpha3,
  });
}

/** The part of an address that is too long, or written as DHL takes none. */
function misfitOf(line1: string, city: string, postalCode: string | undefined) {
  if (line1.length > STREET) return { part: 'line1', limit: `streets of up to ${STREET} characters` };
  if (city.length > CITY) return { part: 'city', limit: `cities of up to ${CITY} characters` };
  if (!postalCode || POSTAL_CODE.test(postalCode)) return undefined;
  return { part: 'postalCode', limit: 'postal codes of 3 to 10 letters and digits' };
}
