import type { LoadingAnswer, LoadingCase } from '../documents/loadingCase.ts';
import { boxesOf, type PlacedBox } from './blocks.ts';
import { type Axles, type BoxKind, type Cargo, lyingsOf } from './cargo.ts';
import { loadingOrder } from './loadingOrder.ts';
import type { LoadState } from './loadState.ts';
import { type LoadSearch, searchLoad } from './searchLoad.ts';

type Vehicle = LoadingCase['vehicles'][number];
type Compartment = Vehicle['compartments'][number];

/** What was planned: the loads, what found no place, and how many loads the search completed. */
export interface LoadPlan extends LoadingAnswer {
  readonly left: readonly { readonly item: string; readonly quantity: number }[];
  readonly searched: number;
}

/** Gives each compartment its search; `share` is its part of what is left of the budget. */
export type SearchFor = (share: number) => LoadSearch;

/** One compartment of one vehicle. */
interface Room {
  readonly vehicle: Vehicle;
  readonly number: number;
  readonly compartment: Compartment;
}

/**
 * Loads vehicle after vehicle, compartment after compartment, each with as much volume as goes of what is left. A compartment is
 * searched with the boxes that may be in it; what it carries counts on the axles and the limit of its vehicle.
 */
export function planLoads(given: LoadingCase, searchFor: SearchFor): LoadPlan {
  const left = new Map(given.items.map(({ id, quantity }) => [id, quantity]));
  const loads: LoadingAnswer['loads'] = [];
  const rooms = roomsOf(given);
  let searched = 0;
  let carried = { weight: 0, moment: 0 };
  for (const [k, room] of rooms.entries()) {
    if (room.compartment === room.vehicle.compartments[0]) carried = { weight: 0, moment: 0 };
    const kinds = kindsFor(given, room.compartment, left);
    if (kinds.length === 0) continue;
    const found = searchLoad(cargoOf(given, room, kinds, carried), searchFor(shareOf(rooms.slice(k), kinds)));
    searched += found.loads;
    const { weight, moment } = found.state;
    carried = { weight, moment };
    const boxes = placedBoxes(found.state);
    for (const { kind } of boxes) {
      const { id } = kinds[kind] as BoxKind;
      left.set(id, (left.get(id) ?? 0) - 1);
    }
    if (boxes.length > 0) loads.push(loadOf(room, loadingOrder(boxes, kinds), kinds));
  }
  const rest = [...left].filter(([, quantity]) => quantity > 0).map(([item, quantity]) => ({ item, quantity }));
  return { loads, left: rest, searched };
}

function roomsOf({ vehicles }: LoadingCase): Room[] {
  return vehicles.flatMap((vehicle) =>
    Array.from({ length: vehicle.count }, (_, n) =>
      vehicle.compartments.map((compartment) => ({ vehicle, number: n + 1, compartment })),
    ).flat(),
  );
}

/** A load is rarely fuller than this; it tells how many rooms will be needed. */
const USUAL_SHARE = 0.8;

/** An equal part for each of the rooms that what is left will fill. */
function shareOf(rooms: readonly Room[], kinds: readonly BoxKind[]): number {
  let volume = kinds.reduce((sum, kind) => sum + kind.count * kind.volume, 0);
  let needed = 0;
  for (const { compartment } of rooms) {
    if (volume <= 0) break;
    volume -= USUAL_SHARE * compartment.length * compartment.width * compartment.height;
    needed += 1;
  }
  return 1 / Math.max(1, needed);
}

function kindsFor({ items }: LoadingCase, compartment: Compartment, left: ReadonlyMap<string, number>): BoxKind[] {
  return items.flatMap((item): BoxKind[] => {
    const count = left.get(item.id) ?? 0;
    if (count === 0 || item.compartments?.includes(compartment.id) === false) return [];
    const upright = {
      length: item.upright.includes('length'),
      width: item.upright.includes('width'),
      height: item.upright.includes('height'),
    };
    const lyings = lyingsOf([item.length, item.width, item.height], upright, item.turnable).filter(
      ([dx, dy, dz]) => dx <= compartment.length && dy <= compartment.width && dz <= compartment.height,
    );
    if (lyings.length === 0) return [];
    const volume = item.length * item.width * item.height;
    const { id, weight, stop, fragile: isFragile, maxOnTop: bears = Infinity } = item;
    return [{ id, count, lyings, volume, weight, stop, isFragile, bears }];
  });
}

/** Stops say who must get out before whom, and tops say who may stand on whom; without support nobody knows what stands on what. */
function cargoOf(
  given: LoadingCase,
  { vehicle, compartment }: Room,
  kinds: readonly BoxKind[],
  carried: Cargo['hold']['carried'],
): Cargo {
  const { length, width, height, offset } = compartment;
  const most = Math.min((compartment.maxWeight ?? Infinity) + carried.weight, vehicle.maxWeight ?? Infinity);
  const isCareful = kinds.some(({ isFragile, bears }) => isFragile || bears < Infinity);
  return {
    hold: { length, width, height, offset, maxWeight: most, carried, axles: axlesOf(vehicle) },
    kinds,
    rules: {
      isSupported: given.support === 'full' || isCareful,
      isLastInFirstOut: new Set(given.items.map(({ stop }) => stop)).size > 1,
    },
  };
}

function axlesOf({ axles }: Vehicle): Axles | undefined {
  if (axles === undefined) return undefined;
  const { front, rear } = axles;
  return { front: { at: front.at, most: front.maxWeight }, rear: { at: rear.at, most: rear.maxWeight } };
}

function placedBoxes(state: LoadState): PlacedBox[] {
  const boxes: PlacedBox[] = [];
  for (let p = state.last; p !== undefined; p = p.before) boxes.unshift(...boxesOf(p.block, p.x, p.y, p.z));
  return boxes;
}

function loadOf(
  { vehicle, number, compartment }: Room,
  boxes: readonly PlacedBox[],
  kinds: readonly BoxKind[],
): LoadingAnswer['loads'][number] {
  return {
    vehicle: vehicle.id,
    number,
    compartment: compartment.id,
    boxes: boxes.map(({ kind, x, y, z, lying: [length, width, height] }) => ({
      item: (kinds[kind] as BoxKind).id,
      x,
      y,
      z,
      length,
      width,
      height,
    })),
  };
}
