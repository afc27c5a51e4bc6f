import type { AddressCheck, AddressQuery, AddressValue } from '../../core/documents/index.ts';
import { AddressCheck as CheckSchema } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Ask } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { AddressAnswer, type AddressCandidate, type AddressRequest } from './visitWire.ts';
import { parseAnswer } from './wire.ts';

/** The countries whose streets UPS knows. */
const KNOWN: ReadonlySet<string> = new Set(['US', 'PR']);
/** Both things that the API does: validation and classification. */
const BOTH = 3;

/** What UPS says about an address of the US or Puerto Rico; of no other does it know the streets. */
export const validateAddress: Ask<Client, AddressQuery, AddressCheck> = {
  async ask(client, { address }, signal) {
    const country = countryOf(address);
    if (!KNOWN.has(country)) return ok(UNCHECKED);
    const path = `/api/addressvalidation/v2/${BOTH}`;
    const body = addressRequest(address, country);
    const answer = await client.call({ method: 'POST', path, body, effect: 'read' }, signal);
    return answer.ok ? checkOf(answer.value, address) : answer;
  },
};

const UNCHECKED: AddressCheck = {
  verdict: 'unchecked',
  candidates: [],
  classification: 'unknown',
  remarks: ['UPS knows the streets of the US and Puerto Rico'],
};

/** Puerto Rico is a country to UPS, and a state of the US to most. */
const countryOf = ({ country = '', subdivision }: AddressValue): string =>
  country === 'US' && subdivision === 'PR' ? 'PR' : country;

function addressRequest(address: AddressValue, CountryCode: string): AddressRequest {
  const { line1, line2, city, subdivision, postalCode = '' } = address;
  const [, low = '', extended] = /^(\d{5})-?(\d{4})?$/.exec(postalCode.trim()) ?? [];
  return {
    XAVRequest: {
      AddressKeyFormat: {
        AddressLine: [line1, line2].flatMap((line) => (line ? [line.slice(0, 100)] : [])),
        ...(city ? { PoliticalDivision2: city.slice(0, 30) } : {}),
        ...(subdivision && CountryCode === 'US' ? { PoliticalDivision1: subdivision } : {}),
        ...(low ? { PostcodePrimaryLow: low } : {}),
        ...(extended ? { PostcodeExtendedLow: extended } : {}),
        CountryCode,
      },
    },
  };
}

const CLASSES: Readonly<Record<string, AddressCheck['classification']>> = { '1': 'business', '2': 'residential' };

/** An answer of the Address Validation API. Exactly one of three indicators stands in it. */
export function checkOf(raw: unknown, asked: AddressValue): Result<AddressCheck, Fault> {
  const parsed = parseAnswer(AddressAnswer, raw, 'UPS address validation');
  if (!parsed.ok) return parsed;
  const { Candidate = [], AddressClassification, ...said } = parsed.value.XAVResponse;
  const candidates = Candidate.map((candidate) => addressOf(candidate, asked));
  const verdict = verdictOf(said, candidates, asked);
  if (verdict === undefined) return err(permanent('unexpected-shape', 'UPS says neither yes nor no of an address'));
  const classification = CLASSES[AddressClassification?.Code ?? ''] ?? 'unknown';
  return parseWire(CheckSchema, { verdict, candidates, classification, remarks: [] }, 'address check');
}

type Said = {
  readonly ValidAddressIndicator?: string;
  readonly AmbiguousAddressIndicator?: string;
  readonly NoCandidatesIndicator?: string;
};

function verdictOf(
  said: Said,
  [first]: readonly AddressValue[],
  asked: AddressValue,
): AddressCheck['verdict'] | undefined {
  if (said.ValidAddressIndicator !== undefined) return first && isSame(first, asked) ? 'valid' : 'corrected';
  if (said.AmbiguousAddressIndicator !== undefined) return 'ambiguous';
  return said.NoCandidatesIndicator === undefined ? undefined : 'not-found';
}

/** A candidate, with what UPS does not judge: who lives there. */
function addressOf({ AddressKeyFormat: found }: AddressCandidate, asked: AddressValue): AddressValue {
  const [line1, ...more] = found.AddressLine ?? [];
  const { line1: _1, line2: _2, city: _3, subdivision: _4, postalCode: _5, ...person } = asked;
  const postalCode = [found.PostcodePrimaryLow, found.PostcodeExtendedLow].filter(Boolean).join('-');
  return {
    ...person,
    ...(line1 === undefined ? {} : { line1 }),
    ...(more.length > 0 ? { line2: more.join(', ') } : {}),
    ...(found.PoliticalDivision2 ? { city: found.PoliticalDivision2 } : {}),
    ...(found.PoliticalDivision1 ? { subdivision: found.PoliticalDivision1 } : {}),
    ...(postalCode ? { postalCode } : {}),
    country: found.CountryCode,
  };
}

/** Whether two addresses name one place; the four digits behind a postal code are a closer word for it. */
function isSame(a: AddressValue, b: AddressValue): boolean {
  const key = ({ line1, line2, city, subdivision, postalCode = '' }: AddressValue): string =>
    [line1, line2, city, subdivision, postalCode.slice(0, 5)]
      .map((part = '') =>
        part
          .toUpperCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .join('|');
  return key(a) === key(b);
}
