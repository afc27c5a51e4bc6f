import fc from 'fast-check';
import { layoutGraph } from '../../../../core/roads/layoutGraph.ts';
import type { RoadGraph, RoadInput } from '../../../../core/roads/roadGraph.ts';
import type { Seed } from '../../../../core/roads/seeds.ts';
import type { TurnRule } from '../../../../core/roads/turns.ts';

export interface Sample {
  readonly junctions: readonly (readonly [number, number])[];
  readonly roads: readonly { from: number; to: number; cost: number; back: number | null }[];
}

/** Any small map: a ring that makes it connected, and roads across it, some of them one-way. */
export const anySample = (most: number): fc.Arbitrary<Sample> =>
  fc.integer({ min: 3, max: most }).chain((size) => {
    const place = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
    const cost = fc.integer({ min: 0, max: 50 });
    const node = fc.integer({ min: 0, max: size - 1 });
    const road = fc.record({ from: node, to: node, cost, back: fc.option(cost) });
    return fc
      .record({
        junctions: fc.array(place, { minLength: size, maxLength: size }),
        ring: fc.array(cost, { minLength: size, maxLength: size }),
        across: fc.array(road, { maxLength: 3 * size }),
      })
      .map(({ junctions, ring, across }) => ({
        junctions,
        roads: [...ring.map((c, k) => ({ from: k, to: (k + 1) % size, cost: c, back: null })), ...across],
      }));
  });

/** The graph of a sample; a unit of cost is a millisecond and three millimeters. */
export function graphOf({ junctions, roads }: Sample, rules: readonly TurnRule[] = [], uTurns = true): RoadGraph {
  const point = (k: number) => [(junctions[k]?.[0] ?? 0) / 1000, (junctions[k]?.[1] ?? 0) / 1000] as const;
  const side = (cost: number) => ({ milliseconds: cost, millimeters: 3 * cost });
  const graph = layoutGraph({
    latitude: junctions.map((_, k) => point(k)[0]),
    longitude: junctions.map((_, k) => point(k)[1]),
    roads: roads.map(
      ({ from, to, cost, back }): RoadInput => ({
        from,
        to,
        points: [point(from), point(to)],
        forward: side(cost),
        backward: back === null ? null : side(back),
      }),
    ),
    rules,
    uTurns,
  });
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

/** All distances by the book (Floyd, Warshall 1962), slow and plain. */
export function allDistances({ junctions, roads }: Sample): number[][] {
  const size = junctions.length;
  const d = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 0 : Infinity)));
  const put = (i: number, j: number, cost: number) => {
    const row = d[i] as number[];
    row[j] = Math.min(row[j] as number, cost);
  };
  for (const { from, to, cost, back } of roads) {
    put(from, to, cost);
    if (back !== null) put(to, from, back);
  }
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) put(i, j, (d[i]?.[k] as number) + (d[k]?.[j] as number));
    }
  }
  return d;
}

export const at = (vertex: number): Seed[] => [{ vertex, cost: 0, beside: 0, arc: -1 }];
