import type { AddressValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { wrapText } from '../kit/measures.ts';

const LINE = 35;
const LINES = 3;
const CITY = 35;
const POSTAL_CODE = 10;
const PERSON = 70;
const COMPANY = 35;

export type FedexAddress = {
  readonly streetLines: readonly string[];
  readonly city: string;
  readonly countryCode: string;
  readonly postalCode?: string;
  readonly stateOrProvinceCode?: string;
  readonly residential?: boolean;
};
export type Contact = {
  readonly personName: string;
  readonly companyName?: string;
  readonly phoneNumber: string;
  readonly emailAddress?: string;
};
export type Party = {
  readonly address: FedexAddress;
  readonly contact: Contact;
  readonly tins?: readonly { readonly number: string; readonly tinType: string }[];
};

const missing = (what: string, at: string): Result<never, Fault> =>
  err(permanent('address-incomplete', `FedEx needs ${what}`, at));
const tooLong = (what: string, at: string): Result<never, Fault> => err(permanent('address-too-long', what, at));

/**
 * A party as FedEx writes it: names are cut at 70 characters for persons and 35 for companies, the street is spread over
 * up to three lines of 35. What is missing, or would not fit without losing a part of the street, is a permanent fault
 * below `at`. `phone` stands in for a phone that there is not.
 */
export function partyOf(address: AddressValue, at: string, phone: string | undefined): Result<Party, Fault> {
  const { name = address.company, company } = address;
  if (!name) return missing('a name', `${at}/name`);
  const place = addressOf(address, at);
  if (!place.ok) return place;
  const phoneNumber = phoneOf(address.phone, place.value.countryCode) || phoneOf(phone, place.value.countryCode);
  if (!phoneNumber) return missing('a phone at both ends', `${at}/phone`);
  const contact = {
    personName: name.slice(0, PERSON),
    ...(company ? { companyName: company.slice(0, COMPANY) } : {}),
    phoneNumber,
    ...(address.email && address.email.length <= 80 ? { emailAddress: address.email } : {}),
  };
  return ok({ address: place.value, contact });
}

/** Countries whose phones have ten digits to FedEx, without the 1 before the area code. */
const TEN_DIGITS: ReadonlySet<string> = new Set(['US', 'CA', 'PR']);

/** A phone as FedEx takes it: up to 15 digits; empty where there are none. */
function phoneOf(phone: string | undefined, country: string): string {
  const digits = phone?.replace(/\D/g, '').slice(0, 15) ?? '';
  const isLong = TEN_DIGITS.has(country) && digits.length === 11 && digits.startsWith('1');
  return isLong ? digits.slice(1) : digits;
}

/** The place of an address; a fault for one that is not whole, or too long. */
export function addressOf(address: AddressValue, at: string): Result<FedexAddress, Fault> {
  const { line1, city, country } = address;
  if (!line1) return missing('a street', `${at}/line1`);
  if (!city) return missing('a city', `${at}/city`);
  if (!country) return missing('a country', `${at}/country`);
  if (city.length > CITY) return tooLong(`FedEx takes cities of up to ${CITY} characters`, `${at}/city`);
  const streetLines = [...wrapText(line1, LINE), ...wrapText(address.line2 ?? '', LINE)];
  if (streetLines.length > LINES)
    return tooLong(`FedEx takes ${LINES} street lines of ${LINE} characters`, `${at}/line1`);
  const postalCode = address.postalCode?.trim() ?? '';
  if (postalCode.length > POSTAL_CODE)
    return tooLong(`FedEx takes postal codes of ${POSTAL_CODE} characters`, `${at}/postalCode`);
  return ok({
    streetLines,
    city,
    ...(postalCode ? { postalCode } : {}),
    ...regionOf(country, address.subdivision),
  });
}

/** Puerto Rico is a country to FedEx, and a state of the US to most shops. A subdivision of more than 2 letters is none. */
function regionOf(country: string, subdivision = ''): Pick<FedexAddress, 'stateOrProvinceCode' | 'countryCode'> {
  const countryCode = country === 'US' && subdivision === 'PR' ? 'PR' : country;
  return { ...(subdivision.length === 2 ? { stateOrProvinceCode: subdivision } : {}), countryCode };
}

/** The parts of an address as FedEx answers with them. */
type Answered = {
  readonly streetLines?: readonly string[];
  readonly city?: string;
  readonly postalCode?: string;
  readonly stateOrProvinceCode?: string;
  readonly countryCode?: string;
};

/** An address of an answer. A country that is no code of two letters is left out. */
export function addressValueOf(answered: Answered): AddressValue {
  const { streetLines: [line1, ...more] = [], city, postalCode, stateOrProvinceCode, countryCode = '' } = answered;
  const parts = {
    line1,
    line2: more.join(', '),
    city,
    postalCode,
    subdivision: stateOrProvinceCode,
    country: /^[A-Z]{2}$/.test(countryCode) ? countryCode : '',
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}
