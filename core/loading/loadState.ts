import type { Block } from './blocks.ts';
import type { Cargo } from './cargo.ts';
import { emptySpaces, FLOOR, type Spaces, takeRegion } from './spaces.ts';

/** A block in its place, and the one that was placed before it. */
export interface Placement {
  readonly block: Block;
  readonly stop: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** The number of the placement that it stands on, or FLOOR. */
  readonly base: number;
  readonly number: number;
  readonly before: Placement | undefined;
}

/** A load that is being built. States share what they do not change. */
export interface LoadState {
  readonly spaces: Spaces;
  /** How many boxes of each kind are left. */
  readonly left: Int32Array;
  readonly volume: number;
  readonly weight: number;
  /** Weight times distance from the point from which axles are measured. */
  readonly moment: number;
  readonly last: Placement | undefined;
}

/** An empty hold with all boxes left. */
export function emptyState({ hold, kinds }: Cargo): LoadState {
  return {
    spaces: emptySpaces(hold.length, hold.width, hold.height),
    left: Int32Array.from(kinds, ({ count }) => count),
    volume: 0,
    weight: hold.carried.weight,
    moment: hold.carried.moment,
    last: undefined,
  };
}

/** The state with one more block. */
export function place(
  state: LoadState,
  { hold, rules }: Cargo,
  { block, stop, x, y, z, base }: Omit<Placement, 'number' | 'before'>,
  least: number,
): LoadState {
  const number = (state.last?.number ?? FLOOR) + 1;
  const { dx, dy, dz, topX, topY, uses } = block;
  const left = state.left.slice();
  for (let i = 0; i < uses.length; i += 2) {
    const kind = uses[i] as number;
    left[kind] = (left[kind] as number) - (uses[i + 1] as number);
  }
  return {
    spaces: takeRegion(state.spaces, { x, y, z, dx, dy, dz, number, topX, topY }, rules.isSupported, least),
    left,
    volume: state.volume + block.volume,
    weight: state.weight + block.weight,
    moment: state.moment + block.moment + block.weight * (hold.offset + x),
    last: { block, stop, x, y, z, base, number, before: state.last },
  };
}

/** Whether a block may be put in a place: weights, axles, what lies beneath, and the way out of what leaves earlier. */
export function mayPlace(state: LoadState, { hold, rules }: Cargo, at: Omit<Placement, 'number' | 'before'>): boolean {
  const { block } = at;
  const weight = state.weight + block.weight;
  if (weight > hold.maxWeight) return false;
  if (hold.axles !== undefined) {
    const moment = state.moment + block.moment + block.weight * (hold.offset + at.x);
    const { front, rear } = axleLoads(hold.axles, weight, moment);
    if (front > hold.axles.front.most || rear > hold.axles.rear.most) return false;
  }
  if (at.base !== FLOOR && !isBorne(state, at)) return false;
  return !rules.isLastInFirstOut || !isShutIn(state, at);
}

/** What each axle carries of a load, by the law of the lever. */
export function axleLoads(
  { front, rear }: { readonly front: { readonly at: number }; readonly rear: { readonly at: number } },
  weight: number,
  moment: number,
): { readonly front: number; readonly rear: number } {
  const onRear = (moment - weight * front.at) / (rear.at - front.at);
  return { front: weight - onRear, rear: onRear };
}

/** Whether all that a block would stand on, down to the floor, may bear it. */
function isBorne(state: LoadState, { block, base }: Omit<Placement, 'number' | 'before'>): boolean {
  const above = new Map<number, number>();
  for (let p = state.last; p !== undefined; p = p.before) {
    const load = (above.get(p.number) ?? 0) + p.block.weight;
    if (p.base !== FLOOR) above.set(p.base, (above.get(p.base) ?? 0) + load);
  }
  let number = base;
  for (let p = state.last; p !== undefined; p = p.before) {
    if (p.number !== number) continue;
    if (p.block.isFragile && !block.isAllFragile) return false;
    if ((above.get(p.number) ?? 0) + block.weight > p.block.bears) return false;
    number = p.base;
  }
  return true;
}

/** Whether the block would be shut in by what leaves later, or would shut in what leaves sooner. */
function isShutIn(state: LoadState, at: Omit<Placement, 'number' | 'before'>): boolean {
  for (let p = state.last; p !== undefined; p = p.before) {
    if (p.stop > at.stop && isInTheWay(p, at)) return true;
    if (p.stop < at.stop && isInTheWay(at, p)) return true;
  }
  return false;
}

type Region = Pick<Placement, 'x' | 'y' | 'z' | 'block'>;

/** Whether the first stands over the second, or between it and the door. */
function isInTheWay(first: Region, second: Region): boolean {
  const [a, b] = [first.block, second.block];
  if (first.y >= second.y + b.dy || second.y >= first.y + a.dy) return false;
  if (first.x >= second.x + b.dx) return first.z < second.z + b.dz && second.z < first.z + a.dz;
  return first.z >= second.z + b.dz && second.x < first.x + a.dx;
}
