import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { epochMs, instantOf, parseInstant } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { identifiedBy } from '../kit/answers.ts';
import type { Checkpoint, Decoded, Page, Pull } from '../kit/connector.ts';
import { changedAt } from '../kit/cursor.ts';
import { parseWire } from '../kit/parse.ts';
import { openRun, pageBehind } from '../kit/run.ts';
import type { CommerceClient } from './client.ts';
import { decodeOrder } from './orderDocument.ts';
import { decodeFeedOrder, fetchOrderFeed, identifyFeedOrder } from './orderFeed.ts';

const CURSOR = changedAt('lastModified');
/** Orders of a page (the vendor gives 200 at most), and how far its offsets go: offset and limit together. */
const LIMIT = 100;
const MAX_OFFSET = 10_000;
/** Where a whole page has one instant, the next one begins so many records before its end. */
const OVERLAP = 20;

const Named = z.object({ orderNo: z.string(), lastModified: z.string() });
const Orders = z.object({ data: z.array(Named.loose()) });
const Place = z.object({ from: z.string(), offset: z.int().min(0), seen: z.array(z.string()) });
type Place = z.infer<typeof Place>;

/**
 * Reads orders by their last change, the oldest first. Offsets end at 10,000 and step over a record when one before it
 * changes and moves; so a page begins at the instant of the last record of the page before, and leaves out what that had
 * already. An order that changes meanwhile comes again at the end.
 */
export const pullOrders: Pull<CommerceClient> = {
  topic: 'order',
  cursor: CURSOR,
  identify: (raw) => (isFeedRecord(raw) ? identifyFeedOrder(raw) : named(raw)),
  fetch: (client, from, signal) =>
    client.settings.ordersBy === 'feed' ? fetchOrderFeed(client, from, signal) : fetchOrders(client, from, signal),
};

const named = identifiedBy('order', 'orderNo', 'lastModified');
const isFeedRecord = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'file' in raw;

/** The canonical order of a pulled one, of the Orders API or of a feed. */
export function decodePulledOrder(raw: unknown): Result<Decoded, Fault> {
  return isFeedRecord(raw) ? decodeFeedOrder(raw) : decodeOrder(raw);
}

async function fetchOrders(
  client: CommerceClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const run = openRun(from, CURSOR);
  if (!run.ok) return run;
  const { since } = run.value;
  const first = { from: since ?? '', offset: 0, seen: [] };
  const place = run.value.page === null ? ok(first) : parseWire(Place, run.value.page, 'place among orders');
  if (!place.ok) return place;
  const { from: lastModifiedDateFrom, offset, seen } = place.value;
  const query = {
    ...client.site,
    sortBy: 'last_modified_date',
    sortOrder: 'asc',
    limit: LIMIT,
    offset,
    ...(lastModifiedDateFrom === '' ? {} : { lastModifiedDateFrom }),
  };
  const answer = await client.http.request({ method: 'GET', url: client.orders(), query }, signal);
  if (!answer.ok) return answer;
  const page = parseWire(Orders, answer.value.body, 'page of orders');
  if (!page.ok) return page;
  const { data } = page.value;
  const next = data.length < LIMIT ? ok(null) : placeBehind(place.value, data);
  if (!next.ok) return next;
  const items = data.filter((order) => !seen.includes(keyOf(order)));
  return ok(pageBehind(from, run.value, { items, next: next.value, changed: data.map((order) => order.lastModified) }));
}

type Named = z.infer<typeof Named>;
const keyOf = ({ orderNo, lastModified }: Named): string => `${orderNo}@${lastModified}`;

/** Where the page after a full one begins: one millisecond back, because the vendor does not say whether `from` is inside. */
function placeBehind({ from, offset }: Place, data: readonly Named[]): Result<Place, Fault> {
  const last = parseInstant(data.at(-1)?.lastModified ?? '');
  if (!last.ok) return err(permanent('unexpected-shape', last.error, '/data'));
  const next = instantOf(epochMs(last.value) - 1);
  if (next > from) {
    const seen = data.filter(({ lastModified }) => isFrom(lastModified, next)).map(keyOf);
    return ok({ from: next, offset: 0, seen });
  }
  const behind = offset + data.length - OVERLAP;
  if (behind + LIMIT > MAX_OFFSET)
    return err(
      permanent('too-many-at-once', `more than ${MAX_OFFSET} orders were changed in one millisecond`, '/data'),
    );
  return ok({ from, offset: behind, seen: data.slice(-OVERLAP).map(keyOf) });
}

function isFrom(text: string, from: string): boolean {
  const read = parseInstant(text);
  return read.ok && read.value >= from;
}
