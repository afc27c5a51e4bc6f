import type { RoutingCaseInput } from '../../documents/routingCase.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { splitVrplib, type VrplibSections } from '../vrplibSections.ts';

/** Sections and headers that a problem with one depot and equal vehicles does not have. */
const FLEET_MARKS = [
  'CAPACITY_SECTION',
  'TIME_WINDOW_SECTION',
  'SERVICE_TIME_SECTION',
  'VEHICLES_DEPOT_SECTION',
  'VEHICLES_FIXED_COST_SECTION',
  'VEHICLES_UNIT_DISTANCE_COST_SECTION',
  'VEHICLES_MAX_DURATION_SECTION',
  'VEHICLES_MAX_DISTANCE_SECTION',
];

const OTHER_SECTIONS = ['NODE_COORD_SECTION', 'DEMAND_SECTION', 'DEPOT_SECTION'];

/** How lengths become costs: CVRPLIB rounds to whole numbers; with `thousandths` lengths and times count in thousandths, rounded. */
export type FleetScale = 'nearest' | 'thousandths';

/** Whether a VRPLIB file needs the full model. */
export function isFleetVrplib(text: string): boolean {
  return FLEET_MARKS.some((mark) => text.includes(mark)) || /^VEHICLES_MAX_D/m.test(text);
}

/**
 * Reads a VRPLIB file with several depots, a mixed fleet or windows, in the dialect of the PyVRP instances: one row for each vehicle,
 * stops named by their place counted from 0, which is how solutions of these instances name them. The error is one sentence.
 */
export function readFleetVrplib(text: string, scale: FleetScale): Result<RoutingCaseInput, string> {
  const file = splitVrplib(text);
  const unknown = [...file.rows.keys()].find((name) => !FLEET_MARKS.includes(name) && !OTHER_SECTIONS.includes(name));
  if (unknown !== undefined) return err(`section ${unknown} is not supported`);
  const type = file.headers.get('EDGE_WEIGHT_TYPE');
  if (type !== 'EUC_2D') return err(`EDGE_WEIGHT_TYPE ${type} is not supported with a fleet`);
  const nodes = file.rows.get('NODE_COORD_SECTION') ?? [];
  const depots = (file.rows.get('DEPOT_SECTION') ?? []).flat().filter((id) => id > 0);
  if (depots.some((id, k) => id !== k + 1) || depots.length === 0) return err('the depots are not the first places');
  const factor = scale === 'thousandths' ? 1000 : 1;
  return ok({
    name: file.headers.get('NAME') ?? 'unnamed',
    distances: { kind: 'euclidean', factor, rounding: 'nearest' },
    depots: depots.map((id) => ({ id: String(id), x: nodes[id - 1]?.[1], y: nodes[id - 1]?.[2] })),
    vehicles: listVehicles(file, factor),
    stops: listStops(file, nodes, depots.length, factor),
  });
}

function column(file: VrplibSections, section: string): ReadonlyMap<number, readonly number[]> {
  return new Map((file.rows.get(section) ?? []).map((row) => [row[0] ?? -1, row.slice(1)]));
}

function listStops(file: VrplibSections, nodes: readonly number[][], depots: number, factor: number) {
  const demand = column(file, 'DEMAND_SECTION');
  const service = column(file, 'SERVICE_TIME_SECTION');
  const windows = column(file, 'TIME_WINDOW_SECTION');
  return nodes.slice(depots).map(([id = 0, x, y]) => {
    const window = windows.get(id);
    return {
      id: String(id - 1),
      x,
      y,
      delivery: { load: demand.get(id)?.[0] ?? 0 },
      service: factor * (service.get(id)?.[0] ?? 0),
      windows: window === undefined ? [] : [[factor * (window[0] ?? 0), factor * (window[1] ?? 0)] as [number, number]],
    };
  });
}

type VehicleInput = RoutingCaseInput['vehicles'][number];

/** Vehicles that are alike and follow each other become one type, named by its first and last number. */
function listVehicles(file: VrplibSections, factor: number): VehicleInput[] {
  const groups: {
    readonly like: string;
    readonly first: number;
    count: number;
    readonly vehicle: Omit<VehicleInput, 'id'>;
  }[] = [];
  const vehicleOf = vehicleReader(file, factor);
  for (let number = 1; number <= Number(file.headers.get('VEHICLES') ?? 0); number++) {
    const vehicle = vehicleOf(number);
    const like = JSON.stringify(vehicle);
    const last = groups.at(-1);
    if (last?.like === like) last.count++;
    else groups.push({ like, first: number, count: 1, vehicle });
  }
  return groups.map(({ first, count, vehicle }) => ({ ...vehicle, id: `${first}-${first + count - 1}`, count }));
}

function vehicleReader(file: VrplibSections, factor: number): (number: number) => Omit<VehicleInput, 'id'> {
  const depots = column(file, 'VEHICLES_DEPOT_SECTION');
  const windows = column(file, 'TIME_WINDOW_SECTION');
  const value = (name: string) => {
    const rows = column(file, `${name}_SECTION`);
    const header = file.headers.get(name);
    return (number: number) => rows.get(number)?.[0] ?? (header === undefined ? undefined : Number(header));
  };
  const capacity = value('CAPACITY');
  const fixedCost = value('VEHICLES_FIXED_COST');
  const distanceCost = value('VEHICLES_UNIT_DISTANCE_COST');
  const maxDuration = value('VEHICLES_MAX_DURATION');
  const maxDistance = value('VEHICLES_MAX_DISTANCE');
  const times = (number: number | undefined) => (number === undefined ? undefined : number * factor);
  return (number) => {
    const depot = depots.get(number)?.[0] ?? 1;
    const window = windows.get(depot);
    return {
      start: String(depot),
      end: String(depot),
      capacity: { load: capacity(number) ?? Number.MAX_SAFE_INTEGER },
      fixedCost: times(fixedCost(number)),
      distanceCost: distanceCost(number),
      maxDuration: times(maxDuration(number)),
      maxDistance: times(maxDistance(number)),
      shift: window === undefined ? undefined : [factor * (window[0] ?? 0), factor * (window[1] ?? 0)],
    };
  };
}
