import { err, type Result } from '../shared/result.ts';
import { buildProblem, type PlaceInput, type Problem, type Rounding } from './problem.ts';

/**
 * Reads a VRPTW in the format of Solomon (1987), also used by Gehring and Homberger (1999): a vehicle line, then rows of
 * number, x, y, demand, ready, due, service with the depot first. `tenths` is the DIMACS convention, `exact` that of SINTEF.
 */
export function readSolomon(text: string, rounding: Rounding): Result<Problem, string> {
  const lines = text.split('\n').map((line) => line.trim());
  const numbers = lines
    .filter((line) => /^[-\d.]+(\s+[-\d.]+)+$/.test(line))
    .map((line) => line.split(/\s+/).map(Number));
  const [fleet, capacity] = numbers[0] ?? [];
  if (numbers[0]?.length !== 2 || fleet === undefined || capacity === undefined) {
    return err('the line with the number of vehicles and their capacity is missing');
  }
  const places: PlaceInput[] = [];
  for (const row of numbers.slice(1)) {
    const [id, x, y, demand, ready, due, service] = row;
    if (row.length !== 7) return err(`stop ${id} has ${row.length} columns, not 7`);
    places.push({
      id: String(id),
      x: x as number,
      y: y as number,
      demand: demand as number,
      service: service as number,
      ready: ready as number,
      due: due as number,
    });
  }
  return buildProblem({ name: lines.find((line) => line !== '') ?? 'unnamed', places, capacity, fleet, rounding });
}
