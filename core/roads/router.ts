import type { Point } from '../shared/greatCircle.ts';
import { findAlternatives } from './alternatives.ts';
import { Bidirectional, surveyTerrain } from './bidirectional.ts';
import { buildHierarchy, type Hierarchy } from './hierarchy.ts';
import { HierarchySearch } from './hierarchySearch.ts';
import { Places, type Snap } from './places.ts';
import { type ArcViews, arcViews, type Metric, type RoadGraph } from './roadGraph.ts';
import type { Found, Seed } from './seeds.ts';
import { sidePoints } from './shapes.ts';

/** A way between two places: meters, seconds, and the line of its points from the first road's to the last's. */
export interface Journey {
  readonly meters: number;
  readonly seconds: number;
  readonly points: readonly Point[];
}

/** Finds ways on one graph under one metric: by A* from both ends, and by a hierarchy once it was prepared. */
export class Router {
  readonly graph: RoadGraph;
  readonly metric: Metric;
  readonly places: Places;
  readonly #views: ArcViews;
  #hierarchy: Hierarchy | undefined;
  #search: { find(from: readonly Seed[], to: readonly Seed[]): Found | undefined } | undefined;

  constructor(graph: RoadGraph, metric: Metric) {
    this.graph = graph;
    this.metric = metric;
    this.places = new Places(graph);
    this.#views = arcViews(graph, metric);
  }

  /** Prepares a hierarchy, which every later way is found by; worth it from some dozens of ways on. */
  prepare(): Hierarchy {
    if (this.#hierarchy === undefined) {
      this.#hierarchy = buildHierarchy(this.#views.forward);
      this.#search = new HierarchySearch(this.#hierarchy);
    }
    return this.#hierarchy;
  }

  /** The cost between two junctions, in whole milliseconds or millimeters; Infinity when there is no way. */
  costBetween(from: number, to: number): number {
    const seeds = this.places.departuresAt(from);
    return this.#finder().find(seeds, this.places.arrivalsAt(to))?.cost ?? Infinity;
  }

  /** The shortest way; undefined when there is none. */
  journey(from: Snap, to: Snap): Journey | undefined {
    const found = this.#finder().find(this.places.departures(from, this.metric), this.places.arrivals(to, this.metric));
    const direct = this.places.direct(from, to, this.metric);
    if (direct !== undefined && direct.cost <= (found?.cost ?? Infinity)) {
      const [start, end] = [along(direct.side, from), along(direct.side, to)];
      return this.#journeyOf(direct, sidePoints(this.graph, direct.side, start, end));
    }
    return found && this.#journeyOf(found, this.#line(found, from, to));
  }

  /** Up to `count` ways that differ, the shortest first. */
  alternatives(from: Snap, to: Snap, count: number): Journey[] {
    const shortest = this.journey(from, to);
    if (shortest === undefined || count === 1 || this.places.direct(from, to, this.metric) !== undefined) {
      return shortest === undefined ? [] : [shortest];
    }
    const departures = this.places.departures(from, this.metric);
    const arrivals = this.places.arrivals(to, this.metric);
    const ways = findAlternatives(this.#views, departures, arrivals, count);
    return ways.map((found) => this.#journeyOf(found, this.#line(found, from, to)));
  }

  #finder() {
    this.#search ??= new Bidirectional(surveyTerrain(this.graph, this.#views));
    return this.#search;
  }

  #journeyOf({ cost, beside }: { readonly cost: number; readonly beside: number }, points: readonly Point[]): Journey {
    const [milliseconds, millimeters] = this.metric === 'time' ? [cost, beside] : [beside, cost];
    return { meters: millimeters / 1000, seconds: milliseconds / 1000, points };
  }

  #line(found: Found, from: Snap, to: Snap): Point[] {
    const { graph } = this;
    const parts = found.arcs.map((arc) => sidePoints(graph, graph.side[arc] as number, 0, 1));
    if (found.from.arc !== -1) {
      const side = graph.side[found.from.arc] as number;
      parts.unshift(sidePoints(graph, side, along(side, from), 1));
    }
    if (found.to.arc !== -1) {
      const side = graph.side[found.to.arc] as number;
      parts.push(sidePoints(graph, side, 0, along(side, to)));
    }
    if (parts.length === 0) return [from, to].map(({ latitude, longitude }) => ({ latitude, longitude }));
    return parts.flatMap((part, k) => (k === 0 ? part : part.slice(1)));
  }
}

/** A place as a fraction of a side in the order of driving. */
const along = (side: number, { fraction }: Snap): number => (side % 2 === 0 ? fraction : 1 - fraction);
