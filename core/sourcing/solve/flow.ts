import type { SourcingProblem } from '../problem.ts';

/** A residual network in flat arrays: edge e and its reverse e ^ 1. */
type Network = {
  readonly nodes: number;
  readonly to: number[];
  readonly capacity: number[];
  readonly cost: number[];
  readonly out: number[][];
};

/**
 * The least cost of goods and shortage over the used locations when their room binds: successive shortest paths of a
 * minimum cost flow (Busacker and Gowen 1960), source -> goods -> locations -> sink, with an edge of the shortage cost
 * from each good to the sink. Fills `take`.
 */
export function assignWithRoom(problem: SourcingProblem, isUsed: Uint8Array, take: Int32Array): number {
  const { network, edges } = networkOf(problem, isUsed);
  const cost = sendAll(network, network.nodes - 2, network.nodes - 1);
  for (let i = 0; i < take.length; i++) {
    const edge = edges[i] as number;
    take[i] = edge < 0 ? 0 : (network.capacity[edge + 1] as number);
  }
  return cost;
}

function networkOf({ locations: L, demand, stock, unitCost, room, shortCost }: SourcingProblem, isUsed: Uint8Array) {
  const G = demand.length;
  const [source, sink] = [G + L, G + L + 1];
  const network: Network = { nodes: G + L + 2, to: [], capacity: [], cost: [], out: [] };
  for (let v = 0; v < network.nodes; v++) network.out.push([]);
  const edges = new Int32Array(G * L).fill(-1);
  for (let g = 0; g < G; g++) {
    addEdge(network, source, g, demand[g] as number, 0);
    addEdge(network, g, sink, demand[g] as number, shortCost);
  }
  for (let i = 0; i < edges.length; i++) {
    const units = isUsed[i % L] === 0 ? 0 : (stock[i] as number);
    if (units > 0) edges[i] = addEdge(network, Math.floor(i / L), G + (i % L), units, unitCost[i] as number);
  }
  for (let l = 0; l < L; l++) if (isUsed[l] !== 0) addEdge(network, G + l, sink, room[l] as number, 0);
  return { network, edges };
}

function addEdge({ to, capacity, cost, out }: Network, from: number, end: number, units: number, each: number): number {
  const edge = to.length;
  to.push(end, from);
  capacity.push(units, 0);
  cost.push(each, -each);
  out[from]?.push(edge);
  out[end]?.push(edge + 1);
  return edge;
}

function sendAll(network: Network, source: number, sink: number): number {
  let total = 0;
  for (;;) {
    const into = shortestPath(network, source, sink);
    if (into === undefined) return total;
    let units = Number.POSITIVE_INFINITY;
    for (let v = sink; v !== source; v = network.to[(into[v] as number) ^ 1] as number) {
      units = Math.min(units, network.capacity[into[v] as number] as number);
    }
    for (let v = sink; v !== source; ) {
      const edge = into[v] as number;
      network.capacity[edge] = (network.capacity[edge] as number) - units;
      network.capacity[edge ^ 1] = (network.capacity[edge ^ 1] as number) + units;
      total += units * (network.cost[edge] as number);
      v = network.to[edge ^ 1] as number;
    }
  }
}

/** The edge by which each node is reached at least cost (Bellman-Ford, as costs may be negative); undefined without a path. */
function shortestPath(
  { nodes, to, capacity, cost, out }: Network,
  source: number,
  sink: number,
): Int32Array | undefined {
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const into = new Int32Array(nodes).fill(-1);
  distance[source] = 0;
  const queue = [source];
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (const edge of out[v] as number[]) {
      const w = to[edge] as number;
      const reached = (distance[v] as number) + (cost[edge] as number);
      if ((capacity[edge] as number) > 0 && reached < (distance[w] as number) - 1e-9) {
        distance[w] = reached;
        into[w] = edge;
        queue.push(w);
      }
    }
  }
  return distance[sink] === Number.POSITIVE_INFINITY ? undefined : into;
}
