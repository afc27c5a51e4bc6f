import type { Tags } from './roadMap.ts';

/** The kinds of vehicles whose roads, speeds and limits are known. */
export const VEHICLES = ['car', 'truck'] as const;
export type VehicleKind = (typeof VEHICLES)[number];

/** How fast a way is driven in each direction of its drawing, in km/h; 0 where it is closed. */
export interface Permit {
  readonly forward: number;
  readonly backward: number;
}

interface Vehicle {
  /** Keys that say who may drive, the most particular first (OSM wiki, "Key:access"). */
  readonly access: readonly string[];
  /** Keys of the legal speed, the most particular first. */
  readonly maxSpeed: readonly string[];
  /** Never faster than this, in km/h. */
  readonly top: number;
  /** What part of a class's speed it drives. */
  readonly pace: number;
  /** Its own size by the tag that limits it: tonnes and meters. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The names by which restrictions except it. */
  readonly names: readonly string[];
}

/** The truck is the largest that drives everywhere in the EU without a permit (Directive 96/53/EC): 40 t, 4 m high, 16.5 m long, 2.55 m wide. */
const KINDS: { readonly [Kind in VehicleKind]: Vehicle } = {
  car: {
    access: ['motorcar', 'motor_vehicle', 'vehicle', 'access'],
    maxSpeed: ['maxspeed:motorcar', 'maxspeed'],
    top: 130,
    pace: 1,
    sizes: new Map(),
    names: ['motorcar', 'motor_vehicle'],
  },
  truck: {
    access: ['hgv', 'motor_vehicle', 'vehicle', 'access'],
    maxSpeed: ['maxspeed:hgv', 'maxspeed'],
    top: 85,
    pace: 0.85,
    sizes: new Map([
      ['maxweight', 40],
      ['maxweight:hgv', 40],
      ['maxheight', 4],
      ['maxlength', 16.5],
      ['maxwidth', 2.55],
    ]),
    names: ['hgv', 'motor_vehicle'],
  },
};

/** What a car drives on average by class of road where no limit is posted, in km/h; classes that are not here carry no vehicles. */
const CLASS_SPEED: { readonly [highway: string]: number } = {
  motorway: 110,
  motorway_link: 60,
  trunk: 90,
  trunk_link: 50,
  primary: 70,
  primary_link: 45,
  secondary: 60,
  secondary_link: 40,
  tertiary: 50,
  tertiary_link: 35,
  unclassified: 40,
  residential: 30,
  road: 30,
  service: 20,
  living_street: 10,
};

/** What part of a posted limit is driven on average. */
const OF_LIMIT = 0.9;
const KM_OF_MILE = 1.609344;

/** Whether a way may carry any vehicle, by its class; all other ways need not be read. */
export const isRoad = (tags: Tags): boolean => Object.hasOwn(CLASS_SPEED, tags.get('highway') ?? '');

/** Who may drive on a way in which direction and how fast, from its tags (OSM wiki: Key:access, Key:oneway, Key:maxspeed). */
export function permitOf(tags: Tags, kind: VehicleKind): Permit {
  const vehicle = KINDS[kind];
  const base = CLASS_SPEED[tags.get('highway') ?? ''];
  if (base === undefined || tags.get('area') === 'yes' || isClosed(tags, vehicle) || isTooSmall(tags, vehicle)) {
    return { forward: 0, backward: 0 };
  }
  const speed = (direction: 'forward' | 'backward') => speedOf(tags, vehicle, base, direction);
  const oneway = onewayOf(tags);
  return {
    forward: oneway === 'backward' || oneway === 'closed' ? 0 : speed('forward'),
    backward: oneway === 'forward' || oneway === 'closed' ? 0 : speed('backward'),
  };
}

/** Whether a barrier on a node keeps the vehicle from passing: bollards and the like, unless its access says otherwise. */
export function isBarred(tags: Tags, kind: VehicleKind): boolean {
  const stated = statedAccess(tags, KINDS[kind]);
  if (stated !== undefined) return CLOSED.has(stated);
  return SOLID.has(tags.get('barrier') ?? '');
}

/** Whether a turn restriction binds the vehicle. */
export function isBoundBy(
  { vehicle, except }: { readonly vehicle?: string; readonly except: readonly string[] },
  kind: VehicleKind,
): boolean {
  const { names } = KINDS[kind];
  return (vehicle === undefined || names.includes(vehicle)) && !except.some((name) => names.includes(name));
}

const CLOSED = new Set(['no', 'private', 'agricultural', 'forestry', 'emergency', 'military', 'psv', 'bus']);
const SOLID = new Set([
  'bollard',
  'block',
  'jersey_barrier',
  'log',
  'debris',
  'stile',
  'kissing_gate',
  'cycle_barrier',
]);

function statedAccess(tags: Tags, { access }: Vehicle): string | undefined {
  const key = access.find((name) => tags.has(name));
  return key === undefined ? undefined : tags.get(key);
}

const isClosed = (tags: Tags, vehicle: Vehicle): boolean => CLOSED.has(statedAccess(tags, vehicle) ?? '');

function isTooSmall(tags: Tags, { sizes }: Vehicle): boolean {
  return [...sizes].some(([key, size]) => {
    const limit = /^(\d+(?:\.\d+)?)\s*(?:t|m)?$/.exec(tags.get(key) ?? '');
    return limit !== null && Number(limit[1]) < size;
  });
}

function onewayOf(tags: Tags): 'forward' | 'backward' | 'closed' | undefined {
  const oneway = tags.get('oneway');
  if (oneway === 'yes' || oneway === 'true' || oneway === '1') return 'forward';
  if (oneway === '-1' || oneway === 'reverse') return 'backward';
  if (oneway === 'reversible' || oneway === 'alternating') return 'closed';
  if (oneway !== undefined) return undefined;
  const junction = tags.get('junction');
  const isImplied = junction === 'roundabout' || junction === 'circular' || tags.get('highway') === 'motorway';
  return isImplied ? 'forward' : undefined;
}

function speedOf(tags: Tags, vehicle: Vehicle, base: number, direction: 'forward' | 'backward'): number {
  const limit = [`maxspeed:${direction}`, ...vehicle.maxSpeed]
    .map((key) => readSpeed(tags.get(key)))
    .find((speed) => speed !== undefined);
  const driven = limit === undefined ? base * vehicle.pace : limit * OF_LIMIT;
  return Math.max(1, Math.min(vehicle.top, driven));
}

function readSpeed(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(mph|km\/h|kmh)?$/.exec(text ?? '');
  if (match === null) return text === 'walk' ? 7 : undefined;
  const speed = Number(match[1]) * (match[2] === 'mph' ? KM_OF_MILE : 1);
  return speed > 0 ? speed : undefined;
}
