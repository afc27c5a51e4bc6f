import { priceOf, type SourcingPlan, type SourcingProblem } from '../problem.ts';
import { solveExact } from '../solve/exact.ts';
import { improve } from './improve.ts';
import { Prices } from './prices.ts';
import { type SourcingWindow, type WindowPlans, WindowRest } from './window.ts';

/** One order after another, each by `solve` on what the ones before it left. */
export function solveInTurn(window: SourcingWindow, solve: (problem: SourcingProblem) => SourcingPlan): WindowPlans {
  const rest = new WindowRest(window);
  const takes: Int32Array[] = [];
  let cost = 0;
  for (const order of window.orders) {
    const { take } = solve(rest.problemOf(order));
    rest.apply(order, take);
    takes.push(take);
    cost += priceOf(order.problem, take);
  }
  return { takes, cost, bound: Number.NEGATIVE_INFINITY };
}

export type WindowEffort = {
  /** Times that prices are adjusted; each solves every order once. */
  readonly rounds: number;
  /** Times that a few orders are taken out and put back in the end. */
  readonly shakes: number;
  /** Numbers in [0, 1); the same sequence gives the same plans. */
  readonly random: () => number;
  readonly isStopped?: () => boolean;
};

/** A gap below which a window counts as solved. */
const SOLVED = 1e-7;

/**
 * Plans for all orders of a window together, by Lagrangian relaxation (Geoffrion 1974): what orders share gets a price,
 * each order is then solved exactly by itself, and prices follow what is taken too often or too seldom (subgradient,
 * step of Held, Wolfe and Crowder 1974). Each round gives a lower bound; orders taken in turn at these prices give plans,
 * which moves of single orders and pairs improve. Begins with `start` and never answers plans that cost more.
 */
export function solveWindow(window: SourcingWindow, start: WindowPlans, effort: WindowEffort): WindowPlans {
  const prices = new Prices(window);
  let best = start;
  let bound = start.bound;
  const pace = new Pace();
  for (let round = 0; round < effort.rounds && effort.isStopped?.() !== true; round++) {
    const relaxed = window.orders.map((order) => solveExact(prices.priced(order)));
    const dual = prices.dualOf(relaxed.map((plan) => plan.bound));
    pace.note(dual > bound + SOLVED);
    bound = Math.max(bound, dual);
    const found = inTurnAt(window, prices);
    if (found.cost < best.cost - SOLVED) best = found;
    if (isSolved(best.cost, bound)) break;
    if (!prices.follow(window, relaxed, { step: pace.step, gap: best.cost - dual })) break;
  }
  if (!isSolved(best.cost, bound)) best = improve(window, best, { ...effort, prices });
  return { ...best, bound: Math.min(best.cost, bound) };
}

/** The length of a step: half of it once three rounds have not raised the bound. */
class Pace {
  step = 1;
  #rounds = 0;

  note(isRaised: boolean): void {
    this.#rounds = isRaised ? 0 : this.#rounds + 1;
    if (this.#rounds < 3) return;
    this.step /= 2;
    this.#rounds = 0;
  }
}

const isSolved = (cost: number, bound: number): boolean => cost - bound <= SOLVED * Math.max(1, Math.abs(cost));

/** Orders in turn, each looking at prices as well as at what is left; the cost is the real one. */
function inTurnAt(window: SourcingWindow, prices: Prices): WindowPlans {
  const rest = new WindowRest(window);
  const takes: Int32Array[] = [];
  let cost = 0;
  for (const order of window.orders) {
    const { take } = solveExact(prices.added(order, rest.problemOf(order)));
    rest.apply(order, take);
    takes.push(take);
    cost += priceOf(order.problem, take);
  }
  return { takes, cost, bound: Number.NEGATIVE_INFINITY };
}
