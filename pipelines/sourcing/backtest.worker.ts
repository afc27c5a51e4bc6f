import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '../../core/planning/random.ts';
import {
  Backtest,
  compileRules,
  type GapFigures,
  type SourcingWindow,
  solveInTurn,
  solveWindow,
} from '../../core/sourcing/index.ts';
import { solveGreedy } from '../../core/sourcing/solve/greedy.ts';
import { highsModel } from './highsModel.ts';
import type { BacktestAssignment, BacktestMessage, BacktestReport, ExactFigures } from './runBacktest.ts';

const { rules, label, world, effort, total } = workerData as BacktestAssignment;
const compiled = compileRules(rules, label);
if (!compiled.ok) throw new Error(`rules contradict themselves: ${JSON.stringify(compiled.error)}`);
const random = seededRandom(effort.seed);
const clock = (): number => performance.now();
const backtest = new Backtest(compiled.value, world, { ...effort, random, clock });
const model = highsModel();
const exact: ExactFigures = { windows: 0, equal: 0, unproven: 0, largestPercent: 0, seconds: 0 };
const SECONDS = 20;
const EQUAL = 1e-6;

parentPort?.on('message', (message: BacktestMessage) => {
  answer(message).then(
    (value) => parentPort?.postMessage(value),
    (error: unknown) => {
      throw error;
    },
  );
});

async function answer(message: BacktestMessage): Promise<number | BacktestReport> {
  if ('end' in message) {
    backtest.flush();
    await compareLatest();
    await model.close();
    return report();
  }
  for (const event of message.events) backtest.feed(event);
  await compareLatest();
  return backtest.figures.orders;
}

/** Compares the first orders of the window that was planned last; spread over the past, until there are enough. */
async function compareLatest(): Promise<void> {
  const latest = backtest.latestWindow;
  const due = (exact.windows + 1) * (total / (effort.exactWindows + 1));
  if (latest === null || exact.windows >= effort.exactWindows || backtest.figures.orders < due) return;
  const window: SourcingWindow = { ...latest, orders: latest.orders.slice(0, effort.exactOrders) };
  const own = solveWindow(window, solveInTurn(window, solveGreedy), { ...effort, random });
  const begun = clock();
  const least = await model.leastCost(window, SECONDS);
  exact.seconds += (clock() - begun) / 1000;
  exact.windows++;
  if (least === null) {
    exact.unproven++;
    return;
  }
  const percent = (100 * (own.cost - least)) / Math.max(1, Math.abs(least));
  if (Math.abs(percent) <= EQUAL * 100) exact.equal++;
  exact.largestPercent = Math.max(exact.largestPercent, Math.abs(percent));
}

function report(): BacktestReport {
  const { figures, gap } = backtest;
  const isPlanned = gap.windows > 0;
  return {
    rules: label,
    figures: { ...figures, costMinor: Math.round(figures.costMinor) },
    gap: isPlanned ? rounded(gap) : null,
    greedyGapPercent: isPlanned ? percentOf(gap.greedyOverOptimizedMinor, gap) : null,
    boundGapPercent: isPlanned ? percentOf(gap.optimizedOverBoundMinor, gap) : null,
    exact: exact.windows > 0 ? exact : null,
    microsecondsPerOrder: figures.orders === 0 ? 0 : (figures.seconds / figures.orders) * 1e6,
  };
}

const percentOf = (over: number, { optimized }: GapFigures): number | null =>
  optimized.costMinor > 0 ? (100 * over) / optimized.costMinor : null;

function rounded(gap: GapFigures): GapFigures {
  const side = (one: GapFigures['greedy']) => ({ ...one, costMinor: Math.round(one.costMinor) });
  return { ...gap, greedy: side(gap.greedy), exactInTurn: side(gap.exactInTurn), optimized: side(gap.optimized) };
}
