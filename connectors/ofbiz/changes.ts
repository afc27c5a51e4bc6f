import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, CursorDeclaration, MessageName, Page, Pull } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { parseWire } from '../kit/parse.ts';
import type { OfbizClient } from './client.ts';
import { entityOf, type ReadName, STAMP } from './entities.ts';
import { type EntityRecord, find } from './find.ts';
import type { Params } from './params.ts';
import { earliestWall } from './serverTime.ts';

/**
 * Reading what changed, by `lastUpdatedStamp`, which the entity engine sets when a record is written. The transaction may
 * end later, by default within 60 s: a run reads again what lies twice as far behind its checkpoint.
 */
export const OVERLAP_MS = 120_000;
const PAGE_SIZE = 20;

export const LAST_UPDATED: CursorDeclaration = {
  kind: 'updated-at',
  field: STAMP,
  zone: 'offset',
  inclusive: true,
  commitLagMs: OVERLAP_MS,
  tieBreak: null,
};

/** The fields of a record in an item: texts; what is no text is none of ours. */
export const Fields = z
  .record(z.string(), z.unknown())
  .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')))
  .pipe(z.record(z.string(), z.string()));

/** An item of any pull: the time of its newest record stands above all that it is made of. */
export const Item = z.object({ lastUpdatedStamp: z.string() });

/** The place inside a run: all before `from` was seen, and of `from` itself the records `seen`. */
const Place = z.object({
  /** A run may follow several entities, one after another. */
  phase: z.int().min(0),
  from: z.string().nullable(),
  seen: z.array(z.string()),
  /** The newest change that the first phase met: where the next run begins. */
  until: z.string().nullable(),
});
type Place = z.infer<typeof Place>;

/** A source of changes: an entity that is followed, under conditions. */
export type Followed = {
  readonly entity: ReadName;
  readonly where?: Params;
  /** Its records are wholes too, which the first run of all has to read. */
  readonly isWhole?: true;
};

export type ChangesDeclaration = {
  readonly topic: string;
  readonly subject: string;
  /** The field that names the whole that a record belongs to, and an item is made of: "orderId". */
  readonly key: string;
  /** The first entity has a record for each whole; parts of it that change by themselves come after. */
  readonly follows: (client: OfbizClient) => readonly [Followed, ...Followed[]] | readonly [];
  /** Makes the items of some wholes, given the records that were touched. */
  readonly items: (
    client: OfbizClient,
    touched: readonly EntityRecord[],
    signal: AbortSignal,
  ) => Promise<Result<readonly z.infer<typeof Item>[], Fault>>;
};

/** A pull of what changed. A whole is told again whenever one of its parts changed; what is as it was has its old name. */
export function changesPull(declared: ChangesDeclaration): Pull<OfbizClient> {
  const { topic, subject, key } = declared;
  return {
    topic,
    cursor: LAST_UPDATED,
    fetch: (client, from, signal) => fetchPage(declared, client, from, signal),
    identify(raw): Result<MessageName, Fault> {
      const item = parseWire(Item.extend({ [key]: z.string().min(1) }), raw, topic);
      if (!item.ok) return item;
      const id = String(item.value[key]);
      const messageId = `${topic}/${id}@${String(item.value[STAMP])}/${contentHash(raw)}`;
      return ok({ messageId, subject: `${subject}/${id}` });
    },
  };
}

async function fetchPage(
  { follows, items }: ChangesDeclaration,
  client: OfbizClient,
  checkpoint: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const followed = follows(client);
  const start = placeOf(checkpoint);
  if (!start.ok) return start;
  const source = followed[start.value.phase];
  if (!source) return ok({ items: [], checkpoint: { since: checkpoint.since, cursor: null }, more: false });
  const read = await touchedSince(client, source, start.value, signal);
  if (!read.ok) return read;
  const { records, place, more } = read.value;
  const made = records.length === 0 ? ok([]) : await items(client, records, signal);
  if (!made.ok) return made;
  // The first run of all reads every whole, with its parts as they are.
  const phase = followed.findIndex(
    ({ isWhole }, i) => i > start.value.phase && (checkpoint.since !== null || isWhole === true),
  );
  const isNextPhase = !more && phase !== -1;
  const next = isNextPhase ? { ...beginning(checkpoint.since), phase, until: place.until } : place;
  return ok({
    items: made.value,
    checkpoint: behind(checkpoint, next, more || isNextPhase),
    more: more || isNextPhase,
  });
}

function placeOf({ since, cursor }: Checkpoint): Result<Place, Fault> {
  if (cursor === null) return ok(beginning(since));
  return parseWire(Place, parsed(cursor), 'place in a run');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function beginning(since: Instant | null): Place {
  const from = since === null ? null : instantOf(epochMs(since) - OVERLAP_MS);
  return { phase: 0, from, seen: [], until: null };
}

type Touched = { readonly records: readonly EntityRecord[]; readonly place: Place; readonly more: boolean };

/**
 * One page of changed records, oldest first. The next page begins with the last instant of this one and leaves out what
 * was seen of it: a record that changes meanwhile moves to the end, so a page number would step over others.
 */
async function touchedSince(
  client: OfbizClient,
  { entity, where = {} }: Followed,
  { phase, from, seen, until }: Place,
  signal: AbortSignal,
): Promise<Result<Touched, Fault>> {
  const { key } = entityOf(entity);
  const since = from === null ? {} : conditionSince(client, from as Instant);
  const limit = PAGE_SIZE + seen.length;
  const orderBy = [STAMP, ...key].join('|');
  const found = await find(client, { entity, where: { ...where, ...since }, orderBy, limit }, signal);
  if (!found.ok) return found;
  const known = new Set(seen);
  const keyOf = (record: EntityRecord): string => key.map((name) => record[name]).join('/');
  const undated = found.value.find((record) => record[STAMP] === undefined);
  if (undated) return err(permanent('unexpected-shape', `${entity} ${keyOf(undated)} has no lastUpdatedStamp`));
  const records = found.value.filter((record) => !known.has(keyOf(record)));
  const last = records.at(-1)?.[STAMP];
  const more = found.value.length >= limit;
  if (last === undefined) return ok({ records, place: { phase, from, seen, until }, more });
  const atLast = records.filter(({ lastUpdatedStamp }) => lastUpdatedStamp === last).map(keyOf);
  const next = { phase, from: last, seen: last === from ? [...seen, ...atLast] : atLast };
  return ok({ records, place: { ...next, until: phase === 0 ? last : until }, more });
}

const conditionSince = ({ now, settings }: OfbizClient, from: Instant): Params => ({
  lastUpdatedStamp_fld0_op: 'greaterThanEqualTo',
  lastUpdatedStamp_fld0_value: earliestWall(from, now(), settings.timeZone),
});

/** The checkpoint behind a page: inside a run its place, at the end the newest change that was met. */
function behind({ since }: Checkpoint, place: Place, more: boolean): Checkpoint {
  if (more) return { since, cursor: JSON.stringify(place) };
  const until = place.until as Instant | null;
  return { since: until !== null && (since === null || until > since) ? until : since, cursor: null };
}

/** The newest change among some records. */
export function newestOf(records: readonly EntityRecord[]): string {
  return records.reduce(
    (newest, { lastUpdatedStamp = '' }) => (lastUpdatedStamp > newest ? lastUpdatedStamp : newest),
    '',
  );
}
