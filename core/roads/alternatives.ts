import { OneToMany } from './oneToMany.ts';
import type { ArcViews } from './roadGraph.ts';
import { type Found, type Seed, seedAt } from './seeds.ts';

/** What an alternative must keep: at most so much longer than the shortest, so much of it its own, so much of it one straight choice. */
const MOST_STRETCH = 1.4;
const MOST_SHARED = 0.8;
const LEAST_PLATEAU = 0.15;

/** Vertices in a row that lie on a shortest path from the start and on one to the end; `cost` is that of the way over them. */
interface Plateau {
  readonly via: number;
  readonly cost: number;
  readonly length: number;
}

/**
 * Up to `count` ways, the shortest first. The others go over plateaus, stretches common to the shortest paths from the start and to
 * the end, so that they are sensible at every turn (Abraham, Delling, Goldberg, Werneck 2013, "Alternative routes in road
 * networks"): at most 40 % longer, with at most 80 % of the shortest way's cost shared with any way already chosen.
 */
export function findAlternatives(
  views: ArcViews,
  from: readonly Seed[],
  to: readonly Seed[],
  count: number,
): readonly Found[] {
  const ahead = new OneToMany(views.forward);
  const behind = new OneToMany(views.backward);
  ahead.run(from, new Set(to.map(({ vertex }) => vertex)));
  const shortest = Math.min(...to.map(({ vertex, cost }) => ahead.cost(vertex) + cost));
  if (shortest === Infinity) return [];
  ahead.run(from, undefined, MOST_STRETCH * shortest);
  behind.run(to, undefined, MOST_STRETCH * shortest);
  const plateaus = plateausOf(ahead, behind, MOST_STRETCH * shortest);
  plateaus.sort((a, b) => a.cost - a.length - (b.cost - b.length) || a.via - b.via);
  const best = plateaus.reduce((least, plateau) => (plateau.cost < least.cost ? plateau : least));
  const chosen = [pathOver(best, ahead, behind, from, to)];
  for (const plateau of plateaus) {
    if (chosen.length >= count) break;
    if (plateau.length < LEAST_PLATEAU * shortest) continue;
    const path = pathOver(plateau, ahead, behind, from, to);
    const isOwn = chosen.every((other) => sharedCost(views, path, other) <= MOST_SHARED * shortest);
    if (isOwn && isSimple(views, path)) chosen.push(path);
  }
  return chosen;
}

function plateausOf(ahead: OneToMany, behind: OneToMany, limit: number): Plateau[] {
  const isLink = (tail: number, head: number) =>
    tail !== -1 &&
    ahead.before(head) === tail &&
    behind.before(tail) === head &&
    ahead.arcTo(head) === behind.arcTo(tail);
  const plateaus: Plateau[] = [];
  for (const via of ahead.met) {
    const cost = ahead.cost(via) + behind.cost(via);
    if (cost > limit || isLink(ahead.before(via), via)) continue;
    let last = via;
    for (let next = behind.before(last); next !== -1 && isLink(last, next); next = behind.before(last)) last = next;
    plateaus.push({ via, cost, length: ahead.cost(last) - ahead.cost(via) });
  }
  return plateaus;
}

function pathOver(
  { via, cost }: Plateau,
  ahead: OneToMany,
  behind: OneToMany,
  from: readonly Seed[],
  to: readonly Seed[],
): Found {
  return {
    cost,
    beside: ahead.beside(via) + behind.beside(via),
    arcs: [...ahead.arcsTo(via), ...behind.arcsTo(via).reverse()],
    from: seedAt(from, ahead.rootOf(via)),
    to: seedAt(to, behind.rootOf(via)),
  };
}

function sharedCost({ forward }: ArcViews, path: Found, other: Found): number {
  const driven = new Set(other.arcs);
  return path.arcs.reduce((sum, arc) => (driven.has(arc) ? sum + (forward.weight[arc] as number) : sum), 0);
}

function isSimple({ forward }: ArcViews, { arcs }: Found): boolean {
  return new Set(arcs.map((arc) => forward.end[arc])).size === arcs.length;
}
