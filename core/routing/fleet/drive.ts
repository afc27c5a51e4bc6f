import type { FleetProblem, VehicleType } from './fleetProblem.ts';

/** A tolerance for sums of doubles, in units of the case. */
const SLIP = 1e-6;

/** The stretch of a schedule under way: the clock, what was waited, how far the start could move back, and the next break. */
class Clock {
  now = 0;
  waited = 0;
  slack = Infinity;
  nextBreak = 0;
}

/**
 * Prices routes by driving them. A vehicle works as early as it can, and then leaves as late as that end allows, so that a duration
 * holds no avoidable waiting (forward slack, Savelsbergh, 1992). One object is used again and again: it allocates nothing.
 */
export class Drive {
  readonly #problem: FleetProblem;
  readonly #load: Float64Array;
  readonly #clock = new Clock();
  /** Of the route driven last. */
  distance = 0;
  duration = 0;

  constructor(problem: FleetProblem) {
    this.#problem = problem;
    this.#load = new Float64Array(problem.dimensions);
  }

  /** The cost of visiting the first `count` stops with this vehicle; Infinity when a constraint is broken, 0 for no stops. */
  price(type: VehicleType, stops: ArrayLike<number>, count: number): number {
    this.distance = 0;
    this.duration = 0;
    if (count === 0) return 0;
    if (count > type.maxStops || !this.#fits(type, stops, count) || !this.#keepsTime(type, stops, count))
      return Infinity;
    if (this.distance > type.maxDistance + SLIP || this.duration > type.maxDuration + SLIP) return Infinity;
    const weight = this.#problem.vehicleWeight;
    return weight + type.fixedCost + type.distanceCost * this.distance + type.timeCost * this.duration;
  }

  #fits(type: VehicleType, stops: ArrayLike<number>, count: number): boolean {
    const { dimensions, deliver, collect, carry, skills, isMixed } = this.#problem;
    const load = this.#load;
    load.fill(0);
    for (let k = 0; k < count; k++) {
      const c = stops[k] as number;
      if (((skills[c] as number) & ~type.skills) !== 0) return false;
      for (let d = 0; d < dimensions; d++) load[d] = (load[d] as number) + (deliver[c * dimensions + d] as number);
    }
    for (let d = 0; d < dimensions; d++) if ((load[d] as number) > (type.capacity[d] as number) + SLIP) return false;
    if (!isMixed) return true;
    for (let k = 0; k < count; k++) {
      const c = stops[k] as number;
      for (let d = 0; d < dimensions; d++) {
        const at = c * dimensions + d;
        const change = (collect[at] as number) + (carry[at] as number) - (deliver[at] as number);
        load[d] = (load[d] as number) + change;
        if ((load[d] as number) > (type.capacity[d] as number) + SLIP) return false;
      }
    }
    return true;
  }

  #keepsTime(type: VehicleType, stops: ArrayLike<number>, count: number): boolean {
    const { distance, duration, places, isTimed, service } = this.#problem;
    const clock = this.#clock;
    clock.now = type.opens;
    clock.waited = 0;
    clock.slack = Infinity;
    clock.nextBreak = 0;
    let at = type.start;
    for (let k = 0; k <= count; k++) {
      const next = k < count ? (stops[k] as number) : type.end;
      const drive = at < 0 || next < 0 ? 0 : (duration[at * places + next] as number);
      if (at >= 0 && next >= 0) this.distance += distance[at * places + next] as number;
      if (isTimed) {
        if (type.breaks.length > 0 && !this.#rest(type, drive)) return false;
        clock.now += drive;
        if (k < count && !this.#serve(type, next, service[next] as number)) return false;
      }
      at = next;
    }
    if (clock.now > type.closes + SLIP) return false;
    this.duration = clock.now - type.opens - Math.min(clock.slack, clock.waited);
    return true;
  }

  /** Serves a stop in the first window that is still open, resting before it when there is a wait or the break is due. */
  #serve(type: VehicleType, c: number, service: number): boolean {
    const { firstWindow, opens, closes } = this.#problem;
    const clock = this.#clock;
    if (type.breaks.length > 0) {
      const wait = this.#openingAt(c, clock.now) - clock.now;
      if (!this.#rest(type, Math.max(0, wait) + service)) return false;
    }
    for (let w = firstWindow[c] as number; w < (firstWindow[c + 1] as number); w++) {
      if (clock.now > (closes[w] as number) + SLIP) continue;
      this.#begin(opens[w] as number, closes[w] as number);
      clock.now += service;
      return true;
    }
    return false;
  }

  #openingAt(c: number, now: number): number {
    const { firstWindow, opens, closes } = this.#problem;
    for (let w = firstWindow[c] as number; w < (firstWindow[c + 1] as number); w++) {
      if (now <= (closes[w] as number) + SLIP) return Math.max(now, opens[w] as number);
    }
    return now;
  }

  /** Starts something that is allowed from `opens` to `closes`, waiting for it where needed. */
  #begin(opens: number, closes: number): void {
    const clock = this.#clock;
    if (clock.now < opens) {
      clock.waited += opens - clock.now;
      clock.now = opens;
    }
    clock.slack = Math.min(clock.slack, clock.waited + Math.max(0, closes - clock.now));
  }

  /** Takes each break that is open now, or that would be missed after what comes next takes that long. */
  #rest(type: VehicleType, ahead: number): boolean {
    const clock = this.#clock;
    for (; clock.nextBreak < type.breaks.length; clock.nextBreak++) {
      const pause = type.breaks[clock.nextBreak];
      if (pause === undefined || (clock.now < pause.opens && clock.now + ahead <= pause.closes)) return true;
      if (clock.now > pause.closes + SLIP) return false;
      this.#begin(pause.opens, pause.closes);
      clock.now += pause.duration;
    }
    return true;
  }
}
