import { offsets, sharedCounts } from './roadGraph.ts';

/**
 * Which vertices belong to the largest strongly connected component, by the algorithm of Tarjan (1972) without recursion. Arcs are
 * given by their two ends.
 */
export function largestComponent(size: number, tails: readonly number[], heads: readonly number[]): Uint8Array {
  const { first, end } = adjacency(size, tails, heads);
  const component = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = first.slice(0, size);
  const stack: number[] = [];
  const path: number[] = [];
  const sizes: number[] = [];
  let met = 0;
  const enter = (vertex: number) => {
    index[vertex] = met;
    low[vertex] = met++;
    stack.push(vertex);
    path.push(vertex);
  };
  const leave = (vertex: number) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[vertex] as number);
    if (low[vertex] === index[vertex]) sizes.push(closeComponent(vertex, stack, component, sizes.length));
  };
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    enter(root);
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      const at = next[vertex] as number;
      if (at === first[vertex + 1]) leave(vertex);
      else {
        next[vertex] = at + 1;
        const head = end[at] as number;
        if (index[head] === -1) enter(head);
        else if (component[head] === -1) low[vertex] = Math.min(low[vertex] as number, index[head] as number);
      }
    }
  }
  const largest = sizes.indexOf(sizes.reduce((most, count) => Math.max(most, count), 0));
  return Uint8Array.from(component, (own) => (own === largest ? 1 : 0));
}

function closeComponent(root: number, stack: number[], component: Int32Array, number: number): number {
  let count = 0;
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    component[vertex] = number;
    count += 1;
    if (vertex === root) break;
  }
  return count;
}

function adjacency(size: number, tails: readonly number[], heads: readonly number[]) {
  const counts = new Uint32Array(size);
  for (const tail of tails) counts[tail] = (counts[tail] as number) + 1;
  const first = offsets(counts);
  const next = first.slice();
  const end = sharedCounts(heads.length);
  tails.forEach((tail, a) => {
    const at = next[tail] as number;
    next[tail] = at + 1;
    end[at] = heads[a] as number;
  });
  return { first, end };
}
