import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import type { OfbizClient } from './client.ts';
import { entityOf, type ReadName, STAMP } from './entities.ts';
import type { Params } from './params.ts';
import { readServerTime } from './serverTime.ts';

/**
 * A record of an entity, alike over every transport: the fields in use that have a value, as texts; times as UTC instants,
 * and decimals by their digits without closing zeros.
 */
export type EntityRecord = Readonly<Record<string, string>>;

export type Find = {
  readonly entity: ReadName;
  /** Conditions on fields, as performFind takes them. */
  readonly where: Params;
  readonly orderBy?: string;
  /** The most records; without it all of them. */
  readonly limit?: number;
};

const Found = z.object({
  list: z.array(z.record(z.string(), z.unknown())).nullish(),
  listSize: z.union([z.number(), z.string().regex(/^\d+$/)]),
});
/** Records of one answer. */
const VIEW_SIZE = 500;

/** Finds records by performFindList: the first so many, or all of them, page by page. */
export async function find(
  client: OfbizClient,
  query: Find,
  signal: AbortSignal,
): Promise<Result<readonly EntityRecord[], Fault>> {
  const records: EntityRecord[] = [];
  for (let viewIndex = 0; ; viewIndex++) {
    const page = await findPage(client, query, viewIndex, signal);
    if (!page.ok) return page;
    records.push(...page.value);
    if (query.limit !== undefined || page.value.length < VIEW_SIZE) return ok(records);
  }
}

async function findPage(
  client: OfbizClient,
  { entity, where, orderBy = entityOf(entity).key.join('|'), limit: viewSize = VIEW_SIZE }: Find,
  viewIndex: number,
  signal: AbortSignal,
): Promise<Result<readonly EntityRecord[], Fault>> {
  const query = { entityName: entity, inputFields: where, orderBy, noConditionFind: 'Y', viewIndex, viewSize };
  const answer = await client.call('performFindList', query, signal);
  if (!answer.ok) return answer;
  const found = parseWire(Found, answer.value, `list of ${entity}`);
  if (!found.ok) return found;
  const records: EntityRecord[] = [];
  for (const each of found.value.list ?? []) {
    const record = normalised(each, entity, client.settings.timeZone);
    if (!record.ok) return record;
    records.push(record.value);
  }
  return ok(records);
}

/**
 * Finds the records whose field has one of some values. XML-RPC carries a list as an array, which performFind does not
 * take for one: there each value is asked for by itself.
 */
export async function findIn(
  client: OfbizClient,
  entity: ReadName,
  field: string,
  values: readonly string[],
  signal: AbortSignal,
  where: Params = {},
): Promise<Result<readonly EntityRecord[], Fault>> {
  const wanted = [...new Set(values)].filter((value) => value !== '');
  if (wanted.length === 0) return ok([]);
  const conditions: readonly Params[] =
    client.settings.transport === 'xml-rpc'
      ? wanted.map((value) => ({ [field]: value }))
      : [{ [`${field}_fld0_op`]: 'in', [`${field}_fld0_value`]: wanted }];
  const records: EntityRecord[] = [];
  for (const condition of conditions) {
    const found = await find(client, { entity, where: { ...where, ...condition } }, signal);
    if (!found.ok) return found;
    records.push(...found.value);
  }
  return ok(records);
}

function normalised(
  raw: Readonly<Record<string, unknown>>,
  entity: ReadName,
  zone: string,
): Result<EntityRecord, Fault> {
  const { key, texts, times = [], decimals = [] } = entityOf(entity);
  const record: Record<string, string> = {};
  for (const name of [...key, ...texts, ...times, ...decimals, STAMP]) {
    const value = raw[name];
    if (value === undefined || value === null || value === '') continue;
    const isTime = name === STAMP || times.includes(name);
    const read = fieldText(value, isTime ? zone : undefined);
    if (!read.ok) return err(permanent('unexpected-shape', `${entity}.${name}: ${read.error}`, `/${name}`));
    record[name] = decimals.includes(name) ? plainDecimal(read.value) : read.value;
  }
  const missing = key.find((name) => record[name] === undefined);
  if (missing === undefined) return ok(record);
  return err(permanent('unexpected-shape', `a record of ${entity} without ${missing}`, `/${missing}`));
}

/** A field as text; as a UTC instant where it is a time of a server in some zone. */
function fieldText(value: unknown, zone: string | undefined): Result<string, string> {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return err(`not a value: ${JSON.stringify(value)}`);
  return zone === undefined ? ok(String(value)) : readServerTime(String(value), zone);
}

/** "19.9900" is "19.99": SOAP writes ten digits, REST as many as the database keeps. */
function plainDecimal(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
