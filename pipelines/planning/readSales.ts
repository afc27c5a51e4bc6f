import type { SalesTable } from '../../core/planning/salesTable.ts';
import { eachCsvRow } from './csvRows.ts';
import { LineHash, SalesBuilder } from './salesBuilder.ts';
import { asUnreadable, UnreadableInput } from './unreadableInput.ts';

/** Which column holds what. Without an invoice column each line is an order of its own. */
export type SalesMapping = {
  readonly name: string;
  readonly columns: {
    readonly sku: string;
    readonly units: string;
    readonly day: string;
    readonly price?: string;
    readonly invoice?: string;
    readonly customer?: string;
  };
  /** Invoices that start so are returns. */
  readonly returnPrefix?: string;
  /** Codes that are fees and services, not goods; nothing is planned for them. */
  readonly services: readonly string[];
  /** Equal lines of one invoice are one line, as this source is known to repeat them. */
  readonly ignoresDuplicates: boolean;
};

export const SALES_MAPPINGS = {
  'uci-online-retail': {
    name: 'uci-online-retail',
    columns: {
      sku: 'StockCode',
      units: 'Quantity',
      day: 'InvoiceDate',
      price: 'UnitPrice',
      invoice: 'InvoiceNo',
      customer: 'CustomerID',
    },
    returnPrefix: 'C',
    services: ['POST', 'DOT', 'M', 'm', 'D', 'S', 'B', 'C2', 'CRUK', 'PADS', 'AMAZONFEE', 'BANK CHARGES'],
    ignoresDuplicates: true,
  },
  demand: {
    name: 'demand',
    columns: { sku: 'sku', units: 'quantity', day: 'date', price: 'unit_price' },
    services: [],
    ignoresDuplicates: false,
  },
} as const satisfies Record<string, SalesMapping>;

export type SalesMappingName = keyof typeof SALES_MAPPINGS;

/** Why a line takes no part in planning. `read` is always `applied` plus the sum of `ignored`. */
export type IgnoreReason = 'duplicate' | 'service' | 'no-price' | 'adjustment' | 'unreadable';

export type SalesReport = {
  readonly read: number;
  readonly applied: number;
  readonly ignored: Readonly<Record<IgnoreReason, number>>;
  /** Line number and reason of the first unreadable lines, at most ten. */
  readonly unreadable: readonly { readonly line: number; readonly message: string }[];
};

/**
 * Reads order lines of a CSV file into columns. Days are those of the file's own local time, so a line of 00:30 in
 * London counts on its London day. Rejects with UnreadableInput when the file cannot be read or lacks a mapped
 * column, and with the signal's reason when it aborts.
 */
export async function readSales(
  file: string,
  mapping: SalesMapping,
  signal?: AbortSignal,
): Promise<{ readonly table: SalesTable; readonly report: SalesReport }> {
  let reader: SalesReader | undefined;
  const take = (row: readonly string[]): void => {
    if (reader) reader.take(row);
    else reader = new SalesReader(row, mapping);
  };
  try {
    await eachCsvRow(file, take, signal);
  } catch (error) {
    throw asUnreadable(file, error);
  }
  if (!reader) throw new UnreadableInput(`${file} is empty: a header row is needed`);
  return reader.finish();
}

type Places = { sku: number; units: number; day: number; price: number; invoice: number; customer: number };

class SalesReader {
  readonly #mapping: SalesMapping;
  readonly #places: Places;
  readonly #builder = new SalesBuilder();
  readonly #seen = new LineHash();
  readonly #services: ReadonlySet<string>;
  readonly #ignored = { duplicate: 0, service: 0, 'no-price': 0, adjustment: 0, unreadable: 0 };
  readonly #unreadable: { line: number; message: string }[] = [];
  #read = 0;

  constructor(header: readonly string[], mapping: SalesMapping) {
    this.#mapping = mapping;
    this.#services = new Set(mapping.services);
    this.#places = placesOf(header, mapping);
  }

  take(row: readonly string[]): void {
    this.#read++;
    const reason = this.#apply(row);
    if (reason) this.#ignored[reason]++;
  }

  finish(): { table: SalesTable; report: SalesReport } {
    const ignored = { ...this.#ignored };
    const sum = Object.values(ignored).reduce((total, n) => total + n, 0);
    const report = { read: this.#read, applied: this.#read - sum, ignored, unreadable: this.#unreadable };
    return { table: this.#builder.finish(), report };
  }

  #apply(row: readonly string[]): IgnoreReason | undefined {
    const line = parseLine(row, this.#places);
    if (!line) return this.#refuse(row);
    if (this.#mapping.ignoresDuplicates && this.#seen.isRepeated(row)) return 'duplicate';
    if (this.#services.has(line.sku)) return 'service';
    const invoice = row[this.#places.invoice] ?? String(this.#read);
    const { returnPrefix } = this.#mapping;
    const isReturn = returnPrefix !== undefined && invoice.startsWith(returnPrefix);
    if (line.units <= 0 && !isReturn) return 'adjustment';
    if (this.#places.price >= 0 && line.price <= 0) return 'no-price';
    const customer = row[this.#places.customer] ?? '';
    this.#builder.add(line.sku, line.day, line.units, line.units * line.price, customer, invoice);
    return undefined;
  }

  #refuse(row: readonly string[]): IgnoreReason {
    if (this.#unreadable.length < 10) {
      this.#unreadable.push({
        line: this.#read + 1,
        message: `sku, units, day or price cannot be read: ${row.join(', ').slice(0, 120)}`,
      });
    }
    return 'unreadable';
  }
}

type Line = { readonly sku: string; readonly units: number; readonly day: number; readonly price: number };

function parseLine(row: readonly string[], at: Places): Line | undefined {
  const sku = row[at.sku] ?? '';
  const units = Number(row[at.units]);
  const day = dayOf(row[at.day] ?? '');
  const price = at.price < 0 ? 0 : scaledPrice(row[at.price] ?? '');
  return sku === '' || !Number.isFinite(units) || Number.isNaN(day + price) ? undefined : { sku, units, day, price };
}

function placesOf(header: readonly string[], { columns, name }: SalesMapping): Places {
  const find = (column: string | undefined, isNeeded: boolean): number => {
    const place = column === undefined ? -1 : header.indexOf(column);
    if (place < 0 && isNeeded)
      throw new UnreadableInput(`the mapping ${name} needs a column ${column}; found ${header.join(', ')}`);
    return place;
  };
  return {
    sku: find(columns.sku, true),
    units: find(columns.units, true),
    day: find(columns.day, true),
    price: find(columns.price, false),
    invoice: find(columns.invoice, columns.invoice !== undefined),
    customer: find(columns.customer, false),
  };
}

const days = new Map<string, number>();

/** Days since 1970-01-01 of "2010-12-01 08:26:00" or "2010-12-01"; NaN when it is no date. */
function dayOf(text: string): number {
  const date = text.slice(0, 10);
  const known = days.get(date);
  if (known !== undefined) return known;
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const day = ms / 86_400_000;
  if (days.size > 100_000) days.clear();
  days.set(date, day);
  return day;
}

const prices = new Map<string, number>();

/** A decimal price in whole ten-thousandths, by its digits; NaN when it is no decimal or finer than that. */
function scaledPrice(text: string): number {
  let price = prices.get(text);
  if (price === undefined) {
    price = /^-?\d+(\.\d{0,4}0*)?$/.test(text) ? byDigits(text) : Number.NaN;
    if (prices.size > 100_000) prices.clear();
    prices.set(text, price);
  }
  return price;
}

function byDigits(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole + fraction.slice(0, 4).padEnd(4, '0'));
}
