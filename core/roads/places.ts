import Flatbush from 'flatbush';
import type { Point } from '../shared/greatCircle.ts';
import { type Metric, offsets, type RoadGraph } from './roadGraph.ts';
import type { Seed } from './seeds.ts';
import { lengthsAlong, METERS_PER_DEGREE, RADIANS } from './shapes.ts';

/** A point on a road: `fraction` of its length along its drawing, and how many meters from the point that was asked for. */
export interface Snap extends Point {
  readonly road: number;
  readonly fraction: number;
  readonly meters: number;
}

/** The part of a side between two points on the same road, driven without meeting a junction. */
export interface DirectDrive {
  readonly side: number;
  readonly cost: number;
  readonly beside: number;
}

const FIRST_RADIUS = 50;
/** Nearer to an end of a road than this part of it is at the junction. */
const AT_END = 1e-6;

/** Finds the places of a graph: the nearest point on any road, and where searches from and to it begin. */
export class Places {
  readonly #graph: RoadGraph;
  readonly #index: Flatbush;
  /** The road of each stretch between two points of a shape, and the first of the two. */
  readonly #roadOf: Uint32Array;
  readonly #pointOf: Uint32Array;
  readonly #sideFirst: Uint32Array;
  readonly #sideArcs: Uint32Array;
  readonly #tail: Uint32Array;
  readonly #twins: ReadonlyMap<number, readonly number[]>;

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    const { index, roadOf, pointOf } = indexShapes(graph);
    this.#index = index;
    this.#roadOf = roadOf;
    this.#pointOf = pointOf;
    const { sideFirst, sideArcs, tail } = arcsOfSides(graph);
    this.#sideFirst = sideFirst;
    this.#sideArcs = sideArcs;
    this.#tail = tail;
    this.#twins = twinsOf(graph);
  }

  /** The nearest point on a road, exact to the flatness of the earth over `limit` meters; undefined when none is so near. */
  snap(point: Point, limit: number): Snap | undefined {
    const upright = METERS_PER_DEGREE;
    const across = METERS_PER_DEGREE * Math.cos(point.latitude * RADIANS);
    for (let radius = Math.min(FIRST_RADIUS, limit); ; radius = Math.min(4 * radius, limit)) {
      const dy = radius / upright;
      const dx = radius / Math.max(across, 1e-6);
      const { longitude: x, latitude: y } = point;
      let best: Snap | undefined;
      for (const k of this.#index.search(x - dx, y - dy, x + dx, y + dy)) {
        const found = this.#project(k, point, upright, across);
        if (found.meters < (best?.meters ?? Infinity)) best = found;
      }
      if (best !== undefined && best.meters <= radius) return this.#withFraction(best);
      if (radius >= limit) return undefined;
    }
  }

  /** Where a search from a junction begins. */
  departuresAt(junction: number): Seed[] {
    return [{ vertex: junction, cost: 0, beside: 0, arc: -1 }];
  }

  /** Where a search to a junction ends: at every vertex that stands for it. */
  arrivalsAt(junction: number): Seed[] {
    const vertices = [junction, ...(this.#twins.get(junction) ?? [])];
    return vertices.map((vertex) => ({ vertex, cost: 0, beside: 0, arc: -1 }));
  }

  /** Where a search from a place begins: at its junction, or at the ends of its road that can be driven to. */
  departures(snap: Snap, metric: Metric): Seed[] {
    const junction = this.#junctionAt(snap);
    if (junction !== undefined) return this.departuresAt(junction);
    return [2 * snap.road, 2 * snap.road + 1].flatMap((side) => {
      const arc = this.#arcs(side).next().value;
      if (arc === undefined) return [];
      const left = side % 2 === 0 ? 1 - snap.fraction : snap.fraction;
      return [{ vertex: this.#graph.head[arc] as number, ...this.#part(arc, left, metric), arc }];
    });
  }

  /** Where a search to a place ends: at its junction however it is reached, or at the tails of the arcs that lead over it. */
  arrivals(snap: Snap, metric: Metric): Seed[] {
    const junction = this.#junctionAt(snap);
    if (junction !== undefined) return this.arrivalsAt(junction);
    return [2 * snap.road, 2 * snap.road + 1].flatMap((side) => {
      const done = side % 2 === 0 ? snap.fraction : 1 - snap.fraction;
      return [...this.#arcs(side)].map((arc) => ({
        vertex: this.#tail[arc] as number,
        ...this.#part(arc, done, metric),
        arc,
      }));
    });
  }

  /** How to drive between two points of one road without leaving it; undefined when that is against its direction, or they are on two. */
  direct(from: Snap, to: Snap, metric: Metric): DirectDrive | undefined {
    if (from.road !== to.road) return undefined;
    const forward = 2 * from.road;
    if (from.fraction === to.fraction) return { side: forward, cost: 0, beside: 0 };
    const side = from.fraction < to.fraction ? forward : forward + 1;
    const arc = this.#arcs(side).next().value;
    if (arc === undefined) return undefined;
    return { side, ...this.#part(arc, Math.abs(to.fraction - from.fraction), metric) };
  }

  #part(arc: number, fraction: number, metric: Metric): { cost: number; beside: number } {
    const milliseconds = Math.round((this.#graph.milliseconds[arc] as number) * fraction);
    const millimeters = Math.round((this.#graph.millimeters[arc] as number) * fraction);
    return metric === 'time'
      ? { cost: milliseconds, beside: millimeters }
      : { cost: millimeters, beside: milliseconds };
  }

  /** The arcs that drive a side; the first is the one from the junction itself. */
  *#arcs(side: number): Generator<number, undefined> {
    const last = this.#sideFirst[side + 1] as number;
    for (let k = this.#sideFirst[side] as number; k < last; k++) yield this.#sideArcs[k] as number;
    return undefined;
  }

  #junctionAt({ road, fraction }: Snap): number | undefined {
    if (fraction > AT_END && fraction < 1 - AT_END) return undefined;
    const { junctionOf, head } = this.#graph;
    const forward = this.#arcs(2 * road).next().value;
    const backward = this.#arcs(2 * road + 1).next().value;
    const isStart = fraction <= AT_END;
    const arc = (forward ?? backward) as number;
    const isTail = (forward !== undefined) === isStart;
    return junctionOf[(isTail ? this.#tail[arc] : head[arc]) as number];
  }

  #project(k: number, point: Point, upright: number, across: number): Snap & { readonly stretch: number } {
    const { shapeLatitude, shapeLongitude } = this.#graph;
    const p = this.#pointOf[k] as number;
    const ax = ((shapeLongitude[p] as number) - point.longitude) * across;
    const ay = ((shapeLatitude[p] as number) - point.latitude) * upright;
    const bx = ((shapeLongitude[p + 1] as number) - point.longitude) * across;
    const by = ((shapeLatitude[p + 1] as number) - point.latitude) * upright;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
    const x = ax + t * (bx - ax);
    const y = ay + t * (by - ay);
    return {
      stretch: k,
      road: this.#roadOf[k] as number,
      fraction: t,
      latitude: point.latitude + y / upright,
      longitude: point.longitude + x / Math.max(across, 1e-6),
      meters: Math.hypot(x, y),
    };
  }

  /** A point at a part of a stretch, as a part of the whole road. */
  #withFraction(found: Snap): Snap {
    const { stretch, ...snap } = found as Snap & { stretch: number };
    const along = lengthsAlong(this.#graph, snap.road);
    const k = (this.#pointOf[stretch] as number) - (this.#graph.shapeFirst[snap.road] as number);
    const [before, after, whole] = [along[k] ?? 0, along[k + 1] ?? 0, along.at(-1) ?? 0];
    return { ...snap, fraction: whole === 0 ? 0 : (before + snap.fraction * (after - before)) / whole };
  }
}

function indexShapes({ shapeFirst, shapeLatitude, shapeLongitude }: RoadGraph) {
  const roads = shapeFirst.length - 1;
  const count = shapeLatitude.length - roads;
  const index = new Flatbush(count);
  const roadOf = new Uint32Array(count);
  const pointOf = new Uint32Array(count);
  for (let road = 0; road < roads; road++) {
    for (let p = shapeFirst[road] as number; p < (shapeFirst[road + 1] as number) - 1; p++) {
      const [x, nextX] = [shapeLongitude[p] as number, shapeLongitude[p + 1] as number];
      const [y, nextY] = [shapeLatitude[p] as number, shapeLatitude[p + 1] as number];
      const k = index.add(Math.min(x, nextX), Math.min(y, nextY), Math.max(x, nextX), Math.max(y, nextY));
      roadOf[k] = road;
      pointOf[k] = p;
    }
  }
  index.finish();
  return { index, roadOf, pointOf };
}

function arcsOfSides({ size, first, side, shapeFirst }: RoadGraph) {
  const counts = new Uint32Array(2 * (shapeFirst.length - 1));
  for (const s of side) counts[s] = (counts[s] as number) + 1;
  const sideFirst = offsets(counts);
  const next = sideFirst.slice();
  const sideArcs = new Uint32Array(side.length);
  const tail = new Uint32Array(side.length);
  for (let vertex = 0; vertex < size; vertex++) {
    for (let arc = first[vertex] as number; arc < (first[vertex + 1] as number); arc++) {
      const s = side[arc] as number;
      sideArcs[next[s] as number] = arc;
      next[s] = (next[s] as number) + 1;
      tail[arc] = vertex;
    }
  }
  return { sideFirst, sideArcs, tail };
}

/** The vertices beside a junction's own that stand for it. */
function twinsOf({ size, junctions, junctionOf }: RoadGraph): Map<number, number[]> {
  const twins = new Map<number, number[]>();
  for (let vertex = junctions; vertex < size; vertex++) {
    const junction = junctionOf[vertex] as number;
    const known = twins.get(junction);
    if (known === undefined) twins.set(junction, [vertex]);
    else known.push(vertex);
  }
  return twins;
}
