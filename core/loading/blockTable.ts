import type { Block } from './blocks.ts';
import type { BoxKind, Hold } from './cargo.ts';

/** A place for a block: which one, how good, and 0 or less when there is none. */
export interface Fit {
  readonly block: Block;
  readonly fitness: number;
}

/** How many blocks are wanted, and how much a volume that nothing can fill counts against one that is filled. */
export interface Taste {
  readonly most: number;
  readonly gapWeight: number;
}

/** The blocks of one stop on flat arrays, and the lengths that boxes laid end to end can come to. */
export class BlockTable {
  readonly blocks: readonly Block[];
  readonly #dx: Int32Array;
  readonly #dy: Int32Array;
  readonly #dz: Int32Array;
  readonly #volume: Float64Array;
  /** For each length of room the most of it that boxes in a row can fill. */
  readonly #fillX: Int32Array;
  readonly #fillY: Int32Array;
  readonly #fillZ: Int32Array;

  constructor(blocks: readonly Block[], kinds: readonly BoxKind[], hold: Hold) {
    this.blocks = blocks;
    this.#dx = Int32Array.from(blocks, ({ dx }) => dx);
    this.#dy = Int32Array.from(blocks, ({ dy }) => dy);
    this.#dz = Int32Array.from(blocks, ({ dz }) => dz);
    this.#volume = Float64Array.from(blocks, ({ volume }) => volume);
    this.#fillX = fillable(
      hold.length,
      kinds.flatMap(({ lyings }) => lyings.map(([dx]) => dx)),
    );
    this.#fillY = fillable(
      hold.width,
      kinds.flatMap(({ lyings }) => lyings.map(([, dy]) => dy)),
    );
    this.#fillZ = fillable(
      hold.height,
      kinds.flatMap(({ lyings }) => lyings.map(([, , dz]) => dz)),
    );
  }

  /**
   * The best blocks for a room of these extents, the best first: by their volume less `gapWeight` times the volume that no row of boxes
   * can fill beside them (Zhu and Lim 2012). `isAllowed` has the last word on each.
   */
  best(
    [lx, ly, lz]: readonly [number, number, number],
    left: Int32Array,
    { most, gapWeight }: Taste,
    isAllowed: (block: Block) => boolean,
  ): Fit[] {
    const found: Fit[] = [];
    const room = gapWeight * (this.#fillX[lx] as number) * (this.#fillY[ly] as number) * (this.#fillZ[lz] as number);
    let least = -Infinity;
    for (let b = 0; b < this.blocks.length; b++) {
      const volume = this.#volume[b] as number;
      if (found.length >= most && volume + room <= least) break;
      const dx = this.#dx[b] as number;
      const dy = this.#dy[b] as number;
      const dz = this.#dz[b] as number;
      if (dx > lx || dy > ly || dz > lz) continue;
      const fitness =
        volume +
        gapWeight *
          (dx + (this.#fillX[lx - dx] as number)) *
          (dy + (this.#fillY[ly - dy] as number)) *
          (dz + (this.#fillZ[lz - dz] as number));
      if (found.length >= most && fitness <= least) continue;
      const block = this.blocks[b] as Block;
      if (!isLeft(block.uses, left) || !isAllowed(block)) continue;
      insert(found, { block, fitness }, most);
      least = found.at(-1)?.fitness ?? -Infinity;
    }
    return found;
  }
}

function isLeft(uses: readonly number[], left: Int32Array): boolean {
  for (let i = 0; i < uses.length; i += 2)
    if ((uses[i + 1] as number) > (left[uses[i] as number] as number)) return false;
  return true;
}

function insert(found: Fit[], fit: Fit, most: number): void {
  let at = found.length;
  while (at > 0 && (found[at - 1] as Fit).fitness < fit.fitness) at -= 1;
  found.splice(at, 0, fit);
  if (found.length > most) found.pop();
}

function fillable(length: number, parts: readonly number[]): Int32Array {
  const fill = new Int32Array(length + 1);
  const sizes = [...new Set(parts)].filter((size) => size <= length);
  for (let room = 1; room <= length; room++) {
    let most = fill[room - 1] as number;
    for (const size of sizes) if (size <= room) most = Math.max(most, size + (fill[room - size] as number));
    fill[room] = most;
  }
  return fill;
}
