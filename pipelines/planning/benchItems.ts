import { classifyAbc } from '../../core/planning/abc.ts';
import { economicLots } from '../../core/planning/eoq/lot.ts';
import { gammaDraw, seededRandom } from '../../core/planning/random.ts';
import { safetyStocks } from '../../core/planning/stock/service.ts';
import { type RunFigures, runFigures } from './sales.ts';

export type ItemsBench = RunFigures & {
  readonly items: number;
  /** Seconds for making the data, and for each plan. */
  readonly parts: Readonly<Record<'generate' | 'abc' | 'eoq' | 'safetyStock', number>>;
  readonly classes: readonly [number, number, number];
  readonly meanLot: number;
  readonly meanSafetyStock: number;
};

/** ABC, economic lots and safety stocks (fill rate 0.95) of generated items; the same seed makes the same items. */
export function benchItems(items: number, seed = 1): ItemsBench {
  const started = performance.now();
  const data = generate(items, seed);
  const generated = performance.now();
  const { codes } = classifyAbc(data.revenue);
  const classified = performance.now();
  const lots = economicLots(data.demand, data.orderCost, data.holdingCost);
  const sized = performance.now();
  const stocks = safetyStocks(data.deviation, lots, 0.95);
  const stocked = performance.now();
  const classes: [number, number, number] = [0, 0, 0];
  for (const code of codes) classes[code as 0 | 1 | 2]++;
  return {
    ...runFigures(started),
    items,
    parts: {
      generate: (generated - started) / 1000,
      abc: (classified - generated) / 1000,
      eoq: (sized - classified) / 1000,
      safetyStock: (stocked - sized) / 1000,
    },
    classes,
    meanLot: lots.reduce((sum, v) => sum + v, 0) / items,
    meanSafetyStock: stocks.reduce((sum, v) => sum + v, 0) / items,
  };
}

/** Yearly demand and prices skewed as in real assortments; deviation is that of a two-week lead time's demand. */
function generate(items: number, seed: number) {
  const random = seededRandom(seed);
  const column = () => new Float64Array(items);
  const data = { demand: column(), revenue: column(), orderCost: column(), holdingCost: column(), deviation: column() };
  for (let i = 0; i < items; i++) {
    const demand = gammaDraw(random, 400, 800);
    const price = gammaDraw(random, 20, 25) + 0.5;
    data.demand[i] = demand;
    data.revenue[i] = demand * price;
    data.orderCost[i] = 5 + 20 * random();
    data.holdingCost[i] = 0.125 * price;
    data.deviation[i] = (demand / 26) * (0.3 + random());
  }
  return data;
}
