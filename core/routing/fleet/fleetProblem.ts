/**
 * The full routing model on flat arrays: several depots, a mixed fleet and every constraint of the hub. Stops are places 0 to
 * size - 1, depots follow. Distances, times and costs are in the units of the case; a duration is never negative.
 */
export interface FleetProblem {
  readonly name: string;
  readonly size: number;
  readonly places: number;
  readonly stopIds: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Row-major places × places. */
  readonly distance: Float64Array;
  readonly duration: Float64Array;
  /** The number of load dimensions (weight, volume, ...), and per stop and dimension what is loaded at the start ... */
  readonly dimensions: number;
  readonly deliver: Float64Array;
  /** ... what is collected and stays on board to the end, ... */
  readonly collect: Float64Array;
  /** ... and what a pickup takes on board for its delivery (above zero) or a delivery hands over (below zero). */
  readonly carry: Float64Array;
  readonly service: Float64Array;
  /** The windows of stop c are those from firstWindow[c] up to firstWindow[c + 1]. */
  readonly firstWindow: Int32Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** What leaving a stop out costs; infinite when it must be visited. */
  readonly penalty: Float64Array;
  /** A bit for each skill that a stop asks for. */
  readonly skills: Int32Array;
  /** The other stop of a pickup and delivery, -1 for none. */
  readonly pair: Int32Array;
  /** 1 for the delivery of a pair. */
  readonly isDelivery: Uint8Array;
  readonly vehicles: readonly VehicleType[];
  /** Routes that were begun or are given; the first `locked` stops of each stay as they are. */
  readonly started: readonly StartedRoute[];
  /** Whether any clock matters, and whether loads change on the way other than by deliveries. */
  readonly isTimed: boolean;
  readonly isMixed: boolean;
  /** Added for each vehicle used, above any other cost when vehicles come first. */
  readonly vehicleWeight: number;
}

/** Vehicles that are alike. Places are indexes; -1 where a route begins or ends at no depot (open). */
export interface VehicleType {
  readonly id: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly capacity: readonly number[];
  readonly fixedCost: number;
  readonly distanceCost: number;
  readonly timeCost: number;
  readonly opens: number;
  readonly closes: number;
  readonly maxDistance: number;
  readonly maxDuration: number;
  readonly maxStops: number;
  readonly skills: number;
  readonly breaks: readonly Break[];
}

/** A pause of the driver that begins within a window, at a stop or while waiting, never while driving or serving. */
export interface Break {
  readonly opens: number;
  readonly closes: number;
  readonly duration: number;
}

/** A route given with the case: the vehicle type and its stops, of which the first `locked` may not be touched. */
export interface StartedRoute {
  readonly vehicle: number;
  readonly stops: readonly number[];
  readonly locked: number;
  /** Whether stops may be added behind the locked ones. */
  readonly isClosed: boolean;
}

/** One route of an answer. */
export interface FleetRoute {
  readonly vehicle: number;
  readonly stops: readonly number[];
}

/** The distance between two places; nothing from or to the missing depot of an open route. */
export function distanceBetween(problem: FleetProblem, from: number, to: number): number {
  return from < 0 || to < 0 ? 0 : (problem.distance[from * problem.places + to] as number);
}
