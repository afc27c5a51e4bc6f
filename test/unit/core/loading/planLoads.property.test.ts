import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLoads } from '../../../../core/loading/checkLoads.ts';
import { drawLoad } from '../../../../core/loading/drawLoad.ts';
import { anyCase, caseOf, planned } from './samples.ts';

test('whatever the rules, a plan keeps all of them by the checker, twice the same, and can be drawn', () => {
  const seen = { boxes: 0, stacked: 0, stops: 0, left: 0, fragile: 0, axles: 0, second: 0 };
  fc.assert(
    fc.property(anyCase, (given) => {
      const plan = planned(given);
      const check = checkLoads(given, plan);
      expect(check.violations).toEqual([]);
      expect(check.left).toEqual(plan.left);
      expect(planned(given)).toEqual(plan);
      const boxes = plan.loads.flatMap((load) => load.boxes);
      seen.boxes += boxes.length;
      seen.stacked += boxes.filter(({ z }) => z > 0).length;
      seen.left += plan.left.length;
      seen.axles += check.axles.length;
      seen.second += plan.loads.filter(({ compartment, number }) => compartment !== 'room 0' || number > 1).length;
      for (const load of plan.loads) {
        const items = load.boxes.map(({ item }) => given.items.find(({ id }) => id === item));
        if (new Set(items.map((item) => item?.stop)).size > 1) seen.stops++;
        if (items.some((item) => item?.fragile === true)) seen.fragile++;
        expect(drawLoad(given, load)).toContain(`${load.boxes.length} boxes in`);
      }
    }),
    { seed: 12, numRuns: 50 },
  );
  expect(seen.boxes).toBeGreaterThan(400);
  expect(seen.stacked).toBeGreaterThan(100);
  expect(seen.stops).toBeGreaterThan(10);
  expect(seen.fragile).toBeGreaterThan(7);
  expect(seen.axles).toBeGreaterThan(7);
  expect(seen.second).toBeGreaterThan(10);
  expect(seen.left).toBeGreaterThan(10);
});

test('boxes that tile their room fill it, supported and in the order of their stops', () => {
  const given = caseOf({
    vehicles: [{ id: 'van', compartments: [{ id: 'room', length: 12, width: 6, height: 6 }] }],
    items: [1, 2, 3].map((stop) => ({ id: `s${stop}`, quantity: 12, length: 2, width: 3, height: 2, stop })),
  });
  const plan = planned(given);
  const check = checkLoads(given, plan);
  expect(check).toMatchObject({ feasible: true, left: [], loads: [{ volumeShare: 1, leastSupport: 1 }] });
  expect(plan.loads[0]?.boxes.map(({ item }) => item)).toEqual([
    ...Array<string>(12).fill('s3'),
    ...Array<string>(12).fill('s2'),
    ...Array<string>(12).fill('s1'),
  ]);
});

test('pallets are filled one after another, each within its weight', () => {
  const given = caseOf({
    vehicles: [
      { id: 'pallet', count: 5, compartments: [{ id: 'top', length: 12, width: 8, height: 10, maxWeight: 100 }] },
    ],
    items: [{ id: 'carton', quantity: 40, length: 4, width: 4, height: 5, weight: 10 }],
  });
  const plan = planned(given);
  expect(plan.left).toEqual([]);
  expect(plan.loads.map(({ number, boxes }) => [number, boxes.length])).toEqual([
    [1, 10],
    [2, 10],
    [3, 10],
    [4, 10],
  ]);
});

test('a box that fits nowhere is left, and the rest is loaded', () => {
  const given = caseOf({
    vehicles: [{ id: 'van', compartments: [{ id: 'room', length: 10, width: 10, height: 10 }] }],
    items: [
      { id: 'pole', length: 20, width: 1, height: 1 },
      { id: 'box', length: 5, width: 5, height: 5 },
    ],
  });
  expect(planned(given)).toMatchObject({
    left: [{ item: 'pole', quantity: 1 }],
    loads: [{ boxes: [{ item: 'box' }] }],
  });
});

test('a drawing names vehicle and items as text, whatever they are called', () => {
  const given = caseOf({
    vehicles: [{ id: 'van <1> & co', compartments: [{ id: 'room', length: 10, width: 10, height: 10 }] }],
    items: [{ id: '<script>', quantity: 2, length: 5, width: 5, height: 5 }],
  });
  const [load] = planned(given).loads;
  const drawing = load === undefined ? '' : drawLoad(given, load);
  expect(drawing).toContain('1. 2 × &lt;script>, 5 × 5 × 5, stop 1');
  expect(drawing).not.toContain('<script');
  expect(drawing).toContain('van &lt;1> &amp; co 1, room: 2 boxes in 1 steps');
});
