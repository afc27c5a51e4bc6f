import { Worker } from 'node:worker_threads';
import {
  type Found,
  type Problem,
  partitionRoutes,
  priceRoutes,
  seededRandom,
  temperatures,
} from '../../core/routing/index.ts';
import type { Assignment, Budget, PartMessage, PartResult } from './assignment.ts';
import { isStopRequested, type SharedBest } from './sharedBest.ts';

type Routes = readonly (readonly number[])[];

/** How to solve in parts; `best` carries the wish to stop. */
export interface PartsOptions {
  readonly budget: Budget;
  readonly threads: number;
  readonly seed: number;
  readonly best: SharedBest;
}

const PART_STOPS = 1200;
const ROUNDS = 30;

/**
 * Solves by decomposition: in each round the routes are cut into parts of neighboring routes, all threads improve parts by one
 * piece of one common annealing schedule, and the next round draws other borders. Repeatable when the budget is in steps.
 */
export async function solveParts(problem: Problem, options: PartsOptions): Promise<Found> {
  const begun = performance.now();
  const workers = Array.from({ length: options.threads }, () => new PartWorker(problem, options));
  try {
    const first = await (workers[0] as PartWorker).ask({ kind: 'begin' });
    const random = seededRandom(options.seed);
    let current: Routes = first.best;
    let best: Routes = current;
    let cost = priceRoutes(problem, best);
    let steps = 0;
    const [hot, cold] = temperatures(problem, cost, best.length);
    for (let round = 0; round < ROUNDS && !isStopRequested(options.best); round++) {
      const parts = partitionRoutes(problem, current, partSize(problem, options.threads), random);
      const heat = [hot * (cold / hot) ** (round / ROUNDS), hot * (cold / hot) ** ((round + 1) / ROUNDS)] as const;
      const spent = performance.now() - begun;
      const tasks = parts.map((part) => {
        const routes = part.map((r) => current[r] ?? []);
        const share = routes.reduce((sum, route) => sum + route.length, 0) / problem.size;
        return { routes, seed: Math.floor(random() * 2 ** 31), heat, budget: partBudget(options, share, round, spent) };
      });
      const results = await askAll(workers, tasks);
      steps += results.reduce((sum, result) => sum + result.steps, 0);
      current = results.flatMap((result) => result.last);
      const offered = results.flatMap((result) => result.best);
      const price = priceRoutes(problem, offered);
      if (price < cost - 1e-9) {
        cost = price;
        options.best.cost[0] = cost;
        best = offered;
      }
    }
    return { routes: best.map((route) => [...route]), cost, steps };
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

/** One part for each thread when that is small enough. */
function partSize(problem: Problem, threads: number): number {
  return Math.min(PART_STOPS, Math.ceil((1.05 * problem.size) / threads));
}

/** The part's share of what a round may take; time lost in one round is taken from those that are left. */
function partBudget(options: PartsOptions, share: number, round: number, spent: number): Budget {
  const { budget, threads } = options;
  if ('steps' in budget) return { steps: Math.max(100, Math.round((budget.steps * threads * share) / ROUNDS)) };
  return { milliseconds: Math.max(1, ((budget.milliseconds - spent) / (ROUNDS - round)) * threads * share) };
}

async function askAll(
  workers: readonly PartWorker[],
  tasks: readonly (PartMessage & { kind: 'part' })['task'][],
): Promise<PartResult[]> {
  const results: PartResult[] = [];
  let next = 0;
  const serve = async (worker: PartWorker) => {
    for (let k = next++; k < tasks.length; k = next++) {
      results[k] = await worker.ask({ kind: 'part', task: tasks[k] as (typeof tasks)[number] });
    }
  };
  await Promise.all(workers.map(serve));
  return results;
}

/** A thread that improves one part after another. */
class PartWorker {
  readonly #worker: Worker;
  #settle: { resolve: (result: PartResult) => void; reject: (fault: Error) => void } | undefined;

  constructor(problem: Problem, options: PartsOptions) {
    const { seed, budget, best } = options;
    const assignment: Assignment = { problem, seed, budget, best, engine: 'parts', vehiclesFirst: false };
    this.#worker = new Worker(new URL('./search.worker.ts', import.meta.url), { workerData: assignment });
    this.#worker.on('message', (result: PartResult) => this.#settle?.resolve(result));
    this.#worker.on('error', (fault) => this.#settle?.reject(fault as Error));
    this.#worker.on('exit', (code) => this.#settle?.reject(new Error(`a routing thread ended early (${code})`)));
  }

  ask(message: PartMessage): Promise<PartResult> {
    const { promise, resolve, reject } = Promise.withResolvers<PartResult>();
    this.#settle = { resolve, reject };
    this.#worker.postMessage(message);
    return promise.finally(() => {
      this.#settle = undefined;
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
