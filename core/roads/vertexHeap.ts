/** A binary heap of vertices by key that can lower a key: flat arrays, no object for an entry. */
export class VertexHeap {
  readonly #vertices: Int32Array;
  readonly #keys: Float64Array;
  /** Where a vertex is in the heap, one more than its index; 0 when it is not there. */
  readonly #places: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.#vertices = new Int32Array(size);
    this.#keys = new Float64Array(size);
    this.#places = new Int32Array(size);
  }

  get length(): number {
    return this.#length;
  }

  /** The least key; Infinity when the heap is empty. */
  get leastKey(): number {
    return this.#length === 0 ? Infinity : (this.#keys[0] as number);
  }

  clear(): void {
    for (let k = 0; k < this.#length; k++) this.#places[this.#vertices[k] as number] = 0;
    this.#length = 0;
  }

  /** Puts a vertex in, or gives one that is there another key. */
  set(vertex: number, key: number): void {
    const place = this.#places[vertex] as number;
    if (place === 0) {
      this.#length += 1;
      this.#rise(vertex, key, this.#length - 1);
    } else if (key < (this.#keys[place - 1] as number)) this.#rise(vertex, key, place - 1);
    else this.#sink(vertex, key, place - 1);
  }

  /** Takes the vertex of the least key out; -1 when there is none. */
  pop(): number {
    if (this.#length === 0) return -1;
    const least = this.#vertices[0] as number;
    this.#places[least] = 0;
    this.#length -= 1;
    if (this.#length > 0) this.#sink(this.#vertices[this.#length] as number, this.#keys[this.#length] as number, 0);
    return least;
  }

  #rise(vertex: number, key: number, from: number): void {
    const vertices = this.#vertices;
    const keys = this.#keys;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      this.#put(at, vertices[parent] as number, keys[parent] as number);
      at = parent;
    }
    this.#put(at, vertex, key);
  }

  #sink(vertex: number, key: number, from: number): void {
    const vertices = this.#vertices;
    const keys = this.#keys;
    const length = this.#length;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && (keys[child + 1] as number) < (keys[child] as number)) child += 1;
      if ((keys[child] as number) >= key) break;
      this.#put(at, vertices[child] as number, keys[child] as number);
      at = child;
    }
    this.#put(at, vertex, key);
  }

  #put(at: number, vertex: number, key: number): void {
    this.#vertices[at] = vertex;
    this.#keys[at] = key;
    this.#places[vertex] = at + 1;
  }
}
