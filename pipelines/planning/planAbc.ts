import { ABC_CLASSES, type AbcThresholds, classifyAbc, USUAL_THRESHOLDS } from '../../core/planning/abc.ts';
import { type Cell, cellOf, countCells, USUAL_POLICIES } from '../../core/planning/matrix.ts';
import { naturalThresholds } from '../../core/planning/naturalBreaks.ts';
import { historyOf, type ItemTotals } from '../../core/planning/salesTable.ts';
import { classifyXyz, variationOf, XYZ_CLASSES } from '../../core/planning/xyz.ts';
import { rounded, unitCosts } from './economics.ts';
import { loadSales, type PlanInput, prepareDemand, type RunFigures, runFigures, type Sales } from './sales.ts';

export type AbcCriterion = 'revenue' | 'margin' | 'quantity' | 'picks';

export type AbcOptions = PlanInput & {
  readonly criterion?: AbcCriterion;
  /** Cumulated shares, or `natural` for the breaks of the values themselves. */
  readonly thresholds?: AbcThresholds | 'natural';
  /** For `margin`: unit cost as a share of the mean price. */
  readonly costShare?: number;
};

export type AbcItem = {
  readonly sku: string;
  readonly value: number;
  readonly class: 'A' | 'B' | 'C';
  readonly variation: number | null;
  readonly xyz: 'X' | 'Y' | 'Z';
  readonly policy: (typeof USUAL_POLICIES)[Cell];
};

export type AbcPlan = RunFigures & {
  readonly report: Sales['report'];
  readonly criterion: AbcCriterion;
  readonly thresholds: AbcThresholds;
  readonly classes: Record<'A' | 'B' | 'C', { readonly items: number; readonly value: number; readonly share: number }>;
  readonly cells: Record<Cell, number>;
  /** By falling value. */
  readonly items: readonly AbcItem[];
};

/** ABC by a criterion, XYZ by the variability of periods (outliers cut), and the cell's policy, for every item of a sales file. */
export async function planAbc(options: AbcOptions): Promise<AbcPlan> {
  const started = performance.now();
  const sales = await loadSales(options);
  const criterion = options.criterion ?? 'revenue';
  const values = criterionValues(sales.totals, criterion, options.costShare ?? 0.5);
  const asked = options.thresholds ?? USUAL_THRESHOLDS;
  const thresholds = asked === 'natural' ? (naturalThresholds(values) ?? USUAL_THRESHOLDS) : asked;
  const { codes, order } = classifyAbc(values, thresholds);
  const grid = prepareDemand(sales, options.periodDays ?? 7);
  const variations = Float64Array.from(sales.table.skus, (_, item) => variationOf(historyOf(grid, item)));
  const xyz = classifyXyz(variations);
  const items = Array.from(order, (item) => itemOf(sales.table.skus[item] ?? '', item, values, codes, variations, xyz));
  return {
    ...runFigures(started),
    report: sales.report,
    criterion,
    thresholds,
    classes: classSums(values, codes),
    cells: countCells(codes, xyz),
    items,
  };
}

/** Money in units of the currency: revenue less returns, or that less the cost of what was sold. */
function criterionValues(totals: ItemTotals, criterion: AbcCriterion, costShare: number): Float64Array {
  switch (criterion) {
    case 'revenue':
      return totals.amount.map((v) => v / 10_000);
    case 'margin': {
      const costs = unitCosts(totals, costShare);
      return totals.amount.map((v, i) => v / 10_000 - ((costs[i] ?? 0) * (totals.units[i] ?? 0)) / 100);
    }
    case 'quantity':
      return totals.units;
    case 'picks':
      return totals.picks;
  }
}

function itemOf(
  sku: string,
  item: number,
  values: Float64Array,
  codes: Uint8Array,
  variations: Float64Array,
  xyz: Uint8Array,
): AbcItem {
  const abcCode = codes[item] ?? 2;
  const xyzCode = xyz[item] ?? 2;
  const variation = variations[item] ?? Number.POSITIVE_INFINITY;
  return {
    sku,
    value: rounded(values[item] ?? 0),
    class: ABC_CLASSES[abcCode] ?? 'C',
    variation: Number.isFinite(variation) ? rounded(variation) : null,
    xyz: XYZ_CLASSES[xyzCode] ?? 'Z',
    policy: USUAL_POLICIES[cellOf(abcCode, xyzCode)],
  };
}

function classSums(values: Float64Array, codes: Uint8Array): AbcPlan['classes'] {
  const sums = {
    A: { items: 0, value: 0, share: 0 },
    B: { items: 0, value: 0, share: 0 },
    C: { items: 0, value: 0, share: 0 },
  };
  let total = 0;
  codes.forEach((code, item) => {
    const sum = sums[ABC_CLASSES[code] ?? 'C'];
    sum.items++;
    sum.value += values[item] ?? 0;
    total += values[item] ?? 0;
  });
  for (const sum of Object.values(sums)) {
    sum.share = total > 0 ? rounded(sum.value / total) : 0;
    sum.value = rounded(sum.value);
  }
  return sums;
}
