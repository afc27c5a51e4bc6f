import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bidirectional, surveyTerrain } from '../../../../core/roads/bidirectional.ts';
import { buildHierarchy } from '../../../../core/roads/hierarchy.ts';
import { HierarchySearch } from '../../../../core/roads/hierarchySearch.ts';
import { BucketSearch, fillBuckets } from '../../../../core/roads/manyToMany.ts';
import { OneToMany } from '../../../../core/roads/oneToMany.ts';
import { arcViews, type RoadGraph } from '../../../../core/roads/roadGraph.ts';
import type { Found } from '../../../../core/roads/seeds.ts';
import { allDistances, anySample, at, graphOf } from './samples.ts';

/** Follows the arcs of a path and adds them up; throws where one does not begin where the last ended. */
function drive(graph: RoadGraph, from: number, { arcs }: Found) {
  let vertex = from;
  let [milliseconds, millimeters] = [0, 0];
  for (const arc of arcs) {
    if (arc < (graph.first[vertex] as number) || arc >= (graph.first[vertex + 1] as number)) throw new Error('torn');
    milliseconds += graph.milliseconds[arc] as number;
    millimeters += graph.millimeters[arc] as number;
    vertex = graph.head[arc] as number;
  }
  return { vertex, milliseconds, millimeters };
}

test('Dijkstra, A* from both ends, a hierarchy and its matrix all find the distances of Floyd and Warshall, with paths that add up', () => {
  const seen = { pairs: 0, long: 0, shortcuts: 0, oneWay: 0 };
  fc.assert(
    fc.property(anySample(24), (sample) => {
      const graph = graphOf(sample);
      const right = allDistances(sample);
      const views = arcViews(graph, 'time');
      const hierarchy = buildHierarchy(views.forward);
      const [plain, both, up] = [
        new OneToMany(views.forward),
        new Bidirectional(surveyTerrain(graph, views)),
        new HierarchySearch(hierarchy),
      ];
      const everywhere = Array.from({ length: graph.size }, (_, v) => at(v));
      const rows = new BucketSearch(hierarchy, fillBuckets(hierarchy, everywhere));
      const [cost, beside] = [new Float64Array(graph.size), new Float64Array(graph.size)];
      seen.shortcuts += hierarchy.one.length - views.forward.end.length;
      seen.oneWay += sample.roads.filter(({ back }) => back === null).length;
      for (let from = 0; from < graph.size; from++) {
        plain.run(at(from));
        rows.fillRow(at(from), cost, beside, 0);
        for (let to = 0; to < graph.size; to++) {
          const wanted = right[from]?.[to] as number;
          expect(plain.cost(to)).toBe(wanted);
          expect(cost[to]).toBe(wanted);
          expect(beside[to]).toBe(3 * wanted);
          for (const engine of [both, up]) {
            const found = engine.find(at(from), at(to));
            if (found === undefined) throw new Error('no path');
            const driven = { vertex: to, milliseconds: wanted, millimeters: 3 * wanted };
            expect({ cost: found.cost, beside: found.beside, ...drive(graph, from, found) }).toEqual({
              cost: wanted,
              beside: 3 * wanted,
              ...driven,
            });
            if (found.arcs.length > 3) seen.long++;
          }
          seen.pairs++;
        }
      }
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(seen.pairs).toBeGreaterThan(5000);
  expect(seen.long).toBeGreaterThan(2000);
  expect(seen.oneWay).toBeGreaterThan(500);
});

test('a search that begins and ends at several vertices, each at a cost, takes the best of them', () => {
  let other = 0;
  const ends = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anySample(16), ends, ends, (sample, starts, targets) => {
      const graph = graphOf(sample);
      const right = allDistances(sample);
      const seeds = (list: readonly (readonly [number, number])[]) =>
        list.map(([v, cost]) => ({ vertex: v % graph.size, cost, beside: 0, arc: -1 }));
      const [from, to] = [seeds(starts), seeds(targets)];
      const sums = from.flatMap((a) => to.map((b) => a.cost + (right[a.vertex]?.[b.vertex] as number) + b.cost));
      const views = arcViews(graph, 'time');
      const found = [
        new Bidirectional(surveyTerrain(graph, views)),
        new HierarchySearch(buildHierarchy(views.forward)),
      ].map((engine) => engine.find(from, to));
      for (const path of found) {
        expect(path?.cost).toBe(Math.min(...sums));
        if (path?.from !== from[0] || path?.to !== to[0]) other++;
      }
    }),
    { seed: 6, numRuns: 150 },
  );
  expect(other).toBeGreaterThan(40);
});
