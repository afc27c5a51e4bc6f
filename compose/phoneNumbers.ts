import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Whether a text is a telephone number of its country, or with its + of any (ITU-T E.164, by Google's metadata). */
export function isPhone(text: string, country: string | undefined): boolean {
  const home = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  return parsePhoneNumberFromString(text, home)?.isPossible() === true;
}
