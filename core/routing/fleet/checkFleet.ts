import type { RoutingAnswer, RoutingCase } from '../../documents/routingCase.ts';
import { caseMatrices } from './caseMatrices.ts';

/** When a stop of a route is reached, begun and left. */
export interface Visit {
  readonly stop: string;
  readonly arrival: number;
  readonly begin: number;
  readonly end: number;
}

/** One route as the checker drove it. */
export interface CheckedRoute {
  readonly vehicle: string;
  readonly distance: number;
  readonly duration: number;
  readonly cost: number;
  readonly start: number;
  readonly end: number;
  readonly visits: readonly Visit[];
}

/** What an independent look at an answer found; each violation is a sentence. The cost includes penalties of stops left out. */
export interface FleetCheck {
  readonly cost: number;
  readonly vehicles: number;
  readonly feasible: boolean;
  readonly violations: readonly string[];
  readonly routes: readonly CheckedRoute[];
  readonly absent: readonly string[];
}

type Stop = RoutingCase['stops'][number];
type Vehicle = RoutingCase['vehicles'][number];

const SLIP = 1e-5;

/**
 * Prices and checks an answer from the document itself, by names and one stop after the other; it shares no code with the search
 * but the table of distances.
 */
export function checkFleet(given: RoutingCase, answer: RoutingAnswer): FleetCheck {
  const look = new FleetLook(given);
  const routes = answer.routes.filter((route) => route.stops.length > 0).map((route, k) => look.drive(route, k + 1));
  look.checkFleetSize(answer);
  look.checkGivenRoutes(answer);
  const absent = look.checkVisits();
  const penalties = absent.reduce((sum, stop) => sum + (stop.penalty ?? 0), 0);
  return {
    cost: routes.reduce((sum, route) => sum + route.cost, penalties),
    vehicles: routes.length,
    feasible: look.violations.length === 0,
    violations: look.violations,
    routes,
    absent: absent.map((stop) => stop.id),
  };
}

class FleetLook {
  readonly violations: string[] = [];
  readonly #given: RoutingCase;
  readonly #matrices: ReturnType<typeof caseMatrices>;
  readonly #stops: ReadonlyMap<string, Stop>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #visits = new Map<string, number>();

  constructor(given: RoutingCase) {
    this.#given = given;
    this.#matrices = caseMatrices(given);
    this.#stops = new Map(given.stops.map((stop) => [stop.id, stop]));
    this.#places = new Map([
      ...given.stops.map((stop, k) => [`stop ${stop.id}`, k] as const),
      ...given.depots.map((depot, k) => [`depot ${depot.id}`, given.stops.length + k] as const),
    ]);
  }

  drive(route: RoutingAnswer['routes'][number], label: number): CheckedRoute {
    const vehicle = this.#given.vehicles.find((entry) => entry.id === route.vehicle);
    const stops = route.stops.flatMap((id) => this.#stops.get(id) ?? []);
    const blame = (text: string) => this.violations.push(`route ${label} ${text}`);
    for (const id of route.stops) this.#visits.set(id, (this.#visits.get(id) ?? 0) + 1);
    if (stops.length < route.stops.length) blame('visits a stop that does not exist');
    if (vehicle === undefined) {
      blame(`is driven by the unknown vehicle ${route.vehicle}`);
      return { vehicle: route.vehicle, distance: 0, duration: 0, cost: 0, start: 0, end: 0, visits: [] };
    }
    this.#checkLoads(vehicle, stops, blame);
    this.#checkOrder(route.stops, blame);
    const trip = this.#keepTime(vehicle, stops, blame);
    const distance = this.#length(vehicle, stops);
    const duration = trip.end - trip.start;
    if (distance > (vehicle.maxDistance ?? Infinity) + SLIP) blame(`is ${distance} long, above ${vehicle.maxDistance}`);
    if (duration > (vehicle.maxDuration ?? Infinity) + SLIP) blame(`takes ${duration}, above ${vehicle.maxDuration}`);
    if (stops.length > (vehicle.maxStops ?? Infinity)) blame(`has ${stops.length} stops, above ${vehicle.maxStops}`);
    const cost = vehicle.fixedCost + vehicle.distanceCost * distance + vehicle.timeCost * duration;
    return { vehicle: vehicle.id, distance, duration, cost, ...trip };
  }

  #length(vehicle: Vehicle, stops: readonly Stop[]): number {
    const places = [
      ...(vehicle.start === undefined ? [] : [`depot ${vehicle.start}`]),
      ...stops.map((stop) => `stop ${stop.id}`),
      ...(vehicle.end === undefined ? [] : [`depot ${vehicle.end}`]),
    ];
    let distance = 0;
    for (let k = 1; k < places.length; k++) distance += this.#between('distance', places[k - 1], places[k]);
    return distance;
  }

  checkFleetSize(answer: RoutingAnswer): void {
    for (const { id, count } of this.#given.vehicles) {
      const used = answer.routes.filter((route) => route.vehicle === id && route.stops.length > 0).length;
      if (used > count) this.violations.push(`${used} vehicles ${id} are used, ${count} exist`);
    }
  }

  /** Blames what is visited too often or not at all, and answers the stops left out. */
  checkVisits(): Stop[] {
    const pickups = new Map(this.#given.pairs.map((pair) => [pair.delivery, pair.pickup]));
    const countOf = (stop: Stop) => this.#visits.get(stop.id) ?? 0;
    for (const stop of this.#given.stops.filter((each) => countOf(each) > 1)) {
      this.violations.push(`stop ${stop.id} is visited ${countOf(stop)} times`);
    }
    const absent = this.#given.stops.filter((stop) => countOf(stop) === 0);
    for (const { id } of absent) {
      const asked = this.#stops.get(pickups.get(id) ?? id);
      if (asked?.penalty === undefined) this.violations.push(`stop ${id} is not visited`);
    }
    return absent;
  }

  checkGivenRoutes(answer: RoutingAnswer): void {
    this.#given.routes.forEach((promised, k) => {
      const locked = promised.closed ? promised.stops : promised.stops.slice(0, promised.locked);
      if (locked.length === 0) return;
      const kept = answer.routes.some(
        ({ vehicle, stops }) =>
          vehicle === promised.vehicle &&
          locked.every((id, at) => stops[at] === id) &&
          (!promised.closed || stops.length === locked.length),
      );
      if (!kept) this.violations.push(`given route ${k + 1} is not kept`);
    });
  }

  #checkLoads(vehicle: Vehicle, stops: readonly Stop[], blame: (text: string) => void): void {
    const skills = stops.flatMap((stop) => stop.skills.filter((skill) => !vehicle.skills.includes(skill)));
    if (skills.length > 0) blame(`needs the skill ${skills[0]}, which vehicle ${vehicle.id} lacks`);
    for (const [name, capacity] of Object.entries(vehicle.capacity)) {
      let load = stops.reduce((sum, stop) => sum + (stop.delivery[name] ?? 0), 0);
      let most = load;
      for (const stop of stops) {
        load += (stop.collection[name] ?? 0) - (stop.delivery[name] ?? 0) + this.#handed(stop.id, name);
        most = Math.max(most, load);
      }
      if (most > capacity + SLIP) blame(`carries ${name} ${most}, above ${capacity}`);
    }
  }

  #handed(id: string, name: string): number {
    const pair = this.#given.pairs.find((entry) => entry.pickup === id || entry.delivery === id);
    const load = pair?.load[name] ?? 0;
    return pair?.pickup === id ? load : -load;
  }

  #checkOrder(stops: readonly string[], blame: (text: string) => void): void {
    for (const { pickup, delivery } of this.#given.pairs) {
      const from = stops.indexOf(pickup);
      const to = stops.indexOf(delivery);
      if (from < 0 && to < 0) continue;
      if (from < 0 || to < 0) blame(`has only one stop of the pair ${pickup}, ${delivery}`);
      else if (to < from) blame(`delivers ${delivery} before it picks up ${pickup}`);
    }
  }

  /** Drives as early as possible, then moves the start, and all that only waited, as late as the same end allows. */
  #keepTime(vehicle: Vehicle, stops: readonly Stop[], blame: (text: string) => void) {
    const windows = this.#given.stops.flatMap((stop) => stop.windows.map((window) => window[0]));
    const opens = vehicle.shift?.[0] ?? Math.min(0, ...windows);
    const day = new Day(vehicle, opens, blame);
    let at = vehicle.start === undefined ? undefined : `depot ${vehicle.start}`;
    for (const stop of stops) {
      day.go(this.#between('duration', at, `stop ${stop.id}`));
      day.serve(stop);
      at = `stop ${stop.id}`;
    }
    const home = vehicle.end === undefined ? undefined : `depot ${vehicle.end}`;
    day.go(this.#between('duration', at, home));
    if (day.now > (vehicle.shift?.[1] ?? Infinity) + SLIP)
      blame(`ends at ${day.now}, after the shift of ${vehicle.id}`);
    return { start: day.latestStart(opens), end: day.now, visits: day.visits };
  }

  #between(kind: 'distance' | 'duration', from: string | undefined, to: string | undefined): number {
    const i = this.#places.get(from ?? '');
    const j = this.#places.get(to ?? '');
    return i === undefined || j === undefined ? 0 : (this.#matrices[kind][i * this.#places.size + j] ?? Number.NaN);
  }
}

/** A driver's day: what was done when, and the breaks still to take. */
class Day {
  readonly visits: Visit[] = [];
  readonly #events: { readonly begin: number; readonly waited: number; readonly closes: number }[] = [];
  readonly #breaks: Vehicle['breaks'];
  readonly #blame: (text: string) => void;
  now: number;

  constructor(vehicle: Vehicle, opens: number, blame: (text: string) => void) {
    this.#breaks = [...vehicle.breaks].sort((a, b) => a.window[0] - b.window[0]);
    this.#blame = blame;
    this.now = opens;
  }

  go(duration: number): void {
    this.#pause(duration);
    this.now += duration;
  }

  serve(stop: Stop): void {
    const arrival = this.now;
    const find = () => {
      if (stop.windows.length === 0) return ALWAYS;
      const sorted = [...stop.windows].sort((a, b) => a[0] - b[0]);
      return sorted.find((window) => this.now <= window[1] + SLIP);
    };
    const planned = find();
    this.#pause(Math.max(0, (planned?.[0] ?? this.now) - this.now) + stop.service);
    const window = find();
    if (window === undefined) this.#blame(`reaches stop ${stop.id} at ${arrival}, after it closes`);
    this.#begin(window ?? ALWAYS);
    this.visits.push({ stop: stop.id, arrival, begin: this.now, end: this.now + stop.service });
    this.now += stop.service;
  }

  /** The latest start that changes no end: what is waited in all, but never more than any event on the way can be moved. */
  latestStart(opens: number): number {
    let waited = 0;
    let room = Infinity;
    for (const event of this.#events) {
      waited += event.waited;
      room = Math.min(room, waited + Math.max(0, event.closes - event.begin));
    }
    return opens + Math.min(waited, room);
  }

  #begin([opens, closes]: readonly [number, number]): void {
    const waited = Math.max(0, opens - this.now);
    this.now += waited;
    this.#events.push({ begin: this.now, waited, closes });
  }

  /** Takes the breaks that are open now or that the next activity would miss. */
  #pause(ahead: number): void {
    for (let next = this.#breaks[0]; next !== undefined; next = this.#breaks[0]) {
      const [opens, closes] = next.window;
      if (this.now < opens && this.now + ahead <= closes) return;
      if (this.now > closes + SLIP) this.#blame(`misses the break that closes at ${closes}`);
      this.#begin(next.window);
      this.now += next.duration;
      this.#breaks.shift();
    }
  }
}

const ALWAYS: readonly [number, number] = [-Infinity, Infinity];
