import type { AddressCheck, AddressQuery, AddressValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { type Client, NOTHING_FOUND } from './client.ts';
import { AddressAnswer } from './wire.ts';

/** Whether DHL Express delivers to a town. It knows towns and postal codes, not streets. */
export const validateAddress: Ask<Client, AddressQuery, AddressCheck> = {
  async ask(client, { address }, signal) {
    const { country, city, postalCode } = address;
    if (!country) return err(permanent('address-incomplete', 'DHL Express needs a country', '/address/country'));
    const query = {
      type: 'delivery',
      countryCode: country,
      ...(postalCode ? { postalCode } : {}),
      ...(city ? { cityName: city } : {}),
      // Else DHL names only what is exactly so, and nothing that may be meant.
      strictValidation: false,
    };
    const answer = await client.call({ method: 'GET', path: '/address-validate', query }, signal);
    if (answer.ok) return checkOf(answer.value, address);
    return answer.error.code === NOTHING_FOUND ? ok(NOT_FOUND) : answer;
  },
};

const NOT_FOUND: AddressCheck = { verdict: 'not-found', candidates: [], classification: 'unknown', remarks: [] };

/** What an answer says about an address. */
export function checkOf(raw: unknown, asked: AddressValue): Result<AddressCheck, Fault> {
  const parsed = parseWire(AddressAnswer, raw, 'DHL Express address');
  if (!parsed.ok) return parsed;
  const { address: found, warnings = [] } = parsed.value;
  const candidates = found.map(({ countryCode, postalCode, cityName }) => ({
    ...asked,
    country: countryCode,
    ...(cityName ? { city: cityName } : {}),
    ...(postalCode ? { postalCode } : {}),
  }));
  const remarks = warnings.map((warning) => warning.slice(0, 500));
  const isThere = candidates.some((each) => same(each.city, asked.city) && same(each.postalCode, asked.postalCode));
  if (isThere) return ok({ ...NOT_FOUND, verdict: 'valid', remarks });
  const verdict = candidates.length === 0 ? 'not-found' : candidates.length === 1 ? 'corrected' : 'ambiguous';
  return ok({ ...NOT_FOUND, verdict, candidates: candidates.slice(0, 100), remarks });
}

const plain = (text = ''): string => text.replace(/[\s-]/g, '').toUpperCase();
const same = (a: string | undefined, b: string | undefined): boolean => plain(a) === plain(b);
