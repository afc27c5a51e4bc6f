import type { CanonicalRecord, OrderDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseDocument } from '../kit/parse.ts';
import { type FileRow, fieldOf } from './fileRow.ts';
import type { GoodLine, LineJudge } from './judge.ts';
import type { FileMapping } from './mapping.ts';
import type { OrderGroup } from './orderGroups.ts';

/** What became of the lines of one order. The counts add up to `lines`. */
export type Converted = {
  readonly lines: number;
  readonly applied: number;
  readonly ignored: Readonly<Record<string, number>>;
  readonly parked: Readonly<Record<string, number>>;
  /** Products first, then the order, then the return. */
  readonly documents: readonly CanonicalRecord[];
  /** Why the order is parked. */
  readonly fault?: Fault;
};

export type Reading = {
  readonly judge: LineJudge;
  /** Whether a product's document is wanted; asked once for each code of an order. */
  readonly isNewProduct: (sku: string) => boolean;
};

/**
 * Makes one order's lines into documents. A line that cannot be read parks its whole order: an order without one of its
 * lines would be another order. Lines that the rules leave out are counted by the rule's name.
 */
export function toDocuments(group: OrderGroup, mapping: FileMapping, { judge, isNewProduct }: Reading): Converted {
  const good: GoodLine[] = [];
  const ignored: Record<string, number> = {};
  const bad: { row: FileRow; reason: string }[] = [];
  const seen = new Set<string>();
  for (const row of group.rows) {
    const text = (row.whole ?? row.fields).join('\u0000');
    const judged = judge.judge(row, seen.has(text));
    seen.add(text);
    if (judged.kind === 'good') good.push(judged.line);
    else if (judged.kind === 'ignored') count(ignored, judged.reason);
    else bad.push({ row, reason: judged.reason });
  }
  const lines = group.rows.length + group.left;
  if (group.left > 0) return parked(lines, {}, { 'order-too-long': lines }, permanent('order-too-long', group.order));
  if (bad[0]) return parked(lines, ignored, reasonsOf(bad, good), faultOf(bad[0]));
  const documents = documentsOf(group.order, good, mapping, isNewProduct);
  if (!documents.ok) return parked(lines, ignored, { [documents.error.code]: good.length }, documents.error);
  return { lines, applied: good.length, ignored, parked: {}, documents: documents.value };
}

function count(counts: Record<string, number>, name: string, more = 1): void {
  counts[name] = (counts[name] ?? 0) + more;
}

function parked(
  lines: number,
  ignored: Readonly<Record<string, number>>,
  reasons: Readonly<Record<string, number>>,
  fault: Fault,
): Converted {
  return { lines, applied: 0, ignored, parked: reasons, documents: [], fault };
}

function reasonsOf(bad: readonly { reason: string }[], good: readonly GoodLine[]): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { reason } of bad) count(reasons, reason);
  if (good.length > 0) count(reasons, 'order-with-a-bad-line', good.length);
  return reasons;
}

function faultOf({ row, reason }: { row: FileRow; reason: string }): Fault {
  return permanent(reason, `line ${row.line}: ${reason.replaceAll('-', ' ')}`, `/lines/${row.line}`);
}

/** So early that a product known from any system stays as it is, and the first of several titles in a file counts. */
const FIRST_VERSION = '1970-01-01T00:00:00.000Z';

function documentsOf(
  order: string,
  lines: readonly GoodLine[],
  mapping: FileMapping,
  isNewProduct: Reading['isNewProduct'],
): Result<readonly CanonicalRecord[], Fault> {
  const first = lines[0];
  if (first === undefined) return ok([]);
  const other = lines.find(({ currency }) => currency !== first.currency);
  if (other) return err(permanent('currencies-mixed', `line ${other.row.line}: ${other.currency}`, '/lines'));
  const sold = lines.filter(({ isReturn }) => !isReturn);
  const returned = lines.filter(({ isReturn }) => isReturn);
  const candidates = [
    ...(mapping.createsProducts ? productsOf(lines, isNewProduct) : []),
    ...(sold.length > 0 ? [{ name: 'order' as const, candidate: orderOf(order, sold, mapping) }] : []),
    ...(returned.length > 0
      ? [{ name: 'return' as const, candidate: returnOf(order, returned, sold.length > 0, mapping) }]
      : []),
  ];
  const documents: CanonicalRecord[] = [];
  for (const { name, candidate } of candidates) {
    const document = parseDocument(name, candidate);
    if (!document.ok) return document;
    documents.push({ name, document: document.value } as CanonicalRecord);
  }
  return ok(documents);
}

function productsOf(
  lines: readonly GoodLine[],
  isNew: Reading['isNewProduct'],
): { name: 'product'; candidate: unknown }[] {
  const titles = new Map<string, string>();
  for (const { sku, row } of lines) if (!titles.get(sku)) titles.set(sku, fieldOf(row, 'title'));
  return [...titles]
    .filter(([sku]) => isNew(sku))
    .map(([sku, title]) => ({
      name: 'product',
      candidate: { externalId: sku, sku, title: title || sku, updatedAt: FIRST_VERSION },
    }));
}

const times = (lines: readonly GoodLine[]): readonly string[] => lines.map(({ at }) => at).toSorted();
const sumOf = (lines: readonly GoodLine[]): number => lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);

function orderOf(order: string, lines: readonly GoodLine[], mapping: FileMapping): unknown {
  const moments = times(lines);
  const linesMinor = sumOf(lines);
  const customer = customerOf(lines);
  const { address, tags } = addressOf(lines, mapping);
  const totals: OrderDocument['totals'] = {
    linesMinor,
    discountMinor: 0,
    shippingMinor: 0,
    taxMinor: 0,
    feesMinor: 0,
    roundingMinor: 0,
    grandMinor: linesMinor,
  };
  return {
    externalId: order,
    number: order,
    channel: mapping.channel,
    placedAt: moments[0],
    updatedAt: moments.at(-1),
    currency: lines[0]?.currency,
    ...(customer && { customer }),
    ...(address && { billingAddress: address, shippingAddress: address }),
    lines: lines.map((line, i) => ({
      externalId: fieldOf(line.row, 'line') || String(i + 1),
      sku: line.sku,
      ...titleOf(line),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      totalMinor: line.totalMinor,
      requiresShipping: !line.isService,
    })),
    paymentState: mapping.paymentState,
    totals,
    tags,
    history: mapping.history,
  };
}

function titleOf({ row }: GoodLine): { title?: string } {
  const title = fieldOf(row, 'title');
  return title === '' ? {} : { title };
}

function returnOf(order: string, lines: readonly GoodLine[], isMixed: boolean, mapping: FileMapping): unknown {
  return {
    externalId: isMixed ? `${order}/return` : order,
    number: order,
    lines: lines.map((line) => ({
      sku: line.sku,
      quantity: Math.abs(line.quantity),
      amountMinor: Math.abs(line.totalMinor),
      restock: !mapping.history && !line.isService,
    })),
    currency: lines[0]?.currency,
    returnedAt: times(lines)[0],
    history: mapping.history,
  };
}

/** The first text that any line has for a field: a file repeats the order's own facts on its lines, or only once. */
function firstOf(lines: readonly GoodLine[], field: Parameters<typeof fieldOf>[1]): string | undefined {
  for (const { row } of lines) {
    const text = fieldOf(row, field);
    if (text !== '') return text;
  }
  return undefined;
}

function defined<T extends object>(parts: T): T | undefined {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined;
}

function customerOf(lines: readonly GoodLine[]): object | undefined {
  return defined({
    externalId: firstOf(lines, 'customer'),
    email: firstOf(lines, 'email'),
    name: firstOf(lines, 'name'),
  });
}

function addressOf(
  lines: readonly GoodLine[],
  { countries }: FileMapping,
): { address: object | undefined; tags: readonly string[] } {
  const named = firstOf(lines, 'country');
  const code = named === undefined || /^[A-Z]{2}$/.test(named) ? named : countries[named];
  const address = defined({
    name: firstOf(lines, 'name'),
    line1: firstOf(lines, 'line1'),
    city: firstOf(lines, 'city'),
    postalCode: firstOf(lines, 'postalCode'),
    country: code,
  });
  return { address, tags: named !== undefined && code === undefined ? [`country: ${named}`] : [] };
}
