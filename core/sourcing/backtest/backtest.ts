import type { SourcingChoice } from '../candidate.ts';
import { type CompiledRules, compileRules } from '../compileRules.ts';
import { prepare } from '../prepare.ts';
import { priceOf, type SourcingProblem, unitsAsked } from '../problem.ts';
import { solveExact } from '../solve/exact.ts';
import { solveGreedy } from '../solve/greedy.ts';
import { sourceOrder } from '../sourceOrder.ts';
import { solveInTurn, solveWindow } from '../window/solveWindow.ts';
import type { SourcingWindow, WindowPlans } from '../window/window.ts';
import type { PastEvent, PastOrder, PastWorld } from './past.ts';
import { Shop } from './shop.ts';
import { windowOf } from './windowOf.ts';

export type BacktestOptions = {
  /** Orders within one clock hour are a window, up to this many. */
  readonly windowOrders: number;
  /** Rounds of prices for each window; 0 leaves the gap out. */
  readonly rounds: number;
  readonly shakes: number;
  readonly random: () => number;
  /** A clock in milliseconds that only goes forward. */
  readonly clock: () => number;
};

/** What rules did with past orders. Costs are in minor units, by the rules' scoring, without that of units that are short. */
export type BacktestFigures = {
  orders: number;
  units: number;
  parcels: number;
  splitOrders: number;
  fallbackOrders: number;
  costMinor: number;
  lateOrders: number;
  lateDays: number;
  stockOutOrders: number;
  shortUnits: number;
  seconds: number;
};

export type GapSide = { costMinor: number; shortUnits: number; seconds: number };
/** Windows planned in three ways from the same stock; the bound is a cost with shortage that no plan goes below. */
export type GapFigures = {
  windows: number;
  greedy: GapSide;
  exactInTurn: GapSide;
  optimized: GapSide;
  greedyOverOptimizedMinor: number;
  optimizedOverBoundMinor: number;
};

const HOUR_MS = 3_600_000;

/**
 * Plays past orders again under a set of rules, in their order, on the stock that there was. Units that are short count as
 * a stock-out and are not tried again. Beside it every window is planned greedily, exactly one order after another, and
 * together, each from the stock that the rules have left at its beginning.
 */
export class Backtest {
  readonly figures: BacktestFigures = noFigures();
  readonly gap: GapFigures = noGap();
  readonly #rules: CompiledRules;
  /** The same rules, scored: rules that go by priority have costs too. */
  readonly #costing: CompiledRules;
  readonly #shop: Shop;
  readonly #options: BacktestOptions;
  #pending: PastOrder[] = [];
  #latest: SourcingWindow | null = null;

  constructor(rules: CompiledRules, world: PastWorld, options: BacktestOptions) {
    this.#rules = rules;
    const costing = compileRules({ ...rules.document, method: 'exact' }, rules.label);
    if (!costing.ok) throw new Error('rules that compiled do not compile with another method');
    this.#costing = costing.value;
    this.#shop = new Shop(rules, world);
    this.#options = options;
  }

  /** The window that was planned last, for an independent solver. */
  get latestWindow(): SourcingWindow | null {
    return this.#latest;
  }

  feed(event: PastEvent): void {
    if (event.kind === 'movement') {
      this.flush();
      this.#shop.move(event);
      return;
    }
    const [first] = this.#pending;
    const isFull = this.#pending.length >= this.#options.windowOrders;
    if (first && (isFull || Math.floor(first.atMs / HOUR_MS) !== Math.floor(event.atMs / HOUR_MS))) this.flush();
    this.#pending.push(event);
  }

  /** Plans and plays what was fed and not yet played. */
  flush(): void {
    if (this.#pending.length === 0) return;
    if (this.#options.rounds > 0) this.#plan(windowOf(this.#costing, this.#shop, this.#pending));
    for (const past of this.#pending) this.#play(past);
    this.#pending = [];
  }

  #plan(window: SourcingWindow): void {
    const { rounds, shakes, random } = this.#options;
    const [greedy, greedySeconds] = this.#timed(() => solveInTurn(window, solveGreedy));
    const [exact, exactSeconds] = this.#timed(() => solveInTurn(window, (problem) => solveExact(problem)));
    const start = exact.cost < greedy.cost ? exact : greedy;
    const [best, seconds] = this.#timed(() => solveWindow(window, start, { rounds, shakes, random }));
    this.#latest = window;
    this.gap.windows++;
    addPlans(this.gap.greedy, window, greedy, greedySeconds);
    addPlans(this.gap.exactInTurn, window, exact, exactSeconds);
    addPlans(this.gap.optimized, window, best, seconds);
    this.gap.greedyOverOptimizedMinor += greedy.cost - best.cost;
    this.gap.optimizedOverBoundMinor += best.cost - best.bound;
  }

  #timed<T>(run: () => T): [T, number] {
    const begun = this.#options.clock();
    const result = run();
    return [result, (this.#options.clock() - begun) / 1000];
  }

  #play(past: PastOrder): void {
    const order = this.#shop.orderOf(past);
    const candidates = this.#shop.candidatesAt(past.atMs);
    const [choice, seconds] = this.#timed(() => sourceOrder(this.#rules, order, candidates));
    const stage = this.#costing.stages[choice.stage] ?? this.#costing.stages[0];
    const { problem, goodOf, late } = prepare(this.#costing, stage, order, candidates);
    const index = new Map(candidates.map(({ id }, l) => [id, l]));
    const take = new Int32Array(problem.stock.length);
    let lateDays = 0;
    for (const { line, location, quantity } of choice.placements) {
      const l = index.get(location) ?? 0;
      const i = (goodOf[Number(line)] as number) * candidates.length + l;
      take[i] = (take[i] as number) + quantity;
      lateDays = Math.max(lateDays, late[l] as number);
    }
    this.#shop.take(past, choice.placements);
    this.#count(choice, { problem, take, lateDays, seconds });
  }

  #count(choice: SourcingChoice, played: Played): void {
    const { figures } = this;
    const { problem, take, lateDays, seconds } = played;
    const parcels = new Set(choice.placements.map(({ location }) => location)).size;
    const short = choice.short.reduce((sum, { quantity }) => sum + quantity, 0);
    figures.orders++;
    figures.units += unitsAsked(problem);
    figures.parcels += parcels;
    figures.splitOrders += parcels > 1 ? 1 : 0;
    figures.fallbackOrders += choice.stage > 0 ? 1 : 0;
    figures.costMinor += withoutShortage(problem, take);
    figures.lateOrders += lateDays > 0 ? 1 : 0;
    figures.lateDays += lateDays;
    figures.stockOutOrders += short > 0 ? 1 : 0;
    figures.shortUnits += short;
    figures.seconds += seconds;
  }
}

type Played = {
  readonly problem: SourcingProblem;
  readonly take: Int32Array;
  readonly lateDays: number;
  readonly seconds: number;
};

/** Locations that no rate reaches cost nothing that is known. */
function withoutShortage(problem: SourcingProblem, take: Int32Array): number {
  const openCost = problem.openCost.map((cost) => (cost === Number.POSITIVE_INFINITY ? 0 : cost));
  return priceOf({ ...problem, openCost, shortCost: 0 }, take);
}

function addPlans(side: GapSide, window: SourcingWindow, { takes }: WindowPlans, seconds: number): void {
  window.orders.forEach(({ problem }, o) => {
    const take = takes[o] as Int32Array;
    side.costMinor += withoutShortage(problem, take);
    side.shortUnits += unitsAsked(problem) - take.reduce((sum, units) => sum + units, 0);
  });
  side.seconds += seconds;
}

function noFigures(): BacktestFigures {
  return {
    orders: 0,
    units: 0,
    parcels: 0,
    splitOrders: 0,
    fallbackOrders: 0,
    costMinor: 0,
    lateOrders: 0,
    lateDays: 0,
    stockOutOrders: 0,
    shortUnits: 0,
    seconds: 0,
  };
}

const noSide = (): GapSide => ({ costMinor: 0, shortUnits: 0, seconds: 0 });

function noGap(): GapFigures {
  return {
    windows: 0,
    greedy: noSide(),
    exactInTurn: noSide(),
    optimized: noSide(),
    greedyOverOptimizedMinor: 0,
    optimizedOverBoundMinor: 0,
  };
}
