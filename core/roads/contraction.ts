import { EdgePool } from './edgePool.ts';
import type { ArcView } from './roadGraph.ts';
import { VertexHeap } from './vertexHeap.ts';

/** How many vertices a search for a witness may settle when a vertex is weighed, and when it is contracted. */
const WEIGHING = 50;
const CONTRACTING = 500;

/**
 * Takes vertices out of a graph one by one, with shortcuts where a shortest path went through. A vertex goes early when that adds few
 * edges over few arcs and when few of its neighbors went before it (the measures of Geisberger et al. 2008). Without a witness within
 * its bounds a shortcut is added, which costs room and never exactness.
 */
export class Contraction {
  readonly edges: EdgePool;
  readonly #size: number;
  readonly #isGone: Uint8Array;
  readonly #level: Uint32Array;
  readonly #cost: Float64Array;
  readonly #heap: VertexHeap;
  readonly #into: number[] = [];
  readonly #outOf: number[] = [];
  readonly #list: number[] = [];
  #met: number[] = [];

  constructor(view: ArcView) {
    this.edges = new EdgePool(view);
    this.#size = view.size;
    this.#isGone = new Uint8Array(view.size);
    this.#level = new Uint32Array(view.size);
    this.#cost = new Float64Array(view.size).fill(Infinity);
    this.#heap = new VertexHeap(view.size);
  }

  /** Takes all vertices out; answers their order. */
  contractAll(): Uint32Array {
    const order = new Uint32Array(this.#size);
    const queue = new VertexHeap(this.#size);
    for (let vertex = 0; vertex < this.#size; vertex++) queue.set(vertex, this.#importance(vertex));
    for (let done = 0; done < this.#size; ) {
      const vertex = queue.pop();
      const importance = this.#importance(vertex);
      if (importance > queue.leastKey) {
        queue.set(vertex, importance);
        continue;
      }
      this.#contract(vertex);
      order[done++] = vertex;
      for (const neighbor of this.#neighbors()) {
        this.#level[neighbor] = Math.max(this.#level[neighbor] as number, (this.#level[vertex] as number) + 1);
        queue.set(neighbor, this.#importance(neighbor));
      }
    }
    return order;
  }

  /** The vertices beside the one contracted last. */
  #neighbors(): Set<number> {
    const { tail, head } = this.edges;
    const found = new Set<number>();
    for (const e of this.#gone.into) found.add(tail[e] as number);
    for (const e of this.#gone.outOf) found.add(head[e] as number);
    return found;
  }

  #gone: { into: readonly number[]; outOf: readonly number[] } = { into: [], outOf: [] };

  #importance(vertex: number): number {
    let added = 0;
    let addedHops = 0;
    this.#pass(vertex, WEIGHING, (one, second) => {
      added += 1;
      addedHops += (this.edges.hops[one] as number) + (this.edges.hops[second] as number);
    });
    let removedHops = 0;
    for (const e of this.#into) removedHops += this.edges.hops[e] as number;
    for (const e of this.#outOf) removedHops += this.edges.hops[e] as number;
    const removed = this.#into.length + this.#outOf.length;
    const level = this.#level[vertex] as number;
    return removed === 0 ? level : level + added / removed + addedHops / removedHops;
  }

  #contract(vertex: number): void {
    const { edges } = this;
    const shortcuts: [one: number, second: number][] = [];
    this.#pass(vertex, CONTRACTING, (one, second) => shortcuts.push([one, second]));
    this.#gone = { into: [...this.#into], outOf: [...this.#outOf] };
    this.#isGone[vertex] = 1;
    for (const [one, second] of shortcuts) {
      edges.put(
        edges.tail[one] as number,
        edges.head[second] as number,
        (edges.weight[one] as number) + (edges.weight[second] as number),
        (edges.beside[one] as number) + (edges.beside[second] as number),
        (edges.hops[one] as number) + (edges.hops[second] as number),
        one,
        second,
      );
    }
  }

  /** Names each pair of edges through a vertex for which no way around it is as short. */
  #pass(vertex: number, settled: number, shortcut: (one: number, second: number) => void): void {
    const { edges } = this;
    edges.into(vertex, this.#isGone, this.#into);
    edges.outOf(vertex, this.#isGone, this.#outOf);
    if (this.#outOf.length === 0) return;
    let longest = 0;
    for (const e of this.#outOf) longest = Math.max(longest, edges.weight[e] as number);
    for (const one of this.#into) {
      const tail = edges.tail[one] as number;
      const weight = edges.weight[one] as number;
      if (this.#outOf.length === 1 && edges.head[this.#outOf[0] as number] === tail) continue;
      this.#searchAround(tail, vertex, weight + longest, settled);
      for (const second of this.#outOf) {
        const head = edges.head[second] as number;
        if (head !== tail && (this.#cost[head] as number) > weight + (edges.weight[second] as number)) {
          shortcut(one, second);
        }
      }
    }
  }

  /** Shortest paths from a vertex that avoid another, as far as a cost and a number of vertices. */
  #searchAround(from: number, avoided: number, limit: number, most: number): void {
    const cost = this.#cost;
    for (const vertex of this.#met) cost[vertex] = Infinity;
    this.#met = [from];
    this.#heap.clear();
    cost[from] = 0;
    this.#heap.set(from, 0);
    for (let settled = 0; settled < most && this.#heap.leastKey <= limit; settled++) {
      const vertex = this.#heap.pop();
      if (vertex === -1) return;
      this.#look(vertex, avoided, limit);
    }
  }

  #look(vertex: number, avoided: number, limit: number): void {
    const { edges } = this;
    const cost = this.#cost;
    const base = cost[vertex] as number;
    edges.outOf(vertex, this.#isGone, this.#list);
    for (const e of this.#list) {
      const head = edges.head[e] as number;
      const next = base + (edges.weight[e] as number);
      if (head === avoided || next > limit || next >= (cost[head] as number)) continue;
      if (cost[head] === Infinity) this.#met.push(head);
      cost[head] = next;
      this.#heap.set(head, next);
    }
  }
}
