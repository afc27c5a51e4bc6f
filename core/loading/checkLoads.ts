import type { LoadingAnswer, LoadingCase } from '../documents/loadingCase.ts';
import { bearingOf, type LyingBox, overlapArea, supportOf } from './bearing.ts';

type Load = LoadingAnswer['loads'][number];
type Item = LoadingCase['items'][number];
type Vehicle = LoadingCase['vehicles'][number];

/** One load as the checker finds it. Shares are parts of 1; axle loads are of the whole vehicle. */
export interface CheckedLoad {
  readonly vehicle: string;
  readonly number: number;
  readonly compartment: string;
  readonly boxes: number;
  readonly weight: number;
  readonly volumeShare: number;
  /** The least part of a box's base that lies on the floor or on tops of boxes. */
  readonly leastSupport: number;
}

export interface LoadCheck {
  readonly feasible: boolean;
  readonly violations: readonly string[];
  readonly loads: readonly CheckedLoad[];
  readonly axles: readonly {
    readonly vehicle: string;
    readonly number: number;
    readonly front: number;
    readonly rear: number;
  }[];
  readonly left: readonly { readonly item: string; readonly quantity: number }[];
}

interface Context {
  readonly given: LoadingCase;
  readonly items: ReadonlyMap<string, Item>;
  readonly say: (fault: string) => void;
}

/**
 * Checks an answer against its case from the document alone, box by box; it shares no code with the search. Named are: boxes that are
 * not in the case, too many, of other sizes or laid on a forbidden side; outside their compartment or in one another; without support;
 * on something fragile or too weak; above a limit of weight; shut in by what leaves later; and loaded before what is under or behind.
 */
export function checkLoads(given: LoadingCase, answer: LoadingAnswer): LoadCheck {
  const violations: string[] = [];
  const items = new Map(given.items.map((item) => [item.id, item]));
  const context: Context = { given, items, say: (fault) => violations.push(fault) };
  const left = checkCounts(context, answer);
  const loads = answer.loads.flatMap((load) => checkLoad(context, load) ?? []);
  const axles = checkVehicles(context, answer);
  return { feasible: violations.length === 0, violations, loads, axles, left };
}

function checkCounts({ given, items, say }: Context, answer: LoadingAnswer): LoadCheck['left'] {
  const used = new Map<string, number>();
  for (const { item } of answer.loads.flatMap(({ boxes }) => boxes)) {
    if (!items.has(item)) say(`there is no item ${item}`);
    used.set(item, (used.get(item) ?? 0) + 1);
  }
  return given.items.flatMap(({ id, quantity }) => {
    const rest = quantity - (used.get(id) ?? 0);
    if (rest < 0) say(`${-rest} more of item ${id} are loaded than there are`);
    return rest > 0 ? [{ item: id, quantity: rest }] : [];
  });
}

function checkLoad(context: Context, load: Load): CheckedLoad | undefined {
  const { given, items, say } = context;
  const where = `${load.vehicle} ${load.number} ${load.compartment}`;
  const vehicle = given.vehicles.find(({ id }) => id === load.vehicle);
  const compartment = vehicle?.compartments.find(({ id }) => id === load.compartment);
  if (vehicle === undefined || compartment === undefined || load.number > vehicle.count) {
    say(`${where} is not in the case`);
    return undefined;
  }
  const boxes = load.boxes.map((box, k): LyingBox & { item: Item | undefined; name: string } => ({
    ...box,
    item: items.get(box.item),
    name: `${where}: box ${k + 1} (${box.item})`,
  }));
  for (const box of boxes) {
    checkSize(context, box, load.compartment);
    const { x, y, z, length, width, height } = box;
    const isInside =
      x + length <= compartment.length && y + width <= compartment.width && z + height <= compartment.height;
    if (!isInside) say(`${box.name} reaches out of its compartment`);
  }
  boxes.forEach((a, k) => {
    for (const b of boxes.slice(k + 1)) checkPair(context, a, b);
  });
  const support = boxes.map((box) => supportOf(box, boxes));
  checkBearing(context, boxes, support);
  const weight = boxes.reduce((sum, { item }) => sum + (item?.weight ?? 0), 0);
  if (weight > (compartment.maxWeight ?? Infinity)) say(`${where} carries ${weight}, above ${compartment.maxWeight}`);
  const room = compartment.length * compartment.width * compartment.height;
  const volume = boxes.reduce((sum, { length, width, height }) => sum + length * width * height, 0);
  const { number } = load;
  const leastSupport = Math.min(1, ...support);
  return {
    ...{ vehicle: load.vehicle, number, compartment: load.compartment, boxes: boxes.length, weight },
    ...{ volumeShare: volume / room, leastSupport },
  };
}

type NamedBox = LyingBox & { readonly item: Item | undefined; readonly name: string };

function checkSize({ say }: Context, { item, name, length, width, height }: NamedBox, compartment: string): void {
  if (item === undefined) return;
  const sides = ['length', 'width', 'height'] as const;
  const isAllowed = item.upright.some((up) => {
    const [one = 'length', other = 'width'] = sides.filter((side) => side !== up);
    if (item[up] !== height) return false;
    const isStraight = item[one] === length && item[other] === width;
    return isStraight || (item.turnable && item[one] === width && item[other] === length);
  });
  if (!isAllowed) say(`${name} lies on a side that it may not lie on, or is of another size`);
  if (item.compartments?.includes(compartment) === false) say(`${name} may not be in compartment ${compartment}`);
}

/** `a` was loaded before `b`. */
function checkPair({ say }: Context, a: NamedBox, b: NamedBox): void {
  const isAcross = a.y < b.y + b.width && b.y < a.y + a.width;
  if (!isAcross) return;
  const isAlong = a.x < b.x + b.length && b.x < a.x + a.length;
  const isLevel = a.z < b.z + b.height && b.z < a.z + a.height;
  if (isAlong && isLevel) say(`${b.name} is in the place of ${a.name}`);
  if (isAlong && a.z >= b.z + b.height) say(`${b.name} is loaded after what lies over it, ${a.name}`);
  if (isLevel && a.x >= b.x + b.length) say(`${b.name} is loaded behind ${a.name}, which stands in its way`);
  checkWayOut(say, [a, b], isAlong, isLevel);
  checkWayOut(say, [b, a], isAlong, isLevel);
}

/** Whether the second, which leaves earlier, is held up by the first, which is over it or on the side of the door. */
function checkWayOut(
  say: Context['say'],
  [later, sooner]: readonly [NamedBox, NamedBox],
  isAlong: boolean,
  isLevel: boolean,
): void {
  if ((later.item?.stop ?? 0) <= (sooner.item?.stop ?? 0)) return;
  const isOver = isAlong && later.z >= sooner.z + sooner.height;
  const isInTheWay = isLevel && later.x >= sooner.x + sooner.length;
  if (isOver || isInTheWay) say(`${sooner.name} cannot leave at its stop: ${later.name} is in its way`);
}

const NEARLY = 1e-9;

function checkBearing({ given, say }: Context, boxes: readonly NamedBox[], support: readonly number[]): void {
  const borne = bearingOf(boxes, (k) => boxes[k]?.item?.weight ?? 0);
  boxes.forEach((box, k) => {
    if (given.support === 'full' && (support[k] as number) < 1 - NEARLY) {
      say(`${box.name} lies with ${Math.round(100 * (support[k] as number))} % of its base on something`);
    }
    const most = box.item?.maxOnTop ?? Infinity;
    if ((borne[k] as number) > most + NEARLY) say(`${box.name} bears ${borne[k]}, above ${most}`);
    if (box.item?.fragile !== true) return;
    const onIt = boxes.find((other) => other.item?.fragile !== true && overlapArea(box, other) > 0);
    if (onIt !== undefined) say(`${onIt.name} lies on ${box.name}, which is fragile`);
  });
}

/** What each vehicle carries in all its compartments, and on each axle by the law of the lever. */
function checkVehicles({ given, items, say }: Context, answer: LoadingAnswer): LoadCheck['axles'] {
  const byVehicle = Map.groupBy(answer.loads, ({ vehicle, number }) => `${vehicle} ${number}`);
  return [...byVehicle].flatMap(([name, loads]) => {
    const vehicle = given.vehicles.find(({ id }) => id === loads[0]?.vehicle);
    if (vehicle === undefined) return [];
    const { weight, moment } = weighVehicle(vehicle, loads, items);
    if (weight > (vehicle.maxWeight ?? Infinity)) say(`${name} carries ${weight}, above ${vehicle.maxWeight}`);
    if (vehicle.axles === undefined) return [];
    const { front, rear } = vehicle.axles;
    const onRear = (moment - weight * front.at) / (rear.at - front.at);
    const onFront = weight - onRear;
    if (onFront > front.maxWeight + NEARLY) say(`${name}: the front axle carries ${onFront}, above ${front.maxWeight}`);
    if (onRear > rear.maxWeight + NEARLY) say(`${name}: the rear axle carries ${onRear}, above ${rear.maxWeight}`);
    return [{ vehicle: vehicle.id, number: loads[0]?.number ?? 1, front: onFront, rear: onRear }];
  });
}

function weighVehicle(vehicle: Vehicle, loads: readonly Load[], items: ReadonlyMap<string, Item>) {
  let [weight, moment] = [0, 0];
  for (const { compartment, boxes } of loads) {
    const offset = vehicle.compartments.find(({ id }) => id === compartment)?.offset ?? 0;
    for (const { item, x, length } of boxes) {
      const own = items.get(item)?.weight ?? 0;
      weight += own;
      moment += own * (offset + x + length / 2);
    }
  }
  return { weight, moment };
}
