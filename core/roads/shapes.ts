import { greatCircleKm, type Point } from '../shared/greatCircle.ts';
import type { RoadGraph } from './roadGraph.ts';

export const RADIANS = Math.PI / 180;
/** A degree of a great circle on the sphere of the mean radius of the earth (IUGG), in meters. */
export const METERS_PER_DEGREE = 6371008.8 * RADIANS;

/** How far along a road each point of its shape lies, in meters. */
export function lengthsAlong(graph: RoadGraph, road: number): number[] {
  const { shapeFirst } = graph;
  const lengths: number[] = [];
  let meters = 0;
  const start = shapeFirst[road] as number;
  for (let p = start; p < (shapeFirst[road + 1] as number); p++) {
    if (p > start) meters += 1000 * greatCircleKm(shapePoint(graph, p - 1), shapePoint(graph, p));
    lengths.push(meters);
  }
  return lengths;
}

/** The points of a side in the order of driving, between two fractions of its length in that order. */
export function sidePoints(graph: RoadGraph, side: number, from: number, to: number): Point[] {
  const { shapeFirst } = graph;
  const road = side >> 1;
  const start = shapeFirst[road] as number;
  const isBack = side % 2 === 1;
  const along = lengthsAlong(graph, road);
  const whole = along.at(-1) ?? 0;
  const order = along.map((_, k) => (isBack ? along.length - 1 - k : k));
  const driven = order.map((k) => (isBack ? whole - (along[k] ?? 0) : (along[k] ?? 0)));
  const points: Point[] = [];
  const [begin, end] = [from * whole, to * whole];
  order.forEach((k, i) => {
    const here = driven[i] ?? 0;
    const before = driven[i - 1];
    const point = shapePoint(graph, start + k);
    const last = shapePoint(graph, start + (order[i - 1] ?? k));
    const cuts = [begin, end].filter((cut) => before !== undefined && cut > before && cut < here);
    points.push(...cuts.map((cut) => between(last, point, (cut - (before ?? 0)) / (here - (before ?? 0)))));
    if (here >= begin && here <= end) points.push(point);
  });
  return points;
}

const shapePoint = ({ shapeLatitude, shapeLongitude }: RoadGraph, p: number): Point => ({
  latitude: shapeLatitude[p] as number,
  longitude: shapeLongitude[p] as number,
});

const between = (a: Point, b: Point, part: number): Point => ({
  latitude: a.latitude + part * (b.latitude - a.latitude),
  longitude: a.longitude + part * (b.longitude - a.longitude),
});
