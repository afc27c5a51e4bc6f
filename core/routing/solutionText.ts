import { err, ok, type Result } from '../shared/result.ts';

/** Reads routes in the CVRPLIB solution format ("Route #1: 4 7 9", stops from 1) into 0-based stops. */
export function readSolution(text: string): Result<number[][], string> {
  const routes: number[][] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*route\s*#?\s*\d+\s*:\s*(.*)$/i.exec(line);
    if (match === null) continue;
    const stops = (match[1] ?? '').trim().split(/\s+/).filter(Boolean).map(Number);
    if (stops.some((stop) => !Number.isInteger(stop))) return err(`not a list of stops: ${line.trim().slice(0, 80)}`);
    routes.push(stops.map((stop) => stop - 1));
  }
  return routes.length > 0 ? ok(routes) : err('no line of the form "Route #1: 1 2 3" was found');
}

/** Writes 0-based routes in the CVRPLIB solution format. */
export function writeSolution(routes: readonly (readonly number[])[], cost: number): string {
  const lines = routes.map((route, r) => `Route #${r + 1}: ${route.map((stop) => stop + 1).join(' ')}`);
  return `${[...lines, `Cost ${cost}`].join('\n')}\n`;
}
