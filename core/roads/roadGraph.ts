/** What a shortest path is shortest in. */
export const METRICS = ['time', 'distance'] as const;
export type Metric = (typeof METRICS)[number];

/**
 * Roads that one vehicle drives, in shared flat arrays so that threads need no copy. A road is a stretch between two junctions; it has
 * two sides, 2 r along its drawing and 2 r + 1 against it, and an arc drives one side. Vertices below `junctions` are the junctions;
 * those above stand for a junction reached in a way after which some turns are forbidden.
 */
export interface RoadGraph {
  readonly size: number;
  readonly junctions: number;
  /** The junction of each vertex. */
  readonly junctionOf: Uint32Array;
  /** Degrees, by junction. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** The arcs that leave vertex v are first[v] to first[v + 1] - 1. */
  readonly first: Uint32Array;
  readonly head: Uint32Array;
  readonly side: Uint32Array;
  readonly millimeters: Uint32Array;
  readonly milliseconds: Uint32Array;
  /** The points of road r are shapeFirst[r] to shapeFirst[r + 1] - 1, from its first junction to its last. */
  readonly shapeFirst: Uint32Array;
  readonly shapeLatitude: Float64Array;
  readonly shapeLongitude: Float64Array;
}

/** A road before it is laid out: its ends, its points with both ends, and its two sides; a side is null where it is closed. */
export interface RoadInput {
  readonly from: number;
  readonly to: number;
  readonly points: readonly (readonly [latitude: number, longitude: number])[];
  readonly forward: SideInput | null;
  readonly backward: SideInput | null;
}

/** What driving a side of a road takes, in whole millimeters and milliseconds. */
export interface SideInput {
  readonly millimeters: number;
  readonly milliseconds: number;
}

/** An array of numbers that threads can share. */
export const sharedDoubles = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));
export const sharedCounts = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length));

/** Where groups of entries begin, from how many each has; one entry more than groups. */
export function offsets(counts: Uint32Array): Uint32Array {
  const first = sharedCounts(counts.length + 1);
  for (let k = 0; k < counts.length; k++) first[k + 1] = (first[k] as number) + (counts[k] as number);
  return first;
}

/** Arcs as one direction of a search sees them: those at vertex v are first[v] to first[v + 1] - 1, each with its other end and number. */
export interface ArcView {
  readonly size: number;
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly arc: Uint32Array;
  /** What the path is shortest in, by entry. */
  readonly weight: Uint32Array;
  /** The other measure, summed along: millimeters where the weight is time, else milliseconds. */
  readonly beside: Uint32Array;
}

/** Both directions of a graph under a metric. */
export interface ArcViews {
  readonly forward: ArcView;
  readonly backward: ArcView;
}

/** Lays out the arcs of a graph for searches from the start and from the end. */
export function arcViews(graph: RoadGraph, metric: Metric): ArcViews {
  const { size, first, head } = graph;
  const weight = metric === 'time' ? graph.milliseconds : graph.millimeters;
  const beside = metric === 'time' ? graph.millimeters : graph.milliseconds;
  const arc = Uint32Array.from(head, (_, a) => a);
  const forward = { size, first, end: head, arc, weight, beside };
  return { forward, backward: reversed(forward) };
}

function reversed(view: ArcView): ArcView {
  const { size, first, end, weight, beside } = view;
  const counts = new Uint32Array(size);
  for (const vertex of end) counts[vertex] = (counts[vertex] as number) + 1;
  const back = offsets(counts);
  const next = back.slice();
  const source = new Uint32Array(end.length);
  const arc = new Uint32Array(end.length);
  for (let tail = 0; tail < size; tail++) {
    for (let a = first[tail] as number; a < (first[tail + 1] as number); a++) {
      const head = end[a] as number;
      const at = next[head] as number;
      next[head] = at + 1;
      source[at] = tail;
      arc[at] = a;
    }
  }
  const along = (values: Uint32Array) => Uint32Array.from(arc, (a) => values[a] as number);
  return { size, first: back, end: source, arc, weight: along(weight), beside: along(beside) };
}
