import type { BoxKind, Cargo, Hold, Lying } from './cargo.ts';

/** Boxes put together as one: a grid of one kind lying one way, or two blocks side by side or one on the other. */
export type Build =
  | { readonly kind: number; readonly lying: Lying; readonly grid: Lying }
  | { readonly axis: 0 | 1 | 2; readonly one: Block; readonly other: Block };

/** A block with what a search asks of it. Extents and volumes in units of the cargo. */
export interface Block {
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  /** The volume of its boxes. */
  readonly volume: number;
  readonly weight: number;
  /** Weight times distance along the hold from the block's corner, over its boxes. */
  readonly moment: number;
  /** How many boxes of which kind, as pairs: kind, count. */
  readonly uses: readonly number[];
  /** The part of its top that is flat and full, from its corner; 0 by 0 when nothing may stand on it. */
  readonly topX: number;
  readonly topY: number;
  readonly isFragile: boolean;
  readonly isAllFragile: boolean;
  /** The most that may still lie on it, wherever on its top. */
  readonly bears: number;
  readonly build: Build;
}

/** How full a block of several kinds must be, and how many blocks there may be (Zhu and Lim 2012 take 98 % and 10,000). */
const LEAST_FILLED = 0.98;
const MOST_BLOCKS = 8000;
/** Where boxes of many stops share a hold, each stop has its part of the blocks, but no fewer than this. */
const FEWEST_BLOCKS = 500;
/** The part of them that may be grids of one kind. */
const SIMPLE_PART = 0.75;
/** Looking at a pair takes some tens of nanoseconds; this many for each block that there may be. */
const PAIRS_OF_BLOCK = 500;

/**
 * The blocks of some kinds of boxes, largest volume first: general blocks as Fanslau and Bortfeldt (2010, "A tree search algorithm for
 * solving the container loading problem") and Zhu and Lim (2012, "A new greedy look-ahead heuristic for the container loading
 * problem") build them, from grids of one kind by putting two together again and again.
 */
export function makeBlocks({ hold, kinds, rules }: Cargo, stop: number): Block[] {
  const stops = new Set(kinds.map((kind) => kind.stop)).size;
  const most = Math.max(FEWEST_BLOCKS, Math.floor(MOST_BLOCKS / stops));
  const simple = kinds.flatMap((kind, k) => (kind.stop === stop ? gridsOf(kind, k, hold) : []));
  simple.sort(byVolume);
  const blocks = simple.slice(0, SIMPLE_PART * most);
  for (const [k, kind] of kinds.entries()) {
    if (kind.stop === stop) blocks.push(...singles(kind, k, hold).filter((block) => !blocks.includes(block)));
  }
  const known = new Set(blocks.map(signature));
  const joining = { hold, kinds, isSupported: rules.isSupported };
  for (let from = 0; from < blocks.length && blocks.length < most; ) {
    const until = blocks.length;
    for (const joined of joinAll(blocks, from, PAIRS_OF_BLOCK * most, joining)) {
      if (known.has(signature(joined))) continue;
      known.add(signature(joined));
      blocks.push(joined);
      if (blocks.length >= most) break;
    }
    from = until;
  }
  const unique = [...new Map(blocks.map((block) => [signature(block), block])).values()];
  return unique.sort(byVolume);
}

const byVolume = (a: Block, b: Block): number => b.volume - a.volume;

const signature = ({ dx, dy, dz, uses, topX, topY }: Block): string =>
  `${dx} ${dy} ${dz} ${uses.join()} ${topX} ${topY}`;

function singles(kind: BoxKind, k: number, hold: Hold): Block[] {
  return kind.lyings.flatMap((lying) => grid(kind, k, lying, [1, 1, 1], hold) ?? []);
}

function gridsOf(kind: BoxKind, k: number, hold: Hold): Block[] {
  const blocks: Block[] = [];
  for (const lying of kind.lyings) {
    const [mx, my, mz] = [hold.length / lying[0], hold.width / lying[1], hold.height / lying[2]].map(Math.floor);
    for (let nx = 1; nx <= Math.min(mx ?? 0, kind.count); nx++) {
      for (let ny = 1; ny <= Math.min(my ?? 0, Math.floor(kind.count / nx)); ny++) {
        for (let nz = 1; nz <= Math.min(mz ?? 0, Math.floor(kind.count / (nx * ny))); nz++) {
          const block = grid(kind, k, lying, [nx, ny, nz], hold);
          if (block !== undefined) blocks.push(block);
        }
      }
    }
  }
  return blocks;
}

function grid(kind: BoxKind, k: number, lying: Lying, [nx, ny, nz]: Lying, hold: Hold): Block | undefined {
  const count = nx * ny * nz;
  const [dx, dy, dz] = [nx * lying[0], ny * lying[1], nz * lying[2]];
  const bears = kind.bears - (nz - 1) * kind.weight;
  if (count > kind.count || bears < 0 || count * kind.weight > hold.maxWeight) return undefined;
  if (dx > hold.length || dy > hold.width || dz > hold.height) return undefined;
  return {
    dx,
    dy,
    dz,
    volume: count * kind.volume,
    weight: count * kind.weight,
    moment: (count * kind.weight * dx) / 2,
    uses: [k, count],
    topX: dx,
    topY: dy,
    isFragile: kind.isFragile,
    isAllFragile: kind.isFragile,
    bears,
    build: { kind: k, lying, grid: [nx, ny, nz] },
  };
}

/** All that the blocks from a number on make with any block, the large ones first, over so many pairs. */
function* joinAll(blocks: readonly Block[], from: number, pairs: number, joining: Joining): Generator<Block> {
  const until = blocks.length;
  let left = pairs;
  for (let i = from; i < until; i++) {
    const one = blocks[i] as Block;
    left -= until;
    if (left < 0) return;
    for (let j = 0; j < until; j++) {
      const other = blocks[j] as Block;
      const volume = (one.volume + other.volume) / LEAST_FILLED;
      const dx = Math.max(one.dx, other.dx);
      const dy = Math.max(one.dy, other.dy);
      const dz = Math.max(one.dz, other.dz);
      // Most pairs end here: no object is made for them.
      const isAlong = volume >= (one.dx + other.dx) * dy * dz;
      const isAcross = volume >= dx * (one.dy + other.dy) * dz;
      const isUp = volume >= dx * dy * (one.dz + other.dz);
      if (isAlong) yield* join(one, other, 0, joining);
      if (isAcross) yield* join(one, other, 1, joining);
      if (isUp) yield* join(one, other, 2, joining);
    }
  }
}

interface Joining {
  readonly hold: Hold;
  readonly kinds: readonly BoxKind[];
  readonly isSupported: boolean;
}

/** Two blocks as one along an axis; none when that leaves gaps, does not fit, or may not be stacked. */
function join(one: Block, other: Block, axis: 0 | 1 | 2, joining: Joining): Block[] {
  const { hold, kinds, isSupported } = joining;
  const dx = axis === 0 ? one.dx + other.dx : Math.max(one.dx, other.dx);
  const dy = axis === 1 ? one.dy + other.dy : Math.max(one.dy, other.dy);
  const dz = axis === 2 ? one.dz + other.dz : Math.max(one.dz, other.dz);
  const volume = one.volume + other.volume;
  if (dx > hold.length || dy > hold.width || dz > hold.height || one.weight + other.weight > hold.maxWeight) return [];
  if (axis === 2 && !isStackable(one, other, isSupported)) return [];
  const uses = usesOfBoth(one.uses, other.uses, kinds);
  if (uses === undefined) return [];
  const top = topOf(one, other, axis);
  const joined = {
    dx,
    dy,
    dz,
    volume,
    weight: one.weight + other.weight,
    moment: one.moment + other.moment + (axis === 0 ? one.dx * other.weight : 0),
    uses,
    topX: top[0],
    topY: top[1],
    isFragile: one.isFragile || other.isFragile,
    isAllFragile: one.isAllFragile && other.isAllFragile,
    bears: axis === 2 ? Math.min(other.bears, one.bears - other.weight) : Math.min(one.bears, other.bears),
    build: { axis, one, other },
  };
  return [joined];
}

function isStackable(lower: Block, upper: Block, isSupported: boolean): boolean {
  if (isSupported && (upper.dx > lower.topX || upper.dy > lower.topY)) return false;
  return lower.bears >= upper.weight && (!lower.isFragile || upper.isAllFragile);
}

function topOf(one: Block, other: Block, axis: 0 | 1 | 2): readonly [number, number] {
  if (axis === 2) return [other.topX, other.topY];
  if (one.dz > other.dz) return [one.topX, one.topY];
  if (one.dz < other.dz) return [0, 0];
  if (axis === 0) {
    const isFull = one.topX === one.dx && other.topY >= 0;
    return isFull ? [one.topX + other.topX, Math.min(one.topY, other.topY)] : [one.topX, one.topY];
  }
  const isFull = one.topY === one.dy;
  return isFull ? [Math.min(one.topX, other.topX), one.topY + other.topY] : [one.topX, one.topY];
}

function usesOfBoth(one: readonly number[], other: readonly number[], kinds: readonly BoxKind[]): number[] | undefined {
  const counts = new Map<number, number>();
  for (const uses of [one, other]) {
    for (let i = 0; i < uses.length; i += 2) {
      const kind = uses[i] as number;
      const count = (counts.get(kind) ?? 0) + (uses[i + 1] as number);
      if (count > (kinds[kind]?.count ?? 0)) return undefined;
      counts.set(kind, count);
    }
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
}

/** A box in its place: its kind, corner and extents. */
export interface PlacedBox {
  readonly kind: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly lying: Lying;
}

/** The boxes of a block whose corner is at a place, lowest and foremost first. */
export function boxesOf({ build }: Block, x: number, y: number, z: number): PlacedBox[] {
  if ('axis' in build) {
    const { one, other, axis } = build;
    const [ox, oy, oz] = [axis === 0 ? one.dx : 0, axis === 1 ? one.dy : 0, axis === 2 ? one.dz : 0];
    return [...boxesOf(one, x, y, z), ...boxesOf(other, x + ox, y + oy, z + oz)];
  }
  const { kind, lying, grid: size } = build;
  const boxes: PlacedBox[] = [];
  for (let k = 0; k < size[2]; k++) {
    for (let i = 0; i < size[0]; i++) {
      for (let j = 0; j < size[1]; j++) {
        boxes.push({ kind, x: x + i * lying[0], y: y + j * lying[1], z: z + k * lying[2], lying });
      }
    }
  }
  return boxes;
}
