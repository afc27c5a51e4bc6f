import type { Random } from '../random.ts';
import { brokenPairs, type Individual, isFeasible } from './individual.ts';

const SMALLEST = 25;
const GENERATION = 40;
const ELITE = 4;
const CLOSE = 5;
const FEASIBLE_SHARE = 0.2;
const LOOK_BACK = 100;

interface Member {
  readonly individual: Individual;
  /** The other members of the same part, closest first. */
  apart: { readonly member: Member; readonly distance: number }[];
  fitness: number;
}

/**
 * A feasible and an infeasible part, each held between 25 and 65 members that are good or different (Vidal et al., Operations
 * Research 60(3), 2012), and the prices of violations, steered so that about a fifth of the children are feasible.
 */
export class Population {
  readonly #feasible: Member[] = [];
  readonly #infeasible: Member[] = [];
  readonly #random: Random;
  readonly #loadKept: boolean[] = new Array<boolean>(LOOK_BACK).fill(true);
  readonly #warpKept: boolean[] = new Array<boolean>(LOOK_BACK).fill(true);
  #children = 0;
  loadPrice: number;
  warpPrice: number;
  best: Individual | undefined;

  constructor(random: Random, loadPrice: number, warpPrice: number) {
    this.#random = random;
    this.loadPrice = loadPrice;
    this.warpPrice = warpPrice;
  }

  /** The cost of an individual at the present prices. */
  price(individual: Individual): number {
    return individual.length + this.loadPrice * individual.excess + this.warpPrice * individual.warp;
  }

  /** Takes in a child of the search; answers whether it is the best feasible one so far. */
  add(individual: Individual, steers: boolean): boolean {
    if (steers) {
      this.#loadKept[this.#children % LOOK_BACK] = individual.excess === 0;
      this.#warpKept[this.#children % LOOK_BACK] = individual.warp < 1e-6;
      if (++this.#children % LOOK_BACK === 0) this.#steer();
    }
    const part = isFeasible(individual) ? this.#feasible : this.#infeasible;
    const member: Member = { individual, apart: [], fitness: 0 };
    for (const other of part) {
      const distance = brokenPairs(individual, other.individual);
      member.apart.push({ member: other, distance });
      const farther = other.apart.findIndex((entry) => entry.distance > distance);
      other.apart.splice(farther < 0 ? other.apart.length : farther, 0, { member, distance });
    }
    member.apart.sort((a, b) => a.distance - b.distance);
    part.push(member);
    this.#rank(part);
    if (part.length > SMALLEST + GENERATION) this.#select(part);
    if (part === this.#infeasible || individual.length >= (this.best?.length ?? Infinity) - 1e-9) return false;
    this.best = individual;
    return true;
  }

  /** Empties both parts; the best stays known. */
  restart(): void {
    this.#feasible.length = 0;
    this.#infeasible.length = 0;
  }

  /** Two parents by binary tournament over both parts. */
  parents(): readonly [Individual, Individual] {
    const first = this.#draw();
    let second = this.#draw();
    for (let tries = 0; second === first && tries < 10; tries++) second = this.#draw();
    return [first, second];
  }

  #draw(): Individual {
    const a = this.#pick();
    const b = this.#pick();
    return (a.fitness < b.fitness ? a : b).individual;
  }

  #pick(): Member {
    const k = Math.floor(this.#random() * (this.#feasible.length + this.#infeasible.length));
    const member = k < this.#feasible.length ? this.#feasible[k] : this.#infeasible[k - this.#feasible.length];
    if (member === undefined) throw new Error('the population is empty');
    return member;
  }

  #steer(): void {
    this.loadPrice = steered(this.loadPrice, this.#loadKept);
    this.warpPrice = steered(this.warpPrice, this.#warpKept);
    this.#rank(this.#infeasible);
  }

  /** Biased fitness: the rank by cost plus, less for small elites, the rank by distance to the closest members. */
  #rank(part: Member[]): void {
    part.sort((a, b) => this.price(a.individual) - this.price(b.individual));
    const size = part.length;
    const spread = part.map((member, rank) => ({ member, rank, distance: closeness(member) }));
    spread.sort((a, b) => b.distance - a.distance);
    const weight = size <= ELITE ? 0 : 1 - ELITE / size;
    spread.forEach(({ member, rank }, k) => {
      member.fitness = (rank + weight * k) / Math.max(1, size - 1);
    });
  }

  #select(part: Member[]): void {
    while (part.length > SMALLEST) {
      let worst = 1;
      for (let k = 1; k < part.length; k++) {
        if (isWorse(part[k] as Member, part[worst] as Member)) worst = k;
      }
      const [gone] = part.splice(worst, 1) as [Member];
      for (const member of part) member.apart = member.apart.filter((entry) => entry.member !== gone);
      this.#rank(part);
    }
  }
}

function steered(price: number, kept: readonly boolean[]): number {
  const share = kept.filter(Boolean).length / LOOK_BACK;
  if (share < FEASIBLE_SHARE - 0.05) return Math.min(price * 1.2, 1e6);
  return share > FEASIBLE_SHARE + 0.05 ? Math.max(price * 0.85, 0.01) : price;
}

/** A copy of another member goes before anything else. */
function isWorse(a: Member, b: Member): boolean {
  const copyA = isCopy(a);
  return copyA === isCopy(b) ? a.fitness > b.fitness : copyA;
}

const isCopy = (member: Member) => (member.apart[0]?.distance ?? 1) < 1e-9;

function closeness(member: Member): number {
  const count = Math.min(CLOSE, member.apart.length);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += member.apart[k]?.distance ?? 0;
  return sum / Math.max(1, count);
}
