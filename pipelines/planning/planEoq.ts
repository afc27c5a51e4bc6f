import { type CurvePoint, costCurve } from '../../core/planning/eoq/curve.ts';
import { economicLot } from '../../core/planning/eoq/lot.ts';
import { type OrderRules, orderableLot } from '../../core/planning/eoq/orderable.ts';
import {
  DAYS_PER_YEAR,
  type Economics,
  rounded,
  toMinor,
  USUAL_ECONOMICS,
  unitCosts,
  yearlyDemand,
} from './economics.ts';
import { loadSales, type PlanInput, type RunFigures, runFigures, type Sales } from './sales.ts';

export type EoqOptions = PlanInput & {
  readonly economics?: Partial<Economics>;
  /** Shelf life in years. */
  readonly rules?: OrderRules;
  /** Also give the cost curve of each item; large. */
  readonly curves?: boolean;
};

export type EoqItem = {
  readonly sku: string;
  readonly yearlyDemand: number;
  readonly unitCostMinor: number;
  readonly economicLot: number;
  /** What can be ordered: whole units, minimum, packs, shelf life. */
  readonly lot: number;
  readonly reasons: readonly string[];
  readonly ordersPerYear: number;
  /** Ordering and holding per year, in hundredths of the currency. */
  readonly yearlyCostMinor: number;
  readonly curve?: readonly CurvePoint[];
};

export type EoqPlan = RunFigures & {
  readonly report: Sales['report'];
  readonly assumptions: Economics;
  readonly days: number;
  readonly yearlyCostMinor: number;
  readonly items: readonly EoqItem[];
};

/** The economic lot of every item with demand in a sales file. */
export async function planEoq(options: EoqOptions): Promise<EoqPlan> {
  const started = performance.now();
  const sales = await loadSales(options);
  const assumptions = { ...USUAL_ECONOMICS, ...options.economics };
  const days = spannedDays(sales);
  const demand = yearlyDemand(sales.totals.units, days);
  const costs = unitCosts(sales.totals, assumptions.costShare);
  const items = sales.table.skus.flatMap((sku, item) => {
    const yearly = demand[item] ?? 0;
    const unitCost = costs[item] ?? 0;
    return yearly > 0 && unitCost > 0 ? [lotOf(sku, yearly, unitCost, assumptions, options)] : [];
  });
  const yearlyCostMinor = items.reduce((sum, item) => sum + item.yearlyCostMinor, 0);
  return { ...runFigures(started), report: sales.report, assumptions, days, yearlyCostMinor, items };
}

/** From the first to the last day with a line, both counted. */
export function spannedDays({ table }: Sales): number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of table.day) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return table.day.length === 0 ? DAYS_PER_YEAR : last - first + 1;
}

function lotOf(sku: string, demand: number, unitCost: number, assumptions: Economics, options: EoqOptions): EoqItem {
  const item = { demand, orderCost: assumptions.orderCostMinor, holdingCost: assumptions.holdingRate * unitCost };
  const economic = economicLot(item).quantity;
  const { quantity, cost, reasons } = orderableLot(item, economic, { pack: 1, ...options.rules });
  return {
    sku,
    yearlyDemand: rounded(demand),
    unitCostMinor: rounded(unitCost),
    economicLot: rounded(economic),
    lot: quantity,
    reasons,
    ordersPerYear: rounded(demand / quantity),
    yearlyCostMinor: toMinor(cost),
    ...(options.curves ? { curve: costCurve(item) } : {}),
  };
}
