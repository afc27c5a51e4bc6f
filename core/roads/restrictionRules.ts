import type { TurnRestriction } from './roadMap.ts';
import type { TurnRule } from './turns.ts';
import { isBoundBy, type VehicleKind } from './vehicles.ts';

/** A side of a stretch of a way: the node that it leaves and the one that it reaches. */
interface DrivenSide {
  readonly side: number;
  readonly tail: number;
  readonly head: number;
}

type SidesOfWay = ReadonlyMap<number, readonly DrivenSide[]>;

/**
 * What the turn restrictions of a map (OSM wiki, "Relation:restriction") say of the sides of stretches, for one vehicle. A restriction
 * whose ways do not meet says nothing.
 */
export function restrictionRules(
  restrictions: readonly TurnRestriction[],
  stretches: readonly { readonly way: number; readonly nodes: readonly number[] }[],
  vehicle: VehicleKind,
): TurnRule[] {
  const wanted = new Set(restrictions.flatMap(({ from, via, to }) => [from, to, ...('ways' in via ? via.ways : [])]));
  const byWay = new Map<number, DrivenSide[]>();
  stretches.forEach(({ way, nodes }, r) => {
    if (!wanted.has(way)) return;
    const [start, end] = [nodes[0] as number, nodes.at(-1) as number];
    const sides = byWay.get(way) ?? [];
    sides.push({ side: 2 * r, tail: start, head: end }, { side: 2 * r + 1, tail: end, head: start });
    byWay.set(way, sides);
  });
  return restrictions.filter((entry) => isBoundBy(entry, vehicle)).flatMap((entry) => rulesOf(entry, byWay));
}

function rulesOf(restriction: TurnRestriction, byWay: SidesOfWay): TurnRule[] {
  const { kind, from, via, to } = restriction;
  const starts = byWay.get(from) ?? [];
  const ends = byWay.get(to) ?? [];
  if ('node' in via) {
    const last = ends.filter(({ tail }) => tail === via.node).map(({ side }) => side);
    const before = starts.filter(({ head }) => head === via.node);
    return last.length === 0 ? [] : before.map(({ side }) => ({ kind, before: [side], last }));
  }
  return starts.flatMap((start) =>
    walksOver(start, via.ways, byWay).flatMap((walk) => {
      const last = ends.filter(({ tail }) => tail === walk.at(-1)?.head).map(({ side }) => side);
      return last.length === 0 ? [] : [{ kind, before: walk.map(({ side }) => side), last }];
    }),
  );
}

const isDriven = (walk: readonly DrivenSide[], side: number): boolean =>
  walk.some((entry) => entry.side >> 1 === side >> 1);

/** Longer ways between are not walked: a restriction over more than this many stretches is a fault of the map. */
const MOST_STRETCHES = 50;

/** The ways to drive from a side over the given ways in their order, some stretches of each, without turning round. */
function walksOver(start: DrivenSide, ways: readonly number[], byWay: SidesOfWay): DrivenSide[][] {
  const done: DrivenSide[][] = [];
  const extend = (walk: readonly DrivenSide[], k: number) => {
    const last = walk.at(-1) as DrivenSide;
    if (walk.length > MOST_STRETCHES) return;
    if (k === ways.length - 1) done.push([...walk]);
    for (const next of [k, k + 1]) {
      const sides = byWay.get(ways[next] ?? Number.NaN) ?? [];
      const onward = sides.filter(({ side, tail }) => tail === last.head && !isDriven(walk, side));
      for (const side of onward) extend([...walk, side], next);
    }
  };
  extend([start], -1);
  return done;
}
