import { greatCircleKm } from '../shared/greatCircle.ts';
import type { Result } from '../shared/result.ts';
import { layoutGraph } from './layoutGraph.ts';
import { restrictionRules } from './restrictionRules.ts';
import type { RoadGraph, RoadInput, SideInput } from './roadGraph.ts';
import type { RoadMap, RoadWay } from './roadMap.ts';
import { isBarred, type Permit, permitOf, type VehicleKind } from './vehicles.ts';

/** What a graph is built for: the vehicle, and whether it may turn round at any junction. */
export interface BuildOptions {
  readonly vehicle: VehicleKind;
  readonly uTurns: boolean;
}

/** A stretch of a way between two junctions, by the map's nodes. */
export interface Stretch {
  readonly way: number;
  readonly nodes: readonly number[];
}

/**
 * The graph of the roads that a vehicle may drive on a map: junctions are where ways meet, roads the stretches between them, and
 * every turn restriction that binds the vehicle is kept. Lengths are great circles in millimeters, times follow from the speeds.
 */
export function buildGraph(map: RoadMap, { vehicle, uTurns }: BuildOptions): Result<RoadGraph, string> {
  const open = map.ways.flatMap((way) => {
    const permit = permitOf(way.tags, vehicle);
    return way.nodes.length > 1 && permit.forward + permit.backward > 0 ? [{ way, permit }] : [];
  });
  const barred = new Set([...map.barriers].flatMap(([node, tags]) => (isBarred(tags, vehicle) ? [node] : [])));
  const isJunction = junctionTest(open, barred);
  const ends = new JunctionBook(map, barred);
  const roads: RoadInput[] = [];
  const stretches: Stretch[] = [];
  for (const { way, permit } of open) {
    for (const nodes of cut(way.nodes, isJunction)) {
      roads.push(roadOf(map, nodes, permit, ends));
      stretches.push({ way: way.id, nodes });
    }
  }
  const rules = restrictionRules(map.restrictions, stretches, vehicle);
  return layoutGraph({ latitude: ends.latitude, longitude: ends.longitude, roads, rules, uTurns });
}

function junctionTest(open: readonly { readonly way: RoadWay }[], barred: ReadonlySet<number>) {
  const met = new Set<number>();
  const junctions = new Set<number>(barred);
  for (const { way } of open) {
    const { nodes } = way;
    for (const node of nodes) (met.has(node) ? junctions : met).add(node);
    for (const end of [nodes[0], nodes.at(-1)]) if (end !== undefined) junctions.add(end);
  }
  return (node: number) => junctions.has(node);
}

/** The stretches of a way between junctions. */
function cut(nodes: readonly number[], isJunction: (node: number) => boolean): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (const node of nodes) {
    if (part.at(-1) === node) continue;
    part.push(node);
    if (part.length > 1 && isJunction(node)) {
      parts.push(part);
      part = [node];
    }
  }
  return parts;
}

/** Numbers junctions. Each road that ends at a barrier ends there for itself. */
class JunctionBook {
  readonly latitude: number[] = [];
  readonly longitude: number[] = [];
  readonly #map: RoadMap;
  readonly #barred: ReadonlySet<number>;
  readonly #numbers = new Map<number, number>();

  constructor(map: RoadMap, barred: ReadonlySet<number>) {
    this.#map = map;
    this.#barred = barred;
  }

  of(node: number): number {
    const known = this.#barred.has(node) ? undefined : this.#numbers.get(node);
    if (known !== undefined) return known;
    const number = this.latitude.push(this.#map.latitude[node] as number) - 1;
    this.longitude.push(this.#map.longitude[node] as number);
    this.#numbers.set(node, number);
    return number;
  }
}

const MM_PER_KM = 1e6;
/** At 1 km/h a millimeter takes 3.6 milliseconds. */
const MS_PER_MM = 3.6;

function roadOf(map: RoadMap, nodes: readonly number[], permit: Permit, ends: JunctionBook): RoadInput {
  const points = nodes.map((node) => [map.latitude[node] as number, map.longitude[node] as number] as const);
  let km = 0;
  for (const [k, [latitude, longitude]] of points.entries()) {
    const before = points[k - 1];
    if (before === undefined) continue;
    km += greatCircleKm({ latitude: before[0], longitude: before[1] }, { latitude, longitude });
  }
  const millimeters = Math.round(km * MM_PER_KM);
  const side = (speed: number): SideInput | null =>
    speed > 0 ? { millimeters, milliseconds: Math.round((millimeters * MS_PER_MM) / speed) } : null;
  return {
    from: ends.of(nodes[0] as number),
    to: ends.of(nodes.at(-1) as number),
    points,
    forward: side(permit.forward),
    backward: side(permit.backward),
  };
}
