import { deviationOf } from '../../core/planning/deviation.ts';
import { economicLots } from '../../core/planning/eoq/lot.ts';
import { historyOf } from '../../core/planning/salesTable.ts';
import { protectionOf } from '../../core/planning/stock/protection.ts';
import { type ServiceTarget, safetyStock } from '../../core/planning/stock/service.ts';
import { type Economics, rounded, USUAL_ECONOMICS, unitCosts, yearlyDemand } from './economics.ts';
import { spannedDays } from './planEoq.ts';
import {
  loadSales,
  type PlanInput,
  type PreparedDemand,
  prepareDemand,
  type RunFigures,
  runFigures,
  type Sales,
} from './sales.ts';

export type SafetyStockOptions = PlanInput & {
  readonly economics?: Partial<Economics>;
  /** `fill` (share of demand met) unless told. */
  readonly service?: ServiceTarget['kind'];
};

export type SafetyStockItem = {
  readonly sku: string;
  readonly demandPerPeriod: number;
  readonly deviationPerPeriod: number;
  readonly lot: number;
  readonly factor: number;
  readonly safetyStock: number;
  readonly reorderPoint: number;
};

export type SafetyStockPlan = RunFigures & {
  readonly report: Sales['report'];
  readonly assumptions: Economics;
  readonly service: ServiceTarget;
  readonly periodDays: number;
  /** All safety stock at cost, in hundredths of the currency. */
  readonly valueMinor: number;
  readonly items: readonly SafetyStockItem[];
};

/** Safety stock and reorder point of every item with demand, from the mean and spread of its own periods. */
export async function planSafetyStock(options: SafetyStockOptions): Promise<SafetyStockPlan> {
  const started = performance.now();
  const sales = await loadSales(options);
  const assumptions = { ...USUAL_ECONOMICS, ...options.economics };
  const service: ServiceTarget = { kind: options.service ?? 'fill', level: assumptions.fillRate };
  const demand = prepareDemand(sales, options.periodDays ?? 7);
  const costs = unitCosts(sales.totals, assumptions.costShare);
  const lots = lotsFor(sales, costs, assumptions);
  let value = 0;
  const items = sales.table.skus.flatMap((sku, item) => {
    const plan = itemPlan(sku, demand, item, lots[item] ?? 0, assumptions, service);
    if (!plan) return [];
    value += plan.safetyStock * (costs[item] ?? 0);
    return [plan];
  });
  const { periodDays } = demand;
  return {
    ...runFigures(started),
    report: sales.report,
    assumptions,
    service,
    periodDays,
    valueMinor: Math.round(value),
    items,
  };
}

/** Economic lots in whole units; 0 for what has no demand or no cost. */
export function lotsFor(sales: Sales, costs: Float64Array, { orderCostMinor, holdingRate }: Economics): Float64Array {
  const demand = yearlyDemand(sales.totals.units, spannedDays(sales));
  const sold = demand.map((v, i) => ((costs[i] ?? 0) > 0 ? v : 0));
  const holding = costs.map((cost) => cost * holdingRate);
  return economicLots(sold, new Float64Array(sold.length).fill(orderCostMinor), holding).map(Math.ceil);
}

function itemPlan(
  sku: string,
  demand: PreparedDemand,
  item: number,
  lot: number,
  { leadTimeDays, leadTimeDeviationDays }: Economics,
  service: ServiceTarget,
): SafetyStockItem | undefined {
  const history = historyOf(demand, item).subarray(demand.starts[item] ?? 0);
  const spread = deviationOf(history);
  if (!spread || lot === 0) return undefined;
  const protection = protectionOf({
    demand: spread.mean,
    demandDeviation: spread.deviation,
    leadTime: leadTimeDays / demand.periodDays,
    leadTimeDeviation: leadTimeDeviationDays / demand.periodDays,
  });
  const stock = safetyStock(protection, service, lot);
  return {
    sku,
    demandPerPeriod: rounded(spread.mean),
    deviationPerPeriod: rounded(spread.deviation),
    lot,
    factor: rounded(stock.factor),
    safetyStock: Math.ceil(stock.safetyStock),
    reorderPoint: Math.ceil(stock.reorderPoint),
  };
}
