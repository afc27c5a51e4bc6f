import { err, type Result } from '../shared/result.ts';
import { buildProblem, type PlaceInput, type Problem } from './problem.ts';
import { splitVrplib, type VrplibSections } from './vrplibSections.ts';

/**
 * Reads a CVRP in the VRPLIB format (CVRPLIB): EUC_2D rounded to the nearest integer, or EXPLICIT with FULL_MATRIX or LOWER_ROW.
 * Several depots, mixed fleets and other constraints are refused by name rather than ignored.
 */
export function readVrplib(text: string): Result<Problem, string> {
  const sections = splitVrplib(text);
  const dimension = Number(sections.headers.get('DIMENSION'));
  const refusal = findRefusal(sections, dimension);
  if (refusal !== undefined) return err(refusal);
  const explicit = sections.headers.get('EDGE_WEIGHT_TYPE') === 'EXPLICIT';
  const matrix = explicit ? explicitMatrix(sections, dimension) : undefined;
  if (typeof matrix === 'string') return err(matrix);
  const places = listPlaces(sections, dimension, explicit);
  if (typeof places === 'string') return err(places);
  return buildProblem({
    name: sections.headers.get('NAME') ?? 'unnamed',
    places,
    capacity: Number(sections.headers.get('CAPACITY')),
    fleet: Number(sections.headers.get('VEHICLES') ?? Infinity),
    rounding: 'nearest',
    ...(matrix === undefined ? {} : { matrix }),
  });
}

function findRefusal(sections: VrplibSections, dimension: number): string | undefined {
  const unknown = [...sections.rows.keys()].find((name) => !KNOWN_SECTIONS.has(name));
  if (unknown !== undefined) return `section ${unknown} is not supported`;
  const limit = ['DISTANCE', 'SERVICE_TIME'].find((name) => sections.headers.has(name));
  if (limit !== undefined) return `${limit} is not supported`;
  if (!Number.isInteger(dimension) || dimension < 2) return 'DIMENSION is missing or below 2';
  const depots = (sections.rows.get('DEPOT_SECTION') ?? []).flat().filter((id) => id !== -1);
  if (depots.length > 1 || (depots[0] ?? 1) !== 1) return 'exactly one depot, place 1, is supported';
  const type = sections.headers.get('EDGE_WEIGHT_TYPE');
  return type === 'EUC_2D' || type === 'EXPLICIT' ? undefined : `EDGE_WEIGHT_TYPE ${type} is not supported`;
}

const KNOWN_SECTIONS = new Set([
  'NODE_COORD_SECTION',
  'DEMAND_SECTION',
  'DEPOT_SECTION',
  'EDGE_WEIGHT_SECTION',
  'DISPLAY_DATA_SECTION',
]);

function explicitMatrix(sections: VrplibSections, dimension: number): Float64Array | string {
  const format = sections.headers.get('EDGE_WEIGHT_FORMAT');
  const weights = (sections.rows.get('EDGE_WEIGHT_SECTION') ?? []).flat();
  const lower = format === 'LOWER_ROW';
  if (!lower && format !== 'FULL_MATRIX') return `EDGE_WEIGHT_FORMAT ${format} is not supported`;
  const expected = lower ? (dimension * (dimension - 1)) / 2 : dimension * dimension;
  if (weights.length !== expected || weights.some(Number.isNaN)) {
    return `EDGE_WEIGHT_SECTION holds ${weights.length} numbers, not ${expected}`;
  }
  if (!lower) return Float64Array.from(weights);
  const matrix = new Float64Array(dimension * dimension);
  let next = 0;
  for (let i = 1; i < dimension; i++) {
    for (let j = 0; j < i; j++) {
      const weight = weights[next++] as number;
      matrix[i * dimension + j] = weight;
      matrix[j * dimension + i] = weight;
    }
  }
  return matrix;
}

function listPlaces(sections: VrplibSections, dimension: number, explicit: boolean): PlaceInput[] | string {
  const coordinates = new Map((sections.rows.get('NODE_COORD_SECTION') ?? []).map((row) => [row[0], row]));
  const demands = new Map((sections.rows.get('DEMAND_SECTION') ?? []).map((row) => [row[0], row[1]]));
  const places: PlaceInput[] = [];
  for (let id = 1; id <= dimension; id++) {
    const [, x = explicit ? 0 : Number.NaN, y = explicit ? 0 : Number.NaN] = coordinates.get(id) ?? [];
    const demand = demands.get(id);
    if (demand === undefined) return `stop ${id} has no demand`;
    places.push({ id: String(id), x, y, demand, service: 0, ready: 0, due: Infinity });
  }
  return places;
}
