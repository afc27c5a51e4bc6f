import { err, ok, type Result } from '../shared/result.ts';
import { type Best, bestPlace, type Cavity, emptyCavity, fill, type Size } from './spaces.ts';

/** `any` may lie on every side; `upright` is turned about its vertical axis alone; `fixed` not at all. */
export const TURNS = ['any', 'upright', 'fixed'] as const;
export type Turning = (typeof TURNS)[number];

/** A box of the catalogue: inner size, what it may carry and weighs itself in grams, and its cost in minor units. */
export type BoxType = Size & {
  readonly code: string;
  readonly maxGrams: number;
  readonly tareGrams: number;
  readonly costMinor: number;
};

export type CartonItem = Size & { readonly key: string; readonly grams: number; readonly turning: Turning };

/** An item in its box: the corner nearest to the box's own, and its size as it lies. */
export type PlacedItem = Size & {
  readonly key: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
};
export type PackedBox = { readonly box: BoxType; readonly items: readonly PlacedItem[]; readonly grams: number };
export type CartonRejection = { readonly code: 'fits-no-box'; readonly keys: readonly string[] };

/**
 * Which boxes to pack items into, and where each lies. Boxes are filled one after another: every type of the catalogue
 * is filled with what is left, and the one with the lowest cost for each cubic millimetre of goods is taken. That is done
 * twice, with and without a preference for a box that holds all the rest, and once with each type alone; the cheapest
 * outcome stands, of equals the one with fewer boxes. Items go in largest first, each into the free space and on the side that
 * leave the least room beside it (best short side fit) over maximal empty spaces, which may overlap each other:
 * Lai and Chan, "Developing a simulated annealing algorithm for the cutting stock problem", Computers & Industrial
 * Engineering 32 (1997), and Parreño, Alvarez-Valdes, Tamarit and Oliveira, "A maximal-space algorithm for the container
 * loading problem", INFORMS Journal on Computing 20 (2008). A heuristic: it may use a box more than is needed, but never
 * packs what does not fit, overlaps, or is too heavy. Nothing has to lie on something: voids are filled with padding.
 * `grams` of a box is its gross weight; `maxGrams` bounds the goods alone.
 */
export function cartonize(
  items: readonly CartonItem[],
  boxes: readonly BoxType[],
): Result<readonly PackedBox[], CartonRejection> {
  const impossible = items.filter((item) => !boxes.some((box) => fitsAlone(item, box)));
  if (impossible.length > 0) return err({ code: 'fits-no-box', keys: impossible.map(({ key }) => key) });
  const sorted = items.toSorted(largestFirst);
  const alone = boxes.filter((box) => items.every((item) => fitsAlone(item, box)));
  const plans = [
    packAll(sorted, boxes, true),
    packAll(sorted, boxes, false),
    ...alone.map((box) => packAll(sorted, [box], true)),
  ];
  return ok(plans.reduce((best, plan) => (isCheaper(plan, best) ? plan : best)));
}

function packAll(items: readonly CartonItem[], boxes: readonly BoxType[], prefersLast: boolean): readonly PackedBox[] {
  const packed: PackedBox[] = [];
  let left = items;
  while (left.length > 0) {
    const filled = bestBox(left, boxes, prefersLast);
    packed.push(filled);
    const gone = new Set(filled.items.map(({ key }) => key));
    left = left.filter(({ key }) => !gone.has(key));
  }
  return packed;
}

function isCheaper(a: readonly PackedBox[], b: readonly PackedBox[]): boolean {
  const cost = (plan: readonly PackedBox[]): number => plan.reduce((sum, { box }) => sum + box.costMinor, 0);
  return cost(a) < cost(b) || (cost(a) === cost(b) && a.length < b.length);
}

/** Whether an item lies in a box by itself, on a side that it may lie on. */
export function fitsAlone(item: CartonItem, box: BoxType): boolean {
  if (item.grams > box.maxGrams) return false;
  return orientationsOf(item).some(
    (size) => size.lengthMm <= box.lengthMm && size.widthMm <= box.widthMm && size.heightMm <= box.heightMm,
  );
}

/** The sizes of an item on each side that it may lie on; no size twice. */
export function orientationsOf({ lengthMm: l, widthMm: w, heightMm: h, turning }: CartonItem): readonly Size[] {
  const all = {
    fixed: [[l, w, h]],
    upright: [
      [l, w, h],
      [w, l, h],
    ],
    any: [
      [l, w, h],
      [w, l, h],
      [l, h, w],
      [h, l, w],
      [w, h, l],
      [h, w, l],
    ],
  }[turning];
  const unique = new Map(all.map((size) => [size.join(' '), size]));
  return [...unique.values()].map(([lengthMm = 0, widthMm = 0, heightMm = 0]) => ({ lengthMm, widthMm, heightMm }));
}

export const volumeOf = ({ lengthMm, widthMm, heightMm }: Size): number => lengthMm * widthMm * heightMm;

const largestFirst = (a: CartonItem, b: CartonItem): number =>
  volumeOf(b) - volumeOf(a) || longest(b) - longest(a) || (a.key < b.key ? -1 : 1);
const longest = ({ lengthMm, widthMm, heightMm }: Size): number => Math.max(lengthMm, widthMm, heightMm);

function bestBox(items: readonly CartonItem[], boxes: readonly BoxType[], prefersLast: boolean): PackedBox {
  let best: PackedBox | undefined;
  for (const box of boxes) {
    const filled = fillBox(items, box);
    if (filled.items.length > 0 && (!best || isBetter(filled, best, prefersLast ? items.length : Number.NaN)))
      best = filled;
  }
  if (!best) throw new Error('an item that fits a box alone was put into none');
  return best;
}

/** A box that holds `all` goes before one that does not; then the cheaper for what it holds; then the smaller. */
function isBetter(a: PackedBox, b: PackedBox, all: number): boolean {
  const [aEnds, bEnds] = [a.items.length === all, b.items.length === all];
  if (aEnds !== bEnds) return aEnds;
  const [aCost, bCost] = aEnds
    ? [a.box.costMinor, b.box.costMinor]
    : [a.box.costMinor * volumeIn(b), b.box.costMinor * volumeIn(a)];
  if (aCost !== bCost) return aCost < bCost;
  if (!aEnds && volumeIn(a) !== volumeIn(b)) return volumeIn(a) > volumeIn(b);
  return volumeOf(a.box) < volumeOf(b.box);
}

const volumeIn = ({ items }: PackedBox): number => items.reduce((sum, item) => sum + volumeOf(item), 0);

/** Puts into one box as many of the items as go, in their order. */
function fillBox(items: readonly CartonItem[], box: BoxType): PackedBox {
  let spaces: readonly Cavity[] = [emptyCavity(box)];
  let net = 0;
  const placed: PlacedItem[] = [];
  for (const item of items) {
    const place: Best | undefined =
      net + item.grams <= box.maxGrams ? bestPlace(spaces, orientationsOf(item)) : undefined;
    if (!place) continue;
    const { xMm, yMm, zMm } = place.cavity;
    const lying = { key: item.key, xMm, yMm, zMm, ...place.size };
    placed.push(lying);
    net += item.grams;
    spaces = fill(spaces, lying);
  }
  return { box, items: placed, grams: box.tareGrams + net };
}
