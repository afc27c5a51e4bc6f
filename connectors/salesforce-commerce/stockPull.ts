import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page, Pull } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type CommerceClient, NO_INSTANCE } from './client.ts';
import { elements, type FeedItem, listFeed, readFeed } from './feedFiles.ts';
import { levelOfXml } from './inventoryXml.ts';
import { FeedRecord } from './orderFeed.ts';

const COUNT = 200;

const Record = z.object({
  product_id: z.string(),
  inventory_list_id: z.string(),
  ats: z.number().nullish(),
  perpetual_flag: z.boolean().nullish(),
  last_modified: z.string(),
});
const Records = z.object({ data: z.array(z.looseObject({ product_id: z.string() })).optional(), total: z.int() });
const Place = z.object({ list: z.int().min(0), start: z.int().min(0) });

/** Reads every record of the inventory lists that the connection names, or the newest file of the inventory export. */
export const pullStock: Pull<CommerceClient> = {
  topic: 'stock',
  cursor: { kind: 'snapshot' },
  everyMs: 30 * 60_000,
  fetch: (client, from, signal) =>
    client.settings.stockBy === 'feed' ? fetchFeed(client, signal) : fetchRecords(client, from, signal),
  identify,
};

async function fetchRecords(
  client: CommerceClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const place = from.cursor === null ? ok({ list: 0, start: 0 }) : parseWire(Place, parsed(from.cursor), 'place');
  if (!place.ok) return place;
  const { list, start } = place.value;
  const id = client.settings.inventoryLists[list];
  if (id === undefined) return ok(pageOf([], null));
  const url = client.dataApi(`/inventory_lists/${encodeURIComponent(id)}/product_inventory_records`);
  if (url === undefined) return err(NO_INSTANCE);
  const query = { start, count: COUNT, select: '(**)' };
  const answer = await client.http.request({ method: 'GET', url, query }, signal);
  if (!answer.ok) return answer;
  const page = parseWire(Records, answer.value.body, 'page of inventory records');
  if (!page.ok) return page;
  const items = page.value.data ?? [];
  const isOver = items.length === 0 || start + items.length >= page.value.total;
  const hasMore = list + 1 < client.settings.inventoryLists.length;
  const next = isOver ? (hasMore ? { list: list + 1, start: 0 } : null) : { list, start: start + items.length };
  return ok(pageOf(items, next));
}

const pageOf = (items: readonly unknown[], next: object | null): Page => ({
  items,
  checkpoint: { since: null, cursor: next === null ? null : JSON.stringify(next) },
  more: next !== null,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An inventory export is whole each time, so the newest file says all. */
async function fetchFeed(client: CommerceClient, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const files = await listFeed(client, 'inventory', signal);
  if (!files.ok) return files;
  const newest = files.value.at(-1);
  const read = newest === undefined ? ok([]) : await readFeed(client, newest, records, signal);
  return read.ok ? ok(pageOf(read.value, null)) : read;
}

/** The records of an inventory export, each with the list that its header names. */
function* records(xml: string): Generator<Part> {
  for (const { xml: part, problem } of elements(xml, 'inventory-list')) {
    if (problem) yield { problem };
    yield* recordsOf(part ?? '');
  }
}

type Part = Pick<FeedItem, 'xml' | 'list' | 'problem'>;

function* recordsOf(part: string): Generator<Part> {
  const list = /<header\s[^>]*?list-id="([^"]+)"/.exec(part)?.[1];
  for (const record of elements(part, 'record')) yield list === undefined ? record : { ...record, list };
}

const isFeed = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'file' in raw;

function identify(raw: unknown): Result<MessageName, Fault> {
  if (!isFeed(raw)) {
    const record = parseWire(Record, raw, 'inventory record');
    if (!record.ok) return record;
    const { inventory_list_id: list, product_id: product, last_modified: at, ats } = record.value;
    return ok({ messageId: `stock/${list}/${product}@${at}=${ats ?? ''}`, subject: `stock/${list}/${product}` });
  }
  const record = parseWire(FeedRecord, raw, 'record of an inventory feed');
  if (!record.ok) return record;
  const { file, modifiedAt, list = '', xml = '' } = record.value;
  const product = /^<record\s[^>]*?product-id="([^"]{1,100})"/.exec(xml)?.[1];
  const subject = product === undefined ? `feed${file}` : `stock/${list}/${product}`;
  return ok({ messageId: `${subject}@${modifiedAt}`.slice(-200), subject: subject.slice(-150) });
}

/** The level of an inventory record, of the Data API or of a feed: what can be sold of a product in a list. */
export function decodeStock(raw: unknown): Result<Decoded, Fault> {
  const level = isFeed(raw) ? feedLevel(raw) : recordLevel(raw);
  if (!level.ok) return level;
  if (level.value === undefined) return ok({ kind: 'ignored', reason: 'stock-not-tracked' });
  return ok({ kind: 'documents', documents: [{ name: 'stock', document: level.value }] });
}

function recordLevel(raw: unknown) {
  const record = parseWire(Record, raw, 'inventory record');
  if (!record.ok) return record;
  const { product_id: sku, inventory_list_id: location, ats, perpetual_flag, last_modified: asOf } = record.value;
  if (perpetual_flag === true || ats === null || ats === undefined) return ok(undefined);
  return parseDocument('stock', { sku, location, quantity: Math.floor(ats), measure: 'available', asOf });
}

function feedLevel(raw: unknown) {
  const record = parseWire(FeedRecord, raw, 'record of an inventory feed');
  if (!record.ok) return record;
  const { problem, xml, list, modifiedAt } = record.value;
  if (problem) return err(permanent(problem.code, problem.message, '/problem'));
  if (xml === undefined || list === undefined)
    return err(
      permanent('unexpected-shape', 'a record without its XML or its list', xml === undefined ? '/xml' : '/list'),
    );
  return levelOfXml(xml, list, modifiedAt);
}
