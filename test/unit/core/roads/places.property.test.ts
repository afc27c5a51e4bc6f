import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAlternatives } from '../../../../core/roads/alternatives.ts';
import { Places } from '../../../../core/roads/places.ts';
import { arcViews } from '../../../../core/roads/roadGraph.ts';
import { Router } from '../../../../core/roads/router.ts';
import { straightJourney } from '../../../../core/roads/straight.ts';
import { greatCircleKm } from '../../../../core/shared/greatCircle.ts';
import { allDistances, anySample, at, graphOf } from './samples.ts';

const STEPS = 400;

test('a point snaps to a road as near as any point that is tried on all roads, and to none beyond its reach', () => {
  const seen = { inside: 0, none: 0 };
  const anyPoint = fc.record({
    latitude: fc.integer({ min: -200, max: 1100 }).map((x) => x / 1000),
    longitude: fc.integer({ min: -200, max: 1100 }).map((x) => x / 1000),
  });
  fc.assert(
    fc.property(anySample(8), anyPoint, (sample, point) => {
      const graph = graphOf(sample);
      let least = Infinity;
      for (const { from, to } of sample.roads) {
        const [a, b] = [sample.junctions[from] ?? [0, 0], sample.junctions[to] ?? [0, 0]];
        for (let k = 0; k <= STEPS; k++) {
          const [latitude, longitude] = [0, 1].map(
            (d) => ((a[d] ?? 0) + (k / STEPS) * ((b[d] ?? 0) - (a[d] ?? 0))) / 1000,
          );
          least = Math.min(least, 1000 * greatCircleKm(point, { latitude: latitude ?? 0, longitude: longitude ?? 0 }));
        }
      }
      const found = new Places(graph).snap(point, 10_000);
      if (found === undefined) {
        seen.none++;
        expect(least).toBeGreaterThan(9_990);
        return;
      }
      expect(found.meters).toBeLessThanOrEqual(least * 1.001 + 0.01);
      expect(1000 * greatCircleKm(point, found)).toBeCloseTo(found.meters, -1);
      if (found.fraction > 0 && found.fraction < 1) seen.inside++;
    }),
    { seed: 2, numRuns: 120 },
  );
  expect(seen.inside).toBeGreaterThan(15);
  expect(seen.none).toBeGreaterThan(5);
});

test('between points on roads the way costs what the parts of their roads and the junctions between cost', () => {
  const seen = { direct: 0, around: 0 };
  const spot = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(anySample(8), spot, spot, (sample, start, end) => {
      const graph = graphOf(sample);
      const right = allDistances(sample);
      const place = ([r, tenths]: readonly [number, number]) => ({
        ...{ road: r % sample.roads.length, fraction: tenths / 10, meters: 0, latitude: 0, longitude: 0 },
      });
      const [a, b] = [place(start), place(end)];
      const [ra, rb] = [sample.roads[a.road], sample.roads[b.road]];
      if (ra === undefined || rb === undefined) throw new Error('no road');
      const part = (cost: number, fraction: number) => Math.round(cost * fraction);
      const leave = [
        [ra.to, part(ra.cost, 1 - a.fraction)],
        ...(ra.back === null ? [] : [[ra.from, part(ra.back, a.fraction)]]),
      ];
      const reach = [
        [rb.from, part(rb.cost, b.fraction)],
        ...(rb.back === null ? [] : [[rb.to, part(rb.back, 1 - b.fraction)]]),
      ];
      const sums = leave.flatMap(([u = 0, x = 0]) => reach.map(([v = 0, y = 0]) => x + (right[u]?.[v] as number) + y));
      const gap = b.fraction - a.fraction;
      if (a.road === b.road && gap >= 0) sums.push(part(ra.cost, gap));
      else if (a.road === b.road && ra.back !== null) sums.push(part(ra.back, -gap));
      const router = new Router(graph, 'time');
      const first = router.journey(a, b);
      router.prepare();
      for (const journey of [first, router.journey(a, b)]) {
        expect(1000 * (journey?.seconds ?? Number.NaN)).toBeCloseTo(Math.min(...sums), 6);
      }
      if (a.road === b.road) seen.direct++;
      else seen.around++;
    }),
    { seed: 4, numRuns: 250 },
  );
  expect(seen.direct).toBeGreaterThan(5);
  expect(seen.around).toBeGreaterThan(100);
});

test('alternatives begin with the shortest way, are in no way twice, and cost at most 40 % more', () => {
  const size = 9;
  const junctions = Array.from(
    { length: size * size },
    (_, k) => [10 * Math.floor(k / size), 10 * (k % size)] as const,
  );
  // The streets of the border and one in the middle are fast.
  const speed = (line: number) => (line % 4 === 0 ? 6 : 10);
  const roads = junctions.flatMap((_, k) => {
    const [east, north] = [speed(Math.floor(k / size)) + ((k * 7) % 3), speed(k % size) + ((k * 11) % 3)];
    return [
      ...((k + 1) % size === 0 ? [] : [{ from: k, to: k + 1, cost: east, back: east + 1 }]),
      ...(k + size >= size * size ? [] : [{ from: k, to: k + size, cost: north, back: north }]),
    ];
  });
  const sample = { junctions, roads };
  const views = arcViews(graphOf(sample), 'time');
  const ways = findAlternatives(views, at(0), at(size * size - 1), 3);
  const shortest = allDistances(sample)[0]?.[size * size - 1] as number;
  expect(ways).toHaveLength(3);
  expect(ways[0]?.cost).toBe(shortest);
  expect(new Set(ways.map(({ arcs }) => arcs.join())).size).toBe(3);
  for (const { cost, arcs } of ways) {
    expect(cost).toBeLessThanOrEqual(1.4 * shortest);
    expect(arcs.reduce((sum, arc) => sum + (views.forward.weight[arc] as number), 0)).toBe(cost);
  }
});

test('without a map a way is the great circle times the circuity, at the speed given', () => {
  const way = straightJourney(
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 1 },
    { circuity: 1.3, speed: 50 },
  );
  expect(way.meters / 1000).toBeCloseTo(1.3 * 111.195, 1);
  expect(way.seconds).toBeCloseTo((3.6 * way.meters) / 50, 6);
});
