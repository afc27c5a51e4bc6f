/** Sales and returns as columns, one entry per line, in the order they were read. */
export type SalesTable = {
  readonly skus: readonly string[];
  /** Index into `skus`. */
  readonly sku: Uint32Array;
  /** Days since 1970-01-01 in the seller's time zone. */
  readonly day: Int32Array;
  /** Units; negative for a return. */
  readonly units: Float64Array;
  /** Line amount in ten-thousandths of the currency, a whole number; negative for a return. */
  readonly amount: Float64Array;
  /** One number per customer, 0 when unknown. */
  readonly customer: Uint32Array;
  /** One number per order. */
  readonly order: Uint32Array;
};

/**
 * Marks sales that a customer took back in full within `days`, and those returns: an order cancelled at once was never
 * demand. A return pairs with the latest sale before it of the same customer, item and units; each sale pairs once.
 * Customers that are unknown (0) pair with nobody. Gives 1 per line that is taken out.
 */
export function findCancelled(table: SalesTable, days: number): Uint8Array {
  const cancelled = new Uint8Array(table.units.length);
  const waiting = new Map<string, number[]>();
  const wanted = returnedPairs(table);
  for (let i = 0; i < table.units.length; i++) {
    const units = table.units[i] as number;
    const pair = (table.sku[i] as number) * 1e6 + Math.abs(units);
    if (table.customer[i] === 0 || !wanted.has(pair)) continue;
    const key = `${table.customer[i]}|${pair}`;
    const sales = waiting.get(key) ?? [];
    waiting.set(key, sales);
    if (units > 0) sales.push(i);
    else pairUp(table, cancelled, sales, i, days);
  }
  return cancelled;
}

function pairUp(table: SalesTable, cancelled: Uint8Array, sales: number[], back: number, days: number): void {
  const sale = sales.pop();
  if (sale === undefined || (table.day[back] as number) - (table.day[sale] as number) > days) return;
  cancelled[sale] = 1;
  cancelled[back] = 1;
}

function returnedPairs(table: SalesTable): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i < table.units.length; i++) {
    const units = table.units[i] as number;
    if (units < 0) pairs.add((table.sku[i] as number) * 1e6 - units);
  }
  return pairs;
}

/** What an item came to over the whole table. */
export type ItemTotals = {
  /** Units sold, cancelled ones and returns left out. */
  readonly units: Float64Array;
  /** Amount sold less returned, in ten-thousandths. */
  readonly amount: Float64Array;
  /** Amount sold before returns, in ten-thousandths. */
  readonly grossAmount: Float64Array;
  /** Lines picked. */
  readonly picks: Float64Array;
};

export function totalsOf(table: SalesTable, cancelled: Uint8Array): ItemTotals {
  const n = table.skus.length;
  const totals = {
    units: new Float64Array(n),
    amount: new Float64Array(n),
    grossAmount: new Float64Array(n),
    picks: new Float64Array(n),
  };
  for (let i = 0; i < table.units.length; i++) {
    if (cancelled[i] === 1) continue;
    const sku = table.sku[i] as number;
    const units = table.units[i] as number;
    totals.amount[sku] = (totals.amount[sku] as number) + (table.amount[i] as number);
    if (units <= 0) continue;
    totals.units[sku] = (totals.units[sku] as number) + units;
    totals.grossAmount[sku] = (totals.grossAmount[sku] as number) + (table.amount[i] as number);
    totals.picks[sku] = (totals.picks[sku] as number) + 1;
  }
  return totals;
}

/** Demand per item and period as one flat array, item after item. */
export type DemandGrid = {
  readonly items: number;
  readonly periods: number;
  readonly periodDays: number;
  readonly firstDay: number;
  readonly values: Float64Array;
};

/**
 * Sums sold units into periods of `periodDays` that end with the table's last day; days before the first whole period
 * are left out. Without a whole period the grid is empty.
 */
export function gridOf(table: SalesTable, cancelled: Uint8Array, periodDays: number): DemandGrid {
  const items = table.skus.length;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of table.day) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const periods = table.day.length === 0 ? 0 : Math.floor((last - first + 1) / periodDays);
  const firstDay = last + 1 - periods * periodDays;
  const values = new Float64Array(items * periods);
  for (let i = 0; i < table.units.length; i++) {
    const units = table.units[i] as number;
    const day = (table.day[i] as number) - firstDay;
    if (cancelled[i] === 1 || units <= 0 || day < 0) continue;
    const cell = (table.sku[i] as number) * periods + Math.floor(day / periodDays);
    values[cell] = (values[cell] as number) + units;
  }
  return { items, periods, periodDays, firstDay: periods > 0 ? firstDay : 0, values };
}

/** One item's history, a view into the grid. */
export function historyOf(grid: DemandGrid, item: number): Float64Array {
  return grid.values.subarray(item * grid.periods, (item + 1) * grid.periods);
}
