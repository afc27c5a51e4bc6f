import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BoxType,
  type CartonItem,
  cartonize,
  fitsAlone,
  orientationsOf,
  type PlacedItem,
  type Size,
  TURNS,
  volumeOf,
} from '../../../../core/fulfillment/index.ts';

const size = (max: number): fc.Arbitrary<Size> =>
  fc.record({
    lengthMm: fc.integer({ min: 1, max }),
    widthMm: fc.integer({ min: 1, max }),
    heightMm: fc.integer({ min: 1, max }),
  });
const items = (max: number, count: number): fc.Arbitrary<readonly CartonItem[]> =>
  fc
    .array(fc.tuple(size(max), fc.integer({ min: 0, max: 900 }), fc.constantFrom(...TURNS)), {
      minLength: 1,
      maxLength: count,
    })
    .map((all) => all.map(([each, grams, turning], i) => ({ ...each, key: `i${i}`, grams, turning })));
const boxes = (max: number): fc.Arbitrary<readonly BoxType[]> =>
  fc
    .array(fc.tuple(size(max), fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 1, max: 500 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) =>
      all.map(([each, maxGrams, costMinor], i) => ({ ...each, code: `b${i}`, maxGrams, tareGrams: 50, costMinor })),
    );

const meet = (a: PlacedItem, b: PlacedItem): boolean =>
  a.xMm < b.xMm + b.lengthMm &&
  b.xMm < a.xMm + a.lengthMm &&
  a.yMm < b.yMm + b.widthMm &&
  b.yMm < a.yMm + a.widthMm &&
  a.zMm < b.zMm + b.heightMm &&
  b.zMm < a.zMm + a.heightMm;

describe('cartonisation', () => {
  test('puts every item in exactly one box, on a side it may lie on, inside, apart from others and within the weight', () => {
    const seen = { refused: 0, oneBox: 0, severalBoxes: 0, turned: 0, severalTypes: 0, severalInBox: 0 };
    fc.assert(
      fc.property(items(12, 14), boxes(20), (given, catalogue) => {
        const packed = cartonize(given, catalogue);
        if (!packed.ok) {
          seen.refused += 1;
          const alone = given.filter((item) => !catalogue.some((box) => fitsAlone(item, box)));
          expect(packed.error.keys).toEqual(alone.map(({ key }) => key));
          return;
        }
        const byKey = new Map(given.map((item) => [item.key, item]));
        expect(packed.value.flatMap((box) => box.items.map(({ key }) => key)).sort()).toEqual([...byKey.keys()].sort());
        for (const { box, items: inside, grams } of packed.value) {
          const net = inside.reduce((sum, { key }) => sum + (byKey.get(key)?.grams ?? 0), 0);
          expect(net).toBeLessThanOrEqual(box.maxGrams);
          expect(grams).toBe(net + box.tareGrams);
          for (const [i, item] of inside.entries()) {
            const original = byKey.get(item.key);
            if (!original) throw new Error('an item came from nowhere');
            const { lengthMm, widthMm, heightMm } = item;
            expect(orientationsOf(original)).toContainEqual({ lengthMm, widthMm, heightMm });
            expect(Math.min(item.xMm, item.yMm, item.zMm)).toBeGreaterThanOrEqual(0);
            expect(item.xMm + lengthMm).toBeLessThanOrEqual(box.lengthMm);
            expect(item.yMm + widthMm).toBeLessThanOrEqual(box.widthMm);
            expect(item.zMm + heightMm).toBeLessThanOrEqual(box.heightMm);
            expect(inside.slice(i + 1).filter((other) => meet(item, other))).toEqual([]);
            if (lengthMm !== original.lengthMm || heightMm !== original.heightMm) seen.turned += 1;
          }
          if (inside.length > 1) seen.severalInBox += 1;
        }
        if (packed.value.length > 1) seen.severalBoxes += 1;
        else seen.oneBox += 1;
        if (new Set(packed.value.map(({ box }) => box.code)).size > 1) seen.severalTypes += 1;
      }),
      { numRuns: 1500, seed: 20_261_124 },
    );
    for (const [name, count] of Object.entries(seen)) expect([name, count > 20]).toEqual([name, true]);
  });

  test('needs no more boxes than the exact answer in nearly all tiny cases, and never two more', () => {
    const box: BoxType = {
      code: 'tiny',
      lengthMm: 3,
      widthMm: 3,
      heightMm: 2,
      maxGrams: 1000,
      tareGrams: 0,
      costMinor: 1,
    };
    const counted = { same: 0, more: 0, several: 0 };
    fc.assert(
      fc.property(items(3, 5), (given) => {
        const possible = given.filter((item) => fitsAlone(item, box));
        if (possible.length === 0) return;
        const packed = cartonize(possible, [box]);
        if (!packed.ok) throw new Error('every item fits alone');
        const fewest = exactBoxes(possible, box);
        expect(packed.value.length).toBeGreaterThanOrEqual(fewest);
        expect(packed.value.length).toBeLessThanOrEqual(fewest + 1);
        if (packed.value.length === fewest) counted.same += 1;
        else counted.more += 1;
        if (fewest > 1) counted.several += 1;
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(counted.several).toBeGreaterThan(50);
    expect(counted.same / (counted.same + counted.more)).toBeGreaterThan(0.97);
  });

  test.each([
    ['eight cubes fill a box of twice their size', 8, 1],
    ['nine need a second', 9, 2],
  ])('%s', (_, count, expected) => {
    const cube = { lengthMm: 50, widthMm: 50, heightMm: 50, grams: 10, turning: 'any' as const };
    const box = { code: 'b', lengthMm: 100, widthMm: 100, heightMm: 100, maxGrams: 1000, tareGrams: 0, costMinor: 1 };
    const packed = cartonize(
      Array.from({ length: count }, (__, i) => ({ ...cube, key: `c${i}` })),
      [box],
    );
    expect(packed.ok && packed.value.length).toBe(expected);
  });

  test('takes the cheapest box that holds everything, and two small ones where a large one costs more than both', () => {
    const item = (key: string): CartonItem => ({
      key,
      lengthMm: 90,
      widthMm: 90,
      heightMm: 90,
      grams: 100,
      turning: 'any',
    });
    const small = {
      code: 's',
      lengthMm: 100,
      widthMm: 100,
      heightMm: 100,
      maxGrams: 1000,
      tareGrams: 20,
      costMinor: 30,
    };
    const large = { ...small, code: 'l', lengthMm: 200, costMinor: 50 };
    const codes = (catalogue: readonly BoxType[]) => {
      const packed = cartonize([item('a'), item('b')], catalogue);
      return packed.ok ? packed.value.map(({ box }) => box.code) : packed.error;
    };
    expect(codes([small, large])).toEqual(['l']);
    expect(codes([small, { ...large, costMinor: 70 }])).toEqual(['s', 's']);
  });
});

/** The fewest boxes by trying every division of the items into groups, each group by every placement on the grid. */
function exactBoxes(given: readonly CartonItem[], box: BoxType): number {
  const fits = new Map<string, boolean>();
  const groupFits = (group: readonly CartonItem[]): boolean => {
    const name = group.map(({ key }) => key).join(' ');
    const known = fits.get(name) ?? placeAll(group, box, []);
    fits.set(name, known);
    return known;
  };
  let fewest = given.length;
  const divide = (i: number, groups: readonly (readonly CartonItem[])[]): void => {
    if (groups.length >= fewest) return;
    const item = given[i];
    if (!item) {
      fewest = groups.length;
      return;
    }
    for (const [g, group] of groups.entries()) {
      const grown = [...group, item];
      if (groupFits(grown)) divide(i + 1, groups.with(g, grown));
    }
    divide(i + 1, [...groups, [item]]);
  };
  divide(0, []);
  return fewest;
}

function placeAll(group: readonly CartonItem[], box: BoxType, placed: readonly PlacedItem[]): boolean {
  const all = group.reduce((sum, item) => sum + volumeOf(item), 0);
  const grams = group.reduce((sum, item) => sum + item.grams, 0);
  if (placed.length === 0 && (all > volumeOf(box) || grams > box.maxGrams)) return false;
  const item = group[placed.length];
  if (!item) return true;
  for (const lying of orientationsOf(item)) {
    for (let xMm = 0; xMm + lying.lengthMm <= box.lengthMm; xMm++) {
      for (let yMm = 0; yMm + lying.widthMm <= box.widthMm; yMm++) {
        for (let zMm = 0; zMm + lying.heightMm <= box.heightMm; zMm++) {
          const next = { key: item.key, xMm, yMm, zMm, ...lying };
          if (!placed.some((other) => meet(other, next)) && placeAll(group, box, [...placed, next])) return true;
        }
      }
    }
  }
  return false;
}
