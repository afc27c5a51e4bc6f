import type { ArcView } from './roadGraph.ts';

const ABSENT = 2 ** 32 - 1;

/** The edges of a graph under contraction: arrays that grow, in linked lists by tail and by head. */
export class EdgePool {
  count = 0;
  tail = new Uint32Array(0);
  head = new Uint32Array(0);
  weight = new Float64Array(0);
  beside = new Float64Array(0);
  hops = new Uint32Array(0);
  one = new Uint32Array(0);
  second = new Uint32Array(0);
  nextOut = new Uint32Array(0);
  nextIn = new Uint32Array(0);
  readonly firstOut: Uint32Array;
  readonly firstIn: Uint32Array;

  /** Takes the arcs of a view; of arcs between the same vertices only the cheapest, and none from a vertex to itself. */
  constructor(view: ArcView) {
    this.firstOut = new Uint32Array(view.size).fill(ABSENT);
    this.firstIn = new Uint32Array(view.size).fill(ABSENT);
    this.#grow(view.end.length * 2 + 16);
    for (let tail = 0; tail < view.size; tail++) {
      for (let e = view.first[tail] as number; e < (view.first[tail + 1] as number); e++) {
        const head = view.end[e] as number;
        if (head === tail) continue;
        const { weight, beside, arc } = view;
        this.put(tail, head, weight[e] as number, beside[e] as number, 1, arc[e] as number, ABSENT);
      }
    }
  }

  /** Adds an edge, or gives the one between these vertices the lower weight. */
  put(tail: number, head: number, weight: number, beside: number, hops: number, one: number, second: number): void {
    let e = this.firstOut[tail] as number;
    while (e !== ABSENT && this.head[e] !== head) e = this.nextOut[e] as number;
    if (e !== ABSENT && (this.weight[e] as number) <= weight) return;
    if (e === ABSENT) {
      e = this.count++;
      if (e >= this.tail.length) this.#grow(2 * e);
      this.tail[e] = tail;
      this.head[e] = head;
      this.nextOut[e] = this.firstOut[tail] as number;
      this.firstOut[tail] = e;
      this.nextIn[e] = this.firstIn[head] as number;
      this.firstIn[head] = e;
    }
    this.weight[e] = weight;
    this.beside[e] = beside;
    this.hops[e] = hops;
    this.one[e] = one;
    this.second[e] = second;
  }

  /** Fills `list` with the edges that leave a vertex, without those to vertices that are gone, which leave its list for good. */
  outOf(vertex: number, isGone: Uint8Array, list: number[]): void {
    list.length = 0;
    let last = ABSENT;
    for (let e = this.firstOut[vertex] as number; e !== ABSENT; e = this.nextOut[e] as number) {
      if (isGone[this.head[e] as number] === 1) continue;
      if (last === ABSENT) this.firstOut[vertex] = e;
      else this.nextOut[last] = e;
      last = e;
      list.push(e);
    }
    if (last === ABSENT) this.firstOut[vertex] = ABSENT;
    else this.nextOut[last] = ABSENT;
  }

  /** The same for the edges that reach a vertex. */
  into(vertex: number, isGone: Uint8Array, list: number[]): void {
    list.length = 0;
    let last = ABSENT;
    for (let e = this.firstIn[vertex] as number; e !== ABSENT; e = this.nextIn[e] as number) {
      if (isGone[this.tail[e] as number] === 1) continue;
      if (last === ABSENT) this.firstIn[vertex] = e;
      else this.nextIn[last] = e;
      last = e;
      list.push(e);
    }
    if (last === ABSENT) this.firstIn[vertex] = ABSENT;
    else this.nextIn[last] = ABSENT;
  }

  #grow(length: number): void {
    const counts = (old: Uint32Array) => {
      const grown = new Uint32Array(length);
      grown.set(old);
      return grown;
    };
    const doubles = (old: Float64Array) => {
      const grown = new Float64Array(length);
      grown.set(old);
      return grown;
    };
    this.tail = counts(this.tail);
    this.head = counts(this.head);
    this.hops = counts(this.hops);
    this.one = counts(this.one);
    this.second = counts(this.second);
    this.nextOut = counts(this.nextOut);
    this.nextIn = counts(this.nextIn);
    this.weight = doubles(this.weight);
    this.beside = doubles(this.beside);
  }
}
