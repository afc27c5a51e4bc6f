import { classifyAbc } from '../../core/planning/abc.ts';
import { type CellPolicy, cellOf, USUAL_POLICIES } from '../../core/planning/matrix.ts';
import { groupBySource, type Proposal, proposeReplenishment } from '../../core/planning/proposal.ts';
import { historyOf } from '../../core/planning/salesTable.ts';
import { classifyXyz, variationOf } from '../../core/planning/xyz.ts';
import { DAYS_PER_YEAR, type Economics, USUAL_ECONOMICS, unitCosts } from './economics.ts';
import { type ForecastSlab, forecastItems, itemRange } from './forecastSlab.ts';
import { type ForecastPlanOptions, runOptions } from './planForecast.ts';
import { loadSales, type PreparedDemand, prepareDemand, type RunFigures, runFigures, type Sales } from './sales.ts';

/** What is in stock and on its way of one item, and who delivers it. An item without an entry has none. */
export type StockEntry = {
  readonly onHand: number;
  readonly onOrder?: number;
  readonly owed?: number;
  readonly supplier?: string;
  readonly minimum?: number;
  readonly pack?: number;
};

export type ReplenishOptions = ForecastPlanOptions & {
  readonly economics?: Partial<Economics>;
  readonly stock?: ReadonlyMap<string, StockEntry>;
};

export type ReplenishPlan = RunFigures & {
  readonly report: Sales['report'];
  readonly assumptions: Economics;
  readonly periodDays: number;
  readonly considered: number;
  /** Items that the matrix does not stock (made or bought to order). */
  readonly notStocked: number;
  readonly orders: ReturnType<typeof groupBySource>;
};

/**
 * Everything for every item of a sales file: classes, forecast, lot, safety stock, and what to order now, grouped by
 * supplier. Service and control come from the item's ABC-XYZ cell.
 */
export async function planReplenish(options: ReplenishOptions): Promise<ReplenishPlan> {
  const started = performance.now();
  const sales = await loadSales(options);
  const assumptions = { ...USUAL_ECONOMICS, ...options.economics };
  const demand = prepareDemand(sales, options.periodDays ?? 7);
  const policies = cellPolicies(sales, demand);
  const { slab } = await forecastItems(demand, runOptions(options));
  const costs = unitCosts(sales.totals, assumptions.costShare);
  const proposals: Proposal[] = [];
  let notStocked = 0;
  sales.table.skus.forEach((sku, item) => {
    const policy = policies[item];
    const cost = costs[item] ?? 0;
    if (cost <= 0 || !policy || policy.control === 'make-to-order') notStocked++;
    else proposals.push(proposalOf(sku, item, slab, cost, policy, demand.periodDays, assumptions, options.stock));
  });
  return {
    ...runFigures(started),
    report: sales.report,
    assumptions,
    periodDays: demand.periodDays,
    considered: proposals.length,
    notStocked,
    orders: groupBySource(proposals),
  };
}

function cellPolicies(sales: Sales, demand: PreparedDemand): readonly CellPolicy[] {
  const { codes } = classifyAbc(sales.totals.amount);
  const variations = Float64Array.from(sales.table.skus, (_, item) => variationOf(historyOf(demand, item)));
  const xyz = classifyXyz(variations);
  return sales.table.skus.map((_, item) => USUAL_POLICIES[cellOf(codes[item] ?? 2, xyz[item] ?? 2)]);
}

function proposalOf(
  sku: string,
  item: number,
  slab: ForecastSlab,
  cost: number,
  policy: CellPolicy,
  periodDays: number,
  assumptions: Economics,
  stock: ReplenishOptions['stock'],
): Proposal {
  const entry: StockEntry = stock?.get(sku) ?? { onHand: 0 };
  const { mean, deviation } = itemRange(slab, item);
  return proposeReplenishment({
    sku,
    location: 'main',
    source: { kind: 'buy', name: entry.supplier ?? 'unknown' },
    demand: mean.reduce((sum, v) => sum + v, 0) / mean.length,
    demandDeviation: deviation[0] ?? 0,
    onHand: entry.onHand,
    onOrder: entry.onOrder ?? 0,
    owed: entry.owed ?? 0,
    leadTime: assumptions.leadTimeDays / periodDays,
    leadTimeDeviation: assumptions.leadTimeDeviationDays / periodDays,
    review: policy.reviewDays / periodDays,
    control: policy.control === '(R,S)' ? '(R,S)' : '(s,Q)',
    target: { kind: 'fill', level: policy.fillRate },
    orderCost: assumptions.orderCostMinor,
    holdingCost: (cost * assumptions.holdingRate * periodDays) / DAYS_PER_YEAR,
    rules: { minimum: entry.minimum ?? 0, pack: entry.pack ?? 1 },
  });
}
