import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, CursorDeclaration } from '../kit/connector.ts';
import type { OdooClient } from './client.ts';
import { fromOdooTime, toOdooTime } from './datetime.ts';
import { type Domain, searchRead } from './records.ts';
import { Id, OdooTime } from './wire.ts';

/**
 * Reading what changed, by write_date. Odoo shows and compares it by whole seconds, and it is the time at which a
 * transaction began, so one that ends late is dated back: a run reads again what lies so far behind its checkpoint,
 * as long as Odoo lets a request run (limit_time_real, 120 s).
 */
const OVERLAP_MS = 120_000;
const PAGE_SIZE = 400;

export const WRITE_DATE: CursorDeclaration = {
  kind: 'updated-at',
  field: 'write_date',
  zone: 'UTC',
  inclusive: true,
  commitLagMs: OVERLAP_MS,
  tieBreak: 'id',
};

/** The place inside a run: all before `from` was seen, and in the second `from` itself the records `seen`. */
const RunPlace = z.object({
  /** A run may read several models, one after another. */
  phase: z.int().min(0),
  from: OdooTime.nullable(),
  seen: z.array(Id),
  /** The newest write_date that the first phase met: where the next run begins. */
  until: OdooTime.nullable(),
});
export type RunPlace = z.infer<typeof RunPlace>;

/** Where a run goes on, or begins. */
export function placeOf({ since, cursor }: Checkpoint): RunPlace {
  const parsed = cursor === null ? undefined : RunPlace.safeParse(JSON.parse(cursor));
  if (parsed?.success) return parsed.data;
  const from = since === null ? null : toOdooTime(instantOf(epochMs(since) - OVERLAP_MS));
  return { phase: 0, from, seen: [], until: null };
}

export type Changed = { readonly id: number; readonly write_date: string };
export type Changes<T> = { readonly records: readonly T[]; readonly place: RunPlace; readonly more: boolean };

/**
 * One page of changed records, oldest first. The next page begins with the last second of this one, without what was
 * seen of it: records that change meanwhile move to the end, so an offset would step over others.
 */
export async function readChanges<T extends Changed>(
  client: OdooClient,
  schema: z.ZodType<readonly T[]>,
  query: { readonly model: string; readonly domain: Domain; readonly fields: readonly string[] },
  place: RunPlace,
  signal: AbortSignal,
): Promise<Result<Changes<T>, Fault>> {
  const { phase, from, seen } = place;
  const since: Domain = from === null ? [] : [['write_date', '>=', from]];
  const unseen: Domain = seen.length === 0 ? [] : [['id', 'not in', seen]];
  const domain = [...query.domain, ...since, ...unseen];
  const fields = [...query.fields, 'write_date'];
  const search = { model: query.model, domain, fields, order: 'write_date, id', limit: PAGE_SIZE };
  const read = await searchRead(client, schema, search, signal);
  if (!read.ok) return read;
  const records = read.value;
  const last = records.at(-1)?.write_date;
  if (last === undefined) return ok({ records, place, more: false });
  const atLast = records.filter(({ write_date }) => write_date === last).map(({ id }) => id);
  const next = { phase, from: last, seen: last === from ? [...seen, ...atLast] : atLast };
  const until = phase === 0 ? last : place.until;
  return ok({ records, place: { ...next, until }, more: records.length === PAGE_SIZE });
}

/** The checkpoint behind a page: inside a run its place, at the end the newest write_date that was met. */
export function checkpointAt(before: Checkpoint, place: RunPlace, more: boolean): Checkpoint {
  if (more) return { since: before.since, cursor: JSON.stringify(place) };
  const until = place.until === null ? undefined : fromOdooTime(place.until);
  const since = until?.ok && (before.since === null || until.value > before.since) ? until.value : before.since;
  return { since, cursor: null };
}
