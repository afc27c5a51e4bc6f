import { z } from 'zod';
import type { Point } from '../../core/shared/greatCircle.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { readText } from '../routing/readRouting.ts';
import { readTable } from './readTable.ts';

const Place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
const Points = z.union([
  z.array(Place),
  z
    .object({ depots: z.array(Place).default([]), stops: z.array(Place) })
    .transform(({ depots, stops }) => [...depots, ...stops]),
]);

/**
 * Reads points from CSV with columns latitude and longitude (or lat and lon), a JSON array of them, or a routing case, whose depots
 * come before its stops as in its matrix. The error is one sentence about the file.
 */
export async function readPoints(path: string): Promise<Result<readonly Point[], string>> {
  const text = await readText(path);
  if (!text.ok) return text;
  if (!/^\s*[[{]/.test(text.value)) return readCsv(path, text.value);
  try {
    const parsed = Points.safeParse(JSON.parse(text.value));
    if (parsed.success) return ok(parsed.data);
    return err(`${path} is no list of points: each needs latitude and longitude in degrees`);
  } catch (cause) {
    return err(`${path} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function readCsv(path: string, text: string): Promise<Result<readonly Point[], string>> {
  const isShort = /^[^\n]*\blat\b/.test(text);
  const rows = await readTable(path, isShort ? ['lat', 'lon'] : ['latitude', 'longitude']);
  if (!rows.ok) return rows;
  const points = rows.value.map(([latitude = 0, longitude = 0]) => ({ latitude, longitude }));
  const wrong = points.findIndex((point) => !Place.safeParse(point).success);
  return wrong === -1 ? ok(points) : err(`${path}: point ${wrong + 1} is not on the earth`);
}
