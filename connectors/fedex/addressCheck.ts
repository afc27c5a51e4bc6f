import type { AddressCheck, AddressQuery, AddressValue } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { addressOf, addressValueOf } from './address.ts';
import { type Client, codeOf } from './client.ts';
import { AddressAnswer, parseAnswer, type ResolvedAddress } from './wire.ts';

/** What the Address Validation API makes of an address. */
export const validateAddress: Ask<Client, AddressQuery, AddressCheck> = {
  async ask(client, { address }, signal) {
    const asked = addressOf(address, '/address');
    if (!asked.ok) return asked;
    const { postalCode = '', ...rest } = asked.value;
    const body = { addressesToValidate: [{ address: { ...rest, postalCode } }] };
    const call = { method: 'POST', path: '/address/v1/addresses/resolve', body, effect: 'read' } as const;
    const answer = await client.call(call, signal);
    if (answer.ok) return checkOf(answer.value, address);
    return answer.error.code === codeOf('STANDARDIZED.ADDRESS.NOTFOUND')
      ? ok({ ...NOTHING, verdict: 'not-found' })
      : answer;
  },
};

const NOTHING = { candidates: [], classification: 'unknown', remarks: [] } as const satisfies Partial<AddressCheck>;

/** An answer as a verdict on the address that was asked about. */
export function checkOf(raw: unknown, asked: AddressValue): Result<AddressCheck, Fault> {
  const parsed = parseAnswer(AddressAnswer, raw, 'FedEx address');
  if (!parsed.ok) return parsed;
  const [resolved, ...others] = parsed.value.output.resolvedAddresses;
  if (!resolved) return ok({ ...NOTHING, verdict: 'not-found' });
  const candidates = [resolved, ...others].map(candidateOf);
  const verdict = verdictOf(resolved, isSame(candidates[0] ?? {}, asked), others.length > 0);
  const classification = { RESIDENTIAL: 'residential', BUSINESS: 'business' } as const;
  return ok({
    verdict,
    candidates: verdict === 'not-found' || verdict === 'unchecked' ? [] : candidates,
    classification: classification[(resolved.classification ?? '') as 'BUSINESS'] ?? 'unknown',
    remarks: (resolved.customerMessage ?? []).map((text) => text.slice(0, 500)),
  });
}

const isTrue = (flag: boolean | string | undefined): boolean => flag === true || String(flag).toLowerCase() === 'true';
const isFalse = (flag: boolean | string | undefined): boolean =>
  flag === false || String(flag).toLowerCase() === 'false';

/** RAW: FedEx does not know the country's addresses. NORMALIZED: it does, and not this one. STANDARDIZED: it is there. */
function verdictOf(
  { attributes = {} }: ResolvedAddress,
  isUnchanged: boolean,
  hasOthers: boolean,
): AddressCheck['verdict'] {
  const { AddressType, CountrySupported, Resolved, MultipleMatches } = attributes;
  if (AddressType === 'RAW' || isFalse(CountrySupported)) return 'unchecked';
  if (AddressType !== 'STANDARDIZED' || isFalse(Resolved)) return 'not-found';
  const isUnclear = [MultipleMatches, attributes.InvalidSuiteNumber, attributes.SuiteRequiredButMissing].some(isTrue);
  if (hasOthers || isUnclear) return 'ambiguous';
  return isUnchanged ? 'valid' : 'corrected';
}

function candidateOf(resolved: ResolvedAddress): AddressValue {
  const { streetLinesToken: streetLines = [], parsedPostalCode, postalCodeToken } = resolved;
  const parts = [parsedPostalCode?.base, parsedPostalCode?.addOn].filter((part) => part);
  const postalCode = parts.length > 0 ? parts.join('-') : (postalCodeToken?.value ?? '');
  return addressValueOf({ ...resolved, streetLines, postalCode });
}

const plain = (text = ''): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Whether two addresses are one but for letters and signs; a postal code may be the shorter form of the other. */
function isSame(found: AddressValue, asked: AddressValue): boolean {
  const street = (address: AddressValue) => plain(`${address.line1 ?? ''}${address.line2 ?? ''}`);
  const isCode = plain(found.postalCode).startsWith(plain(asked.postalCode));
  const isRegion = !asked.subdivision || plain(asked.subdivision) === plain(found.subdivision);
  return street(found) === street(asked) && plain(found.city) === plain(asked.city) && isCode && isRegion;
}
