import { eachCsvRow } from './csvRows.ts';
import type { StockEntry } from './planReplenish.ts';
import { asUnreadable, UnreadableInput } from './unreadableInput.ts';

/**
 * Reads what is in stock from a CSV file with the columns sku, on_hand and, where they are there, on_order, owed,
 * supplier, minimum and pack. Rejects with UnreadableInput when the file, a column or a number is wrong.
 */
export async function readStock(file: string, signal?: AbortSignal): Promise<ReadonlyMap<string, StockEntry>> {
  const entries = new Map<string, StockEntry>();
  let header: readonly string[] | undefined;
  const take = (row: readonly string[]): void => {
    if (header) entries.set(row[header.indexOf('sku')] ?? '', entryOf(header, row, file));
    else header = headerOf(row, file);
  };
  try {
    await eachCsvRow(file, take, signal);
  } catch (error) {
    throw asUnreadable(file, error);
  }
  return entries;
}

function headerOf(row: readonly string[], file: string): readonly string[] {
  for (const column of ['sku', 'on_hand']) {
    if (!row.includes(column)) throw new UnreadableInput(`${file} needs a column ${column}; found ${row.join(', ')}`);
  }
  return [...row];
}

function entryOf(header: readonly string[], row: readonly string[], file: string): StockEntry {
  const text = (column: string): string => row[header.indexOf(column)] ?? '';
  const units = (column: string): number => {
    const value = Number(text(column));
    if (!Number.isFinite(value))
      throw new UnreadableInput(`${file}: ${column} of ${text('sku')} is no number: ${text(column)}`);
    return value;
  };
  const supplier = text('supplier');
  return {
    onHand: units('on_hand'),
    onOrder: units('on_order'),
    owed: units('owed'),
    minimum: units('minimum'),
    pack: Math.max(1, units('pack')),
    ...(supplier === '' ? {} : { supplier }),
  };
}
