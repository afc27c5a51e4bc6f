/**
 * The empty room of a hold as maximal spaces, which overlap (Lai and Chan 1997). Each is seven numbers: its corners x0, y0, z0, x1, y1,
 * z1, and the number of the placement on whose top it stands, or FLOOR.
 */
export type Spaces = readonly number[];

export const STRIDE = 7;
export const FLOOR = -1;

/** The region that a block takes, the number of its placement, and the flat part of its top. */
export interface Taken {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  readonly number: number;
  readonly topX: number;
  readonly topY: number;
}

/** The whole hold. */
export const emptySpaces = (length: number, width: number, height: number): Spaces => [
  0,
  0,
  0,
  length,
  width,
  height,
  FLOOR,
];

/**
 * The spaces that are left when a region is taken. Where boxes need support, the space above is only as wide as the flat top; else it
 * is as wide as the space was. Spaces thinner than `least` on any side are left out, since no box fits.
 */
export function takeRegion(spaces: Spaces, taken: Taken, isSupported: boolean, least: number): number[] {
  const kept: number[] = [];
  const cut: number[] = [];
  const { x, y, z, number } = taken;
  const [ex, ey, ez] = [x + taken.dx, y + taken.dy, z + taken.dz];
  for (let s = 0; s < spaces.length; s += STRIDE) {
    const x0 = spaces[s] as number;
    const y0 = spaces[s + 1] as number;
    const z0 = spaces[s + 2] as number;
    const x1 = spaces[s + 3] as number;
    const y1 = spaces[s + 4] as number;
    const z1 = spaces[s + 5] as number;
    const base = spaces[s + 6] as number;
    if (x >= x1 || ex <= x0 || y >= y1 || ey <= y0 || z >= z1 || ez <= z0) {
      kept.push(x0, y0, z0, x1, y1, z1, base);
      continue;
    }
    if (x - x0 >= least) cut.push(x0, y0, z0, x, y1, z1, base);
    if (x1 - ex >= least) cut.push(ex, y0, z0, x1, y1, z1, base);
    if (y - y0 >= least) cut.push(x0, y0, z0, x1, y, z1, base);
    if (y1 - ey >= least) cut.push(x0, ey, z0, x1, y1, z1, base);
    if (z - z0 >= least) cut.push(x0, y0, z0, x1, y1, z, base);
    if (z1 - ez < least) continue;
    if (!isSupported) cut.push(x0, y0, ez, x1, y1, z1, number);
    else {
      const [right, back] = [Math.min(x1, x + taken.topX), Math.min(y1, y + taken.topY)];
      const [left, front] = [Math.max(x0, x), Math.max(y0, y)];
      if (right - left >= least && back - front >= least) cut.push(left, front, ez, right, back, z1, number);
    }
  }
  for (let s = 0; s < cut.length; s += STRIDE) {
    if (!isInside(cut, s, kept) && !isInsideOther(cut, s))
      for (let k = 0; k < STRIDE; k++) kept.push(cut[s + k] as number);
  }
  return kept;
}

function isInside(cut: readonly number[], s: number, others: readonly number[]): boolean {
  for (let o = 0; o < others.length; o += STRIDE) if (contains(others, o, cut, s)) return true;
  return false;
}

/** Inside another cut; of two that are equal the first stays. */
function isInsideOther(cut: readonly number[], s: number): boolean {
  for (let o = 0; o < cut.length; o += STRIDE) {
    if (o !== s && contains(cut, o, cut, s) && (o < s || !contains(cut, s, cut, o))) return true;
  }
  return false;
}

function contains(a: readonly number[], o: number, b: readonly number[], s: number): boolean {
  return (
    (a[o] as number) <= (b[s] as number) &&
    (a[o + 1] as number) <= (b[s + 1] as number) &&
    (a[o + 2] as number) <= (b[s + 2] as number) &&
    (a[o + 3] as number) >= (b[s + 3] as number) &&
    (a[o + 4] as number) >= (b[s + 4] as number) &&
    (a[o + 5] as number) >= (b[s + 5] as number)
  );
}
