import { cleanDemand } from '../../core/planning/cleaning.ts';
import {
  type DemandGrid,
  findCancelled,
  gridOf,
  historyOf,
  type ItemTotals,
  type SalesTable,
  totalsOf,
} from '../../core/planning/salesTable.ts';
import { readSales, SALES_MAPPINGS, type SalesMappingName, type SalesReport } from './readSales.ts';

/** What every planning run on a file is told. */
export type PlanInput = {
  readonly input: string;
  readonly mapping: SalesMappingName;
  /** Days of a planning period; 7 unless told. */
  readonly periodDays?: number;
  readonly signal?: AbortSignal;
};

export type Sales = {
  readonly table: SalesTable;
  readonly cancelled: Uint8Array;
  readonly totals: ItemTotals;
  readonly report: SalesReport & { readonly cancelledLines: number };
};

const CANCELLED_WITHIN_DAYS = 2;

/** Reads the file, takes out what was cancelled within two days, and sums up per item. */
export async function loadSales({ input, mapping, signal }: PlanInput): Promise<Sales> {
  const { table, report } = await readSales(input, SALES_MAPPINGS[mapping], signal);
  const cancelled = findCancelled(table, CANCELLED_WITHIN_DAYS);
  const cancelledLines = cancelled.reduce((sum, v) => sum + v, 0);
  return { table, cancelled, totals: totalsOf(table, cancelled), report: { ...report, cancelledLines } };
}

export type PreparedDemand = DemandGrid & {
  /** Per item the first period with a sale: an item is not planned on the time before it existed. */
  readonly starts: Int32Array;
  readonly corrections: number;
};

/** Demand per item and period, outliers cut in place and counted. */
export function prepareDemand({ table, cancelled }: Sales, periodDays: number): PreparedDemand {
  const grid = gridOf(table, cancelled, periodDays);
  const starts = new Int32Array(grid.items);
  let corrections = 0;
  for (let item = 0; item < grid.items; item++) {
    const history = historyOf(grid, item);
    const first = history.findIndex((v) => v > 0);
    starts[item] = first < 0 ? grid.periods : first;
    const cleaned = cleanDemand(history);
    corrections += cleaned.corrections.length;
    history.set(cleaned.demand);
  }
  return { ...grid, starts, corrections };
}

/** How long a run took and the most memory the process has held. */
export type RunFigures = { readonly seconds: number; readonly peakRssMb: number };

export function runFigures(startedMs: number): RunFigures {
  return {
    seconds: Math.round(performance.now() - startedMs) / 1000,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
