import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesOf, makeBlocks } from '../../../../core/loading/blocks.ts';
import { type Cargo, lyingsOf } from '../../../../core/loading/cargo.ts';
import { emptySpaces, type Spaces, STRIDE, takeRegion } from '../../../../core/loading/spaces.ts';

const SIZE = 6;

const has = (spaces: Spaces, x: number, y: number, z: number) => {
  for (let s = 0; s < spaces.length; s += STRIDE) {
    const [x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0] = spaces.slice(s, s + 6);
    if (x >= x0 && x < x1 && y >= y0 && y < y1 && z >= z0 && z < z1) return true;
  }
  return false;
};

test('spaces are together exactly what is empty, and no space lies in another', () => {
  let cut = 0;
  const spot = fc.integer({ min: 0, max: SIZE - 1 });
  const extent = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(spot, spot, spot, extent, extent, extent), { maxLength: 6 }), (regions) => {
      let spaces = emptySpaces(SIZE, SIZE, SIZE);
      regions.forEach(([x, y, z, dx, dy, dz], number) => {
        spaces = takeRegion(spaces, { x, y, z, dx, dy, dz, number, topX: dx, topY: dy }, false, 1);
      });
      for (let k = 0; k < SIZE ** 3; k++) {
        const [x, y, z] = [k % SIZE, Math.floor(k / SIZE) % SIZE, Math.floor(k / SIZE ** 2)];
        const isTaken = regions.some(
          ([a, b, c, dx, dy, dz]) => x >= a && x < a + dx && y >= b && y < b + dy && z >= c && z < c + dz,
        );
        expect(has(spaces, x, y, z)).toBe(!isTaken);
      }
      const list = Array.from({ length: spaces.length / STRIDE }, (_, s) => spaces.slice(s * STRIDE, s * STRIDE + 6));
      for (const one of list) {
        const holders = list.filter((two) =>
          [0, 1, 2].every((d) => (two[d] ?? 0) <= (one[d] ?? 0) && (two[d + 3] ?? 0) >= (one[d + 3] ?? 0)),
        );
        expect(holders).toEqual([one]);
      }
      cut += list.length;
    }),
    { seed: 7, numRuns: 100 },
  );
  expect(cut).toBeGreaterThan(500);
});

test('where support is needed, the space above a block is no wider than the flat part of its top', () => {
  const spaces = takeRegion(
    emptySpaces(6, 6, 6),
    { x: 0, y: 0, z: 0, dx: 4, dy: 4, dz: 2, number: 0, topX: 3, topY: 4 },
    true,
    1,
  );
  const above = Array.from({ length: spaces.length / STRIDE }, (_, s) => spaces.slice(s * STRIDE, (s + 1) * STRIDE));
  expect(above.filter((space) => space[6] === 0)).toEqual([[0, 0, 2, 3, 4, 6, 0]]);
});

test('a block holds its boxes within its extents, none in another, as many as it says, and no more than there are', () => {
  const seen = { joined: 0, kinds: 0 };
  const kinds = [
    { size: [3, 2, 2], count: 6 },
    { size: [2, 2, 1], count: 5 },
    { size: [4, 3, 2], count: 3 },
  ] as const;
  for (const isSupported of [true, false]) {
    const cargo: Cargo = {
      hold: { length: 12, width: 6, height: 6, maxWeight: 40, offset: 0, carried: { weight: 0, moment: 0 } },
      kinds: kinds.map(({ size, count }, k) => ({
        id: String(k),
        count,
        lyings: lyingsOf(size, { length: k === 0, width: true, height: true }, true),
        volume: size[0] * size[1] * size[2],
        weight: 2 + k,
        stop: 1,
        isFragile: k === 1,
        bears: k === 2 ? 8 : Infinity,
      })),
      rules: { isSupported, isLastInFirstOut: false },
    };
    for (const block of makeBlocks(cargo, 1)) {
      const boxes = boxesOf(block, 0, 0, 0);
      const cells = new Set<number>();
      for (const { kind, x, y, z, lying } of boxes) {
        expect(cargo.kinds[kind]?.lyings).toContainEqual(lying);
        expect([x + lying[0] <= block.dx, y + lying[1] <= block.dy, z + lying[2] <= block.dz]).toEqual([
          true,
          true,
          true,
        ]);
        for (let c = 0; c < lying[0] * lying[1] * lying[2]; c++) {
          const [i, j, k] = [c % lying[0], Math.floor(c / lying[0]) % lying[1], Math.floor(c / (lying[0] * lying[1]))];
          cells.add((x + i) * 10_000 + (y + j) * 100 + z + k);
        }
      }
      expect(cells.size).toBe(block.volume);
      const counts = cargo.kinds.map((_, kind) => boxes.filter((box) => box.kind === kind).length);
      expect(counts.every((count, kind) => count <= (cargo.kinds[kind]?.count ?? 0))).toBe(true);
      expect(boxes.reduce((sum, { kind }) => sum + (cargo.kinds[kind]?.weight ?? 0), 0)).toBe(block.weight);
      if ('axis' in block.build) seen.joined++;
      if (block.uses.length > 2) seen.kinds++;
    }
  }
  expect(seen.joined).toBeGreaterThan(100);
  expect(seen.kinds).toBeGreaterThan(100);
});
