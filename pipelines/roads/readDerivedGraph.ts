import { layoutGraph, type RoadGraph, type RoadInput } from '../../core/roads/index.ts';
import { err, type Result } from '../../core/shared/result.ts';
import { readTable } from './readTable.ts';

type SideName = 'forward' | 'backward';
const DERIVED = /\.(nodes|edges)\.csv(\.gz)?$/;

/** Whether a path names one of the two files of a derived graph. */
export const isDerivedGraph = (path: string): boolean => DERIVED.test(path);

/**
 * Reads a derived graph: NAME.nodes.csv (id, lat, lon) and NAME.edges.csv (from, to, distance_mm, time_ms), plain or gzip, ids
 * counted from 0. It is made for one vehicle and knows no turn restrictions. The error is one sentence about a file.
 */
export async function readDerivedGraph(path: string): Promise<Result<RoadGraph, string>> {
  const named = (part: string) => path.replace(DERIVED, (_, __, gz = '') => `.${part}.csv${gz}`);
  const nodes = await readTable(named('nodes'), ['id', 'lat', 'lon']);
  if (!nodes.ok) return nodes;
  const edges = await readTable(named('edges'), ['from', 'to', 'distance_mm', 'time_ms']);
  if (!edges.ok) return edges;
  const disordered = nodes.value.findIndex(([id], k) => id !== k);
  if (disordered !== -1) return err(`${named('nodes')}: line ${disordered + 2} does not have the id ${disordered}`);
  const wrong = edges.value.findIndex((edge) => !isEdge(edge, nodes.value.length));
  if (wrong !== -1) return err(`${named('edges')}: line ${wrong + 2} is no edge between two of the nodes`);
  const latitude = nodes.value.map(([, value]) => value as number);
  const longitude = nodes.value.map(([, , value]) => value as number);
  const roads = roadsOf(edges.value, latitude, longitude);
  const graph = layoutGraph({ latitude, longitude, roads, rules: [], uTurns: true });
  return graph.ok ? graph : err(`${path}: ${graph.error}`);
}

function isEdge([from = -1, to = -1, millimeters = -1, milliseconds = -1]: readonly number[], nodes: number): boolean {
  const isNode = (id: number) => Number.isInteger(id) && id >= 0 && id < nodes;
  return isNode(from) && isNode(to) && [millimeters, milliseconds].every((x) => Number.isInteger(x) && x >= 0);
}

/** Edges there and back of the same length are the two sides of one road. */
function roadsOf(edges: readonly (readonly number[])[], latitude: readonly number[], longitude: readonly number[]) {
  const roads: (RoadInput & { forward: RoadInput['forward']; backward: RoadInput['backward'] })[] = [];
  const waiting = new Map<string, number[]>();
  const point = (node: number) => [latitude[node] as number, longitude[node] as number] as const;
  for (const [from = 0, to = 0, millimeters = 0, milliseconds = 0] of edges) {
    const cost = { millimeters, milliseconds };
    const back = waiting.get(`${to} ${from} ${millimeters}`)?.pop();
    const opposite = back === undefined ? undefined : roads[back];
    if (back !== undefined && opposite !== undefined) {
      roads[back] = { ...opposite, ['backward' satisfies SideName]: cost };
      continue;
    }
    const key = `${from} ${to} ${millimeters}`;
    const list = waiting.get(key) ?? [];
    list.push(roads.push({ from, to, points: [point(from), point(to)], forward: cost, backward: null }) - 1);
    waiting.set(key, list);
  }
  return roads;
}
