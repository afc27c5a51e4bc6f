import type { Brand } from './brand.ts';
import { err, ok, type Result } from './result.ts';

/** A Global Trade Item Number of 8, 12, 13 or 14 digits with a right check digit. */
export type Gtin = Brand<string, 'Gtin'>;

/** The check digit over the digits before it: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const weight = (digits.length - i) % 2 === 1 ? 3 : 1;
    sum += Number(digits[i]) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** Reads a GTIN; spaces and hyphens between digits are ignored. */
export function parseGtin(text: string): Result<Gtin, string> {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return err(`a GTIN has 8, 12, 13 or 14 digits: ${JSON.stringify(text)}`);
  const expected = checkDigit(digits.slice(0, -1));
  return Number(digits.at(-1)) === expected
    ? ok(digits as Gtin)
    : err(`${text}: the check digit should be ${expected}`);
}
