import { err, ok, type Result } from '../../core/shared/result.ts';

/** Arc costs between places, depots first; durations where they are given beside. */
export interface GivenMatrix {
  readonly distance: number[][];
  readonly duration?: number[][];
}

/** Reads rows of numbers, separated by spaces, commas or semicolons, or JSON: rows, or an object with `distance` and perhaps `duration`. */
export function parseMatrix(text: string): Result<GivenMatrix, string> {
  if (!/^\s*\{/.test(text)) return oneMatrix(text);
  let given: { distance?: unknown; duration?: unknown };
  try {
    given = JSON.parse(text) as typeof given;
  } catch (cause) {
    return err(`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const distance = oneMatrix(JSON.stringify(given.distance ?? null));
  if (!distance.ok || given.duration === undefined) return distance;
  const duration = oneMatrix(JSON.stringify(given.duration));
  return duration.ok ? ok({ ...distance.value, duration: duration.value.distance }) : duration;
}

function oneMatrix(text: string): Result<GivenMatrix, string> {
  const lines = text
    .replaceAll(/\]\s*,\s*\[/g, '\n')
    .replaceAll(/[[\]]/g, ' ')
    .split('\n');
  const rows = lines.map((line) => line.trim()).filter((line) => line !== '');
  const matrix = rows.map((line) =>
    line
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number),
  );
  const isSquare = matrix.every((row) => row.length === matrix.length && row.every((cost) => cost >= 0));
  return isSquare ? ok({ distance: matrix }) : err('is not a square matrix of numbers from zero up');
}
