import type { Found, Search } from '../anneal.ts';
import { nearestStops } from '../neighbours.ts';
import type { Problem } from '../problem.ts';
import { seededRandom } from '../random.ts';
import { orderCrossover, routeExchange } from './crossover.ts';
import { type Individual, isFeasible, measure } from './individual.ts';
import { LocalSearch } from './localSearch.ts';
import { Population } from './population.ts';
import { splitTour } from './split.ts';

const NEAR = 20;
const FIRST = 100;
const PATIENCE = 20000;
const EXCHANGES = 200;
const REPAIR_PRICE = 10;

/**
 * Hybrid genetic search (Vidal, C&OR 140, 2022; with windows after Vidal et al., 2013, and Kool et al., 2022): a child of two
 * parents is cut into routes, improved by local search and kept if it is good or different. A step is one child. For problems
 * with a full matrix; undefined when no plan that keeps all constraints came up.
 */
export function evolve(problem: Problem, search: Search): Found | undefined {
  const evolution = new Evolution(problem, search);
  let steps = 0;
  for (let done = search.progress(0); done < 1; done = search.progress(steps)) {
    evolution.step(done);
    steps++;
  }
  const best = evolution.best;
  return best && { routes: best.routes.map((route) => [...route]), cost: best.length, steps };
}

class Evolution {
  readonly #problem: Problem;
  readonly #search: Search;
  readonly #random: () => number;
  readonly #local: LocalSearch;
  readonly #population: Population;
  #alone: number;
  #idle = 0;
  #trades = 0;

  constructor(problem: Problem, search: Search) {
    this.#problem = problem;
    this.#search = search;
    this.#random = seededRandom(search.seed);
    const near = nearestStops(problem, Math.min(problem.size - 1, NEAR));
    this.#local = new LocalSearch(problem, vehicleCount(problem, search), near, this.#random);
    const longest = problem.matrix.reduce((most, length) => Math.max(most, length), 0);
    const mostDemand = problem.demand.reduce((most, demand) => Math.max(most, demand), 1);
    this.#population = new Population(this.#random, Math.max(0.1, Math.min(1000, longest / mostDemand)), 1);
    this.#alone = FIRST;
    if (search.start !== undefined) this.#population.add(measure(problem, search.start), false);
  }

  get best(): Individual | undefined {
    return this.#population.best;
  }

  step(done: number): void {
    const { loadPrice, warpPrice } = this.#population;
    const child = this.#alone > 0 ? this.#shuffled() : this.#crossed();
    if (this.#alone > 0) this.#alone--;
    this.#idle++;
    const individual = measure(this.#problem, this.#local.improve(child, loadPrice, warpPrice));
    this.#keep(individual, true);
    if (!isFeasible(individual) && this.#random() < 0.5) {
      const repaired = this.#local.improve(individual.routes, REPAIR_PRICE * loadPrice, REPAIR_PRICE * warpPrice);
      const other = measure(this.#problem, repaired);
      if (isFeasible(other)) this.#keep(other, false);
    }
    this.#trade(done);
    if (this.#idle < PATIENCE) return;
    this.#idle = 0;
    this.#alone = FIRST;
    this.#population.restart();
  }

  #keep(individual: Individual, steers: boolean): void {
    if (this.#population.add(individual, steers)) this.#idle = 0;
  }

  #shuffled(): number[][] {
    const n = this.#problem.size;
    const tour = Int32Array.from({ length: n }, (_, c) => c);
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(this.#random() * (i + 1));
      const kept = tour[i] as number;
      tour[i] = tour[j] as number;
      tour[j] = kept;
    }
    return splitTour(this.#problem, tour, this.#population.loadPrice);
  }

  #crossed(): number[][] {
    const [a, b] = this.#population.parents();
    if (this.#problem.timed && this.#random() < 0.5) return routeExchange(this.#problem, a, b, this.#random);
    return splitTour(this.#problem, orderCrossover(a, b, this.#random), this.#population.loadPrice);
  }

  #trade(done: number): void {
    const { exchange } = this.#search;
    if (exchange === undefined || done * EXCHANGES < this.#trades + 1) return;
    this.#trades = Math.floor(done * EXCHANGES);
    const best = this.#population.best;
    const better = exchange(best?.length ?? Infinity, () => best?.routes.map((route) => [...route]) ?? []);
    if (better !== undefined) this.#keep(measure(this.#problem, better), false);
  }
}

/** Vehicles for the local search: a good part more than load alone needs, and never more than there are. */
function vehicleCount(problem: Problem, search: Search): number {
  const total = problem.demand.reduce((sum, demand) => sum + demand, 0);
  const byLoad = Math.ceil((1.3 * total) / problem.capacity) + 3;
  const started = Math.ceil((search.start?.length ?? 0) * 1.2) + 2;
  const enough = problem.timed ? Math.max(byLoad, started, Math.ceil(problem.size / 4)) : Math.max(byLoad, started);
  return Math.max(1, Math.min(problem.fleet, problem.size, enough));
}
