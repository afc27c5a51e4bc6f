import { makeBlocks } from './blocks.ts';
import { BlockTable, type Taste } from './blockTable.ts';
import type { Cargo } from './cargo.ts';
import { type LoadState, mayPlace, type Placement, place } from './loadState.ts';
import { type Spaces, STRIDE } from './spaces.ts';

/** One way to go on: the placement, and how good its block is for its space. */
export interface Move {
  readonly at: Omit<Placement, 'number' | 'before'>;
  readonly fitness: number;
}

/** What may be done next to a load: the moves into one space, and the state without the spaces into which nothing goes any more. */
export interface Choice {
  readonly state: LoadState;
  readonly moves: readonly Move[];
}

/** Knows the blocks of a cargo and where they may go. */
export class Packer {
  readonly cargo: Cargo;
  /** Stops, the last first: what leaves last is loaded first. */
  readonly #stops: readonly number[];
  readonly #tables: ReadonlyMap<number, BlockTable>;
  readonly #least: number;

  constructor(cargo: Cargo) {
    this.cargo = cargo;
    this.#stops = [...new Set(cargo.kinds.map(({ stop }) => stop))].sort((a, b) => b - a);
    this.#tables = new Map(
      this.#stops.map((stop) => {
        const kinds = cargo.kinds.filter((kind) => kind.stop === stop);
        return [stop, new BlockTable(makeBlocks(cargo, stop), kinds, cargo.hold)];
      }),
    );
    this.#least = Math.min(...cargo.kinds.flatMap(({ lyings }) => lyings.flat()));
  }

  /** The moves into the space nearest to a corner into which anything goes, the best first; no moves when the load is done. */
  choose(state: LoadState, taste: Taste): Choice {
    const at = state;
    for (const stop of this.#stops) {
      if (!this.#isAnyLeft(at, stop)) continue;
      const dead: number[] = [];
      for (const s of this.#nearest(at.spaces)) {
        const moves = this.#movesInto(at, s, stop, taste);
        if (moves.length > 0) return { state: this.#stops.length === 1 ? without(at, dead) : at, moves };
        dead.push(s);
      }
    }
    return { state: at, moves: [] };
  }

  apply(state: LoadState, move: Move): LoadState {
    return place(state, this.cargo, move.at, this.#least);
  }

  /** Goes on with the best move until nothing fits. */
  complete(state: LoadState, gapWeight: number): LoadState {
    let at = state;
    for (;;) {
      const { state: next, moves } = this.choose(at, { most: 1, gapWeight });
      const [best] = moves;
      if (best === undefined) return at;
      at = this.apply(next, best);
    }
  }

  #isAnyLeft({ left }: LoadState, stop: number): boolean {
    return this.cargo.kinds.some((kind, k) => kind.stop === stop && (left[k] as number) > 0);
  }

  /** The spaces by how far their nearest corner is from the same corner of the hold; of equals the larger first. */
  #nearest(spaces: Spaces): number[] {
    const order: { s: number; distance: number; volume: number }[] = [];
    for (let s = 0; s < spaces.length; s += STRIDE) {
      const [x0, y0, z0, x1, y1, z1] = boundsAt(spaces, s);
      const corner = this.#corner(x0, y0, x1, y1);
      order.push({ s, distance: corner.distance + z0, volume: (x1 - x0) * (y1 - y0) * (z1 - z0) });
    }
    order.sort((a, b) => a.distance - b.distance || b.volume - a.volume || a.s - b.s);
    return order.map(({ s }) => s);
  }

  /** The corner of a space that is nearest to a corner of the hold; from the front where boxes leave by the door in turn. */
  #corner(x0: number, y0: number, x1: number, y1: number) {
    const { length, width } = this.cargo.hold;
    const isFar = !this.cargo.rules.isLastInFirstOut && length - x1 < x0;
    const isRight = width - y1 < y0;
    return { isFar, isRight, distance: (isFar ? length - x1 : x0) + (isRight ? width - y1 : y0) };
  }

  #movesInto(state: LoadState, s: number, stop: number, taste: Taste): Move[] {
    const [x0, y0, z0, x1, y1, z1] = boundsAt(state.spaces, s);
    const base = state.spaces[s + 6] as number;
    const { isFar, isRight } = this.#corner(x0, y0, x1, y1);
    const put = (block: Placement['block']) => ({
      block,
      stop,
      x: isFar ? x1 - block.dx : x0,
      y: isRight ? y1 - block.dy : y0,
      z: z0,
      base,
    });
    const table = this.#tables.get(stop) as BlockTable;
    const fits = table.best([x1 - x0, y1 - y0, z1 - z0], state.left, taste, (block) =>
      mayPlace(state, this.cargo, put(block)),
    );
    return fits.map(({ block, fitness }) => ({ at: put(block), fitness }));
  }
}

const boundsAt = (spaces: Spaces, s: number) =>
  spaces.slice(s, s + 6) as [x0: number, y0: number, z0: number, x1: number, y1: number, z1: number];

function without(state: LoadState, dead: readonly number[]): LoadState {
  if (dead.length === 0) return state;
  const spaces: number[] = [];
  for (let s = 0; s < state.spaces.length; s += STRIDE) {
    if (!dead.includes(s)) spaces.push(...state.spaces.slice(s, s + STRIDE));
  }
  return { ...state, spaces };
}
