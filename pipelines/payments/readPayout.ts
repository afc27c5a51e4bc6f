import { PAYOUT_KINDS, type PayoutKind, type PayoutLine } from '../../core/payment/index.ts';
import { type CurrencyCode, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { eachCsvRow } from '../planning/csvRows.ts';
import { UnreadableInput } from '../planning/unreadableInput.ts';

/** Which columns of a provider's file hold what, by their headings, and what its words for the kinds mean. */
export type PayoutColumns = {
  readonly externalId: string;
  readonly kind: string;
  readonly amount: string;
  readonly fee: string | undefined;
  readonly kinds: Readonly<Record<string, PayoutKind>>;
};

type Wrong = { readonly code: 'unreadable-payout'; readonly message: string };

/**
 * Reads the lines of a payout from a CSV file (`.gz` is unpacked). Amounts are decimals in whole units of the currency,
 * read by their digits; each line that cannot be read is named by its number, and then nothing is taken.
 */
export async function readPayout(
  file: string,
  currency: CurrencyCode,
  columns: PayoutColumns,
): Promise<Result<readonly PayoutLine[], Wrong>> {
  const lines: PayoutLine[] = [];
  const wrong: string[] = [];
  let places: Places | undefined;
  let number = 0;
  try {
    await eachCsvRow(file, (row) => {
      number += 1;
      if (!places) {
        places = placesOf(row, columns);
        return;
      }
      const line = lineOf(row, places, currency, columns);
      if (typeof line === 'string') wrong.push(`line ${number}: ${line}`);
      else lines.push(line);
    });
  } catch (error) {
    if (!(error instanceof UnreadableInput) && !isMissing(error)) throw error;
    return unreadable((error as Error).message);
  }
  if (wrong.length > 0) return unreadable(wrong.slice(0, 20).join('; '));
  return lines.length > 0 ? ok(lines) : unreadable(`${file} has no lines`);
}

const unreadable = (message: string): Result<never, Wrong> => err({ code: 'unreadable-payout', message });
const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

type Places = { readonly externalId: number; readonly kind: number; readonly amount: number; readonly fee: number };

function placesOf(header: readonly string[], { externalId, kind, amount, fee }: PayoutColumns): Places {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (name: string): number => {
    const at = names.indexOf(name.toLowerCase());
    if (at < 0) throw new UnreadableInput(`there is no column ${name}; there are ${header.join(', ')}`);
    return at;
  };
  return {
    externalId: find(externalId),
    kind: find(kind),
    amount: find(amount),
    fee: fee === undefined ? -1 : find(fee),
  };
}

function lineOf(
  row: readonly string[],
  places: Places,
  currency: CurrencyCode,
  { kinds }: PayoutColumns,
): PayoutLine | string {
  const at = (place: number): string => (row[place] ?? '').trim();
  const word = at(places.kind);
  const kind = kinds[word] ?? PAYOUT_KINDS.find((known) => known === word);
  if (!kind) return `${JSON.stringify(word)} is no kind that is known`;
  const externalId = at(places.externalId);
  if (externalId === '') return 'it has no key';
  const amount = parseMinor(at(places.amount), currency);
  if (!amount.ok) return amount.error;
  const fee = places.fee < 0 || at(places.fee) === '' ? ok(0) : parseMinor(at(places.fee), currency);
  return fee.ok ? { externalId, kind, amountMinor: amount.value, feeMinor: fee.value } : fee.error;
}
