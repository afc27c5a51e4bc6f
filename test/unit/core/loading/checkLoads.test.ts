import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoadingAnswer } from '../../../../core/documents/loadingCase.ts';
import { bearingOf, type LyingBox, supportOf } from '../../../../core/loading/bearing.ts';
import { checkLoads } from '../../../../core/loading/checkLoads.ts';
import { caseOf } from './samples.ts';

const GIVEN = caseOf({
  vehicles: [
    {
      id: 'van',
      maxWeight: 90,
      axles: { front: { at: 0, maxWeight: 30 }, rear: { at: 10, maxWeight: 80 } },
      compartments: [
        { id: 'cold', length: 4, width: 4, height: 8, maxWeight: 30 },
        { id: 'dry', length: 8, width: 4, height: 8, offset: 4 },
      ],
    },
  ],
  items: [
    { id: 'cube', quantity: 4, length: 2, width: 2, height: 2, weight: 10, stop: 2 },
    { id: 'plank', quantity: 2, length: 4, width: 2, height: 1, weight: 5, stop: 1, turnable: false },
    { id: 'glass', quantity: 2, length: 2, width: 2, height: 1, weight: 1, fragile: true, stop: 2 },
    { id: 'crate', quantity: 2, length: 2, width: 2, height: 2, weight: 2, maxOnTop: 10, stop: 2 },
    { id: 'milk', quantity: 1, length: 2, width: 2, height: 2, weight: 25, compartments: ['cold'], stop: 2 },
  ],
});

type Box = LoadingAnswer['loads'][number]['boxes'][number];
const box = (item: string, [x, y, z]: readonly number[], [length = 2, width = 2, height = 2] = [2, 2, 2]): Box => ({
  ...{ item, x: x ?? 0, y: y ?? 0, z: z ?? 0 },
  ...{ length, width, height },
});
const glass = (at: readonly number[]) => box('glass', at, [2, 2, 1]);
const plank = (at: readonly number[]) => box('plank', at, [4, 2, 1]);
const check = (boxes: readonly Box[], compartment = 'dry') =>
  checkLoads(GIVEN, { loads: [{ vehicle: 'van', number: 1, compartment, boxes: [...boxes] }] });

test('a load that keeps all rules is feasible, with its weights, shares and axle loads', () => {
  const found = check([box('cube', [0, 0, 0]), box('cube', [0, 2, 0]), glass([0, 0, 2]), plank([2, 0, 0])]);
  expect(found.violations).toEqual([]);
  expect(found.loads).toEqual([
    { vehicle: 'van', number: 1, compartment: 'dry', boxes: 4, weight: 26, volumeShare: 28 / 256, leastSupport: 1 },
  ]);
  // Moments from the front axle: 10 · 5 + 10 · 5 + 1 · 5 + 5 · 8 = 145, a tenth of it on the rear axle.
  expect(found.axles).toEqual([{ vehicle: 'van', number: 1, front: 11.5, rear: 14.5 }]);
  expect(found.left).toEqual([
    { item: 'cube', quantity: 2 },
    { item: 'plank', quantity: 1 },
    { item: 'glass', quantity: 1 },
    { item: 'crate', quantity: 2 },
    { item: 'milk', quantity: 1 },
  ]);
});

const FAULTS: readonly (readonly [string, RegExp, readonly Box[], string?])[] = [
  ['an item that is not there', /there is no item ghost/, [box('ghost', [0, 0, 0])]],
  ['more than there are', /1 more of item milk/, [box('milk', [0, 0, 0]), box('milk', [0, 2, 0])], 'cold'],
  ['another size', /another size/, [box('cube', [0, 0, 0], [2, 2, 3])]],
  ['a forbidden turn', /may not lie on/, [box('plank', [0, 0, 0], [2, 4, 1])]],
  ['a forbidden side', /may not lie on/, [box('plank', [0, 0, 0], [1, 2, 4])]],
  ['a box through the wall', /reaches out/, [box('cube', [0, 3, 0])]],
  ['two boxes in one place', /is in the place of/, [box('cube', [0, 0, 0]), box('crate', [1, 1, 1])]],
  ['a box over a gap', /50 % of its base/, [box('cube', [0, 0, 0]), plank([0, 0, 2])]],
  ['a heavy box on a fragile one', /which is fragile/, [glass([0, 0, 0]), box('crate', [0, 0, 1])]],
  [
    'too much on a weak box',
    /bears 20, above 10/,
    [box('crate', [0, 0, 0]), box('cube', [0, 0, 2]), box('cube', [0, 0, 4])],
  ],
  ['a compartment that is not its own', /may not be in compartment dry/, [box('milk', [0, 0, 0])]],
  ['a compartment above its weight', /carries 35, above 30/, [box('milk', [0, 0, 0]), box('cube', [0, 2, 0])], 'cold'],
  [
    'an axle above its weight',
    /the front axle carries/,
    [0, 2].flatMap((z) => [box('cube', [0, 0, z]), box('cube', [0, 2, z])]),
    'cold',
  ],
  ['what leaves first under what leaves later', /cannot leave at its stop/, [plank([0, 0, 0]), box('cube', [0, 0, 1])]],
  [
    'what leaves first behind what leaves later',
    /cannot leave at its stop/,
    [plank([0, 0, 0]), box('cube', [4, 0, 0])],
  ],
  ['a box loaded under another', /loaded after what lies over it/, [glass([0, 0, 2]), box('cube', [0, 0, 0])]],
  ['a box loaded behind another', /stands in its way/, [box('cube', [4, 0, 0]), box('cube', [0, 0, 0])]],
  ['an unknown compartment', /van 1 attic is not in the case/, [], 'attic'],
];

test.each(FAULTS.map(([title, reason, boxes, compartment = 'dry']) => ({ title, reason, boxes, compartment })))(
  '$title is found',
  ({ reason, boxes, compartment }) => {
    const found = check(boxes, compartment);
    expect(found.feasible).toBe(false);
    expect(found.violations.join('\n')).toMatch(reason);
  },
);

const anyBox = fc.record({
  x: fc.integer({ min: 0, max: 3 }),
  y: fc.integer({ min: 0, max: 3 }),
  z: fc.integer({ min: 0, max: 3 }),
  length: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 1, max: 2 }),
});

const cellsOf = ({ x, y, z, length, width, height }: LyingBox) =>
  Array.from({ length: length * width * height }, (_, k) => [
    x + (k % length),
    y + (Math.floor(k / length) % width),
    z + Math.floor(k / (length * width)),
  ]);

test('support is the part of the base under which a cell is full, and weight goes down to the floor whole', () => {
  let partly = 0;
  fc.assert(
    fc.property(fc.array(anyBox, { minLength: 1, maxLength: 9 }), (given) => {
      const boxes: LyingBox[] = [];
      const full = new Set<string>();
      for (const entry of given) {
        const cells = cellsOf(entry).map(String);
        if (cells.some((cell) => full.has(cell))) continue;
        boxes.push(entry);
        for (const cell of cells) full.add(cell);
      }
      for (const entry of boxes) {
        const base = cellsOf(entry).filter(([, , z]) => z === entry.z);
        const held = base.filter(([x = 0, y = 0, z = 0]) => z === 0 || full.has(String([x, y, z - 1]))).length;
        expect(supportOf(entry, boxes)).toBeCloseTo(held / base.length, 9);
        if (held > 0 && held < base.length) partly++;
      }
      const borne = bearingOf(boxes, (k) => k + 1);
      const onFloor = boxes.reduce((sum, { z }, k) => {
        const stands = z === 0 || supportOf(boxes[k] as LyingBox, boxes) === 0;
        return stands ? sum + k + 1 + (borne[k] as number) : sum;
      }, 0);
      expect(onFloor).toBeCloseTo((boxes.length * (boxes.length + 1)) / 2, 9);
    }),
    { seed: 9, numRuns: 200 },
  );
  expect(partly).toBeGreaterThan(30);
});
