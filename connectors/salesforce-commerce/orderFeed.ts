import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page } from '../kit/connector.ts';
import { changedAt } from '../kit/cursor.ts';
import { parseWire } from '../kit/parse.ts';
import { openRun, pageBehind } from '../kit/run.ts';
import type { CommerceClient } from './client.ts';
import { elements, keyOf, listFeed, readFeed } from './feedFiles.ts';
import { decodeOrder } from './orderDocument.ts';
import { orderOfXml } from './orderXml.ts';

const CURSOR = changedAt('modifiedAt');
/** Orders of a file that are one page. */
const PAGE = 500;

const Place = z.object({ path: z.string(), modifiedAt: z.string(), offset: z.int().min(0) });
type Place = z.infer<typeof Place>;

/** A record of the order feed as it stands in the inbox. */
export const FeedRecord = z.object({
  file: z.string(),
  modifiedAt: z.string(),
  xml: z.string().optional(),
  list: z.string().optional(),
  problem: z.object({ code: z.string().max(60), message: z.string() }).optional(),
});

/**
 * Reads the files of the order export that were written since, the oldest first, some hundred orders at a time. A file
 * that is written again is read again.
 */
export async function fetchOrderFeed(
  client: CommerceClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const run = openRun(from, CURSOR);
  if (!run.ok) return run;
  const place = run.value.page === null ? ok(null) : parseWire(Place, run.value.page, 'place among files');
  if (!place.ok) return place;
  const listed = await listFeed(client, 'orders', signal);
  if (!listed.ok) return listed;
  const files = listed.value.filter((file) => isAhead(file, place.value, run.value.since));
  const [file, behind] = files;
  if (!file) return ok(pageBehind(from, run.value, { items: [], next: null, changed: [] }));
  const read = await readFeed(client, file, (xml) => elements(xml, 'order'), signal);
  if (!read.ok) return read;
  const isSame = place.value !== null && keyOf(file) === keyOf(place.value as never);
  const offset = isSame ? (place.value?.offset ?? 0) : 0;
  const items = read.value.slice(offset, offset + PAGE);
  const rest =
    offset + PAGE < read.value.length ? { ...file, offset: offset + PAGE } : behind && { ...behind, offset: 0 };
  const next = rest ? { path: rest.path, modifiedAt: rest.modifiedAt, offset: rest.offset } : null;
  return ok(pageBehind(from, run.value, { items, next, changed: [file.modifiedAt] }));
}

/** A file that is still to be read: from the place on, or written at the checkpoint or after it. */
function isAhead(file: { path: string; modifiedAt: string }, place: Place | null, since: string | null): boolean {
  if (place !== null) return keyOf(file as never) >= keyOf(place as never);
  return since === null || file.modifiedAt >= since;
}

/** Names an order of a feed by its number and the time of its file. */
export function identifyFeedOrder(raw: unknown): Result<MessageName, Fault> {
  const record = parseWire(FeedRecord, raw, 'record of an order feed');
  if (!record.ok) return record;
  const { file, modifiedAt, xml = '' } = record.value;
  const number = /^<order\s[^>]*?order-no="([^"]{1,50})"/.exec(xml)?.[1];
  const subject = number === undefined ? `feed${file}` : `order/${number}`;
  return ok({ messageId: `${subject}@${modifiedAt}`.slice(-200), subject: subject.slice(-150) });
}

/** The canonical order of a record of the feed; what could not be cut out of its file is refused with the reason. */
export function decodeFeedOrder(raw: unknown): Result<Decoded, Fault> {
  const record = parseWire(FeedRecord, raw, 'record of an order feed');
  if (!record.ok) return record;
  const { problem, xml, modifiedAt } = record.value;
  if (problem) return err(permanent(problem.code, problem.message, '/problem'));
  if (xml === undefined) return err(permanent('unexpected-shape', 'a record without XML', '/xml'));
  const order = orderOfXml(xml, modifiedAt);
  return order.ok ? decodeOrder(order.value) : order;
}
