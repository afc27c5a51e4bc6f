import type { RoutingCaseInput } from '../../documents/routingCase.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** MDVRP and MDVRPTW in the numbering of problem types of Cordeau's files. */
const TYPES = [2, 6];

/** Whether the text looks like a file of Cordeau, Gendreau and Laporte: four whole numbers, then rows of numbers only. */
export function isCordeau(text: string): boolean {
  const lines = text.trimStart().split('\n', 3);
  return /^\d+\s+\d+\s+\d+\s+\d+\s*$/.test(lines[0] ?? '') && /^\s*[\d.]+\s+[\d.]+\s*$/.test(lines[1] ?? '');
}

/**
 * Reads a multi-depot problem in the format of Cordeau, Gendreau and Laporte (Networks 30(2), 1997): type, vehicles at each depot,
 * stops, depots; maximum duration and load for each depot; then the places, depots last. 0 means no limit.
 */
export function readCordeau(text: string): Result<RoutingCaseInput, string> {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/).map(Number));
  const [type = 0, perDepot = 0, stops = 0, depots = 0] = rows[0] ?? [];
  if (!TYPES.includes(type))
    return err(`Cordeau's problem type ${type} is not supported, only MDVRP (2) and MDVRPTW (6)`);
  if (rows.length < 1 + 2 * depots + stops)
    return err(`the file has ${rows.length} rows, not ${1 + 2 * depots + stops}`);
  const limits = rows.slice(1, 1 + depots);
  const places = rows.slice(1 + depots);
  const depotRows = places.slice(stops, stops + depots);
  const windowOf = (row: readonly number[]): [number, number] => [row.at(-2) ?? 0, row.at(-1) ?? 0];
  const isTimed = type === 6;
  return ok({
    distances: { kind: 'euclidean' },
    depots: depotRows.map(([id, x, y]) => ({ id: String(id), x, y })),
    vehicles: depotRows.map((row, k) => {
      const [duration = 0, load = 0] = limits[k] ?? [];
      const id = String(row[0]);
      return {
        id,
        count: perDepot,
        start: id,
        end: id,
        capacity: load > 0 ? { load } : {},
        maxDuration: duration > 0 ? duration : undefined,
        shift: isTimed ? windowOf(row) : undefined,
      };
    }),
    stops: places.slice(0, stops).map((row) => ({
      id: String(row[0]),
      x: row[1],
      y: row[2],
      service: row[3] ?? 0,
      delivery: { load: row[4] ?? 0 },
      windows: isTimed ? [windowOf(row)] : [],
    })),
  });
}
