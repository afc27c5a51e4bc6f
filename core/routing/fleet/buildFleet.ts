import type { RoutingCase } from '../../documents/routingCase.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { caseMatrices } from './caseMatrices.ts';
import { Drive } from './drive.ts';
import { findCaseFault } from './findCaseFault.ts';
import type { FleetProblem, StartedRoute, VehicleType } from './fleetProblem.ts';

/** A vehicle less outweighs any other cost when vehicles come first. */
const VEHICLE_WEIGHT = 1e7;

/** Checks a case and lays it out on flat arrays. The error is one sentence that names the thing and the constraint it breaks. */
export function buildFleet(given: RoutingCase): Result<FleetProblem, string> {
  const fault = findCaseFault(given);
  if (fault !== undefined) return err(fault);
  const bare = layOut(given);
  const problem = { ...bare, started: startedRoutes(given) };
  const drive = new Drive(problem);
  for (const [k, route] of problem.started.entries()) {
    const type = problem.vehicles[route.vehicle] as VehicleType;
    if (drive.price(type, route.stops, route.stops.length) === Infinity)
      return err(`given route ${k + 1} breaks a constraint of vehicle ${type.id}`);
  }
  return ok(problem);
}

type Loads = Readonly<Record<string, number>>;

function layOut(given: RoutingCase): FleetProblem {
  const { stops, depots } = given;
  const size = stops.length;
  const dimensions = dimensionNames(given);
  const index = new Map(stops.map((stop, c) => [stop.id, c]));
  const amounts = (pick: (stop: RoutingCase['stops'][number]) => Loads) =>
    Float64Array.from(stops.flatMap((stop) => dimensions.map((name) => pick(stop)[name] ?? 0)));
  const windows = stops.map(({ windows: own }) => (own.length > 0 ? [...own].sort((a, b) => a[0] - b[0]) : [ALWAYS]));
  const spots = [...stops, ...depots];
  return {
    name: given.name,
    size,
    places: size + depots.length,
    stopIds: stops.map((stop) => stop.id),
    x: Float64Array.from(spots, (spot) => spot.x ?? spot.longitude ?? 0),
    y: Float64Array.from(spots, (spot) => spot.y ?? spot.latitude ?? 0),
    ...caseMatrices(given),
    dimensions: dimensions.length,
    deliver: amounts((stop) => stop.delivery),
    collect: amounts((stop) => stop.collection),
    ...pairColumns(given, index, dimensions),
    service: Float64Array.from(stops, (stop) => stop.service),
    firstWindow: Int32Array.from([0, ...windows.map(runningCount())]),
    opens: Float64Array.from(windows.flat(), (window) => window[0]),
    closes: Float64Array.from(windows.flat(), (window) => window[1]),
    penalty: Float64Array.from(stops, (stop) => stop.penalty ?? Infinity),
    skills: Int32Array.from(stops, (stop) => skillBits(given, stop.skills)),
    vehicles: given.vehicles.map((vehicle) => vehicleType(given, vehicle, dimensions)),
    started: [],
    isTimed: isTimed(given),
    isMixed:
      given.pairs.length > 0 || stops.some((stop) => Object.values(stop.collection).some((amount) => amount > 0)),
    vehicleWeight: given.objective === 'vehicles' ? VEHICLE_WEIGHT : 0,
  };
}

const ALWAYS: readonly [number, number] = [-Infinity, Infinity];

function runningCount(): (list: readonly unknown[]) => number {
  let count = 0;
  return (list) => {
    count += list.length;
    return count;
  };
}

/** All names of load dimensions, in the order of their first use. */
function dimensionNames(given: RoutingCase): string[] {
  const loads = [
    ...given.vehicles.map((vehicle) => vehicle.capacity),
    ...given.stops.flatMap((stop) => [stop.delivery, stop.collection]),
    ...given.pairs.map((pair) => pair.load),
  ];
  return [...new Set(loads.flatMap((load) => Object.keys(load)))];
}

function pairColumns(given: RoutingCase, index: ReadonlyMap<string, number>, dimensions: readonly string[]) {
  const size = given.stops.length;
  const pair = new Int32Array(size).fill(-1);
  const isDelivery = new Uint8Array(size);
  const carry = new Float64Array(size * dimensions.length);
  for (const { pickup, delivery, load } of given.pairs) {
    const from = index.get(pickup) as number;
    const to = index.get(delivery) as number;
    pair[from] = to;
    pair[to] = from;
    isDelivery[to] = 1;
    dimensions.forEach((name, d) => {
      carry[from * dimensions.length + d] = load[name] ?? 0;
      carry[to * dimensions.length + d] = -(load[name] ?? 0);
    });
  }
  return { pair, isDelivery, carry };
}

function skillNames(given: RoutingCase): string[] {
  return [...new Set(given.stops.flatMap((stop) => stop.skills))];
}

function skillBits(given: RoutingCase, skills: readonly string[]): number {
  return skillNames(given).reduce((bits, name, k) => (skills.includes(name) ? bits | (1 << k) : bits), 0);
}

function vehicleType(
  given: RoutingCase,
  vehicle: RoutingCase['vehicles'][number],
  dimensions: readonly string[],
): VehicleType {
  const place = (id: string | undefined) =>
    id === undefined ? -1 : given.stops.length + given.depots.findIndex((depot) => depot.id === id);
  const [opens, closes] = vehicle.shift ?? [earliest(given), Infinity];
  return {
    id: vehicle.id,
    count: vehicle.count,
    start: place(vehicle.start),
    end: place(vehicle.end),
    capacity: dimensions.map((name) => vehicle.capacity[name] ?? Infinity),
    fixedCost: vehicle.fixedCost,
    distanceCost: vehicle.distanceCost,
    timeCost: vehicle.timeCost,
    opens,
    closes,
    maxDistance: vehicle.maxDistance ?? Infinity,
    maxDuration: vehicle.maxDuration ?? Infinity,
    maxStops: vehicle.maxStops ?? Infinity,
    skills: skillBits(given, vehicle.skills),
    breaks: [...vehicle.breaks]
      .sort((a, b) => a.window[0] - b.window[0])
      .map(({ window, duration }) => ({ opens: window[0], closes: window[1], duration })),
  };
}

/** A vehicle without a shift may leave at time 0, or before it when a window is earlier. */
function earliest(given: RoutingCase): number {
  return Math.min(0, ...given.stops.flatMap((stop) => stop.windows.map((window) => window[0])));
}

function isTimed(given: RoutingCase): boolean {
  return (
    given.stops.some((stop) => stop.windows.length > 0) ||
    given.vehicles.some(
      ({ shift, timeCost, maxDuration, breaks }) =>
        shift !== undefined || timeCost > 0 || maxDuration !== undefined || breaks.length > 0,
    )
  );
}

function startedRoutes(given: RoutingCase): StartedRoute[] {
  const index = new Map(given.stops.map((stop, c) => [stop.id, c]));
  return given.routes.map((route) => ({
    vehicle: given.vehicles.findIndex((vehicle) => vehicle.id === route.vehicle),
    stops: route.stops.map((id) => index.get(id) as number),
    locked: route.locked,
    isClosed: route.closed,
  }));
}
