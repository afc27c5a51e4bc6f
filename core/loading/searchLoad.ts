import type { Cargo } from './cargo.ts';
import { emptyState, type LoadState } from './loadState.ts';
import { type Move, Packer } from './packer.ts';

/** How long to search: `progress` answers what part of the budget is spent after so many completed loads. */
export interface LoadSearch {
  readonly progress: (loads: number) => number;
  /** Hears each better load. */
  readonly onBetter?: (state: LoadState) => void;
}

/** What a search found, and how many loads it completed. */
export interface LoadFound {
  readonly state: LoadState;
  readonly loads: number;
}

/** Above this a wider beam finds nothing more in a lifetime. */
const MOST_WIDTH = 1024;

/**
 * Fills a hold with as much volume as goes, by beam search over block placements: every load of the beam is continued by its best
 * moves, each of which is judged by completing it greedily, and the best stay (Araya and Riff 2014, "A beam search approach to the
 * container loading problem"). The beam starts narrow and grows, so that a good load is there early. A budget in loads makes the
 * answer a function of the cargo alone.
 */
export function searchLoad(cargo: Cargo, search: LoadSearch): LoadFound {
  const packer = new Packer(cargo);
  const run = new Run(packer, search);
  const whole = cargo.kinds.reduce((sum, { volume, count }) => sum + volume * count, 0);
  for (let width = 1; width <= MOST_WIDTH && !run.isOver && run.best.volume < whole; ) {
    for (const gapWeight of GAP_WEIGHTS) run.pass(width, gapWeight);
    width = Math.max(width + 1, Math.ceil(width * Math.SQRT2));
  }
  return { state: run.best, loads: run.loads };
}

/** Beams of one width differ in what a gap counts: where few kinds of boxes leave little choice, that finds other loads. */
const GAP_WEIGHTS = [1, 0.3, 2] as const;

interface Judged {
  readonly state: LoadState;
  readonly move: Move;
  readonly volume: number;
}

class Run {
  best: LoadState;
  loads = 0;
  readonly #packer: Packer;
  readonly #search: LoadSearch;

  constructor(packer: Packer, search: LoadSearch) {
    this.#packer = packer;
    this.#search = search;
    this.best = emptyState(packer.cargo);
    for (const gapWeight of GAP_WEIGHTS) this.#judge(this.best, gapWeight);
  }

  get isOver(): boolean {
    return this.#search.progress(this.loads) >= 1;
  }

  /** One beam from the empty hold to the end. */
  pass(width: number, gapWeight: number): void {
    let beam: LoadState[] = [emptyState(this.#packer.cargo)];
    while (beam.length > 0 && !this.isOver) {
      const judged = beam.flatMap((state) => this.#expand(state, width, gapWeight));
      judged.sort((a, b) => b.volume - a.volume);
      beam = distinct(judged, width).map(({ state, move }) => this.#packer.apply(state, move));
    }
  }

  #expand(given: LoadState, width: number, gapWeight: number): Judged[] {
    const { state, moves } = this.#packer.choose(given, { most: Math.max(2, width), gapWeight });
    const judged: Judged[] = [];
    for (const move of moves) {
      if (this.isOver) break;
      judged.push({ state, move, volume: this.#judge(this.#packer.apply(state, move), gapWeight) });
    }
    return judged;
  }

  #judge(state: LoadState, gapWeight: number): number {
    const done = this.#packer.complete(state, gapWeight);
    this.loads += 1;
    if (done.volume > this.best.volume) {
      this.best = done;
      this.#search.onBetter?.(done);
    }
    return done.volume;
  }
}

/** The first so many that differ in what they come to and in what they have placed. */
function distinct(judged: readonly Judged[], width: number): Judged[] {
  const seen = new Set<string>();
  const kept: Judged[] = [];
  for (const entry of judged) {
    const key = `${entry.volume} ${entry.state.volume + entry.move.at.block.volume}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(entry);
    if (kept.length >= width) break;
  }
  return kept;
}
