import { type Valuation, type ValuationMethod, type Valuer, valuerOf } from '../inventory/index.ts';
import type { StockQueries } from '../ports/index.ts';

export type ValuationQuestion = {
  readonly method: ValuationMethod;
  readonly sku: string | null;
  /** The stock as it was at an instant; null for now. */
  readonly until: string | null;
  /** How many products are listed; all of them are summed. */
  readonly limit: number;
};

type Figures = { readonly [Name in keyof Valuation]: number };
export type ValuedProduct = Figures & {
  readonly sku: string;
  /** Value per unit, exact to six decimals of a minor unit and rounded for reading only; null when nothing is there. */
  readonly averageMinor: number | null;
};
export type ValuationReport = {
  readonly method: ValuationMethod;
  readonly products: number;
  readonly total: Figures;
  readonly items: readonly ValuedProduct[];
};

/**
 * What the stock cost that is owned, product by product, by first in first out or by moving average. Units are valued where
 * they are owned, not where they lie: a transfer between locations of one's own changes no value.
 */
export async function valueStock(
  queries: StockQueries,
  { method, sku, until, limit }: ValuationQuestion,
): Promise<ValuationReport> {
  const items: ValuedProduct[] = [];
  const sums = new Map<keyof Valuation, bigint>();
  let products = 0;
  let current: { readonly sku: string; readonly valuer: Valuer } | undefined;
  const close = (): void => {
    if (!current) return;
    const { valuation } = current.valuer;
    products += 1;
    for (const [name, figure] of entriesOf(valuation)) sums.set(name, (sums.get(name) ?? 0n) + BigInt(figure));
    if (items.length < limit)
      items.push({ sku: current.sku, ...figuresOf(entriesOf(valuation)), averageMinor: averageOf(valuation) });
  };
  await queries.ownedChanges({ sku, until }, (of, change) => {
    if (current?.sku !== of) {
      close();
      current = { sku: of, valuer: valuerOf(method) };
    }
    current.valuer.apply(change);
  });
  close();
  const none = entriesOf(valuerOf(method).valuation);
  return { method, products, total: figuresOf(none.map(([name]) => [name, sums.get(name) ?? 0n])), items };
}

type Entry = readonly [keyof Valuation, number | bigint];
const entriesOf = (valuation: Valuation): readonly Entry[] => Object.entries(valuation) as Entry[];

/** Figures as JSON has them. A sum beyond 2^53 minor units would not be exact, and is refused rather than rounded. */
function figuresOf(entries: readonly Entry[]): Figures {
  const figures = entries.map(([name, figure]) => {
    const number = Number(figure);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${name} is beyond exact numbers: ${figure}`);
    return [name, number] as const;
  });
  return Object.fromEntries(figures) as Figures;
}

function averageOf({ valueMinor, units }: Valuation): number | null {
  return units > 0 ? Number((valueMinor * 1_000_000n) / BigInt(units)) / 1_000_000 : null;
}
