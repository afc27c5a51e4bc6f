import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHierarchy } from '../../../../core/roads/hierarchy.ts';
import { HierarchySearch } from '../../../../core/roads/hierarchySearch.ts';
import { Places } from '../../../../core/roads/places.ts';
import { arcViews } from '../../../../core/roads/roadGraph.ts';
import type { TurnRule } from '../../../../core/roads/turns.ts';
import { anySample, graphOf, type Sample } from './samples.ts';

/** Whether the sides driven so far may be followed by another, read from the rules alone. */
function mayFollow(driven: readonly number[], side: number, rules: readonly TurnRule[]): boolean {
  return rules.every(({ kind, before, last }) => {
    const isUnderWay = before.every((s, k) => driven[driven.length - before.length + k] === s);
    return !isUnderWay || last.includes(side) === (kind === 'only');
  });
}

/** The least cost between two junctions over walks that keep the rules, by trying walks in the order of their cost. */
function bruteCost(sample: Sample, rules: readonly TurnRule[], from: number, to: number): number {
  const sides = sample.roads.flatMap((road, r) => [
    { side: 2 * r, tail: road.from, head: road.to, cost: road.cost },
    ...(road.back === null ? [] : [{ side: 2 * r + 1, tail: road.to, head: road.from, cost: road.back }]),
  ]);
  const open = [{ vertex: from, driven: [] as number[], cost: 0 }];
  const done = new Set<string>();
  for (;;) {
    open.sort((a, b) => b.cost - a.cost);
    const walk = open.pop();
    if (walk === undefined) return Infinity;
    const key = `${walk.vertex} ${walk.driven.join(' ')}`;
    if (done.has(key)) continue;
    done.add(key);
    if (walk.vertex === to) return walk.cost;
    for (const { side, tail, head, cost } of sides) {
      if (tail !== walk.vertex || !mayFollow(walk.driven, side, rules)) continue;
      open.push({ vertex: head, driven: [...walk.driven, side].slice(-2), cost: walk.cost + cost });
    }
  }
}

/** Rules on walks of two or three sides that can be driven, since others bind nobody. */
const anyRules = ({ roads }: Sample): fc.Arbitrary<readonly TurnRule[]> => {
  const sides = roads.flatMap(({ from, to, back }, r) => [
    { side: 2 * r, tail: from, head: to },
    ...(back === null ? [] : [{ side: 2 * r + 1, tail: to, head: from }]),
  ]);
  const rule = fc
    .tuple(
      fc.constantFrom<'no' | 'only'>('no', 'no', 'only'),
      fc.nat(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    )
    .map(([kind, start, steps]): TurnRule => {
      const walk = [sides[start % sides.length] ?? { side: 0, tail: 0, head: 0 }];
      for (const step of steps) {
        const onward = sides.filter(({ tail }) => tail === walk.at(-1)?.head);
        const next = onward[step % onward.length];
        if (next !== undefined) walk.push(next);
      }
      const numbers = walk.map(({ side }) => side);
      return { kind, before: numbers.slice(0, -1), last: numbers.slice(-1) };
    });
  return fc.array(rule, { minLength: 2, maxLength: 12 });
};

test('on a graph in which turns were expanded, shortest paths cost what the best walk costs that keeps every rule', () => {
  const seen = { rules: 0, long: 0, detours: 0, cutOff: 0 };
  const anyCase = anySample(6).chain((sample) => fc.tuple(fc.constant(sample), anyRules(sample)));
  fc.assert(
    fc.property(anyCase, ([sample, rules]) => {
      const graph = graphOf(sample, rules);
      const free = graphOf(sample);
      const search = new HierarchySearch(buildHierarchy(arcViews(graph, 'time').forward));
      const places = new Places(graph);
      const unbound = new HierarchySearch(buildHierarchy(arcViews(free, 'time').forward));
      seen.rules += rules.length;
      seen.long += rules.filter(({ before }) => before.length === 2).length;
      for (let to = 0; to < graph.junctions; to++) {
        const found = search.find(places.departuresAt(0), places.arrivalsAt(to))?.cost ?? Infinity;
        expect(found).toBe(bruteCost(sample, rules, 0, to));
        if (found === Infinity) seen.cutOff++;
        else if (
          found > (unbound.find(places.departuresAt(0), [{ vertex: to, cost: 0, beside: 0, arc: -1 }])?.cost ?? 0)
        )
          seen.detours++;
      }
    }),
    { seed: 3, numRuns: 300 },
  );
  expect(seen.rules).toBeGreaterThan(300);
  expect(seen.long).toBeGreaterThan(30);
  expect(seen.detours).toBeGreaterThan(30);
  expect(seen.cutOff).toBeGreaterThan(5);
});
